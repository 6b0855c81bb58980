"""What pages get: strips that hold the row's symbols and arrows, safe, repeatable, cached."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sop_catalogue.chart import Drawing, GraphvizFailed, GraphvizMissing, Studio
from sop_catalogue.chart.graphviz.engine import LocalGraphviz
from sop_catalogue.definition.flow.model import Flow
from sop_catalogue.theme.bundles import STYLES, packaged
from tests.studio import GRAPHVIZ, draw, idle, keeping

from .flows import BACKBONE, EVERYTHING, HOSTILE, flow


def _parsed(fragment: str) -> ElementTree.Element:
    return ElementTree.fromstring(fragment)


def test_one_strip_a_row_as_wide_as_all_lanes() -> None:
    drawing = draw(EVERYTHING)
    assert len(drawing.rows) == 10
    for i, strip in enumerate(drawing.rows, start=1):
        svg = _parsed(strip.svg)
        assert svg.get("data-langkah") == str(i)
        assert float(svg.get("width", "")) == pytest.approx(5 * drawing.lane_width, abs=0.01)
        assert float(svg.get("height", "")) == pytest.approx(strip.height, abs=0.01)
        assert svg.get("aria-hidden") == "true"


def test_every_symbol_and_arrow_is_drawn_in_its_row() -> None:
    drawing = draw(EVERYTHING)
    for row, strip in enumerate(drawing.rows):
        keys = re.findall(r'data-simbol="([^"]+)"', strip.svg)
        assert sorted(keys) == sorted(s.key for s in EVERYTHING.in_row(row))
    ends = {
        pair for s in drawing.rows for pair in re.findall(r'data-dari="([^"]+)" data-ke="([^"]+)"', s.svg)
    }
    assert ends == {(a.source, a.target) for a in EVERYTHING.arrows}


def test_fillers_repeat_the_lines_across_a_border_on_both_sides_of_it() -> None:
    rows = draw(BACKBONE).rows
    assert rows[0].above == "" and rows[-1].below == ""
    for upper, lower in pairwise(rows):
        assert upper.below == lower.above
        assert "M" in upper.below


def test_no_ids_so_that_charts_share_a_page() -> None:
    assert not any(re.search(r"\bid=", s.svg + s.above + s.below) for s in draw(EVERYTHING).rows)


def test_rows_and_lanes_are_never_smaller_than_planned() -> None:
    heights = [200.0] * 13
    drawing = draw(BACKBONE, heights, 150.0)
    assert [s.height for s in drawing.rows] == heights
    assert drawing.lane_width == 150.0
    tight = draw(BACKBONE, [1.0] * 13, 1.0)
    assert tight == draw(BACKBONE)


def test_text_of_authors_stays_text() -> None:
    base = flow(2, ["(0", "<1", ")0"], "1>2 2>3:Ya 2>1:Tidak")
    hostile = Flow(
        tuple(replace(lane, name=HOSTILE) for lane in base.lanes),
        tuple(replace(row, number=HOSTILE) for row in base.rows),
        tuple(replace(s, text=HOSTILE) for s in base.symbols),
        tuple(replace(a, label=HOSTILE + a.label) for a in base.arrows),
        HOSTILE,
    )
    for strip in draw(hostile).rows:
        svg = strip.svg
        assert {e.tag for e in _parsed(svg).iter()} <= {"svg", "g", "path", "polygon", "rect", "text"}
        svg.encode("utf-8")


@pytest.mark.parametrize(
    "odd",
    [
        Flow((), (), (), ()),
        flow(1, ["(0"], ""),
        flow(3, ["", "", ""], ""),
        flow(2, ["(0", ")1"], "1>9 9>1 1>1 1>2"),
    ],
    ids=["nothing", "one symbol", "empty rows", "arrows to nowhere"],
)
def test_odd_flows_are_drawn_as_far_as_they_go(odd: Flow) -> None:
    assert len(draw(odd).rows) == max(len(odd.rows), 1)


def test_drawing_is_repeatable() -> None:
    assert draw(EVERYTHING) == draw(EVERYTHING)


def test_strip_classes_are_styled() -> None:
    css = packaged(f"{STYLES}/formulir/alur.css")
    used = {
        name
        for strip in draw(EVERYTHING).rows
        for attribute in re.findall(r'class="([^"]+)"', strip.svg + strip.above)
        for name in attribute.split()
    }
    for name in ("sop-strip", "sop-ulur", "sop-garis", "sop-kepala", "sop-simbol", "sop-label"):
        assert name in used and f".{name}" in css
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", css)


class TestCache:
    def test_a_second_drawing_needs_no_graphviz(self, tmp_path: Path) -> None:
        studio = keeping(tmp_path / "not" / "yet")
        first = draw(BACKBONE, studio=studio)
        assert draw(BACKBONE, studio=idle(studio)) == first

    def test_what_changes_the_picture_changes_the_key(self, tmp_path: Path) -> None:
        studio = keeping(tmp_path)
        drawings: list[Drawing] = [
            draw(BACKBONE, studio=studio),
            draw(BACKBONE, [90.0] * 13, studio=studio),
            draw(BACKBONE, None, 130.0, studio=studio),
            draw(replace(BACKBONE, arrows=BACKBONE.arrows[:-1]), studio=studio),
        ]
        assert len(set(drawings)) == 4
        assert len(list(tmp_path.rglob("*.strips"))) == 4

    def test_rotten_entries_are_drawn_again(self, tmp_path: Path) -> None:
        studio = keeping(tmp_path)
        first = draw(BACKBONE, studio=studio)
        (file,) = tmp_path.rglob("*.strips")
        good = file.read_text("utf-8")
        file.write_text(good[:-1], "utf-8")
        assert draw(BACKBONE, studio=studio) == first
        assert file.read_text("utf-8") == good

    def test_an_unwritable_folder_is_no_fault(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        assert draw(BACKBONE, studio=keeping(tmp_path / "file")).rows

    def test_entries_are_small(self, tmp_path: Path) -> None:
        draw(BACKBONE, studio=keeping(tmp_path))
        (file,) = tmp_path.rglob("*.strips")
        assert file.stat().st_size < 20_000


DOT_PROGRAM = """
import sys
if sys.argv[1:] == ["-V"]:
    sys.stderr.write("dot - graphviz version 14.1.5 (20260411.2331)\\n")
    sys.exit()
