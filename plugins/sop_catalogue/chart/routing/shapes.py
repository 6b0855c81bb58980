"""The ways between two ports: straight, L, Z, and the detours through channels."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .lattice import FIRST_CHANNEL, LAST_CHANNEL, MIDDLE, STEP, Lattice, Point, Port

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
    return _SHAPES[bends](lattice, a, b, longest)


def _direct(lattice: Lattice, a: Port, b: Port, longest: float) -> Iterator[tuple[Way, float]]:
    length = lattice.distance(a.point, b.point)
    if length < longest:
        corner = () if a.upright is b.upright else ((a.x, b.y) if a.upright else (b.x, a.y),)
        yield (a.point, *corner, b.point), length


def _two_bends(lattice: Lattice, a: Port, b: Port, longest: float) -> Iterator[tuple[Way, float]]:
    if a.upright:
        if a.x == b.x:
            return
        across, ys = abs(lattice.xs[a.x] - lattice.xs[b.x]), lattice.ys
        start, end = ys[a.y], ys[b.y]
        for y in _levels(lattice, a, b):
            length = across + abs(start - ys[y]) + abs(end - ys[y])
            if length < longest and a.leads(y) and b.leads(y):
                yield (a.point, (a.x, y), (b.x, y), b.point), length
    elif a.y != b.y:
        down, xs = abs(lattice.ys[a.y] - lattice.ys[b.y]), lattice.xs
        start, end = xs[a.x], xs[b.x]
        for x in lattice.columns:
            length = down + abs(start - xs[x]) + abs(end - xs[x])
            if length < longest and a.leads(x) and b.leads(x):
                yield (a.point, (x, a.y), (x, b.y), b.point), length


def _three_bends(lattice: Lattice, a: Port, b: Port, longest: float) -> Iterator[tuple[Way, float]]:
    xs, ys = lattice.xs, lattice.ys
    y = a.outside if a.upright else b.outside
    if y == (b.y if a.upright else a.y):
        return
    down = abs(ys[a.y] - ys[y]) + abs(ys[b.y] - ys[y])
    start, end = xs[a.x], xs[b.x]
    for x in lattice.columns:
        length = down + abs(start - xs[x]) + abs(end - xs[x])
        if length >= longest:
            continue
        if a.upright:
            if x != a.x and b.leads(x):
                yield (a.point, (a.x, y), (x, y), (x, b.y), b.point), length
        elif x != b.x and a.leads(x):
            yield (a.point, (x, a.y), (x, y), (b.x, y), b.point), length


def _four_bends(lattice: Lattice, a: Port, b: Port, longest: float) -> Iterator[tuple[Way, float]]:
    y1, y2 = a.outside, b.outside
    if not a.upright or y1 == y2:
        return
    xs, ys = lattice.xs, lattice.ys
    down = abs(ys[a.y] - ys[y1]) + abs(ys[y1] - ys[y2]) + abs(ys[y2] - ys[b.y])
    start, end = xs[a.x], xs[b.x]
    for x in lattice.columns:
        length = down + abs(start - xs[x]) + abs(end - xs[x])
        if length < longest and x not in (a.x, b.x):
            yield (a.point, (a.x, y1), (x, y1), (x, y2), (b.x, y2), b.point), length


def _five_bends(lattice: Lattice, a: Port, b: Port, longest: float) -> Iterator[tuple[Way, float]]:
    """Out at a side, and around everything: there always is one, for nothing stands in the outermost channels."""
    if a.upright or not b.upright:
        return
    xs, ys = lattice.xs, lattice.ys
    x1, y2 = a.x + a.sign, b.outside
    for y1 in (a.y // STEP * STEP + FIRST_CHANNEL, a.y // STEP * STEP + LAST_CHANNEL):
        down = abs(ys[a.y] - ys[y1]) + abs(ys[y1] - ys[y2]) + abs(ys[y2] - ys[b.y])
        for x in lattice.columns:
            length = down + abs(xs[a.x] - xs[x1]) + abs(xs[x1] - xs[x]) + abs(xs[x] - xs[b.x])
            if length < longest and x not in (x1, b.x) and y1 != y2:
                yield (a.point, (x1, a.y), (x1, y1), (x, y1), (x, y2), (b.x, y2), b.point), length


_SHAPES: tuple[Callable[[Lattice, Port, Port, float], Iterator[tuple[Way, float]]], ...] = (
    _direct,
    _direct,
    _two_bends,
    _three_bends,
    _four_bends,
    _five_bends,
)
"""By number of bends."""
USUAL_BENDS, MOST_BENDS = 4, len(_SHAPES) - 1
"""At most; more only where nothing else leaves by the side that the author wants."""


def _levels(lattice: Lattice, a: Port, b: Port) -> Iterator[int]:
    """Horizontal lines worth a crossing-over: channels at the two ends, and whatever is just between them."""
    yield from dict.fromkeys((a.outside, b.outside))
    low, high = sorted((a.y // STEP, b.y // STEP))
    for band in range(low + 1, min(high, low + 4, lattice.bands)):
        yield band * STEP + FIRST_CHANNEL
        yield band * STEP + MIDDLE
