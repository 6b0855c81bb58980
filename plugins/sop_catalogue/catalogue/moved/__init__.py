"""What keeps old addresses and printed codes alive."""
