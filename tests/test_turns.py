"""Nothing is lost between day and night."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest

from tests.turns import Case, Share, case_of, left_for_the_night, number

PAGES = tuple("abcdefg")


@pytest.mark.parametrize("cases", [1, 2, 3, 10])
@pytest.mark.parametrize("start", [0, 1])
def test_by_day_each_thing_is_looked_at_once_and_by_night_by_every_case(cases: int, start: int) -> None:
    shares = [Share(Case(number, cases), night=False)(PAGES, start) for number in range(cases)]
    assert sorted(page for share in shares for page in share) == list(PAGES)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1
    for place in range(cases):
        assert Share(Case(place, cases), night=True)(PAGES, start) == list(PAGES)


@pytest.mark.parametrize("night", [False, True])
def test_some_and_the_others_are_all(night: bool) -> None:
    share = Share(Case(1, 2), night)
    some, others = share.some(PAGES), share.some(PAGES, 1)
    assert sorted(some + others) == sorted(PAGES * (1 + night))


def test_who_begins_differently_looks_in_another_way() -> None:
    one = Share(Case(0, 2), night=False)
    assert sorted(one(PAGES) + one(PAGES, 1)) == list(PAGES)


def test_a_case_knows_its_number(share: Share) -> None:
    """Of one: this test has no parameters."""
    assert share.case == Case(0, 1)


def test_of_what_is_halved_every_value_is_tried_by_day_with_half_of_the_others() -> None:
    """With any number of values, and in any order of the cases."""
    ways = [*product(("chromium", "firefox"), (0.5, 0.8, 1, 1.5, 2.5))]
    cases: list[Any] = [
        SimpleNamespace(
            nodeid=f"test.py::test_it[{way}]",
            stash=pytest.Stash(),
            callspec=SimpleNamespace(params=dict(zip(("reader", "zoom"), way, strict=True))),
            get_closest_marker=lambda _: pytest.mark.halved.mark,
        )
        for way in ways
    ]
    number(cases)
    assert [case_of(case) for case in cases] == [Case(place, 10) for place in range(10)]
    by_day = [way for way, case in zip(ways, cases, strict=True) if not left_for_the_night(case)]
    assert by_day == [
        ("chromium", 0.5),
        ("chromium", 1),
        ("chromium", 2.5),
        ("firefox", 0.8),
        ("firefox", 1.5),
    ]
    for case in cases:
        case.get_closest_marker = lambda _: pytest.mark.halved(1).mark
    others = [way for way, case in zip(ways, cases, strict=True) if not left_for_the_night(case)]
    assert sorted(by_day + others) == sorted(ways)
    number(cases[:1])
    assert not left_for_the_night(cases[0])
