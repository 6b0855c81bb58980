"""A chart as a file of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sop_catalogue.chart import draw, standalone
from sop_catalogue.chart.graphviz import engine
from sop_catalogue.definition.flow.model import Flow
from sop_catalogue.store.kept_files import KeptFiles

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


def test_a_name_too_wide_for_its_lane_turns_all_of_them_upright() -> None:
    long = "Pertanggungjawabannya Umum"
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


def test_it_is_kept_with_the_drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, wanted = KeptFiles(tmp_path), standalone(EVERYTHING)
    draw(EVERYTHING, kept=kept)
    with monkeypatch.context() as patch:
        patch.setattr(engine, "render", lambda _: pytest.fail("drawn again"))
        assert standalone(EVERYTHING, kept=kept) == wanted
    (file,) = tmp_path.rglob("*.whole")
    good = file.read_text("utf-8")
    file.write_text(good[:-20], "utf-8")
    assert standalone(EVERYTHING, kept=kept) == wanted
    assert file.read_text("utf-8") == good


def test_ids_are_unique_and_take_a_prefix() -> None:
    svg = standalone(EVERYTHING, prefix="alur_2_")
    ids = [e.get("id", "") for e in ElementTree.fromstring(svg).iter() if e.get("id")]
    assert len(ids) == len(set(ids)) and all(i.startswith("alur_2_") for i in ids)


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
