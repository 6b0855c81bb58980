"""What is printed comes back: steps, lanes, forms, arrows with labels, and the words of every cell."""

from __future__ import annotations

from collections.abc import Container

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, SopEntry
from sop_catalogue.definition.langkah import Langkah
from sop_catalogue.definition.sop import Sop
from sop_catalogue.intake.pdf.reading import read_pdf
from sop_catalogue.intake.reading import recovered
from sop_catalogue.intake.wording.definition_text import definition_text
from sop_catalogue.paper.settings import settings_from
from sop_catalogue.store.disk import DiskFolder
from tests.bench.project import DEFINITIONS, REPOSITORY
from tests.bench.variants import write_catalogue
from tests.intake.flows import drawn, flows_of, identity, sop_of, words
from tests.intake.printed import lifelike_catalogue, pdfs
from tests.paper.samples.modelled import modelled

FEW, MANY = 10, 300
GENERATED = 8
"""By day; they have the texts, forms and flows of the real ones, mixed anew."""
PAPERS = ("F4", "Letter", "Legal")


def comes_back(entry: SopEntry, pdf: bytes) -> Sop:
    (found,) = recovered(read_pdf("lembar.pdf", pdf))
    sop = sop_of(definition_text(found))
    assert [drawn(flow) for flow in flows_of(sop)] == [drawn(chart.flow) for chart in entry.charts]
    printed = {"", *(column.key for column in entry.form.columns)}
    for chart, before in zip(sop.semua_bagan, entry.sop.semua_bagan, strict=True):
        assert [_words(step, printed) for step in chart.langkah] == [
            _words(step, printed) for step in before.langkah
        ]
        assert [_merged(step) for step in chart.langkah] == [_merged(step) for step in before.langkah]
    return sop


def _words(step: Langkah, printed: Container[str]) -> dict[str, list[str]]:
    """Of the cells that stand on the form."""
    return {key: said for key, said in words(step).items() if key in printed}


def _as_printed(entry: SopEntry) -> dict[str, str]:
    """Its identity under the labels of its form: one that calls the effective date so tells of no other."""
    said = identity(entry.sop)
    if "pengesahan" in entry.form.words["efektif"].casefold() and "efektif" in said:
        said["pengesahan"] = said.pop("efektif")
    return said


def _merged(step: object) -> list[str]:
    cells = [getattr(step, key) for key in ("kelengkapan", "waktu", "output", "keterangan")]
    return [cell.sampai or "" if cell else "" for cell in cells]


def test_every_sop_of_this_repository(real: Catalogue, sheets: dict[str, bytes]) -> None:
    """With its identity."""
    for entry in real.sops:
        assert identity(comes_back(entry, sheets[entry.id])) == _as_printed(entry), entry.id


@pytest.mark.parametrize("name", ("A4", *PAPERS))
def test_generated_ones_on_every_paper(
    name: str, tmp_path_factory: pytest.TempPathFactory, nightly: bool
) -> None:
    """By day a few, each paper others."""
    folder = tmp_path_factory.mktemp("dibuat")
    write_catalogue(folder / DEFINITIONS, REPOSITORY / DEFINITIONS, MANY if nightly else 4 * GENERATED)
    catalogue = CatalogueBuilder(DiskFolder(folder / DEFINITIONS)).build()
    sops = catalogue.sops if nightly else catalogue.sops[("A4", *PAPERS).index(name) :: 4]
    printed = pdfs(catalogue, settings_from({"kertas": name}), folder, sops)
    for entry in sops:
        assert identity(comes_back(entry, printed[entry.id])) == _as_printed(entry), entry.id


def test_sops_such_as_offices_sign(tmp_path_factory: pytest.TempPathFactory, nightly: bool) -> None:
    """By day every other one of them, on one paper."""
    catalogue = modelled(tmp_path_factory.mktemp("contoh"))
    sops = catalogue.sops[:: 1 if nightly else 2]
    for paper in (settings_from({}), *(settings_from({"kertas": name}) for name in PAPERS if nightly)):
        printed = pdfs(catalogue, paper, tmp_path_factory.mktemp("cetak"), sops)
        for entry in sops:
            comes_back(entry, printed[entry.id])


def test_most_of_what_chance_makes(tmp_path_factory: pytest.TempPathFactory, nightly: bool) -> None:
    """Forks, stacks and labels as dense as no office draws them: whatever goes wrong there, nine in ten come back whole."""
    catalogue = lifelike_catalogue(range(MANY if nightly else FEW))
    printed = pdfs(catalogue, settings_from({}), tmp_path_factory.mktemp("kebetulan"))
    wrong = [entry.id for entry in catalogue.sops if not _whole(entry, printed[entry.id])]
    assert len(wrong) <= len(catalogue.sops) * 0.1, wrong


def _whole(entry: SopEntry, pdf: bytes) -> bool:
    try:
        comes_back(entry, pdf)
    except AssertionError:
        return False
    return True
