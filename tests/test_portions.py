"""A long list in portions."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.portions import portions


@given(st.lists(st.integers(0, 9)), st.integers(1, 20))
def test_every_item_is_in_one_portion_and_none_could_be_joined_with_the_next(
    weights: list[int], most: int
) -> None:
    found = list(portions(weights, int, most))
    assert [weight for portion in found for weight in portion] == weights
    assert all(sum(portion) <= most or len(portion) == 1 for portion in found)
    assert all(sum(portion) + after[0] > most for portion, after in pairwise(found))
