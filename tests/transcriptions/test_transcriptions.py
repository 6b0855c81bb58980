"""The catalogue's own SOPs still hold what their documents hold: a table counted from the documents guards them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.definition.markup import plain
from sop_catalogue.pages.links import Links
from sop_catalogue.pages.people.document_sheets import DocumentSheets
from sop_catalogue.pages.sop.documents import documents_view

HERE = Path(__file__).parent
Row = tuple[str, int, int, int]


def _expected() -> Iterator[Row]:
    with (HERE / "expected.tsv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            yield line["id"], int(line["bagan"]), int(line["langkah"]), int(line["jalur"])


def test_steps_and_lanes_are_those_of_the_documents(catalogue: Catalogue) -> None:
    found = {
        (sop.id, chart.number, len(chart.steps), len(chart.flow.lanes))
        for sop in catalogue.sops
        for chart in sop.charts
    }
    assert found == set(_expected())


def test_all_24_are_there_and_readable(catalogue: Catalogue) -> None:
    assert len(catalogue.sops) == 24
    assert not catalogue.broken


def test_every_step_has_words_and_a_lane_or_a_finding(catalogue: Catalogue) -> None:
    for sop in catalogue.sops:
        lines = {f.field for f in sop.findings}
        for chart in sop.charts:
            for row, step in zip(chart.flow.rows, chart.steps, strict=True):
                assert step.kegiatan.strip("-– "), f"{sop.id}: langkah {row.number} says nothing"
                told = any(field.startswith(f"langkah {row.index + 1}") for field in lines)
                assert chart.flow.in_row(row.index) or told, f"{sop.id}: langkah {row.number} has no lane"


def test_only_the_documents_own_troubles_are_left(catalogue: Catalogue) -> None:
    assert [f.text() for f in catalogue.findings if f.counts] == []


def test_each_names_its_source(catalogue: Catalogue) -> None:
    for sop in catalogue.sops:
        assert sop.sop.sumber, sop.id
        assert sop.sop.sumber.berkas, sop.id


def test_who_names_two_sops_in_one_item_leads_to_both(catalogue: Catalogue) -> None:
    both = [sop for sop in catalogue.sops if sop.id.endswith(("/surat-masuk", "/surat-keluar"))]
    naming = {
        sop for sop in catalogue.sops for item in sop.references if "Surat Masuk dan Keluar" in item.text
    }
    assert len(naming) > 5
    for sop in both:
        assert naming <= set(sop.cited_by)
        assert [other.id for other in sop.mentioned_by] == ["boalemo/diskominfo/laporan-realisasi"]


def test_documents_are_called_as_the_sop_itself_calls_them(catalogue: Catalogue) -> None:
    trail = DocumentSheets(catalogue.sops)
    for sop in catalogue.sops:
        cells = [
            plain(text)
            for c in sop.charts
            for step in c.steps
            for cell in step.cells
            if cell
            for text in cell.teks
        ]
        view = documents_view(sop, trail, Links(sop.id))
        named = (*view.received, *view.passed_on, *view.outside, *view.results, *view.inside)
        assert [item.name for item in named if not any(item.name in text for text in cells)] == []
