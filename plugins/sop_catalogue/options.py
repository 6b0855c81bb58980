"""The plugin's name, and the defaults of its options: what both doors must know of a mkdocs.yml."""

from __future__ import annotations

PLUGIN = "sop-catalogue"
SOP_DEFS = "sop_defs"
"""Folder of the definitions, relative to mkdocs.yml."""
PART = "KATALOG_SOP_BAGIAN"
"""Variable of the environment by which `sop serve` tells the plugin to serve one pemda or unit alone."""
CACHE_DIR = ".cache/plugin/sop-catalogue"
"""Folder for what is kept from one build to the next, relative to mkdocs.yml."""
