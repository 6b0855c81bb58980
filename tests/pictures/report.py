"""The guide's pictures of an import's report, of an office's documents that were printed here."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.cli import main
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.store.disk import DiskFolder
from tests.intake.printed import pdfs

_PLACES = {
    "contoh/pemda.yml": "nama: Pemerintah Kabupaten Contoh\n",
    "contoh/dinas-arsip/unit.yml": "nama: Dinas Arsip\n",
}
_DOUBTFUL = """\
nama: Pengiriman Surat Keluar
nomor: 045/12/Arsip/2024
dasar_hukum: [Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan]
langkah:
  - {kegiatan: Menyusun konsep surat, pelaksana: Staf, kelengkapan: Disposisi, waktu: 1 jam, output: Konsep}
  - kegiatan: Memeriksa konsep
    pelaksana: Kasubbag
    bentuk: keputusan
    ke: [lanjut, 1]
    kelengkapan: Konsep
    waktu: 15 menit
    diketahui: {cabang-tanpa-label: Contoh}
  - {kegiatan: Menandatangani surat, pelaksana: Kepala Dinas, waktu: 10 menit, output: Surat}
  - {kegiatan: Mencatat dan mengirim surat, pelaksana: Staf, kelengkapan: Buku agenda, waktu: 10 menit, output: Tanda terima}
"""
_SOUND = """\
nama: {}
langkah:
  - {{kegiatan: Menerima berkas, pelaksana: Staf, waktu: 5 menit}}
  - {{kegiatan: Memeriksa {}, pelaksana: Kasubbag, waktu: 15 menit}}
  - {{kegiatan: Menyimpan berkas, pelaksana: Staf, waktu: 5 menit}}
"""
_TITLES = {"peminjaman-arsip": "Peminjaman Arsip", "legalisasi": "Legalisasi Dokumen"}
SIZE: ViewportSize = {"width": 1300, "height": 500}


def report_pictures(browser: Browser, place: Path, target: Path) -> None:
    """What `sop impor` makes of them, as its author sees it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        _shelf(place)
        main(["impor", "SOP-lama", "--unit", "contoh/dinas-arsip"])
    page = browser.new_page(viewport=SIZE, locale="id-ID")
    page.goto((place / "laporan-impor/index.html").as_uri())
    page.screenshot(path=target / "impor-daftar.png", clip={"x": 0, "y": 0, "width": 1300, "height": 420})
    page.keyboard.press("n")
    page.frame_locator("#bingkai").locator("li.nyala").wait_for()
    page.wait_for_timeout(500)
    page.screenshot(path=target / "impor-banding.png")
    page.close()


def _shelf(place: Path) -> None:
    """The catalogue still empty, the documents beside it."""
    definitions = place / "sop_defs"
    said = {**_PLACES, "contoh/dinas-arsip/surat-keluar.yml": _DOUBTFUL}
    said |= {
        f"contoh/dinas-arsip/{name}.yml": _SOUND.format(title, title.lower())
        for name, title in _TITLES.items()
    }
    for path, text in said.items():
        (definitions / path).parent.mkdir(parents=True, exist_ok=True)
        (definitions / path).write_text(text, "utf-8")
    (place / "SOP-lama").mkdir()
    catalogue = CatalogueBuilder(DiskFolder(definitions), "sop_defs").build()
    for id_, data in pdfs(catalogue, DEFAULT, place / "lembar").items():
        (place / "SOP-lama" / f"{id_.rpartition('/')[2]}.pdf").write_bytes(data)
    (place / "SOP-lama/undangan.pdf").write_bytes(b"%PDF-1.7 tidak utuh")
    shutil.rmtree(definitions)
    for path, text in _PLACES.items():
        (definitions / path).parent.mkdir(parents=True, exist_ok=True)
        (definitions / path).write_text(text, "utf-8")
