"""Door 1: MkDocs."""

from .plugin import SopCataloguePlugin

__all__ = ["SopCataloguePlugin"]
