"""The ways between two ports: straight, L, Z, and the detours through channels."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .lattice import FIRST_CHANNEL, MIDDLE, STEP, Lattice, Point, Port

Way = tuple[Point, ...]


def fewest_bends(a: Port, b: Port) -> int:
    """Bends of the simplest shape between two ports; -1 when no shape joins them."""
    dx, dy = b.x - a.x, b.y - a.y
    if a.upright is not b.upright:
        ahead = dy * a.sign > 0 > dx * b.sign if a.upright else dx * a.sign > 0 > dy * b.sign
        return 1 if ahead else 3
    along, across = (dy, dx) if a.upright else (dx, dy)
    facing = along * a.sign > 0 > along * b.sign
    if facing and not across:
        return 0
    if facing or a.sign == b.sign:
        return 2
    return 4 if a.upright else -1


def ways(lattice: Lattice, a: Port, b: Port, bends: int, longest: float) -> Iterator[tuple[Way, float]]:
    """Every way of so many bends, with its length, up to a length that is no longer of interest."""
    xs, ys = lattice.xs, lattice.ys
    for points in _SHAPES[bends](lattice, a, b):
        length = 0.0
        px, py = points[0]
        for x, y in points[1:]:
            length += abs(xs[px] - xs[x]) + abs(ys[py] - ys[y])
            px, py = x, y
        if length < longest:
            yield points, length


def _straight(_: Lattice, a: Port, b: Port) -> Iterator[Way]:
    yield a.point, b.point


def _one_bend(_: Lattice, a: Port, b: Port) -> Iterator[Way]:
    yield a.point, (a.x, b.y) if a.upright else (b.x, a.y), b.point


def _two_bends(lattice: Lattice, a: Port, b: Port) -> Iterator[Way]:
    if a.upright:
        if a.x != b.x:
            for y in _levels(lattice, a, b):
                if a.leads(y) and b.leads(y):
                    yield a.point, (a.x, y), (b.x, y), b.point
    elif a.y != b.y:
        for x in lattice.columns:
            if a.leads(x) and b.leads(x):
                yield a.point, (x, a.y), (x, b.y), b.point


def _three_bends(lattice: Lattice, a: Port, b: Port) -> Iterator[Way]:
    if a.upright:
        y = a.outside
        for x in lattice.columns:
            if x != a.x and y != b.y and b.leads(x):
                yield a.point, (a.x, y), (x, y), (x, b.y), b.point
    else:
        y = b.outside
        for x in lattice.columns:
            if x != b.x and y != a.y and a.leads(x):
                yield a.point, (x, a.y), (x, y), (b.x, y), b.point


def _four_bends(lattice: Lattice, a: Port, b: Port) -> Iterator[Way]:
    y1, y2 = a.outside, b.outside
    if a.upright and y1 != y2:
        for x in lattice.columns:
            if x not in (a.x, b.x):
                yield a.point, (a.x, y1), (x, y1), (x, y2), (b.x, y2), b.point


_SHAPES: tuple[Callable[[Lattice, Port, Port], Iterator[Way]], ...] = (
    _straight,
    _one_bend,
    _two_bends,
    _three_bends,
    _four_bends,
)
"""By number of bends."""
MOST_BENDS = len(_SHAPES) - 1


def _levels(lattice: Lattice, a: Port, b: Port) -> Iterator[int]:
    """Horizontal lines worth a crossing-over: channels at the two ends, and whatever is just between them."""
    yield from dict.fromkeys((a.outside, b.outside))
    low, high = sorted((a.y // STEP, b.y // STEP))
    for band in range(low + 1, min(high, low + 4, lattice.bands)):
        yield band * STEP + FIRST_CHANNEL
        yield band * STEP + MIDDLE
