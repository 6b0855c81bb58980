"""A chart in the words of a definition says what the chart says."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.definition.flow.model import Flow
from sop_catalogue.definition.reading.source import read_yaml
from sop_catalogue.definition.yaml_text import entry, item
from sop_catalogue.intake.recovered import Identity, Recovered
from sop_catalogue.intake.wording.definition_text import definition_text
from tests.chart.flows import BACKBONE, EVERYTHING
from tests.chart.lifelike import lifelike
from tests.chart.real import real
from tests.intake.flows import chart_of, drawn, flows_of, sop_of

MANY, FEW = 3000, 100


def again(flow: Flow) -> Flow:
    text = definition_text(Recovered(Identity({"nama": "Satu"}), [chart_of(flow)]))
    (found,) = flows_of(sop_of(text))
    return found


@pytest.mark.parametrize("flow", [BACKBONE, EVERYTHING], ids=["backbone", "everything"])
def test_a_chart_is_worded(flow: Flow) -> None:
    assert drawn(again(flow)) == drawn(flow)


@pytest.mark.parametrize(("name", "flow"), real(), ids=[name for name, _ in real()])
def test_real_charts_are_worded(name: str, flow: Flow) -> None:
    assert drawn(again(flow)) == drawn(flow), name


def test_charts_such_as_offices_draw_are_worded(nightly: bool) -> None:
    for number in range(MANY if nightly else FEW):
        flow = lifelike(Random(number))
        assert drawn(again(flow)) == drawn(flow), number


TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff\x85"), min_size=1
).map(str.strip).filter(bool)  # fmt: skip
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, min_size=1) | st.dictionaries(TEXTS, inner, min_size=1), max_leaves=9
)


@given(st.dictionaries(TEXTS, VALUES, min_size=1))
def test_what_is_written_is_read_again(value: dict[str, object]) -> None:
    text = "\n".join(line for key, one in value.items() for line in entry(key, one))
    found = read_yaml(text.encode())
    assert found.faults == []
    assert found.value == value


@given(st.lists(VALUES, min_size=1))
def test_so_are_lists(values: list[object]) -> None:
    text = "isi:\n" + "\n".join(line for one in values for line in item(one, 2))
    assert read_yaml(text.encode()).value == {"isi": values}


@given(st.text(st.characters(), min_size=1), st.text(st.sampled_from("a\x85\u2028\u2029\ud800\ufeff:\n -")))
def test_no_letter_of_a_document_breaks_out_of_its_text(name: str, text: str) -> None:
    sop = Recovered(Identity({"nama": f"S{name}"}), [chart_of(BACKBONE)], source=text)
    sop.charts[0].steps[0].activity = [f"Menerima{text}"]
    found = sop_of(definition_text(sop))
    assert found.langkah[0].kegiatan.startswith("Menerima")
    assert len(found.langkah) == len(BACKBONE.rows)


def test_short_lists_stand_in_one_line_and_sentences_in_their_own() -> None:
    value = {"a": ["satu", "dua"], "b": ["Sebuah kalimat yang agak panjang, dengan koma di dalamnya", "x: y"]}
    assert [line for key, one in value.items() for line in entry(key, one)] == [
        "a: [satu, dua]",
        "b:",
        "  - Sebuah kalimat yang agak panjang, dengan koma di dalamnya",
        '  - "x: y"',
    ]
