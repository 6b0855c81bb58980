"""Graphviz that refuses one chart: its table shows words, its author is told, and every other is drawn."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.chart import GraphvizFailed
from sop_catalogue.chart.graphviz import engine
from sop_catalogue.pages.data import chart_file
from sop_catalogue.pages.links import sop_address
from sop_catalogue.pages.plan import plan_pages
from sop_catalogue.pages.render import Page
from sop_catalogue.store.kept import NOTHING, Kept
from sop_catalogue.store.kept_files import KeptFiles
from tests.site.build import SAMPLE


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return CatalogueBuilder(SAMPLE / "sop_defs").build()


_render = engine.render


def _picky(dot: str) -> str:
    """Refuses every chart with a decision."""
    if "diamond" in dot:
        raise GraphvizFailed("memori habis <&>")
    return _render(dot)


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "render", _picky)


def _pages(catalogue: Catalogue, kept: Kept) -> dict[str, Page]:
    plans = {plan.address: plan for plan in plan_pages(catalogue, True, kept)}
    return {entry.id.rpartition("/")[2]: plans[sop_address(entry)].make("") for entry in catalogue.sops}


@pytest.mark.usefixtures("refusing")
def test_only_the_refused_chart_is_without_a_picture(catalogue: Catalogue) -> None:
    pages = _pages(catalogue, NOTHING)
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


@pytest.mark.usefixtures("refusing")
def test_its_file_says_why(catalogue: Catalogue) -> None:
    entry = next(sop for sop in catalogue.sops if sop.id.endswith("/legalisasi"))
    root = ElementTree.fromstring(chart_file(entry, entry.charts[0]).encode())
    assert "memori habis <&>" in " ".join(root.itertext())
    assert "memori habis" not in chart_file(entry, entry.charts[1])


def test_what_was_refused_is_tried_again(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(engine, "render", _picky)
        assert _pages(catalogue, KeptFiles(tmp_path))["legalisasi"].faults
    again = _pages(catalogue, KeptFiles(tmp_path))["legalisasi"]
    assert again.faults == ()
    assert "sop-strip" in again.html.split('class="sop-alur"')[1]
