"""The words that the form on a web page shows, without what only the screen needs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from sop_catalogue.definition.suku_kata import SOFT

_FORM = ("sop-formulir", "sop-lampiran")
_SCREEN = {
    "sop-tersembunyi",  # heads for screen readers
    "kata",  # symbols in words
    "kartu",  # a phone's cards
    "sop-legenda",
    "sop-ket",  # what the catalogue found out about a reference
    "sop-status",
    "sop-tanda",  # a star and what its pointer says
    "sop-disimpulkan",  # the foot of a sheet says it in fewer words
}
_VOID = {"br", "img", "col", "wbr", "input", "path", "polygon", "rect", "use"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack: list[bool | None] = []
        """For each open element, whether it is shown; None outside the form."""
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        names = set((dict(attrs).get("class") or "").split())
        above = self.stack[-1] if self.stack else None
        if above is None and names.intersection(_FORM):
            above = True
        own = dict(attrs).get("id") != "sampul"  # the page's word for a sheet that has no title of its own
        self.stack.append(above and own and not names & _SCREEN)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.stack.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Closed at once: nothing stands in it."""

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1]:
            self.words += data.split()


def form_words(html: str) -> list[str]:
    reader = _Reader()
    reader.feed(html)
    return reader.words


def stands_in(text: str, word: str) -> bool:
    """Whole, or divided by a hyphen where it says that it may be."""
    return bool(re.search("-?".join(map(re.escape, word.split(SOFT))), text))
