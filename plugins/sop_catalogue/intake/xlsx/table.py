"""The rows of a flow table: which cells are one step, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..table.grid import Grid
from ..table.headings import BEHIND
from ..table.rows import Cell, TableRow
from ..text import clean
from .cells import Worksheet
from .head import Head, edges
from .lattice import Area
from .writing import lines_in, paragraphs_of

_MOST_EMPTY = 3
"""Rows that a table without borders may leave out."""

Inked = Callable[[int, int], bool]
"""Whether a symbol stands in rows of the worksheet, from one to before another."""


@dataclass(frozen=True, slots=True)
class Table:
    grid: Grid
    rows: tuple[TableRow, ...]
    top: int
    """The worksheet's row that it begins at,"""
    body: int
    """the one below its head,"""
    end: int
    """and the one below it."""
    uncounted: bool = False
    """Has a formula whose result is not known."""


def table_of(sheet: Worksheet, head: Head, last: int, inked: Inked) -> Table | None:
    """`last`: the row that it ends above, at the latest."""
    reading = _Rows(sheet, head)
    end = reading.end(last, inked)
    groups = [(a, b) for a, b in pairwise([*reading.starts(end), end]) if reading.says(a, b) or inked(a, b)]
    if not groups:
        return None
    y = sheet.lattice.rows.start
    rows = [reading.row(a, b) for a, b in groups]
    for kind in BEHIND:
        reading.fill(rows, groups, kind)
    grid = Grid(head.columns, y(head.top), y(head.body), y(end), labels=head.labels, numbered=head.numbered)
    uncounted = any(cell.uncounted for (row, _), cell in sheet.cells.items() if head.body <= row < end)
    return Table(grid, tuple(rows), head.top, head.body, end, uncounted)


def joined(one: Table, other: Table) -> Table:
    """The same table, its head repeated for another page."""
    grid = replace(one.grid, bottom=other.grid.bottom)
    return Table(
        grid, (*one.rows, *other.rows), one.top, one.body, other.end, one.uncounted or other.uncounted
    )


class _Rows:
    def __init__(self, sheet: Worksheet, head: Head) -> None:
        self.sheet, self.head = sheet, head
        activity = head.span("kegiatan")
        assert activity
        self.activity, self.number = activity, head.span("no")
        self.edges = edges(head)
        self.lined = self._has_lines(head.body)

    def _has_lines(self, row: int) -> bool:
        return any(self.sheet.line_left(row, column) for column in self.edges)

    def _empty(self, row: int) -> bool:
        return not lines_in(self.sheet, Area(row, self.edges[0], row, self.edges[-1] - 1))

    def end(self, last: int, inked: Inked) -> int:
        """Where its borders end; without any, behind a few empty rows."""
        row, empty = self.head.body, 0
        while row < last:
            if self.lined:
                held = self.sheet.lattice.area(row, self.activity[0])
                if not self._has_lines(row) and held.top == row:
                    break
            else:
                empty = empty + 1 if self._empty(row) and not inked(row, row + 1) else 0
                if empty > _MOST_EMPTY:
                    return row - empty + 1
            row += 1
        return row if self.lined else row - empty

    def starts(self, end: int) -> list[int]:
        """The first row of each step."""
        body, sheet, column = self.head.body, self.sheet, self.activity[0]
        ruled = {row for row in range(body + 1, end) if sheet.line_above(row, column)}
        found = [body]
        for row in range(body + 1, end):
            if sheet.lattice.area(row, column).top < row:
                continue
            numbered = self.number and self._text(row, self.number)
            alone = not ruled and not self.number and self._text(row, self.activity)
            if row in ruled or alone or (numbered and self.says(found[-1], row)):
                found.append(row)
        return found

    def _text(self, row: int, span: tuple[int, int]) -> str:
        return clean(" ".join(lines_in(self.sheet, Area(row, span[0], row, span[1]))))

    def says(self, top: int, end: int) -> bool:
        return any(not self._empty(row) for row in range(top, end))

    def row(self, top: int, end: int) -> TableRow:
        y = self.sheet.lattice.rows.start
        number = (
            " ".join(lines_in(self.sheet, Area(top, self.number[0], end - 1, self.number[1])))
            if self.number
            else ""
        )
        activity = paragraphs_of(lines_in(self.sheet, Area(top, self.activity[0], end - 1, self.activity[1])))
        return TableRow(y(top), y(end), clean(number), activity)

    def fill(self, rows: Sequence[TableRow], groups: Sequence[tuple[int, int]], kind: str) -> None:
        span = self.head.span(kind)
        k = 0
        while span and k < len(rows):
            last = k
            while last + 1 < len(rows) and self._goes_on(groups[k : last + 2], span):
                last += 1
            lines = lines_in(self.sheet, Area(groups[k][0], span[0], groups[last][1] - 1, span[1]))
            if texts := paragraphs_of(lines):
                rows[k].cells[kind] = Cell(tuple(texts), last - k + 1)
            k = last + 1

    def _goes_on(self, groups: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
        """Its cell reaches into the last of these steps: merged, or empty there and not parted from it."""
        (top, end), (start, stop) = groups[0], groups[-1]
        if self.sheet.lattice.area(start, span[0]).top < start:
            return True
        parted = self.sheet.line_above(start, span[0]) or not self.sheet.line_above(start, self.activity[0])
        said = lines_in(self.sheet, Area(top, span[0], end - 1, span[1]))
        return bool(said) and not parted and not lines_in(self.sheet, Area(start, span[0], stop - 1, span[1]))
