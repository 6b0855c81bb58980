"""The letters that tell the charts of one SOP apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.catalogue.chart_letters import chart_letters, titled


@pytest.mark.parametrize(
    ("titles", "letters"),
    [
        ([""], [""]),
        (["A. Sendiri"], [""]),
        (["Pegawai", "Barang"], ["A", "B"]),
        (["A. Pegawai", "B. Barang"], ["A", "B"]),
        (["**I. Pegawai**", "II. Barang"], ["I", "II"]),
        (["A. Pegawai", "Barang"], ["A", "B"]),
        (["A. Pegawai", "A. Barang"], ["A", "B"]),
        (["", ""], ["A", "B"]),
    ],
)
def test_a_title_s_own_letter_or_its_place(titles: list[str], letters: list[str]) -> None:
    assert chart_letters(titles) == letters


def test_a_title_that_has_the_letter_is_given_no_other() -> None:
    assert titled("A", "A. Pegawai") == "A. Pegawai"
    assert titled("B", "Barang") == "B. Barang"
    assert titled("", "Sendiri") == "Sendiri"


@given(
    st.lists(st.sampled_from(["", "x", "A. x", "B. x", "1. x", "IV) x"]) | st.text(max_size=8), min_size=2)
)
def test_no_two_charts_share_one(titles: list[str]) -> None:
    letters = chart_letters(titles)
    assert all(letters)
    assert len(set(letters)) == len(titles)
