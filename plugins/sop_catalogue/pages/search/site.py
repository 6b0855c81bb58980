"""What the search finds in a site's folder `search`, made from what the site generator's own search has written there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from markupsafe import Markup, escape

from ...catalogue.model import Catalogue
from ..late import LateFile
from ..render import Page
from .handwritten import page_records
from .index import PLACE, search_index
from .records import told_records

INDEX = "search/search_index.json"
"""Where the generator's search writes."""
_WORKER = re.compile(r'("search": "[^"]*)assets/javascripts/workers/[^"]*(")')

Told = tuple[str, Page]
"""A page of the catalogue, and its address."""


def search_files(
    written: str, pages: Callable[[], Iterable[Told]], catalogue: Catalogue | None, directory_urls: bool
) -> Iterator[LateFile]:
    """The catalogue's own index, and Material's without a word, for nobody reads it; without a catalogue, its pages in
    Material's, and a copy for pages that are opened from a file, where a script is all that can be read.
    """

    @cache
    def text() -> bytes:
        index = json.loads(written)
        if catalogue:
            index["docs"] = []
        else:  # Material shows what it finds as HTML
            index["docs"] += [
                {"location": url, "title": escape(page.title), "text": escape(page.search_text)}
                for url, page in pages()
            ]
        return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()

    yield INDEX, text
    if catalogue:
        yield PLACE, lambda: _own(written, pages(), catalogue, directory_urls)
    else:
        yield "search/search_index.js", lambda: b"var __index = " + text()


def _own(written: str, pages: Iterable[Told], catalogue: Catalogue, directory_urls: bool) -> bytes:
    records = page_records(json.loads(written)["docs"])
    records += [record for page in pages for record in told_records(*page)]
    return search_index(catalogue, records, directory_urls)


def with_worker(path: str, config: str) -> Markup:
    """Material's settings for its scripts, with the worker at `path` behind the search box instead of its own."""
    return Markup(_WORKER.sub(rf"\g<1>{path}\g<2>", config))
