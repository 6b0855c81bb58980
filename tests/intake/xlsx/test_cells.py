"""Cells as Excel shows them, and tables as offices lay them out."""

from __future__ import annotations

from io import BytesIO
from itertools import product
from zipfile import ZipFile

import pytest

from sop_catalogue.intake.primitives import UnreadableError
from sop_catalogue.intake.recovered import Step
from sop_catalogue.intake.table.rows import Cell
from sop_catalogue.intake.xlsx.reading import read_xlsx
from sop_catalogue.intake.xlsx.shown import shown
from sop_catalogue.intake.xlsx.writing import paragraphs_of
from tests.intake.xlsx.book import BOXED, HEADING, Look, Sheet, saved
from tests.intake.xlsx.small import Small, chart, read


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("1", '0 "hari"', "1 hari"),
        ("2", '0" - 3 hari"', "2 - 3 hari"),
        ("30", "0\\ \\m\\e\\n\\i\\t", "30 menit"),
        ("3", 'General" hari kerja"', "3 hari kerja"),
        ("45292", "dd/mm/yyyy", "01/01/2024"),
        ("45292", "[$-421]dd mmmm yyyy;@", "01 Januari 2024"),
        ("45292", "[$-409]d mmmm yyyy", "1 January 2024"),
        ("45292", "dddd, d mmm yy", "Senin, 1 Jan 24"),
        ("59", "d/m/yyyy", "28/2/1900"),
        ("61", "d/m/yyyy", "1/3/1900"),
        ("0.5625", "h:mm", "13:30"),
        ("0.5625", "h:mm AM/PM", "1:30 PM"),
        ("1.25", "[h]:mm", "30:00"),
        ("0.0625", "[m] \"menit\"", "90 menit"),
        ("1.5", "General", "1,5"),
        ("0.1", "General", "0,1"),
        ("1234567.5", "#,##0.00", "1.234.567,50"),
        ("1500000", '_("Rp"* #,##0_);_("Rp"* (#,##0);_("Rp"* "-"_);_(@_)', "Rp1.500.000"),
        ("0.25", "0%", "25%"),
        ("-3", "0;(0)", "(3)"),
        ("0", '0;-0;"-"', "-"),
        ("7", "000", "007"),
        ("7", "@", "7"),
        ("bukan angka", "0", "bukan angka"),
        ("1e999", "0", "1e999"),
        ("-1", "d/m/yyyy", "-1"),
        ("9e15", "d/m/yyyy", "9E+15"),
    ],
)  # fmt: skip
def test_numbers_as_they_are_shown(value: str, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_the_years_that_a_macintosh_counts_from() -> None:
    assert shown("0", "d/m/yyyy", from_1904=True) == "1/1/1904"


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["Berkas permohonan", "KTP"], ["Berkas permohonan", "KTP"]),
        (["Berkas permohonan", "yang lengkap"], ["Berkas permohonan yang lengkap"]),
        (["Berkas permohonan:", "yang lengkap"], ["Berkas permohonan:", "yang lengkap"]),
        (["surat", "ktp"], ["surat", "ktp"]),
        (["1. Surat", "Permohonan", "2. KTP"], ["1. Surat Permohonan", "2. KTP"]),
        (["Undang-", "undang"], ["Undang-undang"]),
        (["Surat", "", "masuk"], ["Surat", "masuk"]),
    ],
)
def test_lines_of_a_cell(lines: list[str], texts: list[str]) -> None:
    assert paragraphs_of(lines) == texts


def steps(small: Small) -> list[Step]:
    small.symbol(0, 0)
    return chart(small.sheet).steps


def test_texts_in_runs_numbers_and_breaks() -> None:
    small = Small()
    small.cell(
        0, 1, '<r><t>Menerima </t></r><r><rPr><b/></rPr><t>surat</t></r><rPh sb="0" eb="1"><t>x</t></rPh>'
    )
    small.cell(0, 5, "1. Surat_x000D_\n2. Buku\u00a0agenda")
    small.cell(0, 6, 1, '0 "hari"')
    first = steps(small)[0]
    assert first.activity == ["Menerima surat"]
    assert first.cells == {"kelengkapan": Cell(("1. Surat", "2. Buku agenda")), "waktu": Cell(("1 hari",))}


