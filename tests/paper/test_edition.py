"""What tells a sheet of yesterday from one of today, and the square code that carries it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, SopEntry
from sop_catalogue.pages.form.edition import edition_of
from sop_catalogue.paper.qr import QrMarks, code_svg, qr_marks
from sop_catalogue.store.disk import DiskFolder

TEXT = """\
nama: Surat
tanggal: {revisi: [1 Mei 2020, 2 Mei 2021]}
langkah:
  - {kegiatan: Menerima, pelaksana: Loket, waktu: 5 menit}
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], SopEntry]:
    def entry(text: str) -> SopEntry:
        unit = tmp_path / "pemda/unit"
        unit.mkdir(parents=True, exist_ok=True)
        (unit / "surat.yml").write_text(text)
        return CatalogueBuilder(DiskFolder(tmp_path)).build().sops[0]

    return entry


def test_the_revision_is_the_number_of_its_dates(read: Callable[[str], SopEntry]) -> None:
    found = edition_of(read(TEXT))
    assert (found.revision, found.date) == (2, "2 Mei 2021")
    assert re.fullmatch(r"rev=2&isi=[0-9a-f]{6}", found.query)
    bare = edition_of(read("nama: Surat\nlangkah: {kegiatan: A, pelaksana: B}\n"))
    assert (bare.revision, bare.date) == (0, "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Menerima", "Menolak"),
        ("5 menit", "6 menit"),
        ("2 Mei 2021", "3 Mei 2021"),
        ("nama: Surat", "nama: Surat\nkop: [A, B]"),
        ("nama: Surat", "nama: Surat\njudul_bagan: Alur"),
        ("waktu: 5 menit", "waktu: 5 menit, tafsiran: panah"),
        ("nama: Surat", "nama: Surat\ntafsiran: formulir"),
    ],
)
def test_what_a_sheet_says_changes_the_code(read: Callable[[str], SopEntry], old: str, new: str) -> None:
    before = edition_of(read(TEXT)).content
    assert edition_of(read(TEXT.replace(old, new))).content != before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nama: Surat", "# catatan\nnama:   Surat"),
        ("nama: Surat", "nama: Surat\nstatus: dicabut"),
        ("nama: Surat", "nama: Surat\nstatus: diganti\ntafsiran: status"),
        ("nama: Surat", "nama: Surat\nsebutan: Surat Kita"),
        ("nama: Surat", "nama: Surat\nkode: k-1\nalamat_lama: pemda/unit/lama"),
        ("nama: Surat", "nama: Surat\ncatatan_penyunting: Periksa lagi"),
        ("waktu: 5 menit", "waktu: 5 menit, catatan_penyunting: Kabur"),
    ],
)
def test_what_no_sheet_says_does_not(read: Callable[[str], SopEntry], old: str, new: str) -> None:
    before = edition_of(read(TEXT)).content
    assert edition_of(read(TEXT.replace(old, new))).content == before


def test_every_real_sop_has_a_code_that_a_phone_reads(real: Catalogue) -> None:
    marks = QrMarks("https://sop.kabupaten-contoh.go.id/katalog/", directory_urls=False)
    seen = set()
    for entry in real.sops:
        (text,) = seen_in(str(marks(entry)))
        assert text == marks.address(entry)
        assert text.startswith(f"https://sop.kabupaten-contoh.go.id/katalog/sop/{entry.id}.html?rev=")
        seen.add(text)
    assert len(seen) == len(real.sops)


def test_the_code_of_a_sheet_outlives_names_where_the_sop_has_one_of_its_own(
    read: Callable[[str], SopEntry],
) -> None:
    entry = read(TEXT.replace("nama: Surat", "nama: Surat\nkode: K7-m2"))
    query = edition_of(entry).query
    assert seen_in(str(QrMarks("https://a.id/x/", False)(entry))) == [
        f"https://a.id/x/kode/k7-m2.html?{query}"
    ]
    assert seen_in(str(QrMarks("https://a.id", True)(entry))) == [f"https://a.id/kode/k7-m2/?{query}"]
    assert QrMarks("https://a.id", True).page(entry) == "https://a.id/sop/pemda/unit/surat/"


def test_folder_addresses_and_odd_letters(read: Callable[[str], SopEntry]) -> None:
    entry = read(TEXT)
    assert QrMarks("https://a.id", directory_urls=True).page(entry) == "https://a.id/sop/pemda/unit/surat/"
    assert seen_in(str(code_svg('"<&>é'))) == ['"<&>é']


def test_no_address_no_code() -> None:
    assert qr_marks("", directory_urls=True) is None
    assert qr_marks(None, directory_urls=True) is None


def seen_in(svg: str) -> list[str]:
    """What a reader of codes makes of the drawn squares."""
    box = re.search(r'viewBox="0 0 (\d+) \1"', svg)
    path = re.search(r' d="([^"]+)"', svg)
    assert box and path
    picture = Image.new("L", (int(box[1]),) * 2, 255)
    x = y = 0.0
    for kind, values in re.findall(r"([Mmh])([-\d. ]+)", path[1]):
        numbers = [float(value) for value in values.replace("-", " -").split()]
        if kind == "h":
            for step in range(int(numbers[0])):
                picture.putpixel((int(x) + step, int(y)), 0)
            x += numbers[0]
        else:
            x, y = (numbers[0], numbers[1]) if kind == "M" else (x + numbers[0], y + numbers[1])
    large = picture.resize((picture.width * 6, picture.height * 6), Image.Resampling.NEAREST)
    whole = Image.new("L", (large.width + 80, large.height + 80), 255)
    whole.paste(large, (40, 40))
    return [found.text for found in zxingcpp.read_barcodes(whole)]
