"""The plugin's name, and the defaults of its options: what both doors must know of a mkdocs.yml."""

from __future__ import annotations

PLUGIN = "sop-catalogue"
SOP_DEFS = "sop_defs"
"""Folder of the definitions, relative to mkdocs.yml."""
CACHE_DIR = ".cache/plugin/sop-catalogue"
"""Folder for what is kept from one build to the next, relative to mkdocs.yml."""
