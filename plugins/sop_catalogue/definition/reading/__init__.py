"""From the bytes of a file to a model, or to all that is wrong with them."""
