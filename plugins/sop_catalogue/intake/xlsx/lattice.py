"""Where columns and rows are, in points, and which cells are one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from ..primitives import Box, UnreadableError

MOST_ROWS, MOST_COLUMNS = 5000, 300
"""No table of an SOP reaches farther; what stands beyond is not looked at."""
_MOST_MERGED_ROWS = 200_000
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Area:
    """Cells from row to row and from column to column, counted from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def place(reference: str) -> tuple[int, int] | None:
    """Row and column of "B7"."""
    match = _REFERENCE.fullmatch(reference)
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def area(reference: str) -> Area | None:
    """Of "B7:D9", as far as it is looked at."""
    first, _, last = reference.partition(":")
    one, other = place(first), place(last or first)
    if not (one and other):
        return None
    top, left = max(0, min(one[0], other[0])), max(0, min(one[1], other[1]))
    bottom, right = min(max(one[0], other[0]), MOST_ROWS - 1), min(max(one[1], other[1]), MOST_COLUMNS - 1)
    return Area(top, left, bottom, right) if top <= bottom and left <= right else None


@dataclass(slots=True)
class Axis:
    """Widths of columns, or heights of rows."""

    usual: float
    sizes: Mapping[int, float]
    _edges: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        count = max(self.sizes, default=-1) + 1
        self._edges = [0.0, *accumulate(self.size(k) for k in range(count))]

    def size(self, k: int) -> float:
        return self.sizes.get(k, self.usual)

    def start(self, k: int) -> float:
        known = len(self._edges) - 1
        return self._edges[k] if k <= known else self._edges[-1] + (k - known) * self.usual

    def at(self, k: int, offset: float) -> float:
        """A place in a column or row; it never reaches over its end."""
        return self.start(k) + min(max(0.0, offset), self.size(k))


@dataclass(slots=True)
class Lattice:
    columns: Axis
    rows: Axis
    merged: Sequence[Area]
    _by_row: dict[int, list[Area]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = 0
        for one in self.merged:
            rows += one.bottom - one.top + 1
            if rows > _MOST_MERGED_ROWS:
                raise UnreadableError("terlalu banyak sel yang digabung")
            for row in range(one.top, one.bottom + 1):
                self._by_row.setdefault(row, []).append(one)

    def area(self, row: int, column: int) -> Area:
        """The merged cells to which a cell belongs, or itself."""
        found = next((one for one in self._by_row.get(row, ()) if one.holds(row, column)), None)
        return found or Area(row, column, row, column)

    def box(self, one: Area) -> Box:
        return Box(
            self.columns.start(one.left),
            self.rows.start(one.top),
            self.columns.start(one.right + 1),
            self.rows.start(one.bottom + 1),
        )
