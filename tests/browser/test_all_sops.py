"""The table of all SOPs: narrowed down, sorted, shared by its address, saved; and the same page without scripts."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from sop_catalogue.pages.links import ALL, Links
from sop_catalogue.pages.lists.indexes import all_page
from sop_catalogue.pages.lists.sop_table import ADDRESS, VARIABLE, table_script
from tests.browser.driving.bare import write_bare
from tests.browser.driving.patience import SECONDS
from tests.browser.driving.windows import Kind, Windows
from tests.pages.sample import STEPS, catalogue

HEAD = "var " + VARIABLE + " = "
FILES = {
    "./peraturan.yml": "peraturan:\n  - {id: uu-lama, jenis: Undang-Undang, nomor: 1, tahun: 2001, status: dicabut}\n",
    "./peran.yml": "peran:\n  - {nama: Kepala Subbagian, singkatan: [Kasubbag]}\n",
    "a.yml": STEPS.replace("Ijazah", "Surat 10") + "nomor: 7/2017\nstatus: dicabut\ntanggal: {efektif: 2017-05-01}\n",
    "b.yml": STEPS.replace("Ijazah", "Surat 9") + "nomor: =1+1\ntanggal: {efektif: 2026-05-01}\ndasar_hukum: UU 1/2001\n",
    "kab/kantor/unit.yml": "nama: Kantor Lingkungan\n",
    "kab/kantor/c.yml": STEPS.replace("Ijazah", "<b>Izin</b>").replace("Staf", "Juru Ukur"),
    "lain/pemda.yml": "nama: Pemerintah Kabupaten Lain\nsingkatan: Kab. Lain\n",
    "lain/dinas/unit.yml": "nama: Dinas Lain\n",
    "lain/dinas/d.yml": STEPS + "dasar_hukum: [UU 1/2001, PP 5/2010 tentang Disiplin]\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a small catalogue."""
    folder = tmp_path_factory.mktemp("tabel")
    found = catalogue(folder / "sop_defs", FILES)
    (folder / "sop").mkdir()
    (folder / ADDRESS).write_bytes(table_script(found, False))
    html = all_page(found, Links(ALL, False)).html
    return write_bare(folder / "sop/index.html", html)


Open = Callable[..., Page]


@pytest.fixture
def opened(windows: Windows, place: Path) -> Iterator[Open]:
    taken: list[tuple[Kind, Page]] = []

    def get(query: str = "", file: Path = place, *, width: int = 1280, scripts: bool = True) -> Page:
        kind = 1, scripts
        page = windows.open(kind)
        taken.append((kind, page))
        page.set_viewport_size({"width": width, "height": 900})
        page.set_default_timeout(SECONDS * 1_000)
        page.goto(f"{file.as_uri()}{query}")
        if scripts:
            page.get_by_role("status").wait_for()
        return page

    yield get
    for kind, page in taken:
        windows.leave(kind, page, "file://")


def names(page: Page) -> list[str]:
    return page.locator("tbody th a").all_inner_texts()


def test_every_way_to_narrow_it_down(opened: Open) -> None:
    page = opened()
    every = ["Legalisasi Surat 10", "Legalisasi Surat 9", "Legalisasi <b>Izin</b>", "Legalisasi Ijazah"]
    assert names(page) == every
    for field, value, wanted in (
        ("Unit kerja", "kab/kantor", every[2:3]),
        ("Status", "dicabut", every[:1]),
        ("Tahun", "2026", every[1:2]),
        ("Dasar hukum", "dicabut", [every[1], every[3]]),
        ("Pemerintah daerah", "lain", every[3:]),
    ):
        page.get_by_label(field, exact=True).select_option(value)
        assert names(page) == wanted, field
        page.get_by_role("button", name="Hapus saringan").click()
    for field, value, wanted in (
        ("Pelaksana", "juru", every[2:3]),
        ("Pelaksana", "Kepala Subbagian", every),
        ("Peraturan", "PP 5/2010 tentang Disiplin", every[3:]),
        ("Peraturan", "undang", [every[1], every[3]]),
        ("Kata dalam nama, nomor, unit, atau pelaksana", "surat 7/20", every[:1]),
        ("Kata dalam nama, nomor, unit, atau pelaksana", "xyz", []),
    ):
        page.get_by_label(field, exact=True).fill(value)
        assert names(page) == wanted, value
        page.get_by_label(field, exact=True).fill("")
    assert page.get_by_role("status").inner_text() == "4 SOP"


def test_the_units_offered_are_those_of_the_pemda(opened: Open) -> None:
    page = opened("?pemda=lain")
    unit = page.get_by_label("Unit kerja", exact=True)
    assert unit.locator("option").all_inner_texts() == ["Semua", "Dinas Lain"]
    page.get_by_label("Pemerintah daerah").select_option("kab")
    assert unit.locator("option").all_inner_texts() == ["Semua", "Dinas Arsip", "Kantor Lingkungan"]


