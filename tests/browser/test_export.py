"""An export in a browser: opened as files or from a server, it finds what the site finds, and calls nobody."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sop_catalogue.cli import main
from sop_catalogue.commands.csp import policy
from tests.browser.driving.axe import faults
from tests.browser.driving.reader import AnyPage, Reader, until
from tests.browser.driving.server import served
from tests.browser.driving.visit import UNIT, Door, Visit
from tests.hostile import corpus
from tests.hostile.places import Rotation, write_place
from tests.site.build import Site, copy_sample
from tests.site.faulty import BROKEN, BROKEN_PLACE
from tests.turns import Share

PAGES = (
    "index",
    "cari",
    "sop/index",
    f"{UNIT}/surat-masuk",
    f"{UNIT}/surat-rusak",
    "peran/index",
    "peta/index",
)
FIELD, LINK = ".ekspor-cari input", ".ekspor-hasil a"
FOUND = f"[...document.querySelectorAll('{LINK}')].map(link => link.getAttribute('href'))"
COUNT = "document.querySelector('.ekspor-jumlah').textContent"
ACTIVE = "document.activeElement.getAttribute('href') || document.activeElement.name"
SECOND = (
    """[...document.querySelectorAll('.ekspor-hasil :is(li > a, summary)')][1] === document.activeElement"""
)
"""The second thing to stop at, with what is folded away left out."""
LIT = """(() => {
  const row = document.querySelector(':target');
  const box = row && row.getBoundingClientRect();
  return Boolean(box) && box.top < innerHeight && box.bottom > 0;
})()"""
FOREIGN = """document.querySelectorAll(
  '.ekspor-hasil :is(img, script, iframe, svg, object, style, [onerror], [onload], [href^="javascript:"])').length"""


def exported(place: Path, source: Path, code: int) -> Site:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(source)
        assert main(["export", str(place)]) == code
    return Site(place, source, False, "", code, "")


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Site:
    place = tmp_path_factory.mktemp("ekspor")
    source = copy_sample(place / "katalog")
    (source / "sop_defs" / BROKEN_PLACE).write_text(BROKEN, "utf-8")
    return exported(place / "hasil folder", source, 1)


@pytest.fixture(scope="module")
def on_a_server(export: Site) -> Iterator[Door]:
    """That sends the policy of `sop csp`."""
    shutil.copytree(export.folder, export.folder.parent / "repo")
    pages = [page.read_text("utf-8") for page in export.folder.rglob("*.html")]
    yield from served(Site(export.folder.parent / "repo", export.source, False, "", 0, ""), policy(pages))


@pytest.fixture(scope="module")
def files(export: Site) -> Door:
    return Door(export, export.folder.as_uri() + "/")


@pytest.fixture(params=["files", "on_a_server"])
def door(request: pytest.FixtureRequest) -> Door:
    found: Door = request.getfixturevalue(request.param)
    return found


def ask(page: AnyPage, text: str) -> None:
    page.focus(FIELD)
    page.evaluate(f"document.querySelector('{FIELD}').value = ''")
    page.keyboard.type(text)


def test_nothing_complains_and_nobody_is_called(door: Door, reader: Reader, share: Share) -> None:
    """By day each page from one door in one browser, by night from both in both."""
    page = reader.page(door)
    for address in share(PAGES):
        page.goto(door.to(address))
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    assert reader.complaints == []


@pytest.mark.halved
def test_a_search_begins_on_any_page_and_a_result_leads_to_its_row(door: Door, reader: Reader) -> None:
    page = reader.page(door)
    page.goto(door.to(f"{UNIT}/legalisasi"))
    page.keyboard.press("/")
    page.keyboard.type("memberi disposisi")
    page.keyboard.press("Enter")
    until(page, f"document.querySelector('{LINK}')")
    assert page.url == f"{door.url}cari.html?cari=memberi+disposisi"
    links = page.evaluate(FOUND)
    assert links[:2] == [f"{UNIT}/surat-masuk.html", f"{UNIT}/surat-masuk.html#langkah-3"]
    page.click(f'{LINK}[href$="#langkah-3"]')
    until(page, LIT)
    assert page.url == f"{door.url}{UNIT}/surat-masuk.html#langkah-3"
    assert reader.complaints == []


@pytest.mark.halved
def test_it_answers_while_one_types_and_says_how_many(door: Door, reader: Reader) -> None:
    page = reader.page(door, width=360)
    page.goto(door.to("cari"))
    until(page, f"{COUNT} === 'Ketik untuk mulai mencari'")
    assert page.evaluate("document.querySelector('.ekspor-petunjuk').offsetHeight") > 0
    ask(page, "surat")
    until(page, f"/^\\d+ halaman cocok$/.test({COUNT}) && location.search === '?cari=surat'")
    assert page.evaluate("document.querySelector('.ekspor-petunjuk').offsetHeight") == 0
    assert f"{UNIT}/surat-masuk.html" in page.evaluate(FOUND)
    ask(page, "tidakadayangbegini")
    until(page, f"{COUNT} === 'Tidak ada yang cocok'")
    assert page.evaluate(FOUND) == []
    assert page.evaluate("document.querySelector('.ekspor-lagi').offsetHeight") == 0
    assert reader.complaints == []


@pytest.mark.halved
def test_the_keyboard_leads_through_the_results(door: Door, reader: Reader) -> None:
    page = reader.page(door)
    page.goto(f"{door.to('cari')}?cari=surat%20masuk")
    until(page, f"document.querySelector('{LINK}')")
    links = page.evaluate(FOUND)
    assert page.evaluate(ACTIVE) == "cari"
    page.keyboard.press("Enter")
    assert page.evaluate(ACTIVE) == links[0]
    page.keyboard.press("ArrowUp")
    assert page.evaluate(ACTIVE) == "cari"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(SECOND)
    page.keyboard.press("Escape")
    assert page.evaluate(ACTIVE) == "cari"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, f"location.pathname.endsWith({links[0]!r})")


@pytest.mark.parametrize(("width", "dark"), [(360, True), (1280, False)], ids=["phone", "desktop"])
def test_nothing_shuts_a_reader_out(files: Door, visit: Visit, width: int, dark: bool, share: Share) -> None:
    """By day each page in one window, by night in both; the results of a search in both at any time."""
    page = visit.page(files, width=width, dark=dark)
    for address in share(("index", "cari", "sop/index", f"{UNIT}/surat-masuk")):
        page.goto(files.to(address))
        assert faults(page) == [], address
    page.goto(f"{files.to('cari')}?cari=surat")
    until(page, f"document.querySelector('{LINK}')")
    assert faults(page) == []


def test_without_scripts_it_says_where_to_look(files: Door, visit: Visit) -> None:
    page = visit.page(files, scripts=False)
    page.goto(files.to("index"))
    page.fill(FIELD, "surat")
    page.press(FIELD, "Enter")
    page.wait_for_url("**/cari.html?cari=surat")
    page.click("text=daftar semua SOP")
    page.wait_for_url("**/sop/index.html")


@pytest.mark.halved
def test_hostile_texts_are_found_as_texts(tmp_path: Path, reader: Reader) -> None:
    source = copy_sample(tmp_path / "katalog")
    shutil.rmtree(source / "sop_defs")
    write_place(source / "sop_defs/satu", Rotation(corpus.texts()))
    door = Door(site := exported(tmp_path / "hasil", source, 1), site.folder.as_uri() + "/")
    page = reader.page(door)
    page.goto(door.to("cari"))
    until(page, f"{COUNT} === 'Ketik untuk mulai mencari'")
    seen = 0
    for text in ("script", "img src", "onerror", "javascript", "svg onload"):
        ask(page, text)
        until(page, f"new URLSearchParams(location.search).get('cari') === {text!r}")
        seen += len(page.evaluate(FOUND))
        assert page.evaluate(FOREIGN) == 0, text
        assert page.evaluate("'pwned' in window") is False, text
    assert seen
    assert reader.complaints == []
