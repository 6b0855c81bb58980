"""What is kept from one run to the next, and how files are written whole."""
