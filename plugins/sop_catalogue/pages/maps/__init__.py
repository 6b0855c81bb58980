"""Maps of how SOPs name each other."""
