"""Nothing is drawn as if the document had it: decisions need its marks or its words, and what is concluded is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sop_catalogue.catalogue.model import Catalogue, Chart, SopEntry
from sop_catalogue.definition.flow.model import Shape
from sop_catalogue.definition.markup import plain

from .as_read import Document, documents

DOCUMENTS = {document.name: document for document in documents()}
ONE_EACH = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
_CONDITION = re.compile(r"\b(?:jika(?! perlu)|apabila|apakah)\b", re.IGNORECASE)
_BRANCH = re.compile(r"[◇①\d]|\{ \}|\b(?:ya|tidak)\b", re.IGNORECASE)
"""A diamond, a numbered connector, the label of a branch."""
_SHAPE = re.compile(r"[○□◇]|\[\]|\{ \}|\b(?:Mulai|Start|End)\b")
_ARROW = re.compile(r"[↓→←]")
_UNPLACED = "potongan gambar"
"""A piece of a drawing that fits no row: of which shapes it tells, but not where they stand."""


@pytest.fixture(scope="module")
def sops(catalogue: Catalogue) -> dict[str, SopEntry]:
    return {sop.id: sop for sop in catalogue.sops}


def lanes_left(document: Document, mark: re.Pattern[str]) -> list[set[str]]:
    """Of each row, the lanes in which such a mark is left."""
    return [
        {lane for lane, text in left.items() if mark.search(text) and lane != _UNPLACED}
        for left in document.left
    ]


@ONE_EACH
def test_no_decision_without_a_mark_or_a_condition(document: Document, sops: dict[str, SopEntry]) -> None:
    """A mark may stand a row above or below: labels stand beside arrows, not beside symbols."""
    (chart,) = sops[document.sop].charts
    left = [row for row, marks in enumerate(document.left) if any(map(_BRANCH.search, marks.values()))]
    marked = {row + by for row in left for by in (-1, 0, 1)}
    written = {row for row, step in enumerate(chart.steps) if _CONDITION.search(step.kegiatan)}
    decisions = {symbol.row for symbol in chart.flow.symbols if symbol.shape is Shape.DECISION}
    assert written <= decisions <= marked | written


@ONE_EACH
def test_a_shape_is_concluded_where_none_is_left(document: Document, sops: dict[str, SopEntry]) -> None:
    (chart,) = sops[document.sop].charts
    concluded = [row for row in range(len(chart.steps)) if "simbol" in chart.inferred.at(row)]
    assert concluded == [row for row, lanes in enumerate(lanes_left(document, _SHAPE)) if not lanes]


@ONE_EACH
def test_a_lane_is_concluded_where_no_shape_stands_in_it_and_no_words_name_it(
    document: Document, sops: dict[str, SopEntry]
) -> None:
    (chart,) = sops[document.sop].charts
    concluded = [row for row in range(len(chart.steps)) if "pelaksana" in chart.inferred.at(row)]
    assert concluded == [row for row in range(len(chart.steps)) if not _placed(document, chart, row)]


def _placed(document: Document, chart: Chart, row: int) -> bool:
    left = lanes_left(document, _SHAPE)[row]
    lanes = {lane for symbol in chart.flow.symbols if symbol.row == row for lane in symbol.lanes}
    said = f"{document.doers[row]} {plain(chart.steps[row].kegiatan)}".strip()
    return all(
        plain(chart.flow.lanes[lane].name) in left or any(_does(said, name) for name in _names(chart, lane))
        for lane in lanes
    )


def _names(chart: Chart, lane: int) -> Iterator[str]:
    role = chart.roles[lane]
    yield plain(chart.flow.lanes[lane].name)
    yield from (role.data.nama, *role.data.singkatan) if role else ()


def _does(said: str, name: str) -> bool:
    """Whether a sentence begins with who does it, or says it is done by or with him."""
    return bool(re.search(rf"(?:^|\boleh |\bbersama dengan ){re.escape(name)}\b", said, re.IGNORECASE))


@ONE_EACH
def test_an_arrow_is_concluded_where_none_is_left(document: Document, sops: dict[str, SopEntry]) -> None:
    """It may be left in the row it comes from, or in that below."""
    (chart,) = sops[document.sop].charts
    left = {row for row, lanes in enumerate(lanes_left(document, _ARROW)) if lanes}
    assert bool(left) != ("panah" in chart.inferred.everywhere)
    for row in {chart.flow.symbol(arrow.source).row for arrow in chart.flow.arrows}:
        assert "panah" in chart.inferred.at(row) or left & {row, row + 1}, chart.flow.rows[row].number


_TOLD = {
    "simbol": re.compile(r"\bsimbol", re.IGNORECASE),
    "panah": re.compile(r"\bpanah", re.IGNORECASE),
    "pelaksana": re.compile(r"\b(?:di)?tempatkan\b|\bpenempatan|\bpelaksana", re.IGNORECASE),
}


@ONE_EACH
def test_the_notes_tell_how_it_was_concluded(document: Document, sops: dict[str, SopEntry]) -> None:
    sop = sops[document.sop]
    (chart,) = sop.charts
    notes = [*sop.sop.catatan_penyunting, *(n for step in chart.steps for n in step.catatan_penyunting)]
    assert {part for part in chart.inferred.parts if not any(map(_TOLD[part].search, notes))} == set()


def test_only_a_document_says_what_became_of_an_sop(catalogue: Catalogue) -> None:
    """None of these does."""
    assert [sop.id for sop in catalogue.sops if sop.sop.keadaan and "status" not in sop.sop.tafsiran] == []


@ONE_EACH
def test_a_head_of_ours_is_said_to_be(document: Document, sops: dict[str, SopEntry]) -> None:
    assert ("formulir" in sops[document.sop].sop.tafsiran) == ("identitas" not in document.words)
