"""Any table of the pages: sorted as Indonesians write numbers and dates, narrowed down, saved without a trap."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.driving.bare import write_bare
from tests.browser.driving.reader import AnyPage, Reader, until
from tests.browser.driving.visit import Door

SEARCH, SORT = "input[type=search]", "th .sop-urut"
EXCEL, SAVE = (f".sop-tabel-alat .sop-tombol:nth-last-of-type({place})" for place in (2, 1))
Show = Callable[..., AnyPage]


@pytest.fixture
def show(reader: Reader, file: Door, tmp_path: Path) -> Show:
    """A page with one table: its attributes, its heads, its rows."""

    def opened(attributes: str, heads: str, rows: str) -> AnyPage:
        table = f"<table class=sop-tabel {attributes}><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        page = reader.page(file)
        page.goto(write_bare(tmp_path / "tabel.html", table).as_uri())
        return page

    return opened


def column(page: AnyPage, number: int) -> list[str]:
    found: list[str] = page.evaluate(f"""[...document.querySelectorAll('tbody td:nth-child({number})')]
      .filter(cell => cell.checkVisibility()).map(cell => cell.innerText)""")
    return found


def says(page: AnyPage, selector: str) -> str:
    return str(page.evaluate(f"document.querySelector('{selector}').innerText"))


def narrow(page: AnyPage, selector: str, value: str) -> None:
    page.evaluate(
        """([selector, value]) => {
          const field = document.querySelector(selector);
          field.value = value;
          field.dispatchEvent(new Event('input', {bubbles: true}));
        }""",
        [selector, value],
    )


def rows(*cells: tuple[str, ...]) -> str:
    return "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)


@pytest.mark.halved
@pytest.mark.parametrize(
    ("written", "rising"),
    [
        ("10|9|1.200|–|2,5", "2,5|9|10|1.200|–"),
        ("3 Februari 2024|Desember 2023|14 Jan 2024||2 Mei 2019", "2 Mei 2019|Desember 2023|14 Jan 2024|3 Februari 2024|"),
        ("SOP 10|sop 9|Éka|ékor|-", "Éka|ékor|sop 9|SOP 10|-"),
        ("7/2017|12|3", "3|7/2017|12"),
    ],
)  # fmt: skip
def test_a_column_is_sorted_by_what_it_holds(show: Show, written: str, rising: str) -> None:
    page = show("data-urut", "<th>Isi</th>", rows(*((cell,) for cell in written.split("|"))))
    page.click(SORT)
    assert column(page, 1) == rising.split("|")
    assert page.evaluate("document.querySelector('th').ariaSort") == "ascending"
    page.keyboard.press("Enter")
    full = [cell for cell in rising.split("|") if cell not in ("", "-", "–")]
    assert column(page, 1)[: len(full)] == full[::-1]
    assert page.evaluate("document.querySelector('th').ariaSort") == "descending"


@pytest.mark.halved(1)
def test_what_a_cell_is_sorted_by_may_differ_from_its_words(show: Show) -> None:
    body = (
        "<tr><td data-nilai=90>1,5 jam</td><td>a</td></tr><tr><td data-nilai=20>20 menit</td><td>b</td></tr>"
    )
    page = show("data-urut", "<th>Waktu</th><th data-urut=tidak>Nama</th>", body)
    assert page.evaluate("document.querySelectorAll('th button').length") == 1
    page.click(SORT)
    assert column(page, 2) == ["b", "a"]


@pytest.mark.halved
def test_a_table_is_narrowed_down_by_words_and_by_choices(show: Show) -> None:
    body = rows(("Surat <b>Masuk</b>", "Aktif"), ("Surat Keluar", "Aktif"), ("Arsip surat", "Lama"))
    page = show("data-urut data-saring", "<th>Nama</th><th data-saring>Status</th>", body)
    assert says(page, "[role=status]") == "3 baris"
    page.focus(SEARCH)
    page.keyboard.type("SURAT mas")
    assert column(page, 1) == ["Surat Masuk"]
    assert says(page, "[role=status]") == "1 dari 3 baris"
    narrow(page, SEARCH, "")
    narrow(page, "select", "Aktif")
    assert column(page, 1) == ["Surat Masuk", "Surat Keluar"]


@pytest.mark.halved(1)
def test_what_is_shown_is_saved_and_nothing_in_it_is_run(show: Show) -> None:
    traps = ["=1+1", "@SUM(A1)", "+62 811", "\t=2", "＝3", "-1 jam"]
    body = rows(
        *((trap, "x") for trap in traps), ("-4,5", 'Kata "dan", koma'), ("–", "<ul><li>a</li><li>b</li></ul>")
    )
    page = show("data-urut data-saring data-csv=daftar", "<th>Isi</th><th>Lain</th>", body)
    with page.expect_download() as got:
        page.click(SAVE)
    assert got.value.suggested_filename == "daftar.csv"
    text = Path(got.value.path()).read_bytes().decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(text)))
    assert found == [
        ["Isi", "Lain"],
        *(["'" + trap.strip(), "x"] for trap in traps),
        ["-4,5", 'Kata "dan", koma'],
        ["–", "a; b"],
    ]
    narrow(page, SEARCH, "koma")
    with page.expect_download() as got:
        page.click(SAVE)
    assert len(Path(got.value.path()).read_text("utf-8-sig").splitlines()) == 2


def test_excel_where_commas_are_part_of_numbers_finds_columns(show: Show) -> None:
    page = show("data-csv=daftar", "<th>Isi</th><th>Lain</th>", rows(("a; b", "1,5"), ("x,=1", "=2")))
    with page.expect_download() as got:
        page.click(EXCEL)
    assert got.value.suggested_filename == "daftar.excel.csv"
    text = Path(got.value.path()).read_bytes().decode("utf-8-sig")
    assert text.splitlines() == ["Isi;Lain", '"a; b";"1,5"', "\"x,'=1\";'=2"]


def test_a_long_table_comes_some_rows_at_once(show: Show) -> None:
    body = "".join(
        f"<tr id=r{i}><td>Surat {i}</td><td><a href=#r{i}>{i % 2}</a></td></tr>" for i in range(180)
    )
    page = show("data-urut data-saring data-csv=x", "<th>Nama</th><th data-saring>Sisa</th>", body)
    more, rest = ".sop-lagi button:first-child", ".sop-lagi button:last-child"
    assert len(column(page, 1)) == 50
    page.click(more)
    assert len(column(page, 1)) == 100
    assert page.evaluate("document.activeElement.closest('tr').id") == "r50"
    narrow(page, "select", "1")
    assert column(page, 1) == [f"Surat {i}" for i in range(1, 100, 2)]
    assert says(page, more) == "Tampilkan 40 lagi"
    with page.expect_download() as got:
        page.click(SAVE)
    assert len(Path(got.value.path()).read_text("utf-8-sig").splitlines()) == 91
    narrow(page, "select", "")
    page.evaluate("location.hash = 'r130'")
    until(page, "document.getElementById('r130').checkVisibility()")
    assert len(column(page, 1)) == 150
    page.click(SORT)
    page.click(SORT)
    assert column(page, 1)[0] == "Surat 179"
    page.click(rest)
    assert len(column(page, 1)) == 180


@pytest.mark.halved
def test_a_table_with_joined_rows_keeps_its_order(show: Show) -> None:
    body = "<tr><td rowspan=2>b</td><td>1</td></tr><tr><td>2</td></tr><tr><td>a</td><td>3</td></tr>"
    page = show("data-urut data-csv=x", "<th>Isi</th><th>No</th>", body)
    assert not page.evaluate("document.querySelector('th button')")
