"""Print pages of what is at fault, and of what is no longer in force."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, SopEntry
from sop_catalogue.pages.late import made as written
from sop_catalogue.pages.links import Links
from sop_catalogue.pages.sop.page import sop_page
from sop_catalogue.paper.files import print_files
from sop_catalogue.paper.settings import DEFAULT, PaperSettings, settings_from
from sop_catalogue.store.disk import DiskFolder
from tests.browser.driving.bare import write_bare
from tests.paper.document import opened
from tests.paper.one_sop import made, sop
from tests.studio import STUDIO, draw

ONE, UNIT, BOOK = "cetak/kab/dinas/satu.html", "cetak/kab/dinas/index.html", "cetak/buku/kab/dinas.html"
DUTY = "cetak/buku/peran/kepala-dinas.html"
FAULTY = sop(keterkaitan="{teks: X, sop: tiada}")


@pytest.fixture
def two(tmp_path: Path) -> Catalogue:
    """One at fault, and another."""
    made(tmp_path, FAULTY)
    (tmp_path / "kab/dinas/dua.yml").write_text(sop().replace("Satu", "Dua"), "utf-8")
    return CatalogueBuilder(DiskFolder(tmp_path), "sop_defs").build()


def pages(catalogue: Catalogue, settings: PaperSettings = DEFAULT) -> dict[str, str]:
    found = written(print_files(catalogue, settings, False, STUDIO))
    return {path: data.decode() for path, data in found if path.endswith(".html")}


def test_in_place_of_its_sheets_stands_why_there_are_none(two: Catalogue) -> None:
    found = pages(two)
    told = "kab/dinas/satu.yml, baris 2: keterkaitan › sop: SOP &#39;tiada&#39; tidak ada di katalog"
    for path in (ONE, UNIT, BOOK, DUTY, "cetak/index.html", "cetak/buku/index.html"):
        assert "Tidak dicetak, karena definisinya galat:" in found[path], path
        assert told in found[path], path
    assert "<section" not in found[ONE]
    for path in (UNIT, BOOK, DUTY):
        assert "<section" in found[path]
        assert "Satu" not in found[path].split("<main>")[1], path


def test_whoever_writes_the_files_hears_of_it(two: Catalogue) -> None:
    heard: list[str] = []
    dict(written(print_files(two, DEFAULT, False, STUDIO, tell=heard.append)))
    assert heard == ["kab/dinas/satu.yml: tidak dicetak, karena definisinya galat"]


def test_every_print_page_is_there_though_all_is_at_fault(tmp_path: Path) -> None:
    """Pages of the site lead there."""
    found = pages(made(tmp_path, FAULTY))
    assert set(found) == set(pages(made(tmp_path, sop())))
    for path, html in found.items():
        assert "<section" not in html, path
        assert "Tidak dicetak" in html, path


def test_drafts_say_so_on_every_sheet(two: Catalogue) -> None:
    found = pages(two, settings_from({"draf": True, "bolak_balik": True}))
    for path, html in found.items():
        assert "Tidak dicetak" not in html, path
        assert html.count("<section") == html.count(">KONSEP<") > 0, path
    assert "Cetakan konsep, bukan lembar resmi" in found[ONE]


@pytest.mark.parametrize("status", ["diganti", "dicabut"])
def test_binders_hold_what_is_in_force(tmp_path: Path, status: str) -> None:
    catalogue = made(tmp_path, sop(status=status))
    found = pages(catalogue)
    assert f">{status.upper()}<" in found[ONE]
    assert f">{status.upper()}<" in found[UNIT]
    for path in (BOOK, DUTY):
        assert "<section" not in found[path]
        assert f"Satu ({status})" in found[path]
    asked = pages(catalogue, settings_from({"tidak_berlaku": True}))
    for path in (BOOK, DUTY):
        assert f"Satu ({status.upper()})" in asked[path]
        assert "tidak ikut" not in asked[path]


def page_of(entry: SopEntry, *, drafts: bool = False) -> str:
    links = Links(f"sop/{entry.id}", directory_urls=False, drafts=drafts)
    return sop_page(entry, links, [draw(chart.flow) for chart in entry.charts], STUDIO).html


@pytest.mark.browser
@pytest.mark.parametrize(
    ("text", "drafts", "form", "stamp"),
    [
        (sop(), False, True, ""),
        (FAULTY, False, False, ""),
        (FAULTY, True, True, "KONSEP"),
        (sop(status="dicabut"), False, True, "DICABUT"),
    ],
)
def test_a_page_that_is_printed_itself_is_no_way_round(
    tmp_path: Path, page: Page, text: str, drafts: bool, form: bool, stamp: str
) -> None:
    (entry,) = made(tmp_path / "defs", text).sops
    opened(page, write_bare(tmp_path / "satu.html", page_of(entry, drafts=drafts)).as_uri())
    assert page.locator(".sop-formulir").is_visible()
    assert page.locator(":is(.sop-ditahan, .sop-stempel):visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator(".sop-formulir").is_visible() == form
    assert page.locator(".sop-ditahan:visible").count() == (not form)
    seen = page.evaluate("""() => [...document.querySelectorAll(".sop-stempel")].map((mark) =>
      getComputedStyle(mark, "::before").content)""")
    assert seen == ([f'"{stamp}"'] if stamp else [])


def test_a_pdf_is_offered_only_where_there_is_one(two: Catalogue) -> None:
    dua, satu = two.sops
    links = Links("sop/index", pdfs=True)
    assert (links.pdf(satu), links.pdf(dua)) == ("", "../cetak/kab/dinas/dua.pdf")
    assert links.pdf(dua.unit) == "../cetak/kab/dinas.pdf"
    assert Links("sop/index", pdfs=True, drafts=True).pdf(satu) == "../cetak/kab/dinas/satu.pdf"
