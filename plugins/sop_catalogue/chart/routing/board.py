"""What has been routed so far, and what one more route would meet there."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from ...definition.flow.model import Arrow, Shape
from .candidates import Route
from .lattice import MIDDLE, STEP, Lattice, Place, Point, Side
from .shapes import Way
from .strand import Strand, branch, forced, strands

CROSSING = 300.0
"""A detour of three lanes, or five bends: a line that is cut by none is followed with one look."""
COMPANY = 3.0
"""For every other arrow on the same line."""
SAME_SIDE, AGAINST = 12.0, 90.0
"""A side of a box with an arrow already; one with an arrow that goes the other way."""
CORNER, EXIT_CORNER = 400.0, 5000.0
"""A corner of a diamond that is taken (twice that by the other direction); one that both are exits of."""
TANGLE = 20000.0
"""Two arrows on one middle line, where there is no track beside it: only when there is no other way at all."""

_BESIDE = 36.0
"""A word that is wider finds no room between a symbol and its lane's rule."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An arrow to be routed."""

    index: int
    """In the flow."""
    arrow: Arrow
    source: Place
    target: Place
    stem: int
    """The same for branches of one exit."""
    label: float
    """Width of its longest word."""


@dataclass(slots=True)
class Routed:
    wanted: Wanted
    route: Route
    strands: list[Strand]
    shared: int = 0
    """How many of them are a mate's: one exit that forks."""


class Board:
    def __init__(self, lattice: Lattice) -> None:
        self.lines: dict[tuple[bool, int], list[Strand]] = {}
        wide, high = lattice.lanes * STEP, lattice.bands * STEP
        self._level_at = [[0] * high for _ in range(wide)]
        """x, y → how many level strands pass there."""
        self._upright_at = [[0] * wide for _ in range(high)]
        self._attached: dict[tuple[int, Side], list[tuple[Wanted, Point]]] = {}
        self.looks = 0
        """At one line each, for prices: what routing has cost so far, in a measure that is the same on any machine."""

    def put(self, routed: Routed) -> None:
        self._mark(routed.strands[routed.shared :], 1)
        for s in routed.strands[routed.shared :]:
            self.lines.setdefault((s.upright, s.line), []).append(s)
        for port, point in _ends(routed)[1 if routed.shared else 0 :]:
            self._attached.setdefault(port, []).append((routed.wanted, point))

    def take(self, routed: Routed) -> None:
        self._mark(routed.strands, -1)
        for s in routed.strands:
            self.lines[s.upright, s.line].remove(s)
        for port, point in _ends(routed):
            self._attached[port].remove((routed.wanted, point))

    def grow(self, trunk: Routed, routed: Routed, shared: int) -> Routed:
        """The same route, its first strands made one with the trunk's."""
        self._mark(trunk.strands[:shared], -1)
        strands = branch(routed.strands, trunk.strands, shared)
        self._mark(trunk.strands[:shared], 1)
        return Routed(routed.wanted, routed.route, strands, shared)

    def _mark(self, strands: list[Strand], by: int) -> None:
        for s in strands:
            passing = self._upright_at if s.upright else self._level_at
            for at in range(s.low + 1, s.high):
                passing[at][s.line] += by

    def price(self, wanted: Wanted, route: Route, limit: float = inf, shared: int = 0) -> float:
        """What a route costs beyond its own length and bends; inexact once it is over `limit`.

        Its first `shared` stretches run on a mate's.
        """
        self.looks += 1
        cost, source, target = 0.0, wanted.source, wanted.target
        if not shared and (taken := self._attached.get((source.index, route.leaves))):
            cost = _corner(taken, source, route.leaves, route.points[0], True)
        if taken := self._attached.get((target.index, route.enters)):
            cost += _corner(taken, target, route.enters, route.points[-1], False)
        if wanted.label and route.leaves >= Side.LEFT and len(route.points) > 2:
            cost += _cramped(wanted, route)
        if cost >= limit:
            return cost
        company: list[tuple[int, Strand]] = []
        points = route.points
        last = len(points) - 2
        ports = ((wanted.source.index, route.leaves), (wanted.target.index, route.enters))
        for i in range(last + 1):
            (ax, ay), (bx, by) = points[i], points[i + 1]
            upright = ax == bx
            line, low, high = (ax, ay, by) if upright else (ay, ax, bx)
            if low > high:
                low, high = high, low
            passing = self._level_at if upright else self._upright_at
            crossings = sum(passing[line][low + 1 : high])
            if crossings:
                cost += crossings * CROSSING
            others = self.lines.get((upright, line), ())
            self.looks += len(others)
            for other in others:
                if other.low > high or other.high < low:
                    continue
                if other.stem == wanted.stem and (
                    i < shared or (i == shared and (other.low == high or other.high == low))
                ):
                    continue
                if line % STEP == MIDDLE and not (
                    (i == 0 and ports[0] in other.ports) or (i == last and ports[1] in other.ports)
                ):
                    if _converge(i, last, points, ports, other):
                        continue
                    cost += TANGLE
                cost += COMPANY
                company.append((i, other))
        if company and cost < limit:
            own = strands(
                points,
                (wanted.source, route.leaves),
                (wanted.target, route.enters),
                wanted.stem,
                wanted.label,
            )
            cost += CROSSING * sum(forced(own[i], other) for i, other in company)
        return cost


def _corner(taken: list[tuple[Wanted, Point]], place: Place, side: Side, point: Point, leaves: bool) -> float:
    """What it costs to attach beside others, `taken`."""
    out = [w.source is place for w, _ in taken]
    if place.symbol.shape is Shape.DECISION:
        wide = place.last > place.first and not side.vertical  # beside that corner the slant is long
        if wide or (leaves and any(out)):
            return EXIT_CORNER
        apart = not leaves and not any(out) and all(other != point for _, other in taken)
        if not apart:  # else they meet at one tip, from either side of the rule between two lanes
            return CORNER * len(taken) * (2 if (not leaves) in out else 1)
    return (AGAINST if (not leaves) in out else SAME_SIDE) * len(taken)


def _converge(
    i: int, last: int, points: Way, ports: tuple[tuple[int, Side], tuple[int, Side]], other: Strand
) -> bool:
    """The stretch `i` only touches the other, where both turn into one side of one symbol."""
    axis = 1 if other.upright else 0
    for end, neighbour, port in ((i, i - 1, ports[0]), (i + 1, i + 1, ports[1])):
        at = points[end][axis]
        outer = points[i + 1 if end == i else i][axis]
        touches = (at == other.low and outer < at) or (at == other.high and outer > at)
        if touches and neighbour == (0 if end == i else last):
            its = other.next_at(at)
            return its is not None and port in its.ports
    return False


def _cramped(wanted: Wanted, route: Route) -> float:
    """A label has little room beside a level exit that turns in its own lane; for a long one the lane must grow."""
    lane = route.points[1][0] // STEP
    if not wanted.source.first <= lane <= wanted.source.last:
        return 0.0
    return 10.0 + 0.6 * wanted.label + 4.0 * max(wanted.label - _BESIDE, 0.0)


def _ends(routed: Routed) -> tuple[tuple[tuple[int, Side], Point], ...]:
    """Which side of which symbol, and where on it."""
    w, r = routed.wanted, routed.route
    return ((w.source.index, r.leaves), r.points[0]), ((w.target.index, r.enters), r.points[-1])
