"""Arrows: what their connectors are glued to, and where an end is loose, what it touches, points at or meets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..drawing.ink import Head
from ..drawing.net import End, Net, Stretch, touch
from ..drawing.trace import traced
from ..drawing.ways import Traced
from ..geometry import apart
from ..ooxml.outline import without_repeats
from ..primitives import Point
from ..table.grid import Grid
from .drawing import Anchored
from .symbols import Sorted

_HEAD = 5.0
_BEYOND = 25.0
"""How far lines may go around the outermost symbols, out of the lanes."""


def arrows(found: Sorted, grid: Grid) -> Traced:
    stretches = [s for line in found.lines for s in _stretches(line, found, grid)]
    touch(stretches, found.marks, whole=True)
    return traced(Net(stretches), found.marks)


def _stretches(line: Anchored, found: Sorted, grid: Grid) -> Iterator[Stretch]:
    """Glued ends are known; one that is glued to something else than a symbol is loose."""
    ties = [found.by_id.get(tie) for tie in line.ties] if len(line.rings) == 1 else [None, None]
    for ring in line.rings:
        points = without_repeats(ring.points)
        if len(points) == 1 and None not in ties:
            points = (points[0], points[0])
        if len(points) < 2 or (ties == [None, None] and not any(grid.flow.holds(p, _BEYOND) for p in points)):
            continue
        ends = _end(points, line.heads[0], ties[0]), _end(points[::-1], line.heads[1], ties[1])
        yield Stretch(ends, points[1:-1])


def _end(points: Sequence[Point], headed: bool, mark: int | None) -> End:
    tip, before = points[0], points[1]
    far = apart(tip, before) or 1
    back = tip[0] + (before[0] - tip[0]) * _HEAD / far, tip[1] + (before[1] - tip[1]) * _HEAD / far
    return End(tip, True, Head(tip, back) if headed else None, mark)
