"""What became of the parts of a definition, as plain values; `wording.py` says them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The words are those of the data file."""

    NEW = "baru"
    GONE = "hilang"
    CHANGED = "berubah"
    MOVED = "pindah"


class About(StrEnum):
    """What a change is about; sentences are made by it."""

    VALUE = "isian"
    """One text: a row of the head, a cell, a title."""
    ITEM = "butir"
    """One of a list."""
    STEP = "langkah"
    EXIT = "panah"
    """Where the arrows of one label lead; `before` and `after` say it in words."""
    DECISION = "keputusan"
    """A step that has branches now, or has them no more."""
    LANE = "kolom"
    CHART = "bagan"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to tell."""

    kind: Kind
    about: About
    place: str
    """What of the form: `Nomor SOP`, `Langkah 4`, `Bagan 2, langkah 4`."""
    part: str = ""
    """What of that place: a column, the label of an arrow; empty for all of it."""
    before: str = ""
    after: str = ""
    quoted: bool = True
    """Whether the texts are sentences of an author, and no names or measures."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stood in a cell of a row, and what stands there; the texts of a list line by line."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowPair:
    """A step in one and in the other; None where there is none. In the order of the newer, those gone where they were."""

    before: int | None
    after: int | None
    moved: bool
    cells: Mapping[str, Cell]
    """By column, kegiatan included; `pelaksana` and `panah` are said in words."""
    changes: tuple[Change, ...]
    """All that is told of it."""

    @property
    def kind(self) -> Kind | None:
        """None where nothing differs."""
        kinds = {change.kind if change.about is About.STEP else Kind.CHANGED for change in self.changes}
        told = (kind for kind in (Kind.NEW, Kind.GONE, Kind.CHANGED, Kind.MOVED) if kind in kinds)
        return next(told, None)


@dataclass(frozen=True, slots=True)
class Marked:
    """Which parts of one chart are not so in the other."""

    symbols: frozenset[str] = frozenset()
    """By their keys."""
    arrows: frozenset[int] = frozenset()
    """By their places among the flow's."""
    lanes: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.symbols or self.arrows or self.lanes)


@dataclass(frozen=True, slots=True)
class ChartPair:
    """A chart in one and in the other, by their places among the charts; None where there is none."""

    before: int | None
    after: int | None
    rows: tuple[RowPair, ...]
    marked: tuple[Marked, Marked]


@dataclass(frozen=True, slots=True)
class Comparison:
    changes: tuple[Change, ...]
    """In the order of the form; empty where both say the same."""
    charts: tuple[ChartPair, ...]
