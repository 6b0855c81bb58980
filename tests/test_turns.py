"""Nothing is lost between day and night."""

from __future__ import annotations

import pytest

from tests.turns import Case, Share

PAGES = tuple("abcdefg")


@pytest.mark.parametrize("cases", [1, 2, 3, 10])
@pytest.mark.parametrize("start", [0, 1])
def test_by_day_each_thing_is_looked_at_once_and_by_night_by_every_case(cases: int, start: int) -> None:
    shares = [Share(Case(number, cases), night=False)(PAGES, start) for number in range(cases)]
    assert sorted(page for share in shares for page in share) == list(PAGES)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1
    for number in range(cases):
        assert Share(Case(number, cases), night=True)(PAGES, start) == list(PAGES)


def test_who_begins_differently_looks_in_another_way() -> None:
    one = Share(Case(0, 2), night=False)
    assert sorted(one(PAGES) + one(PAGES, 1)) == list(PAGES)


def test_a_case_knows_its_number(share: Share) -> None:
    """Of one: this test has no parameters."""
    assert share.case == Case(0, 1)


@pytest.mark.parametrize("number", range(3))
def test_cases_are_numbered_in_their_order(share: Share, number: int) -> None:
    assert share.case.number in (number, 0)  # run alone, it is the only one
    assert share.case.of in (3, 1)
