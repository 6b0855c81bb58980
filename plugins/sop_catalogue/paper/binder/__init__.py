"""Whole binders, and the sheets in them that belong to no SOP."""
