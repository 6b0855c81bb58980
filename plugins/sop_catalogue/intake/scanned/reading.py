"""The pages of a document that are pictures, read from them: with the words that lie under the picture where they are of use, else by OCR."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from ..drawing.ink import ink_of
from ..identity import identity_of
from ..primitives import Box, Document, Laid, Page, UnreadableError, Word
from ..table.grid import grids_of
from ..table.rules import Rules, rules_of
from .letters import Letters, words_in
from .page import Seen, seen
from .picture import Grey, dark_of, smaller
from .skew import skew_of

MOST_PAGES = 20
"""That are read so, of a document."""
_FINE, _COARSE = 300 / 72, 2.0
"""Pixels a point: to be read, and to see how far a page is askew."""
_PICTURE, _WITH_PICTURE = 0.5, 0.12
"""Of a page: what is a picture, and what has one that may be a table."""
_TELLING = 3
"""Labels of an identity that no page has by chance."""


class Paint(Protocol):
    def __call__(self, number: int, fine: float, laid: Laid) -> Grey:
        """A page of the document, counted from 1."""


def with_scans(document: Document, paint: Paint, letters: Letters) -> Document:
    """The same with what could be read of its pictures."""
    wanted = list(_pictures(document))
    if not wanted:
        return document
    pages = {page.number: page for page in document.pages}
    for k, page in enumerate(wanted):
        if k >= MOST_PAGES:
            reason = f"lebih dari {MOST_PAGES} halaman hasil pindai; pecah menjadi beberapa berkas"
            pages[page.number] = replace(page, unread=reason)
            continue
        try:
            pages[page.number] = _read(page, paint, letters)
        except UnreadableError as reason:
            pages[page.number] = replace(page, unread=str(reason))
    return replace(document, pages=tuple(pages.values()))


def _pictures(document: Document) -> Iterator[Page]:
    """Those that say nothing as they are."""
    if all(page.pictured <= _WITH_PICTURE for page in document.pages):
        return
    ruled = [(page, rules_of(ink_of(page))) for page in document.pages]
    tabled = {page.number for page, rules in ruled if grids_of(page.words, rules)}
    least = _PICTURE if tabled else _WITH_PICTURE
    for page, rules in ruled:
        if page.pictured > least and page.number not in tabled and not _identified(page, rules):
            yield page


def _tells(page: Page) -> bool:
    rules = rules_of(ink_of(page))
    return bool(grids_of(page.words, rules)) or _identified(page, rules)


def _identified(page: Page, rules: Rules) -> bool:
    identity = identity_of(page.words, rules)
    return page.pictured > _PICTURE and len(identity.fields) + len(identity.boxes) >= _TELLING


def _read(page: Page, paint: Paint, letters: Letters) -> Page:
    if letters.missing and not page.words:
        raise UnreadableError(letters.missing)
    laid = Laid(skew_of(smaller(dark_of(paint(page.number, _COARSE, Laid())), 2)))
    look = seen(paint(page.number, _FINE, laid))
    own = look.page(page, [_moved(word, page, laid) for word in page.words], laid)
    if page.words and _tells(own):
        return own
    if letters.missing:
        raise UnreadableError(letters.missing)
    ways = (1, 3) if look.turned else (0, 2)
    best = None
    for turns in ways:
        laid = replace(laid, turns=turns)
        found = _lettered(page, look if not turns else seen(paint(page.number, _FINE, laid)), laid, letters)
        if best is None or _said(found) > _said(best):
            best = found
        if not turns and (_said(found) > 200 or _tells(found)):
            break
    assert best
    return best


def _lettered(page: Page, look: Seen, laid: Laid, letters: Letters) -> Page:
    """A picture on a page of text leaves the words beside it as they are."""
    words = list(words_in(letters.read(look.grey.pgm()), look.grey.fine))
    if page.pictured <= _PICTURE and not laid.turns:
        own = [_moved(word, page, laid) for word in page.words]
        words = [*own, *(word for word in words if not any(word.box.meets(one.box) for one in own))]
    return look.page(page, words, laid)


def _said(page: Page) -> int:
    return sum(len(word.text) for word in page.words if len(word.text) > 3)


def _moved(word: Word, page: Page, laid: Laid) -> Word:
    """As its page is laid straight."""
    x, y = word.box.center
    right, down = laid.fall * (y - page.height / 2), -laid.fall * (x - page.width / 2)
    box = word.box
    return replace(word, box=Box(box.left + right, box.top + down, box.right + right, box.bottom + down))
