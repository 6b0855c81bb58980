"""Symbols and arrows as hands draw them: not quite touching, past the table's edge, beside each other."""

from __future__ import annotations

from math import cos, pi, sin

from sop_catalogue.intake.drawing.afar import STOPS_SHORT
from sop_catalogue.intake.drawing.ink import Shape
from sop_catalogue.intake.drawing.symbols import Form, form_of
from sop_catalogue.intake.primitives import Ring, Stroke
from tests.intake.made import BODY, ROW, Made, arrows, cell, chart, table

ACTS = ("Menerima surat", "Memeriksa surat", "Mencatat surat")


def capsule(made: Made, left: float, top: float) -> None:
    made.strokes.append(Stroke(Ring(tuple(_round(left, top, 40, 20)), closed=True, curved=True)))


def _round(left: float, top: float, wide: float, high: float) -> list[tuple[float, float]]:
    r = high / 2
    right = [(left + wide - r + r * cos(a), top + r + r * cos(a - pi / 2)) for a in _turn(-pi / 2)]
    return [*right, *((left + r + r * cos(a), top + r + r * cos(a - pi / 2)) for a in _turn(pi / 2))]


def _turn(start: float) -> list[float]:
    return [start + pi * k / 12 for k in range(13)]


def test_a_line_that_turns_below_a_symbol_does_not_leave_it() -> None:
    made = table(ACTS)
    for lane in (0, 1):
        made.symbol(0, lane)
    made.symbol(1, 1)
    first, beside, below = cell(0, 0), cell(0, 1), cell(1, 1)
    made.line((first.right, first.center[1]), (beside.left, beside.center[1]))
    turn = first.bottom + 8
    x = below.center[0]
    made.line((first.center[0], first.bottom), (first.center[0], turn))
    made.line((first.center[0], turn), (x, turn))
    made.arrow((x, turn), (x, below.top))
    found = chart(made)
    assert [(e.source, e.target) for e in found.edges if not e.plain] == [(0, 2)]
    assert [(e.source, e.target) for e in found.edges if e.plain] == [(0, 1)]


def test_a_flow_may_end_below_its_table() -> None:
    made = table(ACTS[:2])
    made.symbol(0, 0)
    made.symbol(1, 0)
    one, two = cell(0, 0), cell(1, 0)
    made.arrow((one.center[0], one.bottom), (one.center[0], two.top))
    low = BODY + 2 * ROW + 12
    capsule(made, two.left, low)
    made.arrow((two.center[0], two.bottom), (two.center[0], low))
    found = chart(made)
    assert [(node.step, node.form) for node in found.nodes][2] == (1, Form.CAPSULE)
    assert arrows(found) == [(0, 1, ""), (1, 2, "")]


def test_a_sheet_of_paper_is_no_capsule() -> None:
    wave = [(40 - 2 * k, 17 + 3 * sin(k * pi / 10)) for k in range(21)]
    assert form_of(Shape(((0, 0), (40, 0), *wave), curved=True)) is Form.OTHER
    assert form_of(Shape(tuple(_round(0, 0, 40, 20)), curved=True)) is Form.CAPSULE


def test_an_arrow_that_stops_far_away_goes_where_it_points_and_says_so() -> None:
    made = table(ACTS[:2])
    made.symbol(0, 0)
    made.symbol(1, 1)
    one, two = cell(0, 0), cell(1, 1)
    x, y = one.center[0] - 25, two.center[1]
    made.arrow((x, one.bottom + 3), (x, y), (two.left - 40, y))
    found = chart(made)
    assert arrows(found) == [(0, 1, "")]
    assert STOPS_SHORT in found.steps[0].doubts


def test_a_line_to_nowhere_is_none() -> None:
    made = table(ACTS[:2])
    made.symbol(0, 0)
    made.symbol(1, 2)
    made.arrow((cell(0, 0).right, BODY + 30), (cell(0, 1).left, BODY + 30))
    found = chart(made)
    assert arrows(found) == []
    assert any("satu ujung panah" in doubt for doubt in found.steps[0].doubts)


def test_what_is_drawn_in_white_is_no_symbol() -> None:
    made = table(ACTS[:2])
    made.symbol(0, 0)
    made.symbol(1, 0)
    one, two = cell(0, 0), cell(1, 0)
    made.arrow((one.center[0], one.bottom), (one.center[0], two.top))
    made.box(*(getattr(cell(0, 1), side) for side in ("left", "top", "right", "bottom")))
    made.strokes[-1] = Stroke(made.strokes[-1].ring, white=True)
    assert [node.lanes for node in chart(made).nodes] == [(0,), (0,)]


def test_a_head_inside_a_symbol_is_an_ornament() -> None:
    made = table(ACTS[:2])
    made.symbol(0, 0)
    made.symbol(1, 0)
    one, two = cell(0, 0), cell(1, 0)
    made.arrow((one.center[0], one.bottom), (one.center[0], two.top))
    made.head((two.left + 12, two.center[1]), (two.left + 6, two.center[1]))
    assert [step.doubts for step in chart(made).steps] == [[], []]


def test_an_arrow_may_run_along_a_rule() -> None:
    made = table(ACTS[:2])
    made.symbol(0, 0)
    made.symbol(1, 1)
    one, two = cell(0, 0), cell(1, 1)
    rule = BODY + ROW
    made.line((one.center[0], one.bottom), (one.center[0], rule))
    made.line((one.center[0], rule), (two.center[0], rule))
    made.arrow((two.center[0], rule), (two.center[0], two.top))
    assert arrows(chart(made)) == [(0, 1, "")]
