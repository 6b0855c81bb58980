"""What the search finds in a site's folder `search`, made from what the site generator's own search has written there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from ...catalogue.model import Catalogue
from .handwritten import page_records
from .index import PLACE, search_index
from .records import page_record

INDEX = "search/search_index.json"
"""Where the generator's search writes."""
_WORKER = re.compile(r'("search": "[^"]*)assets/javascripts/workers/[^"]*(")')

Told = tuple[str, str, str]
"""A page of the catalogue: address, title, words."""


def search_files(
    written: str, pages: Iterable[Told], catalogue: Catalogue | None, directory_urls: bool
) -> Iterator[tuple[str, bytes]]:
    """Path inside the site, and content: the catalogue's own index; without a catalogue, its pages in Material's.

    The last is a copy for pages that are opened from a file, where a script is all that can be read.
    """
    index = json.loads(written)
    if catalogue:
        records = [*page_records(index["docs"]), *(page_record(*page) for page in pages)]
        yield PLACE, search_index(catalogue, records, directory_urls)
        index["docs"] = []
    else:  # Material shows what it finds as HTML
        index["docs"] += [
            {"location": url, "title": escape(title), "text": escape(words)} for url, title, words in pages
        ]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    yield INDEX, text.encode()
    yield "search/search_index.js", f"var __index = {text}".encode()


def with_worker(path: str, config: str) -> Markup:
    """Material's settings for its scripts, with the worker at `path` behind the search box instead of its own."""
    return Markup(_WORKER.sub(rf"\g<1>{path}\g<2>", config))
