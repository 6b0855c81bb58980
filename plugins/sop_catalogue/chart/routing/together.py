"""Arrows of one symbol routed together: an arrow's own best way may cost the others more than it saves."""

from __future__ import annotations

from .board import Routed
from .router import Router

_MOST = 6
"""Arrows of one symbol that are tried in several orders."""
_ALL_ORDERS = 3
"""Of so many, in every order; of more, with each of them first."""
_WORTH = 20.0
"""What another order must save."""


def regroup(router: Router, which: list[int]) -> bool:
    """Routes the arrows of each symbol in the order in which all of them together cost least; whether that changed any."""
    changed = False
    for group in _groups(router.done, which):
        if router.spent:
            break
        now = [router.done[i] for i in group]
        for routed in now:
            router.board.take(routed)
        best = _Orders(router, now).cheapest()
        changed = changed or best is not now
        for routed in best:
            router.put(routed)
    return changed


def _groups(done: dict[int, Routed], which: list[int]) -> list[list[int]]:
    groups: dict[int, list[int]] = {}
    for i in which:
        for place in (done[i].wanted.source, done[i].wanted.target):
            groups.setdefault(place.index, []).append(i)
    return [group for _, group in sorted(groups.items()) if 2 <= len(group) <= _MOST]


class _Orders:
    """The orders in which a few arrows can be routed, tried as long as they may be cheaper."""

    def __init__(self, router: Router, now: list[Routed]) -> None:
        self.router = router
        self.every = len(now) <= _ALL_ORDERS
        self.best, self.price = now, self._total(now)

    def cheapest(self) -> list[Routed]:
        """The best order, or the one that is there."""
        first: list[Routed] = []
        least = {old.wanted.index: self.router.least(old.wanted) for old in self.best}
        for old in self.best:
            index = old.wanted.index
            limit = self.price - _WORTH - sum(least.values()) + least[index]
            alone = self.router.best(old.wanted, [], limit) if least[index] < limit else None
            if alone is None:
                return self.best
            first.append(alone)
            least[index] = self._cost(alone)
        self._search([], first, 0.0, least)
        return self.best

    def _search(self, done: list[Routed], left: list[Routed], cost: float, least: dict[int, float]) -> None:
        """`least`: what each costs when the others of the group are not there."""
        if not left:
            self.best, self.price = list(done), cost
            return
        for old in left if self.every or not done else left[:1]:
            rest = [other for other in left if other is not old]
            limit = self.price - _WORTH - cost - sum(least[other.wanted.index] for other in rest)
            if least[old.wanted.index] >= limit:
                continue
            if routed := self.router.best(old.wanted, [], limit) if done else old:
                its = self._cost(routed)
                self.router.board.put(routed)
                self._search([*done, routed], rest, cost + its, least)
                self.router.board.take(routed)

    def _cost(self, routed: Routed) -> float:
        return routed.route.cost + self.router.board.price(routed.wanted, routed.route)

    def _total(self, now: list[Routed]) -> float:
        cost = 0.0
        for routed in now:
            cost += self._cost(routed)
            self.router.board.put(routed)
        for routed in now:
            self.router.board.take(routed)
        return cost
