"""What is kept from one run to the next, and how files are written whole."""

CACHE = ".cache/plugin/sop-catalogue"
"""Beside mkdocs.yml, unless its `cache_dir` says otherwise."""
