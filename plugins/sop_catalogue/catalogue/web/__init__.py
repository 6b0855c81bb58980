"""How SOPs name each other, and where that web is torn."""
