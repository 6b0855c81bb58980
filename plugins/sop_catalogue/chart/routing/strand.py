"""The straight stretches of a route, and whether two of them on one line have to cross."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from ...definition.flow.model import Shape
from .lattice import MIDDLE, STEP, Place, Point, Side


@dataclass(slots=True)
class End:
    """Where a strand stops along its line, and which way the arrow goes on: -1, 1, or 0 into a symbol."""

    at: int
    turn: int
    next: Strand | None = None


@dataclass(slots=True, eq=False)
class Strand:
    """One straight stretch of one arrow; branches of one stem share it."""

    upright: bool
    line: int
    """Its x or y on the lattice."""
    low: int
    high: int
    stem: int
    """The same for arrows that are branches of one exit."""
    ports: list[tuple[int, Side]]
    """Sides of symbols it is attached to."""
    wants_middle: int = 0
    """It enters (1) or leaves (2) a diamond, whose corner is in the middle of the side."""
    label: float = 0.0
    """Width of the words beside it."""
    ends: list[End] = field(default_factory=list)
    rank: int = -1
    """Place in the order of its line; -1 before it is known."""
    track: int = 0
    """Counted from the table's rule in a channel."""
    offset: float = 0.0
    """In pixels from the middle of its lane or band, on a middle line."""

    @property
    def part(self) -> int:
        return self.line % STEP

    @property
    def is_middle(self) -> bool:
        return self.line % STEP == MIDDLE

    def meets(self, other: Strand) -> bool:
        if self.stem == other.stem:
            return self.low < other.high and other.low < self.high
        if self.low > other.high or other.low > self.high:
            return False
        return not self.converges(other)

    def converges(self, other: Strand) -> bool:
        """Both only touch, and turn there into one side of one symbol, above and below each other."""
        if self.low != other.high and other.low != self.high:
            return False
        at = self.low if self.low == other.high else self.high
        mine, its = self.next_at(at), other.next_at(at)
        return mine is not None and its is not None and mine.shares_port(its)

    def next_at(self, at: int) -> Strand | None:
        return next((e.next for e in self.ends if e.at == at), None)

    def shares_port(self, other: Strand) -> bool:
        return any(port in other.ports for port in self.ports)


def strands(
    points: tuple[Point, ...], leaves: tuple[Place, Side], enters: tuple[Place, Side], stem: int, label: float
) -> list[Strand]:
    """The strands of a route, each knowing its neighbours."""
    found: list[Strand] = []
    last = len(points) - 2
    for i in range(last + 1):
        (ax, ay), (bx, by) = points[i], points[i + 1]
        if ax == bx:
            s = Strand(True, ax, min(ay, by), max(ay, by), stem, [])
        else:
            s = Strand(False, ay, min(ax, bx), max(ax, bx), stem, [])
        for here, (place, side), wish in ((i == 0, leaves, 2), (i == last, enters, 1)):
            if here:
                s.ports.append((place.index, side))
                if place.symbol.shape is Shape.DECISION:
                    s.wants_middle += wish
        found.append(s)
    found[0].label = label
    for i, s in enumerate(found):
        axis = 1 if s.upright else 0
        for k, other, beyond in ((i, i - 1, i - 1), (i + 1, i + 1, i + 2)):
            end = End(points[k][axis], 0)
            if 0 <= other <= last:
                end.turn = 1 if points[beyond][1 - axis] > s.line else -1
                end.next = found[other]
            s.ends.append(end)
    return found


def branch(new: list[Strand], trunk: list[Strand], shared: int) -> list[Strand]:
    """A route whose first `shared` strands run on a trunk's: those become the trunk's own, grown to hold both."""
    for i in range(shared):
        mine, its = new[i], trunk[i]
        its.low, its.high = min(its.low, mine.low), max(its.high, mine.high)
        its.wants_middle = max(its.wants_middle, mine.wants_middle)
        its.ports += [port for port in mine.ports if port not in its.ports]
        last = i == shared - 1
        if last:
            its.ends.append(mine.ends[1])
            if i + 1 < len(new):
                new[i + 1].ends[0].next = its
    return trunk[:shared] + new[shared:]


def common(points: tuple[Point, ...], trunk: tuple[Point, ...]) -> int:
    """How many stretches two routes from one port share before they part."""
    if points[0] != trunk[0]:
        return 0
    shared = 0
    for (a, b), (_, d) in zip(pairwise(points), pairwise(trunk), strict=False):
        axis = 1 if a[0] == b[0] else 0
        if (a[1 - axis] != d[1 - axis]) or (b[axis] > a[axis]) != (d[axis] > a[axis]):
            break
        shared += 1
        if b != d:
            break
    return shared


def forced(g: Strand, h: Strand) -> int:
    """Crossings that no order of two strands on one line avoids."""
    return min(clash(g, h), clash(h, g))


def clash(g: Strand, h: Strand) -> int:
    """Crossings if `g` runs before (left of, above) `h`."""
    n = 0
    for e in h.ends:
        n += e.turn < 0 and g.low < e.at < g.high
    for e in g.ends:
        n += e.turn > 0 and h.low < e.at < h.high
    for eg in g.ends:
        for eh in h.ends:
            if eg.at == eh.at and eg.turn and eh.turn:
                if eg.turn != eh.turn:
                    n += eg.turn > 0
                elif (g.low < eg.at) == (h.low < eg.at):
                    n += _coupled(g, eg, eh) < 0
    return n


def _coupled(g: Strand, eg: End, eh: End) -> int:
    """Two strands turn together: 1 if `g` should be before the other, -1 if after, 0 if it does not matter."""
    a, b = eg.next, eh.next
    assert a is not None and b is not None
    if a.rank >= 0 and b.rank >= 0 and a.line == b.line:
        wish = 1 if a.rank < b.rank else -1
    else:
        wish = _parting(a, b, g.line, 8)
    return wish if (g.low < eg.at) == (eg.turn < 0) else -wish


def _parting(a: Strand, b: Strand, start: int, depth: int) -> int:
    """Which of two strands that set out together from the line `start` should be before: by where they part."""
    ea = next((e for e in a.ends if e.at != start), a.ends[0])
    eb = next((e for e in b.ends if e.at != start), b.ends[0])
    if ea.at == eb.at:
        if not (ea.turn and eb.turn and depth):
            return 0
        if ea.turn != eb.turn:
            return -ea.turn
        assert ea.next is not None and eb.next is not None
        wish = _parting(ea.next, eb.next, a.line, depth - 1)
        return wish if (a.low < ea.at) == (ea.turn < 0) else -wish
    if abs(ea.at - start) < abs(eb.at - start):
        return -ea.turn if ea.turn else 0
    return eb.turn
