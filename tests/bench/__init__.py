"""How fast the catalogue builds, beside plain Material with the same text: `python -m tests.bench`."""
