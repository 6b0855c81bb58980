"""Finds a route for one arrow among those that have one, and again where arrows are in each other's way."""

from __future__ import annotations

from itertools import pairwise
from math import inf

from .board import Board, Routed, Wanted
from .candidates import Bound, Candidates, Route
from .lattice import Lattice
from .shapes import MOST_BENDS
from .strand import common, strands

_ROUNDS = 3
_MOST_LOOKS = 2_000_000
"""Fifty times what a dense real flow takes; past it, routes are only simple, and no longer weighed against each other."""
_FEW = 4
"""So many routes are tried for an arrow then."""
_ALONE = (None, 0, 0.0)
"""No mate, and nothing shared or saved."""


class Router:
    """The arrows that have a route, and how to find one for one more."""

    def __init__(self, lattice: Lattice) -> None:
        self.lattice = lattice
        self.board = Board(lattice)
        self.done: dict[int, Routed] = {}
        self._candidates: dict[int, Candidates] = {}

    @property
    def spent(self) -> bool:
        return self.board.looks > _MOST_LOOKS

    def put(self, routed: Routed) -> None:
        self.board.put(routed)
        self.done[routed.wanted.index] = routed

    def candidates(self, wanted: Wanted) -> Candidates:
        found = self._candidates.get(wanted.index)
        if found is None:
            ends = (self.lattice, wanted.source, wanted.target, wanted.arrow.plain)
            found = Candidates(*ends, wanted.arrow.leaves)
            if wanted.arrow.leaves and next(found.below(Bound()), None) is None:
                found = Candidates(*ends, wanted.arrow.leaves, MOST_BENDS)
            self._candidates[wanted.index] = found
        return found

    def least(self, wanted: Wanted) -> float:
        """What its cheapest route costs where nothing else is."""
        return next((route.cost for route in self.candidates(wanted).below(Bound())), inf)

    def best(self, wanted: Wanted, mates: list[Routed], price: float = inf) -> Routed | None:
        """The cheapest route that costs less than `price`; `mates` are the other branches of its stem."""
        best: tuple[Route, Routed | None, int] | None = None
        # A route on a mate's stem saves its length, so it may be cheaper than any bound.
        slack = max((mate.route.cost for mate in mates), default=0.0)
        bound = Bound(price + slack)
        for tried, route in enumerate(self.candidates(wanted).below(bound)):
            if best and tried >= _FEW and self.spent:
                break
            mate, shared, saved = self._along(route, mates) if mates else _ALONE
            cost = route.cost - saved
            cost += self.board.price(wanted, route, price - cost, shared)
            if cost < price:
                best, price = (route, mate, shared), cost
                bound.price = price + slack
        if best is None:
            return None
        route, mate, shared = best
        ends = (wanted.source, route.leaves), (wanted.target, route.enters)
        found = Routed(wanted, route, strands(route.points, *ends, wanted.stem, wanted.label))
        return self.board.grow(mate, found, shared) if mate else found

    def _along(self, route: Route, mates: list[Routed]) -> tuple[Routed | None, int, float]:
        """The mate whose stem a route can use longest, for how many stretches, and what that saves."""
        best: tuple[Routed | None, int, float] = _ALONE
        for mate in mates:
            shared = common(route.points, mate.route.points)
            if shared > best[1]:
                ways = zip(pairwise(route.points[: shared + 1]), pairwise(mate.route.points), strict=False)
                saved = sum(
                    min(self.lattice.distance(*mine), self.lattice.distance(*its)) for mine, its in ways
                )
                best = (mate, shared, saved)
        return best

    def improve(self, which: list[int]) -> None:
        """Routes anew every arrow that meets others, as long as that helps."""
        for _ in range(_ROUNDS):
            changed = False
            for i in which:
                if self.spent:
                    return
                routed = self.done[i]
                self.board.take(routed)
                if self.board.price(routed.wanted, routed.route) > 0:
                    found = self.best(routed.wanted, [])
                    if found and found.route.points != routed.route.points:
                        routed = found
                        changed = True
                self.put(routed)
            if not changed:
                return
