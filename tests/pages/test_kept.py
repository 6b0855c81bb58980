"""A kept page is used again only while everything it was made from is as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import SopEntry
from sop_catalogue.pages import plan
from sop_catalogue.pages.render import Page
from sop_catalogue.pages.sop.page import sop_page
from sop_catalogue.store.disk import DiskFolder
from tests.studio import keeping

STEPS = (
    "langkah:\n  - {kegiatan: Menyusun, pelaksana: Staf}\n  - {kegiatan: Menandatangani, pelaksana: Kadin}\n"
)
FILES = {
    "pemda.yml": "nama: Kabupaten Contoh\n",
    "dinas/unit.yml": "nama: Dinas Contoh\n",
    "dinas/satu.yml": f"nama: Surat Masuk\nketerkaitan: SOP Surat Keluar\n{STEPS}",
    "dinas/dua.yml": f"nama: Surat Keluar\n{STEPS}",
    "dinas/tiga.yml": f"nama: Arsip\n{STEPS}",
}


class Office:
    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.made: list[str] = []
        monkeypatch.setattr(plan, "sop_page", self.make)
        for name, text in FILES.items():
            self.write(name, text)

    def make(self, entry: SopEntry, *rest: Any) -> Page:
        self.made.append(entry.name)
        return sop_page(entry, *rest)

    def write(self, name: str, text: str) -> None:
        file = self.folder / "sop_defs/contoh" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def pages(self, edit: str = "") -> dict[str, Page]:
        """All pages of SOPs, as a new process would get them; `made` holds those that were not kept."""
        self.made.clear()
        catalogue = CatalogueBuilder(DiskFolder(self.folder / "sop_defs")).build()
        plans = plan.plan_pages(catalogue, False, keeping(self.folder / "cache"))
        return {item.title: item.make(edit) for item in plans if item.edit}

    def everything(self, kept: str) -> dict[str, str]:
        """The HTML of all pages, those of SOPs taken from `kept` where they still hold."""
        self.made.clear()
        catalogue = CatalogueBuilder(DiskFolder(self.folder / "sop_defs")).build()
        plans = plan.plan_pages(catalogue, False, keeping(self.folder / kept))
        return {item.address: item.make("").html for item in plans}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    return Office(tmp_path, monkeypatch)


def test_nothing_changed(office: Office) -> None:
    first = office.pages()
    assert len(office.made) == 3
    assert office.pages() == first
    assert office.made == []


def test_other_words_in_one_sop(office: Office) -> None:
    office.pages()
    office.write("dinas/tiga.yml", FILES["dinas/tiga.yml"].replace("Menyusun", "Menata"))
    assert "Menata" in office.pages()["Arsip"].html
    assert office.made == ["Arsip"]


def test_another_name(office: Office) -> None:
    """What one SOP is called stands on the pages of others."""
    office.pages()
    office.write("dinas/dua.yml", FILES["dinas/dua.yml"].replace("Surat Keluar", "Nota Dinas"))
    assert "belum ada di katalog" in office.pages()["Surat Masuk"].html
    assert sorted(office.made) == ["Nota Dinas", "Surat Masuk"]


def rows(kegiatan: str, output: str) -> str:
    return f"langkah:\n  - {{kegiatan: {kegiatan}, pelaksana: Staf, output: {output}}}\n  - {{kegiatan: Selesai, pelaksana: Staf}}\n"


WEB = {
    "dinas/satu.yml": f"nama: Surat Masuk\nketerkaitan: [SOP Surat Keluar, SOP Arsip]\n{rows('Mencatat', 'Agenda')}",
    "dinas/dua.yml": f"nama: Surat Keluar\nketerkaitan: SOP Surat Masuk\n{rows('Mengetik', 'Lihat SOP Arsip')}",
    "dinas/tiga.yml": f"nama: Arsip\nketerkaitan: SOP Rapat\ndasar_hukum: UU Nomor 43 Tahun 2009\n{rows('Menata', 'Berkas')}",
    "dinas/empat.yml": f"nama: Lama\nstatus: diganti\ndiganti_oleh: arsip\n{STEPS}",
    "bagian/jauh.yml": f"nama: Jauh\n{STEPS}",
    "bagian/unit.yml": "nama: Bagian Umum\n",
    "bagian/lima.yml": f"nama: Tamu\nketerkaitan: [SOP Arsip, SOP Surat Kelua]\n{rows('Menerima tamu', 'Buku tamu')}",
}
EDITS = {
    "title": ("dinas/tiga.yml", "nama: Arsip", "nama: Arsip Dinas"),
    "status": ("dinas/tiga.yml", "nama: Arsip\n", "nama: Arsip\nstatus: dicabut\n"),
    "number": ("dinas/dua.yml", "nama: Surat Keluar\n", "nama: Surat Keluar\nnomor: 12/2026\n"),
    "reference gone": ("dinas/satu.yml", ", SOP Arsip", ""),
    "reference come": ("dinas/tiga.yml", "SOP Rapat", "[SOP Rapat, SOP Surat Keluar]"),
    "missing one written": ("dinas/empat.yml", "nama: Lama", "nama: Rapat"),
    "mention gone": ("dinas/dua.yml", "Lihat SOP Arsip", "Surat"),
    "mention moved": ("dinas/dua.yml", "langkah:\n", "langkah:\n  - {kegiatan: Meneliti, pelaksana: Staf}\n"),
    "nothing replaced": ("dinas/empat.yml", "status: diganti\ndiganti_oleh: arsip\n", ""),
    "unit": ("bagian/unit.yml", "Umum", "Umum dan Protokol"),
    "document": ("bagian/lima.yml", "Buku tamu", "Agenda"),
    "law": ("dinas/tiga.yml", "Tahun 2009", "Tahun 2007"),
    "step": ("dinas/satu.yml", "Mencatat", "Membukukan"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_kept_pages_say_what_new_ones_say(office: Office, edit: str) -> None:
    for name, text in WEB.items():
        office.write(name, text)
    before = office.everything("cache")
    name, old, new = EDITS[edit]
    assert old in WEB[name]
    office.write(name, WEB[name].replace(old, new))
    kept = office.everything("cache")
    assert ("Jauh" in office.made) == name.endswith("unit.yml")
    assert kept == office.everything("new")
    assert kept != before


def test_an_edited_step_makes_one_page(office: Office) -> None:
    for name, text in WEB.items():
        office.write(name, text)
    office.pages()
    office.write("dinas/satu.yml", WEB["dinas/satu.yml"].replace("Mencatat", "Membukukan"))
    office.pages()
    assert office.made == ["Surat Masuk"]


@pytest.mark.parametrize("name", ["pemda.yml", "dinas/unit.yml"])
def test_another_register(office: Office, name: str) -> None:
    office.pages()
    office.write(name, FILES[name].replace("Contoh", "Lain"))
    assert "Lain" in office.pages()["Arsip"].html


def test_another_place_to_edit(office: Office) -> None:
    office.pages()
    assert "https://contoh.id/x" in office.pages(edit="https://contoh.id/x")["Arsip"].html


def test_a_file_that_changes_while_the_site_is_built(office: Office) -> None:
    """Its page shows what the build had read, and the next build makes it anew."""
    catalogue = CatalogueBuilder(DiskFolder(office.folder / "sop_defs")).build()
    plans = plan.plan_pages(catalogue, False, keeping(office.folder / "cache"))
    office.write("dinas/tiga.yml", FILES["dinas/tiga.yml"].replace("Menyusun", "Menata"))
    assert all("Menata" not in item.make("").html for item in plans if item.edit)
    assert "Menata" in office.pages()["Arsip"].html


def test_a_finding_that_came_without_a_change_of_its_file(office: Office) -> None:
    """What a broken file holds is not known; once it has gone, it is missing."""
    office.write("dinas/satu.yml", f"nama: Surat Masuk\nketerkaitan: {{teks: X, sop: empat}}\n{STEPS}")
    office.write("dinas/empat.yml", "nama: [\n")
    office.pages()
    (office.folder / "sop_defs/contoh/dinas/empat.yml").unlink()
    assert "tidak ada di katalog" in office.pages()["Surat Masuk"].html


@pytest.mark.parametrize("rubbish", [b"", b"[]", b"\xff", b'["x"]'])
def test_a_broken_cache_is_made_anew(office: Office, rubbish: bytes) -> None:
    first = office.pages()
    for file in (office.folder / "cache/halaman").rglob("*.json"):
        file.write_bytes(rubbish)
    assert office.pages() == first
    assert len(office.made) == 3


def test_a_step_of_another_sop_that_names_this_one(office: Office) -> None:
    office.pages()
    named = FILES["dinas/tiga.yml"].replace("Menyusun,", "Menyusun, keterangan: Lihat SOP Surat Masuk,")
    office.write("dinas/tiga.yml", named)
    assert "disebut di langkah 1" in office.pages()["Surat Masuk"].html
    office.write("dinas/tiga.yml", named.replace("- {kegiatan: Menyusun", "- {no: 7, kegiatan: Menyusun"))
    assert "disebut di langkah 7" in office.pages()["Surat Masuk"].html
