"""Who scans the code of a sheet is told whether that sheet still holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.pages.form.edition import edition_of
from sop_catalogue.store.disk import DiskFolder
from tests.browser.driving.bare import write_bare
from tests.browser.driving.visit import UNIT, Door, Visit
from tests.browser.driving.windows import Windows
from tests.site.build import Site

SHOWN = "[...document.querySelectorAll('[data-sop-lembar]:not([hidden]) [data-jawab]:not([hidden])')].map(p => p.innerText)"
HOSTILE = "<img src=x onerror=alert(1)>"


Ask = Callable[..., str]


@pytest.fixture(scope="module")
def bare(sample: Site, tmp_path_factory: pytest.TempPathFactory) -> Door:
    """The answers that stand on the pages, with our scripts and nothing of the theme, which takes its time."""
    folder = tmp_path_factory.mktemp("lembar")
    for name in ("legalisasi", "peminjaman-2019", "surat-masuk"):
        found = re.search(r"<(\w+)[^>]* data-sop-lembar.*?</\1>", sample.page(f"{UNIT}/{name}"), re.DOTALL)
        assert found
        file = folder / f"{UNIT}/{name}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        write_bare(file, found[0])
    return Door(sample, folder.as_uri() + "/")


@pytest.fixture(scope="module")
def ask(windows: Windows, http: Door, file: Door, bare: Door) -> Iterator[Ask]:
    """The one answer that is seen; empty without one."""
    visit = Visit(windows)
    pages = {door.url: visit.page(door) for door in (http, file, bare)}

    def said(door: Door, name: str, **query: str) -> str:
        page = pages[door.url]
        page.goto(f"{door.to(f'{UNIT}/{name}')}?{urlencode(query)}" if query else door.to(f"{UNIT}/{name}"))
        found = page.evaluate(SHOWN)
        assert len(found) <= 1
        assert page.locator("[data-sop-lembar] img").count() == 0
        assert visit.complaints == []
        return str(found[0]) if found else ""

    yield said
    visit.close()


def code(door: Door, name: str) -> tuple[int, str]:
    catalogue = CatalogueBuilder(DiskFolder(door.site.source / "sop_defs")).build()
    found = edition_of(next(sop for sop in catalogue.sops if sop.id.endswith(f"/{name}")))
    return found.revision, found.content


def test_who_did_not_scan_is_told_nothing(door: Door, ask: Ask) -> None:
    assert ask(door, "surat-masuk") == ""
    assert ask(door, "surat-masuk", isi="abcdef") == ""


def test_a_sheet_of_today_holds(door: Door, ask: Ask) -> None:
    revision, content = code(door, "surat-masuk")
    assert "masih berlaku" in ask(door, "surat-masuk", rev=str(revision), isi=content)
    assert "masih berlaku" in ask(door, "surat-masuk", rev=str(revision))


@pytest.mark.parametrize(
    ("name", "query", "words"),
    [
        ("legalisasi", {"rev": "0"}, "(revisi 0) sudah diganti oleh revisi 2, 1 Maret 2026"),
        (
            "legalisasi",
            {"rev": "2", "isi": "000000"},
            "sudah diperbaiki sejak lembar yang Anda pindai dicetak",
        ),
        (
            "legalisasi",
            {"rev": "7", "isi": "000000"},
            "(revisi 7) lebih baru daripada halaman ini (revisi 2, 1 Maret 2026)",
        ),
        ("peminjaman-2019", {"rev": "0"}, "tidak berlaku lagi: SOP ini sudah diganti oleh Peminjaman Arsip"),
        ("peminjaman-2019", {"rev": HOSTILE}, "tidak berlaku lagi"),
        ("surat-masuk", {"rev": ""}, "tidak dikenal"),
        ("surat-masuk", {"rev": "-1"}, "tidak dikenal"),
        ("surat-masuk", {"rev": "99999999999999999999"}, "tidak dikenal"),
        ("surat-masuk", {"rev": HOSTILE}, "tidak dikenal"),
        ("surat-masuk", {"rev": "0", "isi": HOSTILE}, "tidak dikenal"),
    ],
)
def test_any_other_sheet_is_told_why(
    bare: Door, ask: Ask, name: str, query: dict[str, str], words: str
) -> None:
    found = ask(bare, name, **query)
    assert words in found
    assert "<" not in found


def test_the_answer_leads_to_new_sheets(http: Door, visit: Visit) -> None:
    page = visit.page(http)
    page.goto(f"{http.to(f'{UNIT}/legalisasi')}?rev=0")
    page.click("[data-jawab=lama] a")
    assert page.url == f"{http.url}cetak/{UNIT.removeprefix('sop/')}/legalisasi.html"
    assert visit.complaints == []
