"""By day a cross-section, by night all: the cases of a test share out among them what there is to look at."""

from __future__ import annotations

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


_CASE = pytest.StashKey[Case]()


def number(items: Iterable[pytest.Item]) -> None:
    """Let every test know which case of how many it is."""
    tests: dict[str, list[pytest.Item]] = {}
    for item in items:
        tests.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for cases in tests.values():
        for place, item in enumerate(cases):
            item.stash[_CASE] = Case(place, len(cases))


def case_of(item: pytest.Item) -> Case:
    return item.stash.get(_CASE, Case())


def left_for_the_night(item: pytest.Item) -> bool:
    """Of what is `halved`: where an odd number of its parameters has the second of two values."""
    spec = getattr(item, "callspec", None)
    return (
        spec is not None and bool(item.get_closest_marker("halved")) and sum(spec.indices.values()) % 2 == 1
    )
