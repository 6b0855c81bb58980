"""The lists that lead to SOPs."""
