"""The files of a new catalogue and the skeleton of a new definition, as data."""
