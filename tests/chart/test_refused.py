"""Graphviz that refuses one chart: its table shows words, its author is told, and every other is drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.chart import GraphvizFailed
from sop_catalogue.chart.studio import PINNED, Studio
from sop_catalogue.pages.data import chart_file
from sop_catalogue.pages.links import sop_address
from sop_catalogue.pages.plan import plan_pages
from sop_catalogue.pages.render import Page
from sop_catalogue.store.disk import DiskFolder
from tests.site.build import SAMPLE
from tests.studio import GRAPHVIZ, keeping


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return CatalogueBuilder(DiskFolder(SAMPLE / "sop_defs")).build()


class Picky:
    """Refuses every chart with a decision."""

    version = GRAPHVIZ.version

    def render(self, dot: str, program: str = PINNED) -> str:
        if "diamond" in dot:
            raise GraphvizFailed("memori habis <&>")
        return GRAPHVIZ.render(dot, program)


PICKY = Studio(Picky())


def _pages(catalogue: Catalogue, studio: Studio) -> dict[str, Page]:
    plans = {plan.address: plan for plan in plan_pages(catalogue, True, studio)}
    return {entry.id.rpartition("/")[2]: plans[sop_address(entry)].make("") for entry in catalogue.sops}


def test_only_the_refused_chart_is_without_a_picture(catalogue: Catalogue) -> None:
    pages = _pages(catalogue, PICKY)
    refused, drawn = pages["legalisasi"], pages["peminjaman-2019"]
    # Its second chart has no decision, and is drawn.
    assert refused.html.count('class="sop-alur"') == 2
    first, second = refused.html.split('class="sop-alur"')[1:]
    assert "sop-strip" not in first
    assert "sop-strip" in second
    assert "Kurang" in first
    (fault,) = refused.faults
    assert fault.startswith("kabupaten-contoh/dinas-arsip/legalisasi.yml: bagan 1 tampil tanpa gambar")
    assert "memori habis" in fault
    assert drawn.faults == ()
    assert "sop-strip" in drawn.html


def test_its_file_says_why(catalogue: Catalogue) -> None:
    entry = next(sop for sop in catalogue.sops if sop.id.endswith("/legalisasi"))
    root = ElementTree.fromstring(chart_file(entry, entry.charts[0], PICKY).encode())
    assert "memori habis <&>" in " ".join(root.itertext())
    assert "memori habis" not in chart_file(entry, entry.charts[1], PICKY)


def test_what_was_refused_is_tried_again(catalogue: Catalogue, tmp_path: Path) -> None:
    studio = keeping(tmp_path)
    assert _pages(catalogue, replace(studio, graphviz=Picky()))["legalisasi"].faults
    again = _pages(catalogue, studio)["legalisasi"]
    assert again.faults == ()
    assert "sop-strip" in again.html.split('class="sop-alur"')[1]
