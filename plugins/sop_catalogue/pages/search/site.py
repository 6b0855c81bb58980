"""What the search finds in a site's folder `search`, made from what the site generator's own search has written there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from markupsafe import Markup, escape

from ...catalogue.model import Catalogue
from ..late import LateFile
from .handwritten import page_records
from .index import PLACE, search_index
from .records import page_record

INDEX = "search/search_index.json"
"""Where the generator's search writes."""
_WORKER = re.compile(r'("search": "[^"]*)assets/javascripts/workers/[^"]*(")')

Told = tuple[str, str, str]
"""A page of the catalogue: address, title, words."""


def search_files(
    written: str, pages: Callable[[], Iterable[Told]], catalogue: Catalogue | None, directory_urls: bool
) -> Iterator[LateFile]:
    """The catalogue's own index; without a catalogue, its pages in Material's.

    The last is a copy for pages that are opened from a file, where a script is all that can be read.
    """
    if catalogue:
        yield PLACE, lambda: _own(written, pages(), catalogue, directory_urls)

    @cache
    def text() -> bytes:
        index = json.loads(written)
        if catalogue:
            index["docs"] = []
        else:  # Material shows what it finds as HTML
            index["docs"] += [
                {"location": url, "title": escape(title), "text": escape(words)}
                for url, title, words in pages()
            ]
        return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()

    yield INDEX, text
    yield "search/search_index.js", lambda: b"var __index = " + text()


def _own(written: str, pages: Iterable[Told], catalogue: Catalogue, directory_urls: bool) -> bytes:
    records = [*page_records(json.loads(written)["docs"]), *(page_record(*page) for page in pages)]
    return search_index(catalogue, records, directory_urls)


def with_worker(path: str, config: str) -> Markup:
    """Material's settings for its scripts, with the worker at `path` behind the search box instead of its own."""
    return Markup(_WORKER.sub(rf"\g<1>{path}\g<2>", config))
