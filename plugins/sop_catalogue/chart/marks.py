"""Stars at what the document does not show: at the corner of a symbol, beside the start of an arrow.

They take the room that is left: nothing moves for their sake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product

from ..definition.flow.model import Shape
from .labels import Label
from .layout import Box, Layout, Line, Spot
from .room import CLEARANCE, Rect, Room

SIZE = 13.0
_HALF = 2.6
"""Of a star's height and width."""
_BESIDE = _HALF + CLEARANCE + 0.2
"""From a line to the middle of its star."""
_FIRST, _STEP, _FARTHEST = 5.0, 3.0, 40.0
"""Along an arrow."""
_NOWHERE = -1
"""The stem of no line."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The middles of the stars."""

    symbols: Mapping[str, Spot]
    lines: Mapping[int, Spot]
    """By the index of the line in the layout."""


def marks_of(layout: Layout, labels: Iterable[Label]) -> Marks:
    boxes = {key: box for key, box in layout.boxes.items() if box.place.symbol.inferred}
    drawn = sorted(enumerate(layout.lines), key=lambda found: found[1].index, reverse=True)
    lines = {line.stem: i for i, line in drawn if line.arrow.inferred}
    if not boxes and not lines:
        return Marks({}, {})
    room = Room(layout, set(range(len(layout.tops) - 1)))
    for label in labels:
        room.taken[label.row].append(label.rect)
    return Marks(
        {key: _put(room, _NOWHERE, _corners(box)) for key, box in boxes.items()},
        {i: _put(room, layout.lines[i].stem, _along(layout.lines[i])) for i in sorted(lines.values())},
    )


def _put(room: Room, stem: int, spots: Iterator[Spot]) -> Spot:
    """The first of the spots that is free, or nearly; else the very first."""
    tried = list(spots)
    for (over, apart), spot in product(((False, 2.0), (True, 0.5)), tried):
        rect = _rect(spot)
        row = room.layout.row_at(spot[1])
        if room.is_free(row, stem, rect, over, apart):
            break
    else:
        spot = tried[0]
        row, rect = room.layout.row_at(spot[1]), _rect(spot)
    room.taken[row].append(rect)
    return spot


def _rect(spot: Spot) -> Rect:
    x, y = spot
    return x - _HALF, y - _HALF, x + _HALF, y + _HALF


def _corners(box: Box) -> Iterator[Spot]:
    """Outside, close by: upper right first."""
    wide, high = box.body.width / 2, box.body.height / 2
    if box.body.shape is Shape.DECISION:
        gap = _HALF + CLEARANCE
        reach = [(wide * part + gap, high * (1 - part) + gap) for part in (0.5, 0.3, 0.7)]
    else:
        reach = [
            (wide + _BESIDE, high - _HALF),
            (wide + _BESIDE, high + _HALF),
            (wide - _HALF, high + _BESIDE),
        ]
    for x, y in reach:
        for right, down in ((1, -1), (-1, -1), (1, 1), (-1, 1)):
            yield box.x + right * x, box.y + down * y


def _along(line: Line) -> Iterator[Spot]:
    """On either side, away from its start, around its corners."""
    gone = 0.0
    for (ax, ay), (bx, by) in pairwise(line.points):
        long = abs(bx - ax) + abs(by - ay)
        x, y = ((bx - ax) / long, (by - ay) / long) if long else (0.0, 0.0)
        away = _FIRST
        while away < long - _FIRST and gone + away < _FARTHEST:
            for side in (1, -1):
                yield ax + x * away - side * y * _BESIDE, ay + y * away + side * x * _BESIDE
            away += _STEP
        gone += long
    (ax, ay), _ = line.points[:2]
    yield ax + _BESIDE, ay
