"""Tables however they are marked up, and single stages of reading them."""

from __future__ import annotations

import pytest

from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.intake.drawing.symbols import Form
from sop_catalogue.intake.marked_up.fragment import blocks_of_html, lines_of
from sop_catalogue.intake.marked_up.reading import read_html, read_text
from sop_catalogue.intake.primitives import UnreadableError
from sop_catalogue.intake.recovered import Recovered
from sop_catalogue.intake.tabled.doers import Doers
from sop_catalogue.intake.tabled.listed import items
from sop_catalogue.intake.tabled.model import Cell, Table
from sop_catalogue.intake.tabled.signs import left_in
from sop_catalogue.intake.wording.definition_text import definition_text
from tests.intake.flows import sop_of

HTML = """<html><head><title>x</title></head><body>
<table><tr><td rowspan="2">DINAS CONTOH</td><td>Nomor SOP</td><td>: 12/SOP/2024</td></tr>
<tr><td>Nama SOP</td><td>Pelayanan Surat Masuk</td></tr>
<tr><td>Dasar Hukum</td><td colspan="2">Kualifikasi Pelaksana</td></tr>
<tr><td><ol><li>Undang-Undang Nomor 1<li>Peraturan Nomor 2</ol></td><td colspan="2">SMA &amp; D3</td></tr></table>
<p>ALUR SURAT MASUK</p>
<table><tr><th rowspan=2>No<th rowspan=2>Kegiatan<th colspan=2>Pelaksana<th colspan=3>Mutu Baku<th rowspan=2>Ket
<tr><th>Kepala<th>Staf<th>Kelengkapan<th>Waktu<th>Output
<tr><td>1<td>Menerima surat<td><td>○<td rowspan=2>Surat<td>5 menit<td>Agenda<td>
<tr><td>2<td>Membubuhkan<br>paraf<td>◇<td><td>10 menit<td>Surat<td>asli
<tr><td>3<td>Mengarsipkan<td><td>[ ]<td>Surat<td>1 hari<td>Arsip<td></table>
<script>alert(1)</script>"""

PIPES = """# SOP Surat

| Nomor SOP | : | 12/SOP/2024 |
|---|---|---|
| Nama SOP | : | **Pelayanan Surat Masuk** |

ALUR SURAT MASUK

| No | Kegiatan | Kepala | Staf | Kelengkapan | Waktu | Output |
|:--|:--|:-:|:-:|---|---|---|
| 1 | Menerima surat \\| berkas | | □ | Surat | 5 menit | Agenda |
| 2 | Kepala membubuhkan paraf | | | Surat | 10 menit | Surat |
"""


def flow_of(found: Recovered) -> list[tuple[int, tuple[int, ...]]]:
    (chart,) = sop_of(definition_text(found)).semua_bagan
    return [(symbol.row, symbol.lanes) for symbol in resolve(chart).flow.symbols]


def test_html() -> None:
    (found,) = read_html("x.html", HTML.encode())
    sop = sop_of(definition_text(found))
    assert (sop.nama, sop.nomor, sop.kop) == ("Pelayanan Surat Masuk", "12/SOP/2024", ("DINAS CONTOH",))
    assert [i.text for i in found.identity.boxes["dasar_hukum"]] == [
        "Undang-Undang Nomor 1",
        "Peraturan Nomor 2",
    ]
    assert [i.text for i in found.identity.boxes["kualifikasi_pelaksana"]] == ["SMA & D3"]
    (chart,) = found.charts
    assert chart.title == "ALUR SURAT MASUK"
    assert [" ".join(step.activity) for step in chart.steps][1] == "Membubuhkan paraf"
    assert [node.form for node in chart.nodes] == [Form.CAPSULE, Form.DIAMOND, Form.BOX]
    assert flow_of(found) == [(0, (1,)), (1, (0,)), (2, (1,))]
    assert chart.steps[0].cells["kelengkapan"].rows == 2
    assert "alert" not in definition_text(found)


def test_bars() -> None:
    (found,) = read_text("x.md", PIPES.encode())
    assert found.identity.fields["nama"] == "Pelayanan Surat Masuk"
    assert found.charts[0].steps[0].activity == ["Menerima surat | berkas"]
    assert flow_of(found) == [(0, (1,)), (1, (0,))]


def test_identities_behind_their_flows() -> None:
    names = ("Surat Masuk", "Cuti Pegawai", "Perjalanan Dinas")
    text = "".join(
        f"TAHAPAN {name.upper()}\n\nNo\tKegiatan\tKepala\tStaf\tWaktu\tOutput\n1\tMenerima\t□\t\t5 menit\tSurat\n\n"
        f"Nomor SOP\t12\nTanggal Pembuatan\t2 Januari 2024\nNama SOP\tPelayanan {name}\n\n"
        for name in names
    )
    found = read_text("x.txt", text.encode())
    assert [sop.identity.fields["nama"] for sop in found] == [f"Pelayanan {name}" for name in names]
    assert [sop.charts[0].title for sop in found] == [f"TAHAPAN {name.upper()}" for name in names]


