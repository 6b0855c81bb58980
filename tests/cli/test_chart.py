"""`sop chart`: one chart as a picture."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from sop_catalogue.press import browser
from sop_catalogue.press.driving import SHARPNESS

from .conftest import Sop

TWO = """\
nama: Dua
bagan:
  - {judul: Satu, langkah: {kegiatan: A, pelaksana: Loket}}
  - {judul: Lain, langkah: [{kegiatan: B, pelaksana: Loket}, {kegiatan: C, pelaksana: Kadin}]}
"""


@pytest.fixture
def unit(project: Path) -> Path:
    folder = project / "sop_defs/pemda/unit"
    (folder / "dua.yml").write_text(TWO)
    return folder


def _title(svg: str) -> str | None:
    return ElementTree.fromstring(svg.encode()).findtext("{http://www.w3.org/2000/svg}title")


def test_an_svg_goes_to_a_file_or_to_the_screen(sop: Sop, project: Path) -> None:
    done = sop("chart", "pemda/unit/rapat", "-o", "bagan.SVG", cwd=project)
    assert (done.code, done.out, done.err) == (0, "Bagan 1 dari 1 ditulis ke bagan.SVG.\n", "")
    shown = sop("chart", "rapat.yml")
    assert shown.code == 0
    assert shown.out.encode() == (project / "bagan.SVG").read_bytes()
    assert _title(shown.out) == "Rapat"


def test_it_is_the_file_of_the_site(sop: Sop, project: Path, unit: Path) -> None:
    assert unit
    assert sop("export", "hasil", cwd=project).code == 0
    for number, name in ((1, "dua-alur.svg"), (2, "dua-alur-2.svg")):
        published = project / "hasil/sop/pemda/unit" / name
        assert sop("chart", "dua", "--bagan", str(number)).out.encode() == published.read_bytes()
    assert _title(published.read_text("utf-8")) == "Dua: Lain"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rapta"], "SOP 'rapta' tidak ada; maksud Anda 'rapat'?"),
        (["kembar"], "ada 2 SOP bernama 'kembar'; pilih satu: pemda/lain/kembar, pemda/unit/kembar"),
        (["rusak"], "'rusak' belum terbaca"),
        (["dua", "--bagan", "3"], "pemda/unit/dua memuat 2 bagan; --bagan 3 tidak ada"),
        (["dua", "--bagan", "dua"], "--bagan: isian"),
        (["dua", "-o", "dua.docx"], "akhiran 'dua.docx' tidak dikenal; pakai .svg, .png, .pdf"),
        (["dua", "-o", "tiada/dua.svg"], "folder 'tiada' tidak ada"),
    ],
)
def test_what_it_cannot_do_it_says(sop: Sop, project: Path, unit: Path, words: list[str], said: str) -> None:
    (unit.parent / "lain").mkdir()
    for folder in (unit, unit.parent / "lain"):
        (folder / "kembar.yml").write_text("nama: Kembar\nlangkah: {kegiatan: A, pelaksana: B}\n")
    (unit / "rusak.yml").write_text("nama: [\n")
    before = sorted(project.iterdir())
    done = sop("chart", *words, cwd=project)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert sorted(project.iterdir()) == before


def test_without_a_browser_it_names_what_to_install(
    sop: Sop, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(browser, "places", lambda: iter([project / "tiada"]))
    done = sop("chart", "rapat", "-o", "bagan.png", cwd=project)
    assert (done.code, done.out) == (2, "")
    assert "PNG memerlukan Chromium, Chrome, atau Edge" in done.err
    assert "apt-get install chromium" in done.err
    assert not list(project.glob("*bagan*"))


def test_a_browser_that_makes_nothing_is_told(
    sop: Sop, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "find", lambda: Path("/bin/false"))
    done = sop("chart", "rapat", "-o", "bagan.pdf", cwd=project)
    assert done.code == 2
    assert "tidak menghasilkan gambar" in done.err
    assert not list(project.glob("*bagan*"))


@pytest.mark.browser
@pytest.mark.usefixtures("unit")
def test_a_small_chart_is_painted_whole(sop: Sop, project: Path) -> None:
    if browser.find() is None:
        pytest.skip("no browser on this machine")
    assert sop("chart", "dua", "-o", "kecil.png", cwd=project).code == 0
    with Image.open(project / "kecil.png") as image:
        wide, high = image.size
        assert wide < 300
        assert image.convert("L").crop((4, high - 40, wide - 4, high - 4)).getextrema() == (0, 255)


@pytest.mark.browser
def test_png_and_pdf_are_as_large_as_the_chart(sop: Sop, project: Path) -> None:
    if browser.find() is None:
        pytest.skip("no browser on this machine")
    svg = ElementTree.fromstring(sop("chart", "rapat", cwd=project).out.encode())
    wide, high = (float(svg.get(side, "0")) for side in ("width", "height"))
    assert sop("chart", "rapat", "-o", "bagan.png").code == 0
    png = (project / "bagan.png").read_bytes()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    size = struct.unpack(">II", png[16:24])
    assert size == pytest.approx((wide * SHARPNESS, high * SHARPNESS), abs=2)
    assert sop("chart", "rapat", "-o", "bagan.pdf").code == 0
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", (project / "bagan.pdf").read_bytes())
    assert [tuple(map(float, box)) for box in boxes] == [pytest.approx((wide * 0.75, high * 0.75), abs=1)]
    assert sorted(file.name for file in project.glob("*bagan*")) == ["bagan.pdf", "bagan.png"]