def test_the_address_says_what_is_shown_and_can_be_gone_back_over(opened: Open) -> None:
    page = opened("?peraturan=uu-lama&urut=-nama")
    assert names(page) == ["Legalisasi Surat 9", "Legalisasi Ijazah"]
    assert page.get_by_label("Peraturan", exact=True).input_value() == "Undang-Undang Nomor 1 Tahun 2001"
    assert page.get_by_role("status").inner_text() == "2 dari 4 SOP"
    page.get_by_label("Kata dalam nama").press_sequentially("surat")
    assert page.url.endswith("?cari=surat&peraturan=uu-lama&urut=-nama")
    assert names(page) == ["Legalisasi Surat 9"]
    page.get_by_label("Tahun").select_option("2026")
    page.go_back()
    assert page.get_by_label("Tahun").input_value() == ""
    page.go_back()  # all that was typed in one field is one step
    assert page.url.endswith("?peraturan=uu-lama&urut=-nama")
    assert page.get_by_label("Kata dalam nama").input_value() == ""
    assert names(page) == ["Legalisasi Surat 9", "Legalisasi Ijazah"]
    page.reload()
    assert names(page) == ["Legalisasi Surat 9", "Legalisasi Ijazah"]


def test_columns_are_sorted_by_their_heads(opened: Open) -> None:
    page = opened()
    head = page.get_by_role("columnheader", name="SOP")
    page.get_by_role("button", name="SOP", exact=True).click()
    assert names(page) == [
        "Legalisasi <b>Izin</b>",
        "Legalisasi Ijazah",
        "Legalisasi Surat 9",
        "Legalisasi Surat 10",
    ]
    assert head.get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert names(page)[0] == "Legalisasi Surat 10"
    assert head.get_attribute("aria-sort") == "descending"
    assert page.url.endswith("?urut=-nama")
    page.get_by_role("button", name="Tahun").click()
    assert names(page)[:2] == ["Legalisasi Surat 10", "Legalisasi Surat 9"]
    assert page.locator("[aria-sort]").count() == 1


def test_what_is_shown_is_saved(opened: Open) -> None:
    page = opened("?cari=surat&urut=-tahun")
    with page.expect_download() as got:
        page.get_by_role("button", name="Unduh CSV").click()
    assert got.value.suggested_filename == "daftar-sop.csv"
    rows = list(csv.DictReader(io.StringIO(Path(got.value.path()).read_text("utf-8-sig"))))
    assert [(row["Nama SOP"], row["Nomor"], row["Tahun"]) for row in rows] == [
        ("Legalisasi Surat 9", "'=1+1", "2026"),
        ("Legalisasi Surat 10", "7/2017", "2017"),
    ]
    assert rows[0]["Tinjauan"] == "Dasar hukum dicabut"
    assert rows[0]["Alamat"].endswith("/sop/kab/dinas/b.html")


def test_without_scripts_it_is_a_plain_table(opened: Open) -> None:
    page = opened(scripts=False)
    assert len(names(page)) == 4
    assert page.locator("form").count() == 0


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_it_fits_every_window(opened: Open, width: int) -> None:
    page = opened("?tinjau=ya", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".sop-saring-lagi").evaluate("box => box.open = true")
    assert page.get_by_label("Urutkan").is_visible() == (width <= 720)  # the heads are not there on a phone
    page.locator(".sop-saring-lagi").evaluate("(box, open) => box.open = open", width > 720)
    link = page.locator("tbody th a").first
    box = link.bounding_box()
    assert box
    if width == 360:  # the results are in sight, not below all the fields
        assert box["y"] < 800


MANY = 3000
ROWS = "document.querySelectorAll('tbody tr').length"


@pytest.fixture(scope="module")
def many(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same page over 3,000 SOPs."""
    folder = tmp_path_factory.mktemp("banyak") / "sop"
    folder.mkdir()
    data = json.loads(place.with_name("tabel.js").read_text("utf-8").removeprefix(HEAD).rstrip(";\n"))
    sops = data["sop"]
    four = [dict(zip(sops["kolom"], row, strict=True)) for row in sops["baris"]]
    sops["baris"] = [
        list((sop | {"nama": f"{sop['nama']} nomor {MANY - n}", "tahun": 1990 + n % 37}).values())
        for n in range(MANY)
        for sop in [four[n % 4]]
    ]
    (folder / "tabel.js").write_text(HEAD + json.dumps(data) + ";\n", "utf-8")
    return Path(shutil.copy(place, folder / "index.html"))


def test_three_thousand_are_no_burden(opened: Open, many: Path) -> None:
    page = opened(file=many)
    assert page.get_by_role("status").inner_text() == "3.000 SOP"
    assert page.locator("tbody tr").count() == 50
    page.get_by_role("button", name="Tampilkan 50 lagi").click()
    assert page.locator("tbody tr").count() == 100
    assert (
        page.evaluate(
            "[...document.querySelectorAll('tbody tr')].indexOf(document.activeElement.closest('tr'))"
        )
        == 50
    )
    # What costs time is rows: whatever is asked, no more are made than one screen of them.
    page.locator(".sop-isian--cari input").fill("surat 9")
    assert 0 < page.evaluate(ROWS) <= 50
    for column in (0, 3, 5):
        page.locator(".sop-urut").nth(column).click()
        assert 0 < page.evaluate(ROWS) <= 50
    page.get_by_role("button", name="Hapus saringan").click()
    page.get_by_role("button", name="Tampilkan semua").click()
    assert page.locator("tbody tr").count() == MANY
