"""What an author may write, how it is read, and every message about it."""
