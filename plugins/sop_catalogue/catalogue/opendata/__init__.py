"""The catalogue as open data, and the form of it."""
