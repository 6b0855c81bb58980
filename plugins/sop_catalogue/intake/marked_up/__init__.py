"""Texts, Markdown and HTML become lines and tables of cells."""
