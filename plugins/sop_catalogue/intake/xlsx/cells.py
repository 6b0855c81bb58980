"""A worksheet: its cells' texts as they are shown, its borders, its columns and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor
from xml.etree.ElementTree import Element

from ..ooxml.xml import at, number, said, whole
from .lattice import MOST_COLUMNS, MOST_ROWS, Area, Axis, Lattice, area, place
from .shown import shown
from .styles import Style

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOST_CELLS = 40_000
"""Of a worksheet; what comes behind them belongs to a list, and not to an SOP."""
_POINTS = 0.75
"""Of a pixel."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    style: Style
    uncounted: bool = False
    """A formula whose result was not saved."""


@dataclass(slots=True)
class Worksheet:
    name: str
    place: int
    """Among the shown ones, counted from 1."""
    cells: Mapping[tuple[int, int], Cell]
    lattice: Lattice

    @property
    def bottom(self) -> int:
        """The row below its last cell."""
        return max((row for row, _ in self.cells), default=-1) + 1

    @property
    def right(self) -> int:
        return max((column for _, column in self.cells), default=-1) + 1

    def text(self, one: Area) -> str:
        """Of a cell or of merged ones; nothing where they are hidden."""
        box = self.lattice.box(one)
        cell = self.cells.get((one.top, one.left))
        return cell.text if cell and box.width and box.height else ""

    def style(self, one: Area) -> Style:
        cell = self.cells.get((one.top, one.left))
        return cell.style if cell else Style()

    def filled(self) -> Iterator[tuple[Area, str]]:
        """Areas with a text, from the top, each row from the left."""
        for row, column in sorted(self.cells):
            if self.cells[row, column].text.strip():
                one = self.lattice.area(row, column)
                if (one.top, one.left) == (row, column) and (text := self.text(one)):
                    yield one, text

    def line_above(self, row: int, column: int) -> bool:
        return self._line((row, column), 1, (row - 1, column), 3)

    def line_left(self, row: int, column: int) -> bool:
        return self._line((row, column), 0, (row, column - 1), 2)

    def _line(self, cell: tuple[int, int], side: int, beside: tuple[int, int], other: int) -> bool:
        """Between two cells that are not one."""
        if self.lattice.area(*cell).holds(*beside):
            return False
        one, two = self.cells.get(cell), self.cells.get(beside)
        return bool((one and one.style.lined[side]) or (two and two.style.lined[other]))


@dataclass(frozen=True, slots=True)
class Shared:
    """What the worksheets of a workbook share."""

    texts: Sequence[str]
    styles: Sequence[Style]
    digit: int
    """How wide a digit is, in pixels."""
    from_1904: bool


def worksheet(
    root: Element, name: str, number_: int, shared: Shared, reaches: Mapping[int, float]
) -> Worksheet:
    """`reaches`: how far down in a row its shapes begin or end, for rows that keep no height of their own."""
    usual = at(root, "sheetFormatPr")
    hidden = said(usual, "zeroHeight")
    height = 0.0 if hidden else number(usual, "defaultRowHeight", 15)
    rows = dict(_rows(root))
    heights = {
        row: _height(one, hidden) for row, one in rows.items() if hidden or {"ht", "hidden"} & set(one.attrib)
    }
    for row, reach in reaches.items():
        if row < MOST_ROWS and row not in heights:
            heights[row] = max(height, reach)
    found = [(row, column, cell) for row, one in rows.items() for column, cell in _in_row(one)]
    cells = {(row, column): _cell(cell, shared) for row, column, cell in found[:_MOST_CELLS]}
    merged = [area(one.get("ref", "")) for one in root.iterfind("mergeCells/mergeCell")]
    columns = _columns(root, usual, shared.digit)
    lattice = Lattice(columns, Axis(height, heights), [one for one in merged if one])
    return Worksheet(name, number_, cells, lattice)


def _rows(root: Element) -> Iterator[tuple[int, Element]]:
    row = -1
    for one in root.iterfind("sheetData/row"):
        row = whole(one, "r", row + 2) - 1
        if 0 <= row < MOST_ROWS:
            yield row, one


def _height(row: Element, hidden: bool) -> float:
    if said(row, "hidden") or (hidden and "ht" not in row.attrib):
        return 0.0
    return max(0.0, number(row, "ht", 15))


def _in_row(row: Element) -> Iterator[tuple[int, Element]]:
    column = -1
    for cell in row:
        where = place(cell.get("r", ""))
        column = where[1] if where else column + 1
        if column < MOST_COLUMNS:
            yield column, cell


def _cell(cell: Element, shared: Shared) -> Cell:
    number_ = whole(cell, "s")
    style = shared.styles[number_] if 0 <= number_ < len(shared.styles) else Style()
    kind, value = cell.get("t", "n"), cell.findtext("v")
    inline = cell.find("is")
    text = value or ""
    if kind == "s":
        at_ = int(text) if text.isdecimal() and len(text) < 9 else -1
        text = shared.texts[at_] if 0 <= at_ < len(shared.texts) else ""
    elif inline is not None:
        text = unescaped("".join(texts(inline)))
    elif kind == "n" and text:
        text = shown(text, style.format, shared.from_1904)
        style = style if style.level else replace(style, level="right")
    else:
        text = unescaped(text)
    return Cell(text, style, uncounted=value is None and cell.find("f") is not None)


def unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")


def _columns(root: Element, usual: Element | None, digit: int) -> Axis:
    sizes: dict[int, float] = {}
    for one in root.iterfind("cols/col"):
        first, last = max(1, whole(one, "min")), min(whole(one, "max"), MOST_COLUMNS)
        width = 0.0 if said(one, "hidden") else _width(number(one, "width", 9.14), digit)
        sizes.update(dict.fromkeys(range(first - 1, last), width))
    if usual is not None and "defaultColWidth" in usual.attrib:
        return Axis(_width(number(usual, "defaultColWidth", 9.14), digit), sizes)
    pixels = min(255, whole(usual, "baseColWidth", 8)) * digit + 5
    return Axis(-(-pixels // 8) * 8 * _POINTS, sizes)


def _width(letters: float, digit: int) -> float:
    """In points, of a width that counts digits."""
    return max(0.0, floor((256 * min(letters, 255) + floor(128 / digit)) / 256 * digit) * _POINTS)


def texts(element: Element) -> Iterator[str]:
    """Of a shared string or an inline one: its runs, without what is only for reading aloud."""
    for one in element:
        if one.tag == "t":
            yield one.text or ""
        elif one.tag == "r":
            yield from texts(one)
