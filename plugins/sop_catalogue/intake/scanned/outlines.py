"""White regions that dark pixels close in: the insides of symbols, among others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..geometry import from_segment
from ..primitives import Point, Ring
from .picture import Dark, smaller

_COARSE = 1.4
"""Pixels a point, in which they are looked for."""
_LEAST_WIDE, _LEAST_HIGH, _HIGHEST = 12.0, 7.0, 120.0
"""Points."""
_MOST = 800
"""Of a page: more are no drawing."""
_ROUGH = 0.9
"""Points: how far an outline may be from the pixels."""
_WHITE = re.compile(rb"\0+")

Run = tuple[int, int, int]
"""A row of pixels; from where, to before where."""


@dataclass(slots=True)
class _Region:
    runs: list[Run] = field(default_factory=list)
    parent: _Region | None = None

    @property
    def root(self) -> _Region:
        found = self
        while found.parent:
            found = found.parent
        return found


def outlines(dark: Dark, fine: float) -> list[Ring]:
    """In points; without those around others, as the cell is around a symbol."""
    found = [(ring, ring.box) for ring in _outlines(dark, fine)]
    if len(found) > _MOST:
        return []
    return [
        ring for ring, box in found if not any(other is not box and box.around(other) for _, other in found)
    ]


def _outlines(dark: Dark, fine: float) -> Iterator[Ring]:
    times = max(1, round(fine / _COARSE))
    small = smaller(dark, times)
    scale = fine / times
    for region in _regions(small):
        rows: dict[int, tuple[int, int]] = {}
        for y, start, end in region.runs:
            left, right = rows.get(y, (start, end))
            rows[y] = min(left, start), max(right, end)
        wide = max(b for _, b in rows.values()) - min(a for a, _ in rows.values())
        if wide < _LEAST_WIDE * scale or not _LEAST_HIGH * scale <= len(rows) <= _HIGHEST * scale:
            continue
        if any(a == 0 or b == small.wide for a, b in rows.values()):
            continue
        yield Ring(tuple((x / scale, y / scale) for x, y in _simple(_around(rows))), closed=True)


def _regions(dark: Dark) -> list[_Region]:
    found: list[_Region] = []
    above: list[tuple[Run, _Region]] = []
    for y, row in enumerate(dark.rows):
        this: list[tuple[Run, _Region]] = []
        k = 0
        for match in _WHITE.finditer(row):
            run = y, match.start(), match.end()
            region: _Region | None = None
            while k < len(above) and above[k][0][2] <= run[1]:
                k += 1
            n = k
            while n < len(above) and above[n][0][1] < run[2]:
                other = above[n][1].root
                if region is None:
                    region = other
                elif other is not region:
                    other.parent = region
                    region.runs += other.runs
                    other.runs = []
                n += 1
            if region is None:
                region = _Region()
                found.append(region)
            region.runs.append(run)
            this.append((run, region))
        above = this
    return [region for region in found if region.parent is None]


def _around(rows: dict[int, tuple[int, int]]) -> list[Point]:
    """Down its left side, up its right one."""
    heights = sorted(rows)
    left = [(float(rows[y][0]), y + 0.5) for y in heights]
    right = [(float(rows[y][1]), y + 0.5) for y in reversed(heights)]
    return [*left, *right]


def _simple(points: Sequence[Point]) -> list[Point]:
    """Without those on the way from one corner to the next."""
    half = len(points) // 2
    return [*_between(points[:half]), *_between(points[half:])]


def _between(points: Sequence[Point]) -> list[Point]:
    if len(points) < 3:
        return list(points)
    ends = points[0], points[-1]
    far, k = max((from_segment(point, ends), k) for k, point in enumerate(points))
    if far < _ROUGH * _COARSE:
        return list(ends)
    return [*_between(points[: k + 1])[:-1], *_between(points[k:])]
