"""The code of an electronic signature, stamped on every sheet, and the sheet's own: a phone reads both."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
import segno
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from sop_catalogue.press import browser

from .conftest import Sop

SEAL = "https://tte.contoh.go.id/verifikasi/0123456789abcdef"
POINT = 72 / 25.4
SIDE, EDGE = 12.0, 4.0
"""In mm, as measured on documents that were signed: in the lower left corner."""
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser.find() is None, reason="no browser on this machine"),
    pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="nothing that makes pictures of pages"),
]


def stamped(source: Path, target: Path) -> int:
    """With the seal on each page, over whatever is there; how many there are."""
    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            page.contents_add(b"q", prepend=True)
            page.contents_add(_drawn(SEAL))
        pdf.save(target)
        return len(pdf.pages)


def _drawn(text: str) -> bytes:
    rows = [list(row) for row in segno.make_qr(text, error="m").matrix]
    size = SIDE * POINT / len(rows)
    squares = (
        f"{EDGE * POINT + x * size:.3f} {(EDGE + SIDE) * POINT - (y + 1) * size:.3f} {size:.3f} {size:.3f} re"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return "\n".join(["Q q 0 g", *squares, "f Q"]).encode()


def read(file: Path, folder: Path) -> list[set[str]]:
    """The codes on each page."""
    subprocess.run(["pdftoppm", "-r", "250", "-gray", file, folder / "hal"], check=True)
    pictures = sorted(folder.glob("hal*.pgm"))
    return [{found.text for found in zxingcpp.read_barcodes(Image.open(one))} for one in pictures]


def texts(file: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(file).pages]


@pytest.mark.halved
@pytest.mark.parametrize("paper", ["A4", "Legal"])
@pytest.mark.parametrize("binding", [("--jilid", "25"), ("--jilid", "10", "--bolak-balik", "ya")])
def test_both_codes_are_read_on_every_sheet(
    sop: Sop, project: Path, tmp_path: Path, paper: str, binding: tuple[str, ...]
) -> None:
    unit = project / "sop_defs/pemda/unit"
    long = "".join(
        f"  - {{kegiatan: Memeriksa {i}, pelaksana: {who}}}\n" for i in range(12) for who in ("A", "B")
    )
    (unit / "rapat.yml").write_text(f"nama: Rapat\nlampiran: {{judul: L, isi: Isi}}\nlangkah:\n{long}")
    said = ("--situs", "https://sop.contoh.go.id/katalog/", "--kaki-bebas", "15", "--kertas", paper, *binding)
    assert sop("pdf", "pemda/unit", *said, "-o", "unit.pdf", cwd=project).code == 0
    count = stamped(project / "unit.pdf", tmp_path / "sah.pdf")
    found = read(tmp_path / "sah.pdf", tmp_path)
    assert len(found) == count > 3
    for codes, text in zip(found, texts(project / "unit.pdf"), strict=True):
        own = {code for code in codes if code.startswith("https://sop.contoh.go.id/katalog/sop/pemda/unit/")}
        assert len(own) == ("sengaja dikosongkan" not in text)
        assert codes == {SEAL, *own}


@pytest.mark.halved
@pytest.mark.parametrize("binding", ["10", "25"])
def test_no_sheet_of_a_binder_has_anything_there(
    sop: Sop, project: Path, tmp_path: Path, binding: str
) -> None:
    words = (
        "--situs",
        "https://sop.contoh.go.id/",
        "--kaki-bebas",
        "15",
        "--bolak-balik",
        "ya",
        "--jilid",
        binding,
    )
    assert sop("pdf", "--binder", *words, "-o", "buku.pdf", cwd=project).code == 0
    subprocess.run(["pdftoppm", "-r", "100", "-gray", project / "buku.pdf", tmp_path / "hal"], check=True)
    pictures = sorted(tmp_path.glob("hal*.pgm"))
    assert len(pictures) > 5
    for file in pictures:
        picture = Image.open(file).convert("L")
        millimetre = 100 / 25.4
        reach = round((EDGE + SIDE) * millimetre)
        corner = picture.crop((0, picture.height - reach, reach, picture.height))
        assert corner.getextrema() == (255, 255), file.name
