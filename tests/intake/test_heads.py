"""The head of a flow table: which column is which, however an office words it."""

from __future__ import annotations

import pytest

from sop_catalogue.intake.recovered import Chart
from tests.intake.made import BODY, LEFT, NO, TOP, chart, table

ACTS = ("Menerima surat", "Memeriksa surat")


def lanes(found: Chart) -> list[str]:
    return [lane.name for lane in found.lanes]


def test_a_lane_may_be_named_like_the_heading_over_all() -> None:
    found = chart(table(ACTS, ("Penanggung jawab arsip", "Pelaksana teknis", "Kepala")))
    assert lanes(found) == ["Penanggung jawab arsip", "Pelaksana teknis", "Kepala"]
    assert found.labels["pelaksana"] == "Pelaksana"


def test_one_heading_over_number_and_activity() -> None:
    made = table(ACTS, heads=("", "Uraian Prosedur"))
    between = LEFT + NO
    made.strokes = [s for s in made.strokes if s.ring.points[0] != (between, TOP)]
    made.line((between, BODY), (between, BODY + 120))
    found = chart(made)
    assert lanes(found) == ["Penerima", "Pemeriksa", "Kepala"]
    assert [(step.number, step.activity) for step in found.steps] == [
        ("1.", ["Menerima surat"]),
        ("2.", ["Memeriksa surat"]),
    ]
    assert "no" not in found.labels


@pytest.mark.parametrize("left", [30, 130], ids=["over the activities", "over the lanes"])
def test_a_sentence_above_the_table_is_no_head(left: float) -> None:
    made = table(ACTS)
    made.say("Segala hal atas kegiatan menjadi tanggung jawab pelaksana", left, TOP - 16)
    made.line((LEFT, TOP - 40), (LEFT + 690, TOP - 40))
    made.line((LEFT, TOP - 40), (LEFT, TOP))
    made.line((LEFT + 690, TOP - 40), (LEFT + 690, TOP))
    assert [(lane.name, lane.group) for lane in chart(made).lanes] == [
        ("Penerima", ""),
        ("Pemeriksa", ""),
        ("Kepala", ""),
    ]
