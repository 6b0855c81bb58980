"""What commands that rewrite definitions share: the folder as it would be, and the disk made so, whole or not at all."""
