"""What is drawn in the lanes: symbols, lines between them, labels."""
