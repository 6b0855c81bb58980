"""Hand-written pages, as the search plugin collected them: one entry a page, then one for each of its sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from .records import BOXES, Kind, Place, Record

_EXAMPLE = re.compile(r"<pre.*?</pre>", re.DOTALL)
"""What stands in examples is about no SOP that could be read here."""
_TAG = re.compile(r"<[^>]*>")
_HIDDEN = re.compile("[\x00-\x20\x7f]+")


def page_records(docs: Iterable[Mapping[str, Any]]) -> list[Record]:
    """One record a page, with its sections as places."""
    pages: dict[str, Record] = {}
    for doc in docs:
        path, _, anchor = str(doc["location"]).partition("#")
        title, text = _words(doc["title"]), _words(doc["text"])
        page = pages.get(path)
        if page is None:
            boxes: list[list[str]] = [[] for _ in BOXES[:-1]]
            tags = [_words(tag) for tag in doc.get("tags", ())]
            pages[path] = Record(path, title, "", tags, [*boxes, [text] if text else []], [], kind=Kind.GUIDE)
        elif anchor:
            page.places.append(Place(anchor, "", [], [title], [[text] if text else []]))
    return list(pages.values())


def _words(html: str) -> str:
    return _HIDDEN.sub(" ", unescape(_TAG.sub(" ", _EXAMPLE.sub(" ", html)))).strip()
