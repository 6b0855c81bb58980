"""The search of an export: the site's own index and worker, behind a page of results that needs neither server nor theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from markupsafe import Markup

from ..catalogue.model import Catalogue
from ..pages.search.index import NAME, search_index
from ..pages.search.records import page_record

ADDRESS = "cari"
SHIM = "assets/javascripts/iframe-worker.js"
"""Stands for a worker where a page is opened as a file."""
WORKER = "assets/javascripts/sop-cari.js"

Told = tuple[str, str, str]
"""A page of the catalogue that is no SOP: address, title, words."""


def search_files(catalogue: Catalogue, pages: Iterable[Told]) -> Iterator[tuple[str, bytes]]:
    """Path inside the export, and content: the index, and all that reads it."""
    records = [page_record(*page) for page in pages]
    yield f"search/{NAME}", search_index(catalogue, records, directory_urls=False)
    scripts = files("sop_catalogue.theme").joinpath("assets/javascripts")
    for item in sorted(scripts.iterdir(), key=lambda entry: entry.name):
        if item.name.startswith(("sop-cari", "iframe-worker")):
            yield f"assets/javascripts/{item.name}", item.read_bytes()


def hints() -> Markup:
    """What one may type, in the words of the site's search box."""
    return Markup(files("sop_catalogue.theme").joinpath("partials/sop-petunjuk-cari.html").read_text("utf-8"))
