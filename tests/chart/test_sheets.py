"""A flow on several sheets: every row once, a pair of pentagons for every arrow that crosses over."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

import pytest

from sop_catalogue.chart.pentagon import Pentagon, letters
from sop_catalogue.chart.sheets import Part, divide
from tests.studio import draw, draw_sheets

from .flows import BACKBONE, EVERYTHING, flow
from .rules import breaches
from .seen import look
from .wild import wild


def _pentagons(part: Part) -> list[Pentagon]:
    return [s for s in part.flow.symbols if isinstance(s, Pentagon)]


def test_every_row_and_symbol_is_on_one_sheet() -> None:
    parts = divide(EVERYTHING, [3, 7])
    assert [row for part in parts for row in part.rows if row is not None] == list(range(10))
    keys = [s.key for part in parts for s in part.flow.symbols if not isinstance(s, Pentagon)]
    assert sorted(keys) == sorted(s.key for s in EVERYTHING.symbols)
    for part in parts:
        assert all(part.rows[s.row] is not None for s in part.flow.symbols if not isinstance(s, Pentagon))


def test_a_crossing_arrow_has_its_letter_on_both_sheets() -> None:
    parts = divide(BACKBONE, [8, 11])
    found = [[(p.text, p.up, p.head) for p in _pentagons(part)] for part in parts]
    assert found == [
        [("A", False, False)],
        [("A", False, True), ("B", False, False), ("C", True, False)],
        [("B", False, True), ("C", True, True)],
    ]


def test_an_arrow_over_a_whole_sheet_leaves_that_sheet_alone() -> None:
    made = flow(2, ["(0", "<0", "[0", "[0", "[0", ")1"], "1>2 2>3:Ya 2>6:Tidak 3>4 4>5 5>6")
    middle = divide(made, [2, 4])[1]
    assert {p.text for p in _pentagons(middle)} == {"A", "C"}


def test_labels_stay_with_the_exit() -> None:
    upper, lower = divide(flow(1, ["(0", "<0", ")0"], "1>2 2>3:Ya 2>1:Tidak"), [2])
    assert [(a.label, a.of_decision) for a in upper.flow.arrows] == [
        ("", False),
        ("Ya", True),
        ("Tidak", True),
    ]
    assert [(a.label, a.of_decision) for a in lower.flow.arrows] == [("", False)]


def test_strips_of_pentagons_have_no_step() -> None:
    sheet = draw_sheets(BACKBONE, [8])[1]
    assert sheet.rows == (None, 8, 9, 10, 11, 12)
    steps = [re.findall(r'data-langkah="(\d+)"', strip.svg) for strip in sheet.drawing.rows]
    assert steps == [[], ["9"], ["10"], ["11"], ["12"], ["13"]]
    assert "sop-simbol--segilima" in sheet.drawing.rows[0].svg


@pytest.mark.parametrize("starts", [[], [0], [99], [-1]])
def test_one_sheet_is_the_whole_chart(starts: list[int]) -> None:
    (sheet,) = draw_sheets(BACKBONE, starts, [80.0] * 13)
    assert sheet.drawing == draw(BACKBONE, [80.0] * 13)
    assert sheet.rows == tuple(range(13))


def test_letters_go_on_after_z() -> None:
    found = letters(703)
    assert found[:3] == ["A", "B", "C"] and found[25:28] == ["Z", "AA", "AB"] and found[-2:] == ["ZZ", "AAA"]
    assert len(set(found)) == 703 and all(len(a) <= len(b) for a, b in pairwise(found))


def test_labels_find_a_place_in_lanes_that_may_not_widen() -> None:
    narrower = 0
    for n in range(16):
        made = wild(Random(n), 6, 10)
        (free,), (held,) = draw_sheets(made, [0]), draw_sheets(made, [0], widest=100.0)
        assert not breaches(made, look(held.drawing, len(made.lanes)))
        narrower += held.drawing.lane_width < free.drawing.lane_width
    assert narrower >= 2
