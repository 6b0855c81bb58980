"""What is free in the rows of a layout, for words and marks that are put beside what is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..definition.flow.model import Shape
from .layout import Box, Layout, Line, Spot

CLEARANCE = 1.5
"""To symbols, borders, and what else was put there."""
DISTANCE = 3.0
"""To lines of other arrows."""
RULE = 2.5
"""To the borders of a lane: another font may be a little wider."""

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Room:
    """What is already in some rows."""

    def __init__(self, layout: Layout, rows: set[int]) -> None:
        self.layout = layout
        self.taken: dict[int, list[Rect]] = {row: [] for row in rows}
        """What was put there."""
        self.boxes: dict[int, list[Box]] = {row: [] for row in rows}
        self.ink: dict[int, list[tuple[float, float, float, float, int]]] = {row: [] for row in rows}
        """Strokes and arrowheads, each with its stem."""
        for box in layout.boxes.values():
            if box.place.symbol.row in rows:
                self.boxes[box.place.symbol.row].append(box)
        for line in layout.lines:
            for (ax, ay), (bx, by) in pairwise(line.points):
                low, high = (ay, by) if ay < by else (by, ay)
                left, right = (ax, bx) if ax < bx else (bx, ax)
                for row in range(layout.row_at(low), layout.row_at(high) + 1):
                    if row in rows:
                        self.ink[row].append((left, low, right, high, line.stem))
            for head in _heads(line):
                row = layout.row_at((head[1] + head[3]) / 2)
                if row in rows:
                    self.ink[row].append((*head, line.stem))

    def is_free(self, row: int, stem: int, rect: Rect, over: bool = False, apart: float = DISTANCE) -> bool:
        """`stem`: of the lines that may be near; `over`: it may lie over a lane's border."""
        layout = self.layout
        left, top, right, bottom = rect
        if left < RULE or right > layout.width - RULE:
            return False
        if not over and left % layout.lane_width < RULE:
            return False
        if not over and right > (left // layout.lane_width + 1) * layout.lane_width - RULE:
            return False
        if top < layout.tops[row] + 1 or bottom > layout.tops[row + 1] - 1:
            return False
        for x1, y1, x2, y2, its in self.ink[row]:
            gap = CLEARANCE if its == stem else apart
            if x2 > left - gap and x1 < right + gap and y2 > top - gap and y1 < bottom + gap:
                return False
        grown = (left - CLEARANCE, top - CLEARANCE, right + CLEARANCE, bottom + CLEARANCE)
        for r in self.taken[row]:
            if r[0] < grown[2] and grown[0] < r[2] and r[1] < grown[3] and grown[1] < r[3]:
                return False
        return not any(_covers(box, grown) for box in self.boxes[row])


def _heads(line: Line) -> Iterator[Rect]:
    if not line.arrow.plain:
        yield _head(line.points[-2], line.points[-1])
    if line.arrow.two_way:
        yield _head(line.points[1], line.points[0])


def _head(before: Spot, tip: Spot) -> Rect:
    (px, py), (x, y) = before, tip
    if px == x:
        back = 8.0 if py > y else -8.0
        return (x - 3, min(y, y + back), x + 3, max(y, y + back))
    back = 8.0 if px > x else -8.0
    return (min(x, x + back), y - 3, max(x, x + back), y + 3)


def _covers(box: Box, r: Rect) -> bool:
    half, deep = box.body.width / 2, box.body.height / 2
    across, down = max(r[0] - box.x, box.x - r[2], 0.0), max(r[1] - box.y, box.y - r[3], 0.0)
    if across >= half or down >= deep:
        return False
    return box.body.shape is not Shape.DECISION or across / half + down / deep < 1
