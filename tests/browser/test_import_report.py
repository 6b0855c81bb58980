"""The report of an import, opened from the disk: what an author does with a hundred SOPs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sop_catalogue.cli import main
from tests.browser.driving.axe import faults
from tests.browser.driving.reader import Reader, until
from tests.browser.driving.visit import Door, Visit
from tests.hostile import corpus
from tests.intake.shelf import office, put, take_place
from tests.site.build import Site
from tests.turns import Share

DOUBTS = ["panah tanpa ujung", "cabang keputusan tanpa label", "teks tidak jelas tempatnya"]
FRAME = "document.getElementById('bingkai')"
LEFT = "document.getElementById('tersisa').textContent"
SHOWN = "document.getElementById('ke').textContent"
LIT = "[...document.querySelectorAll('li.nyala')].map(one => one.dataset.keraguan).join()"
LEVEL = """(() => {
  const row = document.querySelector('tr.nyala')?.getBoundingClientRect();
  const band = document.querySelector('.impor-baris.nyala')?.getBoundingClientRect();
  return row && band && Math.abs(row.top - band.top) < 3 && row.top < innerHeight && row.bottom > 0;
})()"""

BELOW = """(() => {
  const box = one => document.querySelector(one).getBoundingClientRect();
  const source = box('.impor-asal'), band = box('.impor-baris.nyala'), row = box('tr.nyala');
  return band.bottom <= source.bottom && row.top >= source.bottom && row.bottom <= innerHeight;
})()"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    """Four SOPs to be seen, one that is ready, one that failed; what is written in them is hostile."""
    place = tmp_path_factory.mktemp("impor")
    with pytest.MonkeyPatch.context() as patch:
        take_place(patch)
        patch.chdir(place)
        office(place)
        few = [text for text in corpus.groups()["markup"] if len(text) < 200][:12]
        put(Path("lama/a.uji"), ["Surat masuk", "Surat keluar"], ragu=DOUBTS, ragu_bagan=["nomor melompat"])
        put(Path("lama/b.uji"), few[0], kegiatan=few, ragu=few, hukum=few)
        put(Path("lama/c.uji"), "Legalisasi", benih=7)
        put(Path("lama/d.polos"), "Tanpa gambar", ragu=DOUBTS[:1])
        put(Path("lama/e.uji"), "", gagal="terkunci kata sandi")
        assert main(["impor", "lama"]) == 1
        folder = place / "laporan-impor"
        yield Door(Site(folder, place, False, "", 0, ""), folder.as_uri() + "/")


def inside(door: Door) -> list[str]:
    """The pages of the SOPs, the first document first."""
    found = {page.read_text("utf-8"): page for page in sorted(door.site.folder.glob("dokumen/*/*.html"))}
    names = ("Surat masuk", "Surat keluar", "Legalisasi", "Tanpa gambar")
    return [
        next(page.relative_to(door.site.folder).with_suffix("").as_posix()
             for text, page in found.items() if f"<h1>{name}" in text)
        for name in names
    ]  # fmt: skip


@pytest.mark.halved(1)
def test_an_author_goes_from_doubt_to_doubt(report: Door, reader: Reader) -> None:
    page = reader.page(report)
    page.goto(report.to("index"))
    until(page, f"{LEFT} === 'Tersisa 4 yang perlu dilihat.'")
    page.keyboard.press("n")
    until(page, f"{SHOWN}.startsWith('1 dari 5.')")
    page.keyboard.press("s")
    until(page, f"{SHOWN} === '2 dari 5. Tersisa 3 yang perlu dilihat.'")
    page.keyboard.press("p")
    until(page, f"{SHOWN}.startsWith('1 dari 5.') && document.getElementById('dilihat').checked")
    page.keyboard.press("n")
    page.keyboard.press("s")
    page.keyboard.press("s")
    until(page, f"{SHOWN} === '5 dari 5. Tersisa 1 yang perlu dilihat.'")
    page.keyboard.press("s")
    until(page, f"document.getElementById('periksa').hidden && {LEFT}.startsWith('Tidak ada lagi')")
    page.goto(report.to("index"))
    until(page, f"{LEFT}.startsWith('Tidak ada lagi')")
    assert page.evaluate("document.querySelectorAll('.impor-sop.dilihat').length") == 4
    assert page.evaluate("'pwned' in window") is False
    assert reader.complaints == []


@pytest.mark.halved
def test_a_doubt_is_shown_on_both_sides_at_one_height(report: Door, reader: Reader) -> None:
    page = reader.page(report)
    page.goto(report.to(inside(report)[0]))
    until(page, f"{LIT} === '1'")
    page.keyboard.press("j")
    until(page, f"{LIT} === '2'")
    until(page, LEVEL)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    until(page, f"{LIT} === '4'")
    page.keyboard.press("k")
    until(page, f"{LIT} === '3'")
    until(page, LEVEL)
    page.click("#asal-2")
    until(page, f"{LIT} === '2'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert reader.complaints == []


def test_where_there_is_no_room_ours_stands_below_the_document(report: Door, visit: Visit) -> None:
    page = visit.page(report, width=768)
    page.goto(report.to(inside(report)[0]))
    until(page, f"{LIT} === '1'")
    page.keyboard.press("j")
    until(page, f"{LIT} === '2'")
    until(page, BELOW)
    page.keyboard.press("j")
    until(page, f"{LIT} === '3'")
    until(page, BELOW)
    assert visit.complaints == []


def test_keys_pressed_in_the_frame_reach_the_report(report: Door, visit: Visit) -> None:
    page = visit.page(report)
    page.goto(report.to("index"))
    page.keyboard.press("n")
    until(page, f"{SHOWN}.startsWith('1 dari 5.')")
    frame = page.frame_locator("#bingkai")
    frame.locator("h1").click()
    page.keyboard.press("j")
    frame.locator("li.nyala[data-keraguan='2']").wait_for()
    page.keyboard.press("n")
    until(page, f"{SHOWN}.startsWith('2 dari 5.')")
    page.keyboard.press("d")
    page.click("#pintasan")
    page.keyboard.press("n")
    assert page.evaluate("document.getElementById('periksa').hidden")
    assert visit.complaints == []


def test_letters_typed_into_a_field_are_letters(report: Door, visit: Visit) -> None:
    page = visit.page(report)
    page.goto(report.to("index"))
    page.fill("input[type=search]", "")
    page.type("input[type=search]", "nsd")
    assert page.evaluate("document.getElementById('periksa').hidden")
    page.fill("input[type=search]", "")
    page.select_option(".sop-tabel-alat select", "gagal")
    assert page.evaluate("[...document.querySelectorAll('tbody tr')].filter(row => !row.hidden).length") == 1


def test_a_place_is_copied(report: Door, visit: Visit) -> None:
    page = visit.page(report)
    page.goto(report.to(inside(report)[0]))
    page.click("li[data-keraguan='2'] button")
    until(page, "document.querySelector(\"li[data-keraguan='2'] button\").textContent === 'Tersalin'")


@pytest.mark.parametrize(("width", "dark"), [(360, False), (768, True), (1440, False), (1440, True)])
def test_nothing_shuts_a_reader_out(report: Door, visit: Visit, width: int, dark: bool, share: Share) -> None:
    """By day each page in one window, by night in all."""
    page = visit.page(report, width=width, dark=dark)
    for address in share(("index", *inside(report))):
        page.goto(report.to(address))
        until(page, "document.readyState === 'complete'")
        assert faults(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    assert visit.complaints == []


def test_it_works_without_scripts(report: Door, visit: Visit) -> None:
    page = visit.page(report, scripts=False)
    page.goto(report.to("index"))
    page.click("text=Surat keluar")
    page.wait_for_url("**/2.html")
    assert page.locator("button:visible").count() == 0
    page.click("#keraguan-2 a")
    assert page.url.endswith("#hasil-2")
