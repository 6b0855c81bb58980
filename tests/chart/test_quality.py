"""Hard rules: none broken, in any SOP of the repository and in any flow that chance makes. Crossings: few."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from sop_catalogue.chart.sheets import divide
from sop_catalogue.definition.flow.model import Flow
from tests.studio import draw, draw_sheets

from . import flows
from .flows import BACKBONE, EVERYTHING
from .generated import drawn, generated, generated_drawn, usual_drawn
from .lifelike import lifelike
from .measures import Measures, measure, ortho, ours
from .real import real
from .rules import breaches
from .seen import look
from .wild import WORDS, wild

Record = Callable[[str, object], None]
FEW, MANY = 80, 2_500
"""Generated flows at every change, and every night."""
FEW_LIFELIKE, MANY_LIFELIKE = 50, 1_000
FEW_COMPARED, MANY_COMPARED = 40, 500
FEW_CUT, MANY_CUT = 25, 500
PARTS = 10
HEAD = f"{'chart':58}{'rules broken':>14}{'arrows':>8}{'crossings':>11}{'bends':>7}"


def _line(name: str, broken: int, found: Measures) -> str:
    return f"{name[-57:]:58}{broken:14}{found.arrows:8}{found.crossings:11}{found.bends:7}"


def test_every_sop_of_the_repository(record_property: Record) -> None:
    record_property("charts", HEAD)
    total, broken = Measures(), []
    for name, flow in [*real(), ("example: backbone", BACKBONE), ("example: everything", EVERYTHING)]:
        seen = drawn(flow)
        here, found = breaches(flow, seen), measure(flow, ours(seen))
        record_property("charts", _line(name, len(here), found))
        total += found
        broken += [f"{name}: {text}" for text in here]
    record_property("charts", _line("all", len(broken), total))
    assert not broken


@pytest.mark.parametrize("part", range(PARTS))
def test_no_generated_flow_breaks_a_rule(part: int, nightly: bool) -> None:
    for number in range(part, MANY if nightly else FEW, PARTS):
        assert not breaches(generated(number), generated_drawn(number)), f"flow {number}"


@pytest.mark.parametrize("part", range(PARTS))
def test_no_lifelike_flow_breaks_a_rule(part: int, nightly: bool) -> None:
    for number in range(part, MANY_LIFELIKE if nightly else FEW_LIFELIKE, PARTS):
        flow = lifelike(Random(number))
        assert not breaches(flow, drawn(flow)), f"flow {number}"


def test_crossings_beside_those_of_graphviz(record_property: Record, nightly: bool) -> None:
    count = MANY_COMPARED if nightly else FEW_COMPARED
    sets = {
        f"{count} flows of the usual shape": [usual_drawn(number) for number in range(count)],
        f"{count} generated flows": [(generated(number), generated_drawn(number)) for number in range(count)],
    }
    for name, cases in sets.items():
        mine, theirs = Measures(), Measures()
        for (flow, seen), routes in zip(cases, ortho(cases), strict=True):
            if routes is not None:
                mine += measure(flow, ours(seen))
                theirs += measure(flow, routes)
        ratio = mine.crossings / max(theirs.crossings, 1)
        record_property(
            "charts",
            f"{name}: {mine.crossings} crossings, {mine.bends} bends; splines=ortho on the same nodes:"
            f" {theirs.crossings} crossings, {theirs.bends} bends; ratio {ratio:.2f}",
        )
        assert ratio <= 0.5


@pytest.mark.parametrize("label", [*WORDS, "Disetujui dengan perbaikan", "Ada/tidak ada", "x" * 60])
def test_labels_of_any_length_find_room(label: str) -> None:
    for base in (BACKBONE, EVERYTHING):
        arrows = tuple(
            a if a.label != "Tidak" else type(a)(a.source, a.target, label, a.plain, a.of_decision)
            for a in base.arrows
        )
        flow = Flow(base.lanes, base.rows, base.symbols, arrows)
        assert not breaches(flow, drawn(flow))


LONG = (
    "Berkas belum lengkap dan harus dikembalikan kepada pemohon",
    "Administratif/kepegawaian",
    "x" * 40,
    "Ya",
)


@pytest.mark.parametrize("lanes", [4, 6, 8])
@pytest.mark.parametrize("first", range(4))
def test_four_exits_with_long_labels_widen_no_table_beyond_the_window(lanes: int, first: int) -> None:
    to = ("1", "3", "4", "5")
    labels = [*LONG[first:], *LONG[:first]]
    exits = " ".join(f"2>{k}:{label.replace(' ', '_')}" for k, label in zip(to, labels, strict=True))
    made = flows.flow(lanes, ["(0", "<2", "[0", "[3", ")1"], f"1>2 {exits} 3>4 4>5")
    widest = 660 / lanes // 2 * 2
    drawing = draw(made, widest=widest)
    assert not breaches(made, look(drawing, lanes))
    assert drawing.lane_width <= max(widest, draw(_unlabelled(made)).lane_width)


def _unlabelled(made: Flow) -> Flow:
    return replace(made, arrows=tuple(replace(a, label="") for a in made.arrows))


@pytest.mark.parametrize("count", [1, 3, 8, 20])
def test_many_returns_to_one_box(count: int) -> None:
    rows = ["(0", "[1", *(f"<{2 + i % 3}" for i in range(count)), ")1"]
    steps = [f"{i + 3}>{i + 4}:Ya {i + 3}>2:Tidak" for i in range(count)]
    made = flows.flow(5, rows, " ".join(["1>2 2>3", *steps]))
    assert not breaches(made, drawn(made))


def test_sheets_of_paper_keep_every_rule(nightly: bool) -> None:
    for number in range(MANY_CUT if nightly else FEW_CUT):
        r = Random(number)
        lanes, rows = r.randint(1, 8), r.randint(2, 24)
        flow = wild(r, lanes, rows)
        starts = sorted(r.sample(range(1, rows), min(rows - 1, 2)))
        sheets = draw_sheets(flow, starts)
        for part, sheet in zip(divide(flow, starts), sheets, strict=True):
            assert not breaches(part.flow, look(sheet.drawing, lanes)), f"flow {number}"
        assert len({sheet.drawing.lane_width for sheet in sheets}) == 1, f"flow {number}"
