"""Lengths, areas and corners of polygons, and how near things are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise
from math import hypot

from .primitives import Box, Point, Ring

Segment = tuple[Point, Point]


def length(points: Sequence[Point]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))


def sides(ring: Ring) -> list[Segment]:
    points = ring.points
    return [*pairwise(points), *([(points[-1], points[0])] if ring.closed else [])]


def area(points: Sequence[Point]) -> float:
    around = [*points, points[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(around))) / 2


def apart(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def from_segment(point: Point, segment: Segment) -> float:
    return apart(point, nearest_on(point, segment))


def nearest_on(point: Point, segment: Segment) -> Point:
    (ax, ay), (bx, by) = segment
    dx, dy = bx - ax, by - ay
    square = dx * dx + dy * dy
    if not square:
        return segment[0]
    t = max(0.0, min(1.0, ((point[0] - ax) * dx + (point[1] - ay) * dy) / square))
    return ax + t * dx, ay + t * dy


def from_box(point: Point, box: Box) -> float:
    """0 inside."""
    dx = max(box.left - point[0], 0, point[0] - box.right)
    dy = max(box.top - point[1], 0, point[1] - box.bottom)
    return hypot(dx, dy)


def inside(point: Point, polygon: Sequence[Point]) -> bool:
    x, y = point
    found = False
    for (ax, ay), (bx, by) in pairwise([*polygon, polygon[0]]):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            found = not found
    return found


def corners(points: Sequence[Point], slack: float) -> list[Point]:
    """Of a closed polygon: those at which it turns; pieces shorter than `slack` are none."""
    kept: list[Point] = []
    for point in points:
        if not kept or apart(point, kept[-1]) > slack:
            kept.append(point)
    while len(kept) > 1 and apart(kept[0], kept[-1]) <= slack:
        kept.pop()
    turning = True
    while turning and len(kept) > 3:
        turning = False
        for k, point in enumerate(kept):
            if from_segment(point, (kept[k - 1], kept[(k + 1) % len(kept)])) <= slack * 0.6:
                del kept[k]
                turning = True
                break
    return kept


def around(boxes: Iterable[Box]) -> Box:
    return reduce(Box.joined, boxes)
