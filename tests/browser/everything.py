"""The site with every kind of page: this repository's own, over a catalogue with every hard shape and a broken file."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.site.build import REPOSITORY, SUBPATH, Site, build, copy_sample
from tests.site.faulty import BROKEN, BROKEN_PLACE

UNIT = "kabupaten-contoh/dinas-arsip"
HARD = f"sop/{UNIT}/sulit"
SITE_PAGES = (
    "index",
    "tentang",
    "panduan/index",
    "panduan/langkah",
    "panduan/rujukan",
    "404",
    "sop/index",
    "sop/kabupaten-contoh/index",
    f"sop/{UNIT}/index",
    f"sop/{UNIT}/legalisasi",
    f"sop/{UNIT}/naskah-kasar",
    f"sop/{UNIT}/peminjaman-2019",
    HARD,
    f"sop/{UNIT}/surat-rusak",
    "peraturan/index",
    "peraturan/perda-1-2001",
    "peran/loket",
    "peran/index",
    "dokumen/index",
    "perubahan/index",
    f"serah-terima/{UNIT}",
    "serah-terima/index",
    f"peta/{UNIT}",
    "peta/index",
    "kesehatan/index",
    f"kesehatan/{UNIT}",
    "layanan/index",
    "sop/kabupaten-contoh/kecamatan-hulu/domisili",
    f"sop/{UNIT}/peminjaman-2019/riwayat/0",
    f"sop/{UNIT}/peminjaman-2019/riwayat/0-1",
)
"""A page of every kind that the theme frames, by address.

Every other one, as the two browsers share them by day, has a large chart, a map, and tables of a list and of one thing;
and among every other one of all is one of most kinds.
"""
LONG_PAGES = ("panduan/langkah", "panduan/rujukan")
"""More of what `panduan/index` has, and as long as all others together; trying them in every way is for the night."""
PAPER_PAGES = (
    "cetak/index",
    f"cetak/{UNIT}/index",
    f"cetak/{UNIT}/legalisasi",
    f"cetak/{UNIT}/sulit",
    "cetak/buku/index",
    f"cetak/buku/{UNIT}",
    "cetak/buku/peran/loket",
)
"""Print pages: sheets of paper on the screen, without the theme."""
EVERY_PAGE = SITE_PAGES + PAPER_PAGES


def kind(address: str) -> tuple[str, int, bool]:
    """Where a page stands tells what it is."""
    folder, _, name = address.rpartition("/")
    top = next(
        (top for top in ("cetak/buku/peran", "cetak/buku") if folder.startswith(top)), folder.split("/")[0]
    )
    return top, folder.count("/"), name == "index"


def build_everything(place: Path) -> Site:
    source = copy_sample(place / "katalog")
    shutil.rmtree(source / "docs")
    for folder in ("docs", "overrides"):
        shutil.copytree(REPOSITORY / folder, source / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", source)
    definitions = source / "sop_defs"
    shutil.copy(Path(__file__).with_name("sulit.yml"), definitions / UNIT)
    (definitions / BROKEN_PLACE).write_text(BROKEN, "utf-8")
    return build(source, place / "repo", url=SUBPATH, strict=False)
