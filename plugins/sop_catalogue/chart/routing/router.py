"""Chooses a route for every arrow, on the lattice: the simplest one first, again where arrows are in each other's way."""

from __future__ import annotations

from itertools import pairwise
from math import inf

from ...definition.flow.model import Flow
from ..text import longest_word
from .board import Board, Routed, Wanted
from .candidates import Candidates, Route, free
from .lattice import Lattice
from .strand import common, strands

_ROUNDS = 3


def route(flow: Flow, lattice: Lattice) -> list[Routed]:
    """A route for every arrow whose ends exist, in the flow's order."""
    board = Board(lattice)
    done: dict[int, Routed] = {}
    by_stem: dict[int, list[int]] = {}
    for wanted in sorted(_wanted(flow, lattice), key=_urgency):
        mates = [done[i] for i in by_stem.get(wanted.stem, ())]
        if found := _best(board, lattice, wanted, mates):
            board.put(found)
            done[wanted.index] = found
            by_stem.setdefault(wanted.stem, []).append(wanted.index)
    alone = [indexes[0] for indexes in by_stem.values() if len(indexes) == 1]
    _improve(board, lattice, done, alone)
    return [done[i] for i in sorted(done)]


def _wanted(flow: Flow, lattice: Lattice) -> list[Wanted]:
    stems: dict[tuple[str, str, int], int] = {}
    found = []
    for i, a in enumerate(flow.arrows):
        if a.source in lattice.places and a.target in lattice.places and a.source != a.target:
            stem = stems.setdefault((a.source, a.label, 0 if a.of_decision and a.label else i + 1), i)
            label = min(longest_word(a.label, 10.0), 90.0)
            found.append(Wanted(i, a, lattice.places[a.source], lattice.places[a.target], stem, label))
    return found


def _urgency(wanted: Wanted) -> tuple[int, int]:
    down = wanted.target.band - wanted.source.band
    lanes = abs(wanted.target.first - wanted.source.first)
    return (0 if wanted.arrow.plain else 1 if down >= 0 else 2, abs(down) * 4 + lanes)


def _best(board: Board, lattice: Lattice, wanted: Wanted, mates: list[Routed]) -> Routed | None:
    best: tuple[Route, Routed | None, int] | None = None
    price = inf
    # A route on a mate's stem saves its length, so it may be cheaper than any bound.
    slack = max((mate.route.cost for mate in mates), default=0.0)
    candidates = Candidates(lattice, wanted.source, wanted.target, wanted.arrow.plain)
    while routes := candidates.below(price + slack):
        for route in routes:
            if route.cost - slack >= price:
                break
            if not free(lattice, route.points):
                continue
            mate, shared, saved = _along(route, mates, lattice)
            cost = route.cost - saved
            cost += board.price(wanted, route, price - cost, shared)
            if cost < price:
                best, price = (route, mate, shared), cost
    if best is None:
        return None
    route, mate, shared = best
    ends = (wanted.source, route.leaves), (wanted.target, route.enters)
    found = Routed(wanted, route, strands(route.points, *ends, wanted.stem, wanted.label))
    return board.grow(mate, found, shared) if mate else found


def _along(route: Route, mates: list[Routed], lattice: Lattice) -> tuple[Routed | None, int, float]:
    """The mate whose stem a route can use longest, for how many stretches, and what that saves."""
    best: tuple[Routed | None, int, float] = (None, 0, 0.0)
    for mate in mates:
        shared = common(route.points, mate.route.points)
        if shared > best[1]:
            ways = zip(pairwise(route.points[: shared + 1]), pairwise(mate.route.points), strict=False)
            saved = sum(min(lattice.distance(*mine), lattice.distance(*its)) for mine, its in ways)
            best = (mate, shared, saved)
    return best


def _improve(board: Board, lattice: Lattice, done: dict[int, Routed], which: list[int]) -> None:
    """Routes anew every arrow that meets others, as long as that helps."""
    for _ in range(_ROUNDS):
        changed = False
        for i in which:
            routed = done[i]
            board.take(routed)
            if board.price(routed.wanted, routed.route) > 0:
                found = _best(board, lattice, routed.wanted, [])
                if found and found.route.points != routed.route.points:
                    done[i] = routed = found
                    changed = True
            board.put(routed)
        if not changed:
            return