@pytest.mark.parametrize(
    ("kind", "inner", "cells", "doubted"),
    [
        ("n", "<f>1+1</f><v>2</v>", {"waktu": Cell(("2",))}, False),
        ("str", "<f>A1</f><v>dua</v>", {"waktu": Cell(("dua",))}, False),
        ("inlineStr", "<is><r><t>5 </t></r><r><t>menit</t></r></is>", {"waktu": Cell(("5 menit",))}, False),
        ("n", "<f>1+1</f>", {}, True),
    ],
)
def test_a_formula_says_what_was_saved_of_it(
    kind: str, inner: str, cells: dict[str, Cell], doubted: bool
) -> None:
    small = Small()
    small.symbol(0, 0)
    (sop,) = read_xlsx("x.xlsx", with_cell(small.sheet, f'<c r="G3" t="{kind}">{inner}</c>'))
    (found,) = sop.charts
    assert found.steps[0].cells == cells
    assert any("rumus" in doubt for doubt in found.doubts) is doubted


def with_cell(sheet: Sheet, cell: str) -> bytes:
    """In place of the empty one that would say how long the first step takes."""
    name = "xl/worksheets/sheet1.xml"
    with ZipFile(BytesIO(saved([sheet]))) as file:
        text = file.read(name).decode()
    start = text.index('<c r="G3"')
    end = text.index("/>", start) + 2
    return saved([sheet], {name: text[:start] + cell + text[end:]})


def test_cells_merged_over_steps() -> None:
    small = Small()
    small.sheet.merge(2, 6, 3, 6, "3 hari")
    found = steps(small)
    assert found[0].cells["waktu"] == Cell(("3 hari",), 2)
    assert "waktu" not in found[1].cells


def test_cells_that_no_border_parts_are_one() -> None:
    small = Small()
    small.cell(0, 6, "3 hari", lined="ltr")
    small.cell(1, 6, "", lined="lrb")
    assert steps(small)[0].cells["waktu"] == Cell(("3 hari",), 2)


def test_a_step_over_several_rows() -> None:
    small = Small(rows=4)
    for column in range(8):
        for row, sides in ((1, "ltr"), (2, "lr"), (3, "lrb")):
            small.cell(
                row,
                column,
                {(1, 0): "2", (1, 1): "Memeriksa", (2, 1): "kelengkapan berkas", (3, 5): "Berkas"}.get(
                    (row, column), ""
                ),
                lined=sides,
            )
    found = steps(small)
    assert [(step.number, step.activity) for step in found] == [
        ("1", ["Langkah 1"]),
        ("2", ["Memeriksa kelengkapan berkas"]),
    ]
    assert found[1].cells == {"kelengkapan": Cell(("Berkas",))}


def test_a_row_without_a_number_is_one_where_a_border_says_so() -> None:
    small = Small()
    small.cell(1, 0, "")
    assert [step.number for step in steps(small)] == ["1", "", "3"]


def test_hidden_rows_columns_and_worksheets_are_not_there() -> None:
    small, hidden = Small(), Small(Sheet("Lama", state="hidden"))
    small.sheet.hidden_rows.add(3)
    small.sheet.hidden_columns.add(5)
    small.cell(0, 5, "Tersembunyi")
    small.symbol(0, 0)
    hidden.symbol(0, 0)
    found = chart(hidden.sheet, small.sheet)
    assert [(step.number, step.cells) for step in found.steps] == [("1", {}), ("3", {})]
    assert found.columns == ("waktu", "output")


def test_groups_of_lanes_and_a_row_of_numbers() -> None:
    sheet = Sheet("SOP")
    for column, name in ((0, "No"), (1, "Uraian Kegiatan"), (5, "Waktu"), (6, "Output")):
        sheet.merge(0, column, 2, column, name, HEADING)
    sheet.merge(0, 2, 0, 4, "Pelaksana", HEADING)
    sheet.merge(1, 2, 1, 3, "Bidang Umum", HEADING)
    for column, name in ((2, "Staf"), (3, "Kabid")):
        sheet.put(2, column, name, HEADING)
    sheet.merge(1, 4, 2, 4, "Kepala Dinas", HEADING)
    for column in range(7):
        sheet.put(3, column, f"({column + 1})", HEADING)
        sheet.put(4, column, "Menerima" if column == 1 else None, BOXED)
    found = chart(sheet)
    assert [(lane.name, lane.group) for lane in found.lanes] == [
        ("Staf", "Bidang Umum"),
        ("Kabid", "Bidang Umum"),
        ("Kepala Dinas", ""),
    ]
    assert found.numbered and found.columns == ("waktu", "output")
    assert found.labels["kegiatan"] == "Uraian Kegiatan"
    assert [step.activity for step in found.steps] == [["Menerima"]]


