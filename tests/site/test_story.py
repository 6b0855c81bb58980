"""From an empty catalogue over revisions, a replacement, a renaming and a merger: whatever was published or printed leads to a right answer."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.cli import main
from sop_catalogue.definition.editing import Value, with_field, without_field
from sop_catalogue.paper.qr import QrMarks
from sop_catalogue.store.disk import DiskFolder
from tests.site.build import SUBPATH, Site, build, copy_sample

HASHED = re.compile(r"assets/|search/|sitemap\.xml|tabel-sop")
"""Parts of pages, which come and go with them."""


@dataclass
class Story:
    place: Path
    folder_urls: bool
    published: set[str] = field(default_factory=set)
    printed: dict[str, str] = field(default_factory=dict)
    """What a code says, and the number of its SOP."""
    told: int = 0

    @property
    def root(self) -> Path:
        return self.place / "katalog/sop_defs"

    def do(self, *words: str) -> None:
        assert main([*words, "--root", str(self.root)]) == 0, words

    def write(self, path: str, edit: Callable[[str], str]) -> None:
        file = self.root / path
        file.write_text(edit(file.read_text("utf-8")), "utf-8")

    def publish(self) -> Site:
        self.told += 1
        site = build(
            self.place / "katalog", self.place / str(self.told), folder_urls=self.folder_urls, url=SUBPATH
        )
        assert site.code == 0, site.log
        self.published |= {path for path in site.digests() if not HASHED.match(path)}
        marks = QrMarks(SUBPATH, self.folder_urls)
        for sop in self.catalogue().sops:
            self.printed[marks.address(sop)] = sop.sop.nomor or ""
        return site

    def catalogue(self) -> Catalogue:
        return CatalogueBuilder(DiskFolder(self.root)).build()


SIGNED: dict[str, Value] = {
    "status": "berlaku",
    "tanggal": {"pembuatan": "2026-01-05", "efektif": "2026-01-12"},
    "disahkan_oleh": {"jabatan": "Kepala Bagian", "nama": "Budi Santoso", "nip": "19700101 199503 1 001"},
}


def edited(**fields: Value) -> Callable[[str], str]:
    def edit(text: str) -> str:
        for name, value in fields.items():
            text = with_field(text, name, value) if value else without_field(text, name)
        return text

    return edit


def arrived(site: Site, path: str) -> str:
    """The file in which somebody ends who opens a path of the site, as a browser leads them on."""
    for _ in range(3):
        path = normpath(path) if not path.endswith("/") else normpath(path) + "/index.html"
        found = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', site.read(path))
        if not found:
            return path
        path = join(dirname(path), unquote(found[1]))
    raise AssertionError(f"{path} leads round in circles")


@pytest.mark.halved
@pytest.mark.parametrize("folder_urls", [False, True], ids=["files", "folders"])
def test_every_address_and_every_code_leads_to_a_right_answer(tmp_path: Path, folder_urls: bool) -> None:
    story = Story(tmp_path, folder_urls)
    shutil.rmtree(copy_sample(tmp_path / "katalog") / "sop_defs")
    for path, name in {"satu/pemda": "Kabupaten Satu", "satu/umum/unit": "Bagian Umum", "satu/arsip/unit": "Bagian Arsip"}.items():  # fmt: skip
        (story.root / path).parent.mkdir(parents=True, exist_ok=True)
        (story.root / f"{path}.yml").write_text(f"nama: {name}\n", "utf-8")
    for name, unit in {"Surat Masuk": "umum", "Disposisi": "umum", "Penyimpanan": "arsip"}.items():
        story.do("new", name, "--unit", f"satu/{unit}")
    story.write("satu/umum/surat-masuk.yml", edited(**SIGNED, nomor="1/SOP"))
    story.write(
        "satu/umum/disposisi.yml", edited(**SIGNED, nomor="2/SOP", kode="")
    )  # from before there were codes
    story.write("satu/arsip/penyimpanan.yml", edited(**SIGNED, nomor="3/SOP"))
    story.publish()

    story.do("revisi", "satu/umum/surat-masuk", "--alasan", "Loket pindah", "--tanggal", "2026-02-01")
    story.write("satu/umum/surat-masuk.yml", lambda text: text.replace("berkas permohonan", "surat"))
    story.publish()
    story.do("revisi", "satu/umum/surat-masuk", "--alasan", "Waktu", "--tanggal", "2026-03-01")
    story.write("satu/umum/surat-masuk.yml", lambda text: text.replace("10 menit", "5 menit"))
    story.do("new", "Disposisi Elektronik", "--unit", "satu/umum")
    story.write("satu/umum/disposisi-elektronik.yml", edited(**SIGNED, nomor="4/SOP"))
    story.write(
        "satu/umum/disposisi.yml", edited(status="diganti", diganti_oleh="satu/umum/disposisi-elektronik")
    )
    story.publish()

    story.do("pindah", "satu/umum", "satu/tata-usaha")
    story.publish()
    story.do("pindah", "satu/tata-usaha/surat-masuk", "satu/tata-usaha/surat")
    story.do("pindah", "--gabung", "satu/arsip", "satu/tata-usaha")
    story.do("pindah", "satu", "kabupaten-satu")
    site = story.publish()

    files = site.digests().keys()
    assert story.published - files == set()
    names = {sop.sop.nomor or "": sop.id for sop in story.catalogue().sops}
    assert sorted(names) == ["1/SOP", "2/SOP", "3/SOP", "4/SOP"]
    assert len(story.printed) >= 9
    for code, number in story.printed.items():
        path = urlsplit(code).path.removeprefix(urlsplit(SUBPATH).path)
        end = "/index.html" if folder_urls else ".html"
        assert arrived(site, unquote(path)) == f"sop/{names[number]}{end}", code
    for path in story.published:
        if path.endswith(".html"):
            assert arrived(site, path) in files, path
    assert [finding for finding in story.catalogue().findings if finding.code == "alamat-lama"] == []
