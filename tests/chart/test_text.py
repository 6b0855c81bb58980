"""Text in symbols: wrapped, never cut, never outside its symbol."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_catalogue.chart.symbols import LEADING, body
from sop_catalogue.chart.text import width, wrap
from sop_catalogue.definition.flow.model import Shape

from .seen import say

words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=80)


@settings(max_examples=200)
@given(words, st.floats(20, 200), st.sampled_from([9.0, 10.0]))
def test_wrapping_loses_nothing_and_stays_within_its_room(text: str, room: float, size: float) -> None:
    lines = wrap(text, room, size)
    assert say(lines, text)
    assert all(width(line, size) <= room or len(line) == 1 for line in lines)


def test_lines_break_between_words_after_slashes_and_dashes() -> None:
    assert wrap("Teknis/Administratif", 62, 10) == ("Teknis/", "Administratif")
    assert wrap("satu dua", 500, 10) == ("satu dua",)
    assert wrap("", 10, 10) == ()


def test_a_word_wider_than_its_room_is_divided_at_a_syllable() -> None:
    assert wrap("Pengadministrasi Kepegawaian", 60, 10) == ("Pengadmi-", "nistrasi", "Kepega-", "waian")
    assert wrap("Administratif", 26, 8) == ("Admi-", "nistra-", "tif")
    assert wrap("x" * 12, 30, 10) == ("xxxx-", "xxxx-", "xxxx")
    assert wrap("7" * 12, 30, 10) == ("77777", "77777", "77")


@settings(max_examples=200)
@given(words, st.sampled_from(list(Shape)), st.floats(0, 90), st.floats(0, 90))
def test_a_symbol_holds_its_text(text: str, shape: Shape, across: float, down: float) -> None:
    found = body(shape, text, across, down)
    assert say(found.lines, text)
    assert found.width >= max(56, across) and found.height >= max(26, down)
    assert found.width % 2 == found.height % 2 == 0
    high = len(found.lines) * found.size * LEADING
    wide = max((width(line, found.size) for line in found.lines), default=0.0)
    if shape is Shape.DECISION and found.lines:
        assert wide / found.width + high / found.height <= 1.001
    else:
        assert wide <= found.width and high <= found.height


@pytest.mark.parametrize("shape", list(Shape))
def test_short_text_leaves_the_usual_size(shape: Shape) -> None:
    plain, said = body(shape, ""), body(shape, "12")
    assert (plain.width, plain.height) == (said.width, said.height)


def test_text_that_is_a_little_long_shrinks_before_the_symbol_grows() -> None:
    usual, small = body(Shape.PROCESS, "Mulai"), body(Shape.PROCESS, "Memeriksa")
    assert (usual.size, small.size) == (10, 9)
    assert usual.width == small.width and usual.height == small.height
