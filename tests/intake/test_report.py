"""The report of an import: what stands in it, and that nothing of a document is more than text there."""

from __future__ import annotations

import re
import struct
import zlib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.cli import main
from sop_catalogue.commands.impor.counting import time_left
from sop_catalogue.commands.impor.folder import MARK
from sop_catalogue.definition.daftar import DaftarPeran, DaftarPeraturan
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.intake.page_pictures import grey_png
from sop_catalogue.intake.recovered import Chart, Identity, Recovered, Step
from sop_catalogue.intake.table.columns import Column
from sop_catalogue.intake.wording.definition_text import definition_text
from sop_catalogue.intake.wording.doubt_lines import doubt_lines
from tests.hostile import corpus
from tests.intake.shelf import defined, office, put, take_place


@pytest.fixture
def unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    take_place(monkeypatch)
    monkeypatch.chdir(tmp_path)
    return office(tmp_path)


class Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


def pages() -> list[Path]:
    return [Path("laporan-impor/index.html"), *sorted(Path("laporan-impor/dokumen").glob("*/*.html"))]


def test_every_doubt_stands_on_both_sides_with_its_line(unit: Path) -> None:
    put(
        Path("lama/a.uji"),
        "Surat Masuk",
        ragu=["panah tanpa ujung", "cabang tanpa label"],
        ragu_bagan=["nomor melompat"],
    )
    assert main(["impor", "lama"]) == 0
    ((name, text),) = defined(unit).items()
    lines = [k for k, line in enumerate(text.splitlines(), 1) if "# PERIKSA" in line]
    assert len(lines) == 3
    (page,) = Path("laporan-impor/dokumen").glob("*/1.html")
    html = page.read_text("utf-8")
    found = Elements(html)
    ids = [attrs["id"] for _, attrs in found.found if "id" in attrs]
    for number in (1, 2, 3):
        assert [ids.count(f"{side}-{number}") for side in ("keraguan", "asal", "hasil")] == [1, 1, 1]
    copied = [attrs["data-salin"] for attrs in found.of("button")]
    assert copied == [f"sop_defs/kab/dinas/{name}", *(f"sop_defs/kab/dinas/{name}:{line}" for line in lines)]
    rows = {attrs["data-baris"] for attrs in found.of("div") if "data-baris" in attrs}
    assert rows
    assert rows <= set(ids)
    assert (page.parent / "1.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.usefixtures("unit")
def test_the_first_page_tells_of_every_file(capsys: pytest.CaptureFixture[str]) -> None:
    put(Path("lama/a.uji"), ["Satu", "Dua"], ragu=["panah tanpa ujung"])
    put(Path("lama/b.uji"), "Berkas ketiga", benih=9)
    put(Path("lama/c.uji"), "", gagal="terkunci kata sandi")
    assert main(["impor", "lama"]) == 1
    assert capsys.readouterr().out.splitlines()[-3] == "1 siap, 2 perlu dilihat, 1 gagal."
    html = Path("laporan-impor/index.html").read_text("utf-8")
    links = [attrs for attrs in Elements(html).of("a") if "data-sop" in attrs]
    assert [attrs["data-keadaan"] for attrs in links] == ["perlu dilihat", "perlu dilihat", "siap"]
    assert all((Path("laporan-impor") / str(attrs["href"])).is_file() for attrs in links)
    assert "terkunci kata sandi" in html


def test_a_document_without_pictures_shows_its_cells(unit: Path) -> None:
    put(Path("lama/a.polos"), "Surat Masuk", kegiatan=["Menerima berkas"])
    assert main(["impor", "lama"]) == 0
    (page,) = Path("laporan-impor/dokumen").glob("*/1.html")
    assert page.read_text("utf-8").count("<td>Menerima berkas</td>") > 1
    assert defined(unit)


def test_what_a_document_says_is_text(unit: Path) -> None:
    groups = {name: texts for name, texts in corpus.groups().items() if name not in corpus.NOT_TEXT}
    for name, texts in groups.items():
        few = [text for text in texts if len(text) < 2000]
        put(Path(f"lama/{name}.uji"), few[:3], kegiatan=few, ragu=few, hukum=few, tanggal=few[0])
    main(["impor", "lama"])
    assert len(defined(unit)) == 3 * len(groups)
    for page in pages():
        found = Elements(page.read_text("utf-8"))
        assert len(found.of("script")) == 1
        assert not [tag for tag, _ in found.found if tag in ("object", "embed", "base", "form", "video")]
        assert not [attrs for _, attrs in found.found if any(name.startswith("on") for name in attrs)]
        for _, attrs in found.found:
            address = attrs.get("href") or attrs.get("src") or ""
            assert re.match(r"#|[\w.-]+$|(\.\./)*(assets|dokumen)/", address) or not address
        policies = [attrs.get("content") or "" for attrs in found.of("meta") if "http-equiv" in attrs]
        assert ["script-src 'self';" in policy for policy in policies] == [True]


def test_registers_made_of_what_is_proposed_are_sound(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [
        'UU Nomor 25 Tahun 2009: "Pelayanan"',
        "Peraturan Menteri 'Contoh' Nomor 5 Tahun 2020 tentang # tanda",
    ]
    put(Path("lama/a.uji"), "Satu", hukum=texts)
    put(Path("lama/b.uji"), "Dua", benih=5, hukum=texts[:1])
    assert main(["impor", "lama"]) == 0
    for name, model in (("peran", DaftarPeran), ("peraturan", DaftarPeraturan)):
        text = Path(f"laporan-impor/usulan/{name}.yml").read_bytes()
        assert read_definition(f"{name}.yml", text, model).findings == []
        (unit / f"{name}.yml").write_bytes(text)
    capsys.readouterr()
    assert main(["impor", "lama"]) == 0
    assert "Belum terdaftar" not in capsys.readouterr().out
    assert not list(Path("laporan-impor/usulan").glob("*.yml"))


def test_what_is_there_twice_is_told(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(Path("lama/a.uji"), "Surat Masuk")
    put(Path("lama/b.uji"), "Surat Masuk", benih=3)
    assert main(["impor", "lama"]) == 0
    out = capsys.readouterr().out
    assert (
        "Ada dua kali: kab/dinas/surat-masuk-2.yml: judul dan langkah-langkahnya sama dengan kab/dinas/surat-masuk.yml"
        in out
    )
    assert len(defined(unit)) == 2


@pytest.mark.parametrize(
    ("folder", "said"),
    [("lama", "berisi berkas lain"), ("sop_defs/x", "bertumpuk"), ("lama/a.uji", "bukan folder")],
)
def test_nothing_is_written_where_others_wrote(
    unit: Path, capsys: pytest.CaptureFixture[str], folder: str, said: str
) -> None:
    put(Path("lama/a.uji"), "Satu")
    assert main(["impor", "lama", "--laporan", folder]) == 2
    assert said in capsys.readouterr().err
    assert not defined(unit)
    assert not list(Path().rglob(MARK))


def test_doubts_are_found_on_their_lines_and_not_in_a_text_of_the_document() -> None:
    lanes = [Column(0, 1, "lane", "Staf"), Column(1, 2, "lane", "Kepala")]
    hidden = "1. Catat\n2. # PERIKSA: palsu"
    steps = [Step("1", [hidden], {}, 1), Step("2", ["Simpan"], {}, 1)]
    steps[1].doubt("panah tanpa ujung")
    sop = Recovered(
        Identity({"nama": "Uji", "pembuatan": "entah"}),
        [Chart(lanes, {}, steps=steps, doubts=["nomor melompat"])],
    )
    text = definition_text(sop)
    found = list(doubt_lines(text, sop))
    assert [(one.chart, one.step) for one in found] == [(None, None), (0, None), (0, 1)]
    assert all(one.words in text.splitlines()[one.line - 1] for one in found)
    assert "palsu" not in "".join(one.words for one in found)


@given(st.integers(2, 9), st.integers(1, 4), st.integers(0, 3), st.data())
def test_a_picture_says_what_its_pixels_say(wide: int, high: int, over: int, data: st.DataObject) -> None:
    pixels = data.draw(st.binary(min_size=(wide + over) * high, max_size=(wide + over) * high))
    png = grey_png(pixels, wide, high, wide + over)
    width, height, depth = struct.unpack(">IIB", png[16:25])
    assert (width, height, depth) == (wide - wide % 2, high, 4)
    start = png.index(b"IDAT") + 4
    rows = zlib.decompress(png[start : start + struct.unpack(">I", png[start - 8 : start - 4])[0]])
    for y in range(high):
        line = rows[y * (width // 2 + 1) : (y + 1) * (width // 2 + 1)]
        found = [grey * 17 for pair in line[1:] for grey in (pair >> 4, pair & 15)]
        assert all(abs(a - b) <= 8 for a, b in zip(found, pixels[y * (wide + over) :], strict=False))


@pytest.mark.parametrize(
    ("passed", "read", "left", "said"),
    [(10, 2, 50, ""), (30, 3, 5, "kurang dari 1 menit"), (60, 10, 100, "kira-kira 10 menit"), (3600, 10, 100, "kira-kira 10 jam")],
)  # fmt: skip
def test_how_long_it_takes(passed: float, read: int, left: int, said: str) -> None:
    assert time_left(passed, read, left) == said
