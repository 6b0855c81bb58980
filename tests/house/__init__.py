"""The shape of the package: its floors and rooms, measured from its own imports."""
