"""Every reference of this repository's SOPs is accounted for, as a reader of the documents judged it.

`references_expected.tsv` was written by reading the SOPs; a dash means that the item says there is none.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, Mention, Reference
from sop_catalogue.definition.fields import says_something
from sop_catalogue.store.disk import DiskFolder
from tests.site.build import REPOSITORY

Row = tuple[str, str, str, str, str]

ROOT = REPOSITORY / "sop_defs"
EXPECTED = Path(__file__).with_name("references_expected.tsv")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return CatalogueBuilder(DiskFolder(ROOT)).build()


def _found(catalogue: Catalogue) -> list[Row]:
    rows: list[Row] = []
    for sop in catalogue.sops:
        for i, reference in enumerate(sop.references, 1):
            rows.append(_row(sop.id, f"keterkaitan {i}", reference))
        for mention in sop.mentions:
            number = sop.charts[mention.chart].flow.rows[mention.row].number.rstrip(".")
            rows.append(_row(sop.id, f"langkah {number} {mention.column}", mention))
    return rows


def _row(id_: str, place: str, named: Reference | Mention) -> Row:
    verdict = named.verdict.value if says_something(named.text) else "-"
    targets = named.targets or sorted(named.maybe, key=lambda sop: sop.id)
    return id_, place, named.text, verdict, ", ".join(sop.id for sop in targets)


def test_every_reference_is_what_its_reader_judged(catalogue: Catalogue) -> None:
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        header, *expected = [tuple(row) for row in csv.reader(file, delimiter="\t")]
    assert header == ("sop", "tempat", "teks", "hasil", "sop_tujuan")
    assert sorted(_found(catalogue)) == sorted(expected)
    assert len(expected) > 50


def test_nothing_of_it_stops_a_strict_build(catalogue: Catalogue) -> None:
    assert [finding.text() for finding in catalogue.findings if finding.counts] == []
