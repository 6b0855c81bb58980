"""By day a cross-section, by night all: the cases of a test share out among them what there is to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import pytest

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Case:
    """One of the cases of a test: the same test with other parameters (a browser, a width, a palette)."""

    number: int = 0
    of: int = 1


@dataclass(frozen=True)
class Share:
    """What a case takes: by day its share, so that each thing is looked at in one way and each way is tried on some;
    by night everything. Run alone, it takes everything too."""

    case: Case
    night: bool

    def __call__(self, things: Sequence[Thing], start: int = 0) -> list[Thing]:
        """Two tests that begin differently look at the same thing in different ways."""
        first = (self.case.number + start) % self.case.of
        return list(things) if self.night else list(things[first :: self.case.of])

    def some(self, things: Sequence[Thing], start: int = 0) -> list[Thing]:
        """By day every other one, whatever the case; by night everything."""
        return list(things) if self.night else list(things[start::2])


_CASE = pytest.StashKey[Case]()
_ODD = pytest.StashKey[bool]()


def number(items: Iterable[pytest.Item]) -> None:
    """Let every test know which case of how many it is, and of which half."""
    tests: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        tests[item.nodeid.partition("[")[0]].append(item)
    for cases in tests.values():
        values: dict[str, list[object]] = defaultdict(list)
        for place, item in enumerate(cases):
            item.stash[_CASE] = Case(place, len(cases))
            item.stash[_ODD] = _steps(item, values) % 2 == 1


def _steps(item: pytest.Item, values: dict[str, list[object]]) -> int:
    """From the first value of each parameter to this one; some of pytest's own indices count cases, not values."""
    spec, steps = getattr(item, "callspec", None), 0
    for name, value in spec.params.items() if spec else ():
        if value not in values[name]:
            values[name].append(value)
        steps += values[name].index(value)
    return steps


def case_of(item: pytest.Item) -> Case:
    return item.stash.get(_CASE, Case())


def left_for_the_night(item: pytest.Item) -> bool:
    """Of what is `halved`: where it is an odd number of steps from the first values of its parameters.

    `halved(1)` begins one step later: so tests of two browsers take turns, each by day in one of them. Never where it
    is run alone.
    """
    mark = item.get_closest_marker("halved")
    return mark is not None and case_of(item).of > 1 and item.stash[_ODD] != bool(mark.args)
