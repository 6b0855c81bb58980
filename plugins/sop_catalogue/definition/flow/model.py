"""A flow as plain values: lanes, rows, symbols, arrows. What charts draw, pages say and data files carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ..tafsiran import NOTHING, Tafsiran, Unsur


class Shape(StrEnum):
    """The symbols of the form; the words are the definition's own."""

    START = "mulai"
    END = "selesai"
    PROCESS = "proses"
    DECISION = "keputusan"

    @property
    def is_capsule(self) -> bool:
        return self in (Shape.START, Shape.END)


class Exit(StrEnum):
    """The side of a symbol that an arrow leaves by; the words are the definition's own."""

    TOP = "atas"
    BOTTOM = "bawah"
    LEFT = "kiri"
    RIGHT = "kanan"


@dataclass(frozen=True, slots=True)
class Lane:
    index: int
    name: str
    """As the head of the column says it; may be empty."""
    group: str = ""
    """The heading it shares with its neighbours."""
    role: str = ""
    """Name or id to look up in the register of roles, when it is not the lane's own name."""


@dataclass(frozen=True, slots=True)
class Row:
    index: int
    number: str
    """As shown in the column No; may be empty."""
    id: str = ""
    new_sheet: bool = False
    """On paper, its author begins a sheet with it."""

    @property
    def called(self) -> str:
        """As texts name it: by its number, or by its place in the table where it has none."""
        return f"langkah {self.number}" if self.number else self.briefly

    @property
    def briefly(self) -> str:
        """As lists of numbers name it."""
        return self.number or f"baris ke-{self.index + 1}"


@dataclass(frozen=True, slots=True)
class Symbol:
    key: str
    """Unique in its flow, stable: `s<row>_<position>`, both counted from 1."""
    row: int
    lanes: tuple[int, ...]
    """One lane, or adjacent lanes that one box spans."""
    shape: Shape
    text: str = ""
    stack: int = 0
    """Place among the symbols of the same cell, from the top."""
    inferred: tuple[Unsur, ...] = ()
    """Whether its document shows neither its lane nor its shape, unless that is so of the whole chart."""


@dataclass(frozen=True, slots=True)
class Arrow:
    source: str
    target: str
    label: str = ""
    plain: bool = False
    """A line without arrowhead: joint work."""
    of_decision: bool = False
    two_way: bool = False
    """A head at both ends: consultation, or work that goes to and fro."""
    leaves: Exit | None = None
    """The side of its source that its author wants it to leave by."""
    connector: str = ""
    """Letter or number of its connectors, where the document has one."""
    inferred: bool = False
    """Its document does not show it, unless that is so of the whole chart."""


def passages(arrows: Iterable[Arrow], *, lines: bool = False) -> Iterator[Arrow]:
    """Every way work passes: arrows, those with two heads once in each direction; with `lines`, those both ways, too."""
    for arrow in arrows:
        if lines or not arrow.plain:
            yield arrow
        if arrow.two_way or (lines and arrow.plain):
            yield replace(arrow, source=arrow.target, target=arrow.source)


@dataclass(frozen=True, slots=True)
class Flow:
    lanes: tuple[Lane, ...]
    rows: tuple[Row, ...]
    symbols: tuple[Symbol, ...]
    arrows: tuple[Arrow, ...]
    title: str = ""
    inferred: Tafsiran = NOTHING
    """What of it its document does not show."""

    def in_row(self, row: int) -> tuple[Symbol, ...]:
        return tuple(s for s in self.symbols if s.row == row)

    def symbol(self, key: str) -> Symbol:
        return next(s for s in self.symbols if s.key == key)
