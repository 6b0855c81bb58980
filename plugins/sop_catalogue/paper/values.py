"""What paper is made of, as plain values: sheets, and the documents they add up to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from .html.pieces import Pieces, unplaced


@dataclass(frozen=True, slots=True)
class Title:
    """Of a chart or an attachment."""

    text: str
    going_on: bool = False
    """On the sheet before it began."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of a leaf, finished, to the number at its foot."""

    kind: str
    """What stands on it: sampul, identitas, alur, lampiran, kosong; binders add their own."""
    title: str
    """In words, for contents and lists."""
    number: str
    """As printed at its foot."""
    pieces: Pieces
    """The whole `<section class="lembar">`; where its links lead and its logos lie, each document says."""
    titles: tuple[Title, ...] = ()
    """What stands on it."""

    @property
    def printed(self) -> str:
        """As HTML; what links lead to is not printed."""
        return unplaced(self.pieces)

    @property
    def hash(self) -> str:
        """Of all that is printed on it."""
        return hashlib.blake2b(self.printed.encode(), digest_size=10).hexdigest()


@dataclass(frozen=True, slots=True)
class PrintedSop:
    """The sheets of one SOP."""

    id: str
    title: str
    sheets: tuple[Sheet, ...]
    drawn: bool = True
    """False where a chart is printed in words, for Graphviz did not draw it."""
    order: str = ""
    """Its number in the binder, such as 3.17; empty where it is printed alone."""