assert sys.argv[1:] == ["-Kneato", "-Tsvg", "-n2"], sys.argv
import pygraphviz
graph = pygraphviz.AGraph(string=sys.stdin.read())
sys.stdout.buffer.write(graph.draw(format="svg", prog="nop2"))
"""
"""Stands in for Graphviz's own program, with its own options."""


class TestGraphviz:
    def test_without_any_the_message_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        with pytest.raises(GraphvizMissing, match="pip install pygraphviz"):
            draw(BACKBONE, studio=Studio(LocalGraphviz(with_library=False)))

    @pytest.mark.skipif(os.name == "nt", reason="needs a script as a program")
    def test_the_program_draws_what_the_library_draws(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = tmp_path / "dot"
        program.write_text(f"#!{sys.executable}\n{DOT_PROGRAM}")
        program.chmod(0o755)
        wanted = draw(EVERYTHING)
        monkeypatch.setenv("PATH", str(tmp_path))
        graphviz = LocalGraphviz(with_library=False)
        assert draw(EVERYTHING, studio=Studio(graphviz)) == wanted
        assert graphviz.version == "dot 14.1.5"
        with pytest.raises(GraphvizFailed):
            graphviz.render("digraph {{{")

    def test_a_refused_chart_is_an_error_of_this_floor(self) -> None:
        with pytest.raises(GraphvizFailed):
            GRAPHVIZ.render("digraph {{{")
        assert draw(BACKBONE).rows
