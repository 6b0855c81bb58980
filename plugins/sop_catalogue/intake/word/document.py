"""The body of a DOCX as lines and tables of cells, with the shapes that tell in which cell they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from xml.etree.ElementTree import Element

from ..ooxml.package import Package, opened
from ..ooxml.xml import at, whole
from ..primitives import UnreadableError
from ..tabled.model import EMPTY, Block, Cell, Line, Sign, Table
from .numbers import Numbers
from .shapes import MOST, Drawn, shapes_in

MOST_CELLS, MOST_OVER = 200_000, 100
_INSIDE = {"ins", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "moveTo", "r"}
_TWIPS = 20


@dataclass(slots=True)
class Body:
    blocks: list[Block]
    lines: int = 0
    """Arrows and lines: what they join, only a word processor can tell."""
    unplaced: int = 0
    """Symbols of which the same is true of their place."""


def body_of(data: bytes) -> Body:
    package = opened(data)
    main = _main(package)
    root = package.part(main)
    body = at(root, "body")
    if body is None:
        raise UnreadableError("bukan dokumen Word")
    parts = dict(package.related(main).values())
    numbers = Numbers(
        *(package.part(parts[kind]) if kind in parts else None for kind in ("numbering", "styles"))
    )
    reader = _Reader(numbers)
    return Body(list(reader.blocks(body)), reader.lines, reader.unplaced)


def _main(package: Package) -> str:
    return next(
        (name for kind, name in package.related("").values() if kind == "officeDocument"), "word/document.xml"
    )


@dataclass(slots=True)
class _Spot:
    """A cell while its table is read."""

    lines: list[str]
    over: int
    drawn: list[Drawn] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)


class _Reader:
    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.lines = self.unplaced = 0
        self.shapes = 0
        self.cells = 0

    def blocks(self, parent: Element) -> Iterator[Block]:
        for one in parent:
            if one.tag == "p":
                lines, drawn = self._paragraph(one)
                self.unplaced += sum(shape.form is not None for shape in drawn)
                yield from (Line(text) for text in lines or [""])
            elif one.tag == "tbl":
                yield self._table(one)
            elif one.tag in ("sdt", "sdtContent", "customXml", "ins"):
                yield from self.blocks(one)

    def _paragraph(self, paragraph: Element) -> tuple[list[str], list[Drawn]]:
        drawn: list[Drawn] = []
        text = "".join(self._texts(paragraph, drawn))
        lines = [line for one in text.split("\n") if (line := " ".join(one.split()))]
        before = self.numbers.before(paragraph)
        if before.strip() and (lines or before[0].isdigit()):
            lines[:1] = [f"{before}{lines[0] if lines else ''}".strip()]
        return lines, drawn

    def _texts(self, parent: Element, drawn: list[Drawn]) -> Iterator[str]:
        for one in parent:
            if one.tag == "t":
                yield one.text or ""
            elif one.tag in ("br", "cr"):
                yield "\n"
            elif one.tag in ("tab", "ptab"):
                yield " "
            elif one.tag == "noBreakHyphen":
                yield "-"
            elif one.tag in ("drawing", "pict"):
                self._drawn(one, drawn)
            elif one.tag == "AlternateContent":
                chosen = next(
                    (part for name in ("Choice", "Fallback") if (part := one.find(name)) is not None), None
                )
                if chosen is not None:
                    yield from self._texts(chosen, drawn)
            elif one.tag in _INSIDE:
                yield from self._texts(one, drawn)

    def _drawn(self, drawing: Element, drawn: list[Drawn]) -> None:
        for shape in shapes_in(drawing):
            self.shapes += 1
            if self.shapes > MOST:
                raise UnreadableError(f"memuat lebih dari {MOST} bentuk")
            self.lines += shape.line
            drawn.append(shape)

    def _table(self, table: Element) -> Table:
        widths = [whole(one, ":w") / _TWIPS for one in _inside(table, "gridCol", ("tblGrid",))]
        grid: list[list[_Spot | None]] = []
        heights: list[float | None] = []
        for row in _inside(table, "tr", ("sdt", "sdtContent", "customXml", "ins")):
            grid.append(self._row(row, grid[-1] if grid else []))
            height = at(row, "trPr", "trHeight")
            heights.append(whole(height, ":val") / _TWIPS if height is not None else None)
        self._place(grid, [0.0, *accumulate(widths)], heights)
        made: dict[int, Cell] = {}
        for spot in (spot for row in grid for spot in row if spot):
            made[id(spot)] = Cell(tuple(spot.lines), tuple(spot.signs))
        return Table(tuple(tuple(made[id(spot)] if spot else EMPTY for spot in row) for row in grid))

    def _row(self, row: Element, above: list[_Spot | None]) -> list[_Spot | None]:
        found: list[_Spot | None] = [None] * min(MOST_OVER, whole(at(row, "trPr", "gridBefore"), ":val"))
        for cell in _inside(row, "tc", ("sdt", "sdtContent", "customXml", "ins")):
            merged = at(cell, "tcPr", "vMerge")
            over = max(1, min(MOST_OVER, whole(at(cell, "tcPr", "gridSpan"), ":val", 1)))
            self.cells += over
            if self.cells > MOST_CELLS:
                raise UnreadableError(f"tabelnya lebih dari {MOST_CELLS} sel")
            spot = above[len(found)] if len(found) < len(above) else None
            goes_on = merged is not None and merged.get(":val", "continue") != "restart"
            found += [self._cell(cell, over, spot if goes_on else None)] * over
        return found

    def _cell(self, cell: Element, over: int, spot: _Spot | None) -> _Spot:
        spot = spot or _Spot([], over)
        for one in cell:
            if one.tag == "p":
                lines, drawn = self._paragraph(one)
                spot.lines += lines
                spot.drawn += drawn
            elif one.tag == "tbl":
                inner = self._table(one)
                spot.lines += [c.text for row in inner.rows for c in dict.fromkeys(row) if c.text]
            elif one.tag in ("sdt", "sdtContent", "customXml"):
                self._cell(one, over, spot)
        return spot

    def _place(self, grid: list[list[_Spot | None]], edges: list[float], heights: list[float | None]) -> None:
        """Each shape into the cell over which its middle stands."""
        seen: set[int] = set()
        for r, row in enumerate(grid):
            for k, spot in enumerate(row):
                if spot is None or id(spot) in seen:
                    continue
                seen.add(id(spot))
                for shape in spot.drawn:
                    place = _spot_at(grid, r, k, shape, edges, heights)
                    if shape.line:
                        continue
                    if place is None:
                        self.unplaced += shape.form is not None
                    elif shape.form is not None:
                        place.signs.append(Sign(shape.form, shape.text))
                    elif shape.text:
                        place.lines.append(shape.text)


def _spot_at(
    grid: list[list[_Spot | None]],
    r: int,
    k: int,
    shape: Drawn,
    edges: list[float],
    heights: list[float | None],
) -> _Spot | None:
    """None where nothing tells how high the rows are that it stands across, or where it stands on the page."""
    if shape.outside:
        return None
    column = k
    if k + 1 < len(edges) and shape.x:
        at_x = edges[k] + shape.x
        column = max(0, sum(edge <= at_x for edge in edges[: len(grid[r]) + 1]) - 1)
    y, row = shape.y, r
    while row + 1 < len(grid) and (high := heights[row]) is not None and y > high:
        y -= high
        row += 1
    if y < -20 or (heights[row] is None and y > 120):
        return None
    return grid[row][column] if column < len(grid[row]) else None


def _inside(parent: Element, tag: str, through: Iterable[str]) -> Iterator[Element]:
    for one in parent:
        if one.tag == tag:
            yield one
        elif one.tag in through:
            yield from _inside(one, tag, through)
