"""What such a document consists of, whatever it was read from: lines of text and tables, in its order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..drawing.symbols import Form
from ..text import clean


@dataclass(frozen=True, slots=True)
class Sign:
    """A symbol in a cell: drawn there, or a letter that is left of it."""

    form: Form
    text: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One that is merged is the same object in each place that it takes."""

    lines: tuple[str, ...] = ()
    """As written."""
    signs: tuple[Sign, ...] = ()

    @property
    def text(self) -> str:
        return clean(" ".join(self.lines))


EMPTY = Cell()

Rows = Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]
    exact: bool = True
    """Columns stand where they are; in others a row may have lost or gained a cell, and nothing tells what is merged."""


@dataclass(frozen=True, slots=True)
class Line:
    text: str


Block = Line | Table
