"""PDFs beside the pages of a site: printed once, and again only when what is on them changes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.qr import QrMarks
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.press import browser, driving, press
from sop_catalogue.press.site_pdf import SitePdfs
from sop_catalogue.refused import RefusedError
from sop_catalogue.store.disk import DiskFolder
from tests.studio import keeping

Build = Callable[[], dict[str, bytes]]
UNIT = "pemda/unit"


@pytest.fixture
def defs(tmp_path: Path) -> Path:
    unit = tmp_path / "defs" / UNIT
    unit.mkdir(parents=True)
    (unit / "satu.yml").write_text(
        "nama: Satu\nketerkaitan: {teks: Dua, sop: dua}\nlangkah: {kegiatan: A, pelaksana: B}\n"
    )
    (unit / "dua.yml").write_text("nama: Dua\nlangkah: {kegiatan: A, pelaksana: B}\n")
    return tmp_path / "defs"


@pytest.fixture
def build(defs: Path, tmp_path: Path) -> Build:
    marks = QrMarks("https://sop.contoh.go.id/", directory_urls=False)

    def made() -> dict[str, bytes]:
        catalogue = CatalogueBuilder(DiskFolder(defs)).build()
        return dict(
            SitePdfs(catalogue, KeptSheets(DEFAULT, keeping(tmp_path), marks), tmp_path / "pdf").files()
        )

    return made


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that were given to the browser."""
    seen: list[str] = []
    real = driving.printed

    def watched(program: Path, page: Path, folder: Path) -> bytes:
        seen.append(page.read_text("utf-8"))
        return real(program, page, folder)

    monkeypatch.setattr(press, "printed", watched)
    return seen


@pytest.mark.browser
@pytest.mark.skipif(browser.find() is None, reason="no browser on this machine")
def test_what_did_not_change_is_not_printed_again(
    build: Build, defs: Path, printed: list[str], tmp_path: Path
) -> None:
    first = build()
    assert sorted(first) == ["cetak/pemda/unit.pdf", "cetak/pemda/unit/dua.pdf", "cetak/pemda/unit/satu.pdf"]
    assert len(printed) == 1
    whole = PdfReader(BytesIO(first["cetak/pemda/unit.pdf"]))
    assert [item.title for item in whole.outline if not isinstance(item, list)] == ["Dua", "Satu"]
    (note,) = (ref.get_object() for page in whole.pages for ref in page.get("/Annots", []))
    assert note["/Dest"][0] == whole.pages[0].indirect_reference
    alone = PdfReader(BytesIO(first["cetak/pemda/unit/satu.pdf"]))
    (note,) = (ref.get_object() for page in alone.pages for ref in page.get("/Annots", []))
    assert note["/A"]["/URI"] == "https://sop.contoh.go.id/sop/pemda/unit/dua.html"

    assert build() == first
    assert len(printed) == 1

    (defs / UNIT / "dua.yml").write_text("nama: Dua\nlangkah: {kegiatan: Lain, pelaksana: B}\n")
    second = build()
    assert len(printed) == 2
    assert "Lain" in printed[1]
    assert "<h1>Satu" not in printed[1]
    assert second["cetak/pemda/unit/satu.pdf"] == first["cetak/pemda/unit/satu.pdf"]
    assert "Lain" in PdfReader(BytesIO(second["cetak/pemda/unit.pdf"])).pages[0].extract_text()
    assert not list((tmp_path / "pdf").glob("sop-cetak-*"))


@pytest.mark.browser
@pytest.mark.skipif(browser.find() is None, reason="no browser on this machine")
def test_there_is_none_of_what_is_at_fault(build: Build, defs: Path) -> None:
    (defs / UNIT / "dua.yml").write_text(
        "nama: Dua\nketerkaitan: {teks: X, sop: tiada}\nlangkah: {kegiatan: A}\n"
    )
    found = build()
    assert sorted(found) == ["cetak/pemda/unit.pdf", "cetak/pemda/unit/satu.pdf"]
    assert len(PdfReader(BytesIO(found["cetak/pemda/unit.pdf"])).pages) == 1
    (defs / UNIT / "satu.yml").unlink()
    assert build() == {}


def test_without_a_browser_it_names_what_to_install(
    build: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(browser, "places", lambda: iter([tmp_path / "tiada"]))
    with pytest.raises(RefusedError, match=r"PDF di situs \(cetak: pdf: true\) memerlukan Chromium"):
        build()
