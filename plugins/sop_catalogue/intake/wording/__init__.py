"""What was recovered, in the words of a definition."""