def test_several_charts_of_one_sop() -> None:
    flow = "No\tKegiatan\tKepala\tStaf\tWaktu\tOutput\n1\tMenerima\t□\t\t5 menit\tSurat\n\n"
    text = f"Nama SOP\tSurat\nNomor SOP\t1\nTanggal Efektif\t2 Mei 2024\n\n{flow}BAGIAN KEDUA\n\n{flow}"
    (found,) = read_text("x.txt", text.encode())
    assert [chart.title for chart in found.charts] == ["", "BAGIAN KEDUA"]
    (_, other) = read_text("x.txt", text.replace("BAGIAN KEDUA", "SOP Cuti").encode())
    assert other.charts[0].title == "SOP Cuti"


def test_words_of_no_column_are_told() -> None:
    text = "No\tKegiatan\tKepala\tStaf\tWaktu\tOutput\n1\tMenerima\t□\t\t5 menit\tSurat\tLebih"
    (found,) = read_text("x.txt", text.encode())
    assert "di luar kolom yang dikenal tertulis “Lebih”" in definition_text(found)


def test_html_inside_a_text() -> None:
    (found,) = read_text("x.txt", b"\xef\xbb\xbfSebuah kata\n" + HTML.encode())
    assert found.identity.fields["nama"] == "Pelayanan Surat Masuk"
    assert len(found.charts[0].steps) == 3


def test_letters_of_old_windows() -> None:
    (found,) = read_text("x.txt", PIPES.replace("berkas", "berkas – asli").replace("□", "").encode("cp1252"))
    assert found.charts[0].steps[0].activity == ["Menerima surat | berkas – asli"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["- Pena - Buku"], ["- Pena", "- Buku"]),
        (["1 Undang 2 Orang"], ["1 Undang", "2 Orang"]),
        (["1. Satu 2. Dua 4. Empat"], ["1. Satu", "2. Dua", "4. Empat"]),
        (["1, Satu 2, Dua"], ["1. Satu", "2. Dua"]),
        (["5.1Foto 5.2 Video"], ["5.1Foto", "5.2 Video"]),
        (["Nomor 16 Tahun 1997"], ["Nomor 16 Tahun 1997"]),
        (["2 (dua) rangkap"], ["2 (dua) rangkap"]),
        (["1. Nomor 2 Tahun 2003"], ["1. Nomor 2 Tahun 2003"]),
        (["Satu", "Dua"], ["Satu", "Dua"]),
    ],
)
def test_lists_in_one_line(lines: list[str], found: list[str]) -> None:
    assert items(lines) == found


@pytest.mark.parametrize(
    ("text", "forms", "arrows", "rest"),
    [
        ("□ ↓", [Form.BOX], True, ""),
        ("◇ Tidak", [Form.DIAMOND], False, "Tidak"),
        ("Mulai", [Form.CAPSULE], False, ""),
        ("→", [], True, ""),
        ("Ya", [], False, "Ya"),
        ("graph TD Start([Start]) --> A{ }", [], False, "graph TD Start([Start]) --> A{ }"),
    ],
)
def test_what_is_left_of_a_drawing(text: str, forms: list[Form], arrows: bool, rest: str) -> None:
    left = left_in(Cell((text,)))
    assert ([sign.form for sign in left.signs], left.arrows, left.rest) == (forms, arrows, rest)


LANES = ["KADIS", "Sekretaris", "Kasubag. Perencanaan", "Staf TU", "TU"]


@pytest.mark.parametrize(
    ("activity", "lanes"),
    [
        ("Kepala Dinas menelaah surat", (0,)),
        ("Kasubbag mendisposisikan surat", (2,)),
        ("Staf TU mencatat", (3,)),
        ("TU mencatat", (4,)),
        ("Sekretaris Dinas bersama dengan Kasubbag menyusun", (1, 2)),
        ("Surat diteliti oleh Sekretaris", (1,)),
        ("Menyerahkan surat kepada Sekretaris", ()),
        ("Stafnya banyak", ()),
    ],
)
def test_who_does_it_by_its_words(activity: str, lanes: tuple[int, ...]) -> None:
    assert Doers(LANES).of(activity) == lanes


def test_to_whom_it_goes_on() -> None:
    doers = Doers(LANES)
    assert doers.handed_to("Membuat surat dan diserahkan ke Sekretaris") == 1
    assert doers.handed_to("Membuat surat") is None


def test_a_cell_that_is_torn() -> None:
    assert [line for line in lines_of("<p>Satu</p><ol><li>Dua <i>tiga") if line] == ["Satu", "Dua tiga"]


def test_merged_cells_stand_in_each_place() -> None:
    (table,) = [
        b
        for b in blocks_of_html("<table><tr><td rowspan=2 colspan=2>A<td>B<tr><td>C")
        if isinstance(b, Table)
    ]
    assert [[cell.text for cell in row] for row in table.rows] == [["A", "A", "B"], ["A", "A", "C"]]
    assert table.rows[0][0] is table.rows[1][1]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "tidak ditemukan"),
        (b"Catatan rapat", "tidak ditemukan"),
        (b"\x00\x01", "bukan teks"),
        (b"a" * 5_000_001, "lebih besar dari 5 MB"),
        (b"<table>" * 50, "terlalu dalam"),
        (b"<table>" + b"<td>" * 200_001, "200000 sel"),
        (b"|a" * 200_002, "200000 sel"),
        (b"No\tKegiatan\tKepala\tStaf\tWaktu\n" + b"1\ta\t\t\t1 hari\n" * 2001, "lebih dari 2000 baris"),
    ],
    ids=range(8),
)
def test_what_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        read_text("x.txt", data)
