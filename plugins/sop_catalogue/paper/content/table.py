"""Tables on a sheet: cells that say what they are, and the lanes with what is drawn over them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...chart import Strip
from ...pages.text.prose import Prose
from ..frame import Type
from ..text.line import Line


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands in a cell instead of words."""

    svg: Markup
    height: float


@dataclass(frozen=True, slots=True)
class Upright:
    """A head that is written upwards."""

    said: Line
    height: int


@dataclass(frozen=True, slots=True)
class Cell:
    content: str | Line | Upright | Prose | Picture
    head: str = ""
    """Of what it is the head: col, colgroup, row."""
    plain: bool = False
    """A head that looks like any other cell."""
    kind: str = ""
    """What is special about it: waktu, urut, tegak, tengah-sel."""
    rows: int = 1
    columns: int = 1
    going_on: bool = False
    """On the sheet before it began."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The cells of all lanes in a row."""

    words: tuple[str, ...]
    """What the symbols are, lane by lane: printed where they are not drawn."""
    said: tuple[str, ...]
    """The same with where they lead, as it is read aloud."""
    strip: Strip | None = None
    """What is drawn over them."""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell | Lanes, ...]
    kind: str = ""
    """kelompok: it heads those below; sambungan: it shows where lines go on."""
    height: float = 0.0
    """In px; 0 for as high as its cells are."""


@dataclass(frozen=True, slots=True)
class Grid:
    """What all rows of a table share. Tables with the same grid, one below the other, are one."""

    label: str
    widths: tuple[int, ...]
    """Of its columns, in px."""
    type: Type


@dataclass(frozen=True, slots=True)
class Table:
    grid: Grid
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FlowTable:
    """The steps of a chart, or those of them that one sheet shows."""

    widths: tuple[int, ...]
    lanes: int
    """How wide all lanes are together."""
    head: tuple[Row, ...]
    head_type: Type
    rows: tuple[Row, ...]
    type: Type
