"""A chart as a file of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sop_catalogue.definition.flow.model import Flow
from tests.studio import draw, idle, keeping, standalone

from .flows import EVERYTHING, HOSTILE

_SVG = "{http://www.w3.org/2000/svg}"


def _grouped() -> Flow:
    lanes = [replace(lane, group="Satker Pengirim" if lane.index < 2 else "") for lane in EVERYTHING.lanes]
    return replace(EVERYTHING, lanes=tuple(lanes), title="Legalisasi")


def test_groups_are_those_of_graphviz_and_say_what_they_are() -> None:
    root = ElementTree.fromstring(standalone(_grouped()))
    nodes = [g for g in root.iter(f"{_SVG}g") if g.get("class") == "node"]
    edges = [g for g in root.iter(f"{_SVG}g") if g.get("class") == "edge"]
    assert len(nodes) == len(EVERYTHING.symbols) and len(edges) == len(EVERYTHING.arrows)
    titles = {g.get("id"): g.findtext(f"{_SVG}title") for g in [*nodes, *edges]}
    assert titles["simbol_s3_1_jalur_2"] == "Langkah 3, Pelaksana 2 (keputusan): Lengkap?"
    assert titles["panah_5_s3_1_s1_1"] == "Langkah 3, Pelaksana 2 → Langkah 1, Pelaksana 1: Tidak"
    assert root.findtext(f"{_SVG}title") == "Legalisasi"


def test_lanes_groups_and_numbers_are_written() -> None:
    words = " ".join(t.text or "" for t in ElementTree.fromstring(standalone(_grouped())).iter(f"{_SVG}text"))
    for wanted in ("Satker Pengirim", "Pelaksana 1", "Pelaksana 5", "No", "10", "Teknis/"):
        assert wanted in words


def test_a_name_too_wide_for_its_lane_is_divided() -> None:
    lanes = (replace(EVERYTHING.lanes[0], name="Pertanggungjawabannya Umum"), *EVERYTHING.lanes[1:])
    svg = standalone(replace(EVERYTHING, lanes=lanes))
    assert ">Pertanggungjawa-<" in svg and ">bannya Umum<" in svg
    assert "rotate" not in svg


def test_one_that_cannot_be_divided_turns_all_of_them_upright() -> None:
    long = "Hrxgbdrtkplmnbvcxzrtpk Umum"
    lanes = (replace(EVERYTHING.lanes[0], name=long), *EVERYTHING.lanes[1:])
    root = ElementTree.fromstring(standalone(replace(EVERYTHING, lanes=lanes)))
    upright = [g for g in root.iter(f"{_SVG}g") if "rotate(-90)" in g.get("transform", "")]
    assert len(upright) == len(lanes)
    assert " ".join(t.text or "" for t in upright[0]) == long
    assert "rotate" not in standalone(EVERYTHING)


def test_a_page_may_name_it() -> None:
    svg = standalone(_grouped(), title="Legalisasi & <cap>")
    root = ElementTree.fromstring(svg)
    assert root.findtext(f"{_SVG}title") == "Legalisasi & <cap>"
    assert svg.replace("Legalisasi &amp; &lt;cap&gt;", "Legalisasi") == standalone(_grouped())


def test_it_is_kept_with_the_drawing(tmp_path: Path) -> None:
    studio, wanted = keeping(tmp_path), standalone(EVERYTHING)
    draw(EVERYTHING, studio=studio)
    assert standalone(EVERYTHING, studio=idle(studio)) == wanted
    (file,) = tmp_path.rglob("*.whole")
    good = file.read_text("utf-8")
    file.write_text(good[:-20], "utf-8")
    assert standalone(EVERYTHING, studio=studio) == wanted
    assert file.read_text("utf-8") == good


def test_ids_are_unique_and_take_a_prefix() -> None:
    svg = standalone(EVERYTHING, prefix="alur_2_")
    ids = [e.get("id", "") for e in ElementTree.fromstring(svg).iter() if e.get("id")]
    assert len(ids) == len(set(ids)) and all(i.startswith("alur_2_") for i in ids)


def test_every_text_is_as_long_as_planned_in_any_font() -> None:
    root = ElementTree.fromstring(standalone(_grouped()))
    long = {t.text: float(t.get("textLength", "0")) for t in root.iter(f"{_SVG}text")}
    assert long["Ya"] == pytest.approx((1366 + 1139) / 2048 * 10, abs=0.01)
    assert long["No"] == pytest.approx((1479 + 1251) / 2048 * 11, abs=0.01), "in bold"
    assert all(long.values())


def test_letters_of_another_font_keep_their_width() -> None:
    root = ElementTree.fromstring(
        standalone(replace(EVERYTHING, rows=tuple(replace(r, number="ꦱ") for r in EVERYTHING.rows)))
    )
    assert {t.get("textLength") for t in root.iter(f"{_SVG}text") if t.text == "ꦱ"} == {None}


def test_nothing_a_word_processor_cannot_read() -> None:
    svg = standalone(EVERYTHING)
    assert not any(word in svg for word in ("var(", 'class="sop', "<style", "currentColor", "<foreignObject"))


def test_hostile_text_stays_text() -> None:
    made = replace(
        _grouped(),
        title=HOSTILE,
        lanes=tuple(replace(lane, name=HOSTILE, group=HOSTILE) for lane in EVERYTHING.lanes),
        rows=tuple(replace(row, number=HOSTILE) for row in EVERYTHING.rows),
        arrows=tuple(replace(a, label=HOSTILE) for a in EVERYTHING.arrows),
    )
    root = ElementTree.fromstring(standalone(made).encode("utf-8"))
    assert {e.tag.removeprefix(_SVG) for e in root.iter()} <= {
        "svg", "title", "g", "path", "polygon", "rect", "text",
    }  # fmt: skip
