"""Hard rules: none broken, in any SOP of the repository and in any flow that chance makes. Crossings: few."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from sop_catalogue.chart import draw, draw_sheets
from sop_catalogue.chart.sheets import divide
from sop_catalogue.definition.flow.model import Flow
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.sop import Sop

from .flows import BACKBONE, EVERYTHING
from .measures import Measures, measure, ortho, ours
from .rules import breaches
from .seen import Seen, look
from .wild import WORDS, usual, wild

DEFINITIONS = Path(__file__).parents[2] / "sop_defs"
EXAMPLES = 500
HEAD = f"{'chart':58}{'rules broken':>14}{'arrows':>8}{'crossings':>11}{'bends':>7}"


def _line(name: str, broken: int, found: Measures) -> str:
    return f"{name[-57:]:58}{broken:14}{found.arrows:8}{found.crossings:11}{found.bends:7}"


def _seen(flow: Flow, row_heights: list[float] | None = None) -> Seen:
    return look(draw(flow, row_heights), max(1, len(flow.lanes)))


def _definitions() -> list[tuple[str, Flow]]:
    found = []
    for file in sorted(DEFINITIONS.rglob("*.yml")):
        name = file.relative_to(DEFINITIONS).with_suffix("").as_posix()
        if name.count("/") < 2 or name.endswith("/unit"):
            continue
        model = read_definition(name, file.read_bytes(), Sop).model
        charts = model.semua_bagan if model else ()
        found += [(f"{name} {i}" if i else name, resolve(c).flow) for i, c in enumerate(charts)]
    return found


def test_every_sop_of_the_repository(report: list[str]) -> None:
    report.append(HEAD)
    total, broken = Measures(), []
    for name, flow in [*_definitions(), ("example: backbone", BACKBONE), ("example: everything", EVERYTHING)]:
        seen = _seen(flow)
        here, found = breaches(flow, seen), measure(flow, ours(seen))
        report.append(_line(name, len(here), found))
        total += found
        broken += [f"{name}: {text}" for text in here]
    report.append(_line("all", len(broken), total))
    assert not broken


_GENERATED: list[tuple[Flow, Seen]] = []


@seed(35)
@settings(
    max_examples=EXAMPLES,
    database=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
@given(
    chance=st.integers(0, 2**32),
    lanes=st.integers(1, 12),
    rows=st.one_of(st.integers(1, 16), st.integers(1, 16), st.integers(1, 60)),
    tall=st.booleans(),
)
def test_no_generated_flow_breaks_a_rule(chance: int, lanes: int, rows: int, tall: bool) -> None:
    r = Random(chance)
    flow = wild(r, lanes, rows)
    seen = _seen(flow, [r.uniform(10, 200) for _ in flow.rows] if tall else None)
    _GENERATED.append((flow, seen))
    assert not breaches(flow, seen)


def test_crossings_beside_those_of_graphviz(report: list[str]) -> None:
    tame = [usual(Random(n)) for n in range(150)]
    sets = {
        "150 flows of the usual shape": [(flow, _seen(flow)) for flow in tame],
        f"{len(_GENERATED)} generated flows": _GENERATED,
    }
    for name, cases in sets.items():
        if not cases:
            continue
        mine, theirs = Measures(), Measures()
        for (flow, seen), routes in zip(cases, ortho(cases), strict=True):
            if routes is not None:
                mine += measure(flow, ours(seen))
                theirs += measure(flow, routes)
        ratio = mine.crossings / max(theirs.crossings, 1)
        report.append(
            f"{name}: {mine.crossings} crossings, {mine.bends} bends; splines=ortho on the same nodes:"
            f" {theirs.crossings} crossings, {theirs.bends} bends; ratio {ratio:.2f}"
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
        assert not breaches(flow, _seen(flow))


@pytest.mark.parametrize("count", [1, 3, 8, 20])
def test_many_returns_to_one_box(count: int) -> None:
    from .flows import flow

    rows = ["(0", "[1", *(f"<{2 + i % 3}" for i in range(count)), ")1"]
    steps = [f"{i + 3}>{i + 4}:Ya {i + 3}>2:Tidak" for i in range(count)]
    made = flow(5, rows, " ".join(["1>2 2>3", *steps]))
    assert not breaches(made, _seen(made))


@seed(5)
@settings(max_examples=60, database=None, suppress_health_check=list(HealthCheck))
@given(chance=st.integers(0, 2**32), lanes=st.integers(1, 8), rows=st.integers(2, 24))
def test_sheets_of_paper_keep_every_rule(chance: int, lanes: int, rows: int) -> None:
    r = Random(chance)
    flow = wild(r, lanes, rows)
    starts = sorted(r.sample(range(1, rows), min(rows - 1, 2)))
    sheets = draw_sheets(flow, starts)
    for part, sheet in zip(divide(flow, starts), sheets, strict=True):
        assert not breaches(part.flow, look(sheet.drawing, lanes))
    assert len({sheet.drawing.lane_width for sheet in sheets}) == 1