def test_a_head_that_is_repeated_for_the_next_page() -> None:
    first = Small(rows=2)
    second = Small(first.sheet, rows=2, top=5, first=3, number=10)
    a, b = first.symbol(1, 0), second.symbol(0, 0)
    first.arrow(a, b)
    found = chart(first.sheet)
    assert [step.number for step in found.steps] == ["1", "2", "3", "4"]
    assert [(edge.source, edge.target) for edge in found.edges] == [(0, 1)]


def test_a_table_without_any_border() -> None:
    small = Small()
    small.symbol(0, 0)
    small.sheet.put(9, 1, "Catatan: di bawah tabel")
    for where, (value, look) in list(small.sheet.cells.items()):
        small.sheet.cells[where] = value, Look(level=look.level)
    found = chart(small.sheet)
    assert [step.activity for step in found.steps] == [["Langkah 1"], ["Langkah 2"], ["Langkah 3"]]
    assert [lane.name for lane in found.lanes] == ["Staf", "Kasubbag", "Sekretaris"]


@pytest.mark.parametrize("lined", [True, False])
@pytest.mark.parametrize("apart", [True, False])
def test_the_identity(lined: bool, apart: bool) -> None:
    """Labels and values in cells of their own, items a row each, one typed over two rows."""
    form = Sheet("Identitas")
    look = BOXED if lined else Look()
    form.merge(0, 0, 3, 2, "DINAS CONTOH\nKABUPATEN CONTOH", look)
    values: dict[str, str | float] = {
        "NOMOR SOP": "1/SOP/2024",
        "TGL. PEMBUATAN": 45292.0,
        "DISAHKAN OLEH": "Kepala Dinas",
        "NAMA SOP": "Pelayanan Surat",
    }
    for row, (name, value) in enumerate(values.items()):
        form.put(row, 3, name, look)
        form.put(row, 4, ":", look)
        form.put(row, 5, value, Look(look.lined, format="[$-421]d mmmm yyyy"))
    boxes = {
        0: ("Dasar Hukum :", "1. Undang-Undang Nomor 25 Tahun 2009 tentang", "Pelayanan Publik", "2. Peraturan Bupati"),
        3: ("Kualifikasi Pelaksana :", "Memahami tata naskah"),
    }  # fmt: skip
    for row, column in product(range(4, 8), range(6)):
        sides = "t" * (row == 4) + "b" * (row == 7) + "l" * (column in boxes) + "r" * (column in (2, 5))
        texts = boxes.get(column, ())
        form.put(row, column, texts[row - 4] if row - 4 < len(texts) else None, Look(sides if lined else ""))
    small = Small(Sheet("Bagan") if apart else form, top=0 if apart else 10)
    small.symbol(0, 0)
    (sop,) = read(form, small.sheet) if apart else read(form)
    assert sop.identity.fields == {
        "nomor": "1/SOP/2024",
        "pembuatan": "1 Januari 2024",
        "nama": "Pelayanan Surat",
    }
    assert sop.identity.official == ["Kepala Dinas"]
    assert {key: [item.text for item in box] for key, box in sop.identity.boxes.items()} == {
        "dasar_hukum": ["Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik", "Peraturan Bupati"],
        "kualifikasi_pelaksana": ["Memahami tata naskah"],
    }
    assert sop.identity.head == ["DINAS CONTOH", "KABUPATEN CONTOH"]


def test_what_holds_no_sop() -> None:
    with pytest.raises(UnreadableError, match="tidak ditemukan"):
        sheet = Sheet("Daftar")
        sheet.put(0, 0, "Proses verifikasi")
        sheet.put(0, 5, "Hasil verifikasi")
        read(sheet)
    with pytest.raises(UnreadableError, match="kosong"):
        read(Sheet("Kosong"))
