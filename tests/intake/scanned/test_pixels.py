"""What is seen in pixels, and that nothing in them stops who looks."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_catalogue.intake.drawing.ink import Shape
from sop_catalogue.intake.drawing.symbols import Form, form_of
from sop_catalogue.intake.primitives import Laid, Page
from sop_catalogue.intake.scanned.letters import words_in
from sop_catalogue.intake.scanned.outlines import outlines
from sop_catalogue.intake.scanned.page import seen
from sop_catalogue.intake.scanned.picture import Dark, Grey, dark_of, smaller
from sop_catalogue.intake.scanned.ruled import ruled
from sop_catalogue.intake.scanned.skew import skew_of

FINE = 4.0
"""Pixels a point."""


class Sheet:
    """Paper of some points, to be drawn on."""

    def __init__(self, wide: int, high: int) -> None:
        self.wide, self.high = round(wide * FINE), round(high * FINE)
        self.rows = [bytearray(self.wide) for _ in range(self.high)]

    def bar(self, left: float, top: float, right: float, bottom: float) -> None:
        for y in range(round(top * FINE), min(self.high, round(bottom * FINE))):
            for x in range(round(left * FINE), min(self.wide, round(right * FINE))):
                self.rows[y][x] = 1

    def box(self, left: float, top: float, right: float, bottom: float) -> None:
        self.bar(left, top, right, top + 1)
        self.bar(left, bottom - 1, right, bottom)
        self.bar(left, top, left + 1, bottom)
        self.bar(right - 1, top, right, bottom)

    @property
    def dark(self) -> Dark:
        return Dark(self.wide, self.high, b"".join(self.rows))

    @property
    def grey(self) -> Grey:
        light = bytes([240, 20]) + bytes(254)
        return Grey(self.wide, self.high, self.dark.pixels.translate(light), FINE)


def test_rules_with_a_break_are_one_and_letters_are_none() -> None:
    sheet = Sheet(200, 100)
    sheet.bar(20, 30, 90, 31)
    sheet.bar(95, 30, 180, 31)
    sheet.bar(50, 10, 51, 80)
    for x in range(20, 180, 6):
        sheet.bar(x, 50, x + 1, 58)
    found = ruled(sheet.dark, FINE)
    assert [(round(r.at / FINE, 1), r.start / FINE, r.end / FINE) for r in found.level] == [(30.5, 20, 180)]
    assert [(round(r.at / FINE, 1), r.start / FINE, r.end / FINE) for r in found.upright] == [(50.5, 10, 80)]


def test_dark_grounds_are_no_rules() -> None:
    sheet = Sheet(200, 100)
    sheet.bar(20, 30, 180, 50)
    assert ruled(sheet.dark, FINE).level == ()


def test_of_a_symbol_in_a_cell_only_the_symbol_is_an_outline() -> None:
    sheet = Sheet(120, 80)
    sheet.box(10, 10, 110, 70)
    sheet.box(40, 30, 80, 50)
    (ring,) = outlines(sheet.dark, FINE)
    box = ring.box
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((41, 31, 79, 49), abs=1)
    assert form_of(Shape(ring.points)) is Form.BOX


@pytest.mark.parametrize("fall", [-0.04, -0.011, 0.0, 0.006, 0.03])
def test_how_far_lines_fall(fall: float) -> None:
    sheet = Sheet(400, 200)
    for top in (60, 90, 120):
        for x in range(20, 380):
            y = top + fall * x
            sheet.bar(x, y, x + 1, y + 1)
    assert skew_of(smaller(sheet.dark, 2)) == pytest.approx(fall, abs=0.0015)


def test_grey_paper_is_light_and_pale_ink_dark() -> None:
    sheet = Sheet(40, 40)
    sheet.bar(10, 10, 30, 12)
    pale = bytes([170, 110]) + bytes(254)
    dark = dark_of(Grey(sheet.wide, sheet.high, sheet.dark.pixels.translate(pale), FINE))
    assert dark.pixels == sheet.dark.pixels


@settings(max_examples=40)
@given(st.integers(1, 90), st.integers(1, 60), st.integers(0, 1 << 32), st.sampled_from([2, 128, 254]))
def test_any_pixels(wide: int, high: int, number: int, light: int) -> None:
    r = Random(number)
    pixels = bytes(0 if r.randrange(256) > light else 255 for _ in range(wide * high))
    grey = Grey(wide, high, pixels, FINE)
    look = seen(grey)
    assert len(look.grey.pixels) == len(pixels)
    assert look.page(Page(1, 9, 9), (), Laid()).width == wide / FINE
    assert isinstance(look.turned, bool)
    assert abs(skew_of(dark_of(grey))) < 0.1


@given(st.text(max_size=300) | st.lists(st.text("0123456789.-\tab,|—", max_size=40)).map("\n".join))
def test_any_table_of_words(table: str) -> None:
    for word in words_in(table, FINE):
        assert word.text
