"""Routes from one symbol to another, the cheapest kinds first."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from .lattice import Lattice, Place, Port, Side, stretch
from .shapes import MOST_BENDS, Way, fewest_bends, ways

BEND = 30.0
_LEAVE = {"down": (200.0, 0.0, 16.0, 16.0), "up": (0.0, 60.0, 12.0, 12.0), "level": (40.0, 40.0, 0.0, 0.0)}
_ENTER = {"down": (0.0, 200.0, 0.0, 0.0), "up": (40.0, 12.0, 0.0, 0.0), "level": (40.0, 40.0, 0.0, 0.0)}
"""What each side costs, in the order of `Side`: leave by the bottom, enter by the side; returns leave by the top."""
_PLAIN = (60.0, 60.0, 0.0, 0.0)
"""Joint work is a line from side to side."""


class Route(NamedTuple):
    points: Way
    leaves: Side
    enters: Side
    cost: float
    """Length, bends and style, before anything it meets."""


class Candidates:
    """All routes from one symbol to another, by shape and pair of ports, the cheapest kinds first."""

    def __init__(self, lattice: Lattice, source: Place, target: Place, plain: bool = False) -> None:
        self.lattice = lattice
        xs, ys = lattice.xs, lattice.ys
        way = "level" if source.band == target.band else "down" if source.band < target.band else "up"
        leave, enter = (_PLAIN, _PLAIN) if plain else (_LEAVE[way], _ENTER[way])
        self._heap: list[tuple[float, int, int, Port, Port, float]] = []
        for a in source.ports:
            for b in target.ports:
                bends = fewest_bends(a, b)
                if bends >= 0:
                    style = leave[a.side] + enter[b.side]
                    least = style + abs(xs[a.x] - xs[b.x]) + abs(ys[a.y] - ys[b.y]) + bends * BEND
                    self._heap.append((least, len(self._heap), bends, a, b, style))
        heapify(self._heap)

    def below(self, price: float) -> list[Route]:
        """The next batch of routes that may cost less than `price`, cheapest first; empty at the end."""
        while self._heap and self._heap[0][0] < price:
            least, i, bends, a, b, style = heappop(self._heap)
            if bends + 2 <= MOST_BENDS:
                heappush(self._heap, (least + 2 * BEND, i, bends + 2, a, b, style))
            base = style + bends * BEND
            found = [
                Route(points, a.side, b.side, base + length)
                for points, length in ways(self.lattice, a, b, bends, price - base)
            ]
            if found:
                found.sort(key=_cost)
                return found
        return []


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
