"""The search of an export: the site's own index and worker, behind a page of results that needs neither server nor theme."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ..catalogue.model import Catalogue
from ..pages.search.index import NAME, search_index
from ..pages.search.records import page_record
from ..theme.bundles import packaged

ADDRESS = "cari"

Told = tuple[str, str, str]
"""A page of the catalogue that is no SOP: address, title, words."""


def index_file(catalogue: Catalogue, pages: Iterable[Told]) -> tuple[str, bytes]:
    """Path inside the export, and content: all SOPs, and `pages`."""
    records = [page_record(*page) for page in pages]
    return f"search/{NAME}", search_index(catalogue, records, directory_urls=False)


def hints() -> Markup:
    """What one may type, in the words of the site's search box."""
    return Markup(packaged("partials/sop-petunjuk-cari.html"))
