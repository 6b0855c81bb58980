"""What a line means that stops far from every symbol: the one that it points at, or the only one near."""

from __future__ import annotations

from collections.abc import Sequence

from ..geometry import apart
from ..primitives import Point
from .net import distance
from .symbols import Mark

STOPS_SHORT = "panahnya berhenti jauh dari simbol; dibaca ke simbol yang ditunjuknya"
_AHEAD = 80.0
"""How far a line is followed beyond its end."""
_STEP = 3.0
_BESIDE = 14.0


def meant(start: Point, end: Point, marks: Sequence[Mark]) -> int | None:
    """By a line from `start` to `end`."""
    found = _ahead(start, end, marks)
    return _beside(end, marks) if found is None else found


def _ahead(start: Point, end: Point, marks: Sequence[Mark]) -> int | None:
    long = apart(start, end)
    if not long:
        return None
    dx, dy = (end[0] - start[0]) / long, (end[1] - start[1]) / long
    for k in range(1, int(_AHEAD / _STEP) + 1):
        point = end[0] + dx * _STEP * k, end[1] + dy * _STEP * k
        for place, mark in enumerate(marks):
            if mark.box.holds(point, 1):
                return place
    return None


def _beside(point: Point, marks: Sequence[Mark]) -> int | None:
    near = sorted((distance(point, mark), place) for place, mark in enumerate(marks))
    if not near or near[0][0] > _BESIDE:
        return None
    return near[0][1] if len(near) < 2 or near[1][0] > 2 * near[0][0] + 4 else None
