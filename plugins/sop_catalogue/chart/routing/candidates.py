"""Routes from one symbol to another, the cheapest kinds first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from typing import NamedTuple

from ...definition.flow.model import Exit, Shape
from .lattice import Lattice, Place, Port, Side, stretch
from .shapes import USUAL_BENDS, Way, fewest_bends, ways

BEND = 55.0
_LEAVE = {"down": (200.0, 0.0, 16.0, 16.0), "up": (0.0, 60.0, 12.0, 12.0), "level": (40.0, 40.0, 0.0, 0.0)}
_ENTER = {"down": (0.0, 200.0, 0.0, 0.0), "up": (40.0, 12.0, 0.0, 0.0), "level": (40.0, 40.0, 0.0, 0.0)}
"""What each side costs, in the order of `Side`: leave by the bottom, enter by the side; returns leave by the top."""
_PLAIN = (60.0, 60.0, 0.0, 0.0)
"""Joint work is a line from side to side."""
_RETURN_TO_START = (150.0, 150.0, 0.0, 0.0)
"""From above or below, an arrow into the start would look like another."""


class Route(NamedTuple):
    points: Way
    leaves: Side
    enters: Side
    cost: float
    """Length, bends and style, before anything it meets."""


@dataclass(slots=True)
class Bound:
    """What a route may cost at most."""

    price: float = inf


class Candidates:
    """All routes from one symbol to another that run through no third, by shape and pair of ports, the cheapest kinds first.

    What was found once is kept: an arrow is routed anew whenever others may leave it a better way.
    """

    def __init__(
        self,
        lattice: Lattice,
        source: Place,
        target: Place,
        plain: bool = False,
        leaves: Exit | None = None,
        most: int = USUAL_BENDS,
    ) -> None:
        self.lattice = lattice
        sides = (Side[leaves.name],) if leaves else tuple(Side)
        xs, ys = lattice.xs, lattice.ys
        way = "level" if source.band == target.band else "down" if source.band < target.band else "up"
        leave, enter = (_PLAIN, _PLAIN) if plain else (_LEAVE[way], _ENTER[way])
        if way == "up" and target.symbol.shape is Shape.START and not plain:
            enter = _RETURN_TO_START
        self._kinds: list[_Kind] = []
        for a in (port for port in source.ports if port.side in sides):
            for b in target.ports:
                bends = fewest_bends(a, b)
                if bends >= 0:
                    style = leave[a.side] + enter[b.side]
                    least = style + abs(xs[a.x] - xs[b.x]) + abs(ys[a.y] - ys[b.y])
                    self._kinds += [
                        _Kind(least + n * BEND, n, a, b, style + n * BEND) for n in range(bends, most + 1, 2)
                    ]
        self._kinds.sort(key=_least)

    def below(self, bound: Bound) -> Iterator[Route]:
        """Routes that cost less than the bound, which may fall meanwhile."""
        for kind in self._kinds:
            if kind.least >= bound.price:
                return
            self._find(kind, bound.price)
            for i, route in enumerate(kind.routes):
                if route.cost >= bound.price:
                    break
                if kind.free[i] is None:
                    kind.free[i] = free(self.lattice, route.points)
                if kind.free[i]:
                    yield route

    def _find(self, kind: _Kind, price: float) -> None:
        if price > kind.known:
            kind.known = price
            kind.routes = [
                Route(points, kind.a.side, kind.b.side, kind.base + length)
                for points, length in ways(self.lattice, kind.a, kind.b, kind.bends, price - kind.base)
            ]
            kind.routes.sort(key=_cost)
            kind.free = [None] * len(kind.routes)


@dataclass(slots=True)
class _Kind:
    """The routes of so many bends between two ports."""

    least: float
    """What the shortest would cost."""
    bends: int
    a: Port
    b: Port
    base: float
    """What each costs beside its length."""
    known: float = -inf
    """All that cost less are in `routes`."""
    routes: list[Route] = field(default_factory=list)
    free: list[bool | None] = field(default_factory=list)
    """Whether each runs through no symbol; None before it was asked."""


def free(lattice: Lattice, points: Way) -> bool:
    """No stretch runs through a symbol; the ports themselves are on its border."""
    last = len(points) - 2
    for i, ((ax, ay), (bx, by)) in enumerate(pairwise(points)):
        if ax == bx:
            a = ay if i else ay + (1 if by > ay else -1)
            b = by if i < last else by + (1 if ay > by else -1)
            if lattice.wall_x[ax] & stretch(a, b):
                return False
        else:
            a = ax if i else ax + (1 if bx > ax else -1)
            b = bx if i < last else bx + (1 if ax > bx else -1)
            if lattice.wall_y[ay] & stretch(a, b):
                return False
    return True


def _cost(route: Route) -> float:
    return route.cost


def _least(kind: _Kind) -> float:
    return kind.least
