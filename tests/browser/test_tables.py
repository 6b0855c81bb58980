"""Any table of the pages: sorted as Indonesians write numbers and dates, narrowed down, saved without a trap."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import sop_catalogue

SCRIPT = Path(sop_catalogue.__file__).with_name("theme") / "assets/javascripts/sop-tabel.js"

Show = Callable[..., Page]


@pytest.fixture
def show(browser: Browser) -> Iterator[Show]:
    """A page with one table: its attributes, its heads, its rows."""
    context = browser.new_context(locale="id-ID")

    def opened(attributes: str, heads: str, rows: str) -> Page:
        page = context.new_page()
        page.set_content(
            f"<table class=sop-tabel {attributes}><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )
        page.add_script_tag(path=SCRIPT)
        return page

    yield opened
    context.close()


def column(page: Page, number: int) -> list[str]:
    return page.locator(f"tbody tr:visible td:nth-child({number})").all_inner_texts()


def rows(*cells: tuple[str, ...]) -> str:
    return "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)


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
    page.get_by_role("button", name="Isi").click()
    assert column(page, 1) == rising.split("|")
    assert page.locator("th").get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Enter")
    full = [cell for cell in rising.split("|") if cell not in ("", "-", "–")]
    assert column(page, 1)[: len(full)] == full[::-1]
    assert page.locator("th").get_attribute("aria-sort") == "descending"


def test_what_a_cell_is_sorted_by_may_differ_from_its_words(show: Show) -> None:
    body = (
        "<tr><td data-nilai=90>1,5 jam</td><td>a</td></tr><tr><td data-nilai=20>20 menit</td><td>b</td></tr>"
    )
    page = show("data-urut", "<th>Waktu</th><th data-urut=tidak>Nama</th>", body)
    assert page.locator("th button").count() == 1
    page.get_by_role("button", name="Waktu").click()
    assert column(page, 2) == ["b", "a"]


def test_a_table_is_narrowed_down_by_words_and_by_choices(show: Show) -> None:
    body = rows(("Surat <b>Masuk</b>", "Aktif"), ("Surat Keluar", "Aktif"), ("Arsip surat", "Lama"))
    page = show("data-urut data-saring", "<th>Nama</th><th data-saring>Status</th>", body)
    count = page.get_by_role("status")
    assert count.inner_text() == "3 baris"
    page.get_by_role("searchbox").fill("SURAT mas")
    assert column(page, 1) == ["Surat Masuk"]
    assert count.inner_text() == "1 dari 3 baris"
    page.get_by_role("searchbox").fill("")
    page.get_by_label("Status").select_option("Aktif")
    assert column(page, 1) == ["Surat Masuk", "Surat Keluar"]


def test_what_is_shown_is_saved_and_nothing_in_it_is_run(show: Show) -> None:
    traps = ["=1+1", "@SUM(A1)", "+62 811", "\t=2", "＝3", "-1 jam"]
    body = rows(
        *((trap, "x") for trap in traps), ("-4,5", 'Kata "dan", koma'), ("–", "<ul><li>a</li><li>b</li></ul>")
    )
    page = show("data-urut data-saring data-csv=daftar", "<th>Isi</th><th>Lain</th>", body)
    with page.expect_download() as got:
        page.get_by_role("button", name="Unduh CSV").click()
    assert got.value.suggested_filename == "daftar.csv"
    text = Path(got.value.path()).read_bytes().decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(text)))
    assert found == [
        ["Isi", "Lain"],
        *(["'" + trap.strip(), "x"] for trap in traps),
        ["-4,5", 'Kata "dan", koma'],
        ["–", "a; b"],
    ]
    page.get_by_role("searchbox").fill("koma")
    with page.expect_download() as got:
        page.get_by_role("button", name="Unduh CSV").click()
    assert len(Path(got.value.path()).read_text("utf-8-sig").splitlines()) == 2


def test_a_table_with_joined_rows_keeps_its_order(show: Show) -> None:
    body = "<tr><td rowspan=2>b</td><td>1</td></tr><tr><td>2</td></tr><tr><td>a</td><td>3</td></tr>"
    page = show("data-urut data-csv=x", "<th>Isi</th><th>No</th>", body)
    assert page.locator("th button").count() == 0
