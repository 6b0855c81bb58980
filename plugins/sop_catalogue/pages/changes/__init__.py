"""What changed in the catalogue, for readers and for their feed readers."""
