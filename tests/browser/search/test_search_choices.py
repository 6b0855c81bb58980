"""What the search box gains beside Material's: all input is heard, results are narrowed down, a reader is helped on."""

from __future__ import annotations

import pytest

from tests.browser.driving.reader import AnyPage, Reader, until
from tests.browser.driving.search_box import BOX
from tests.browser.driving.visit import Door

PASTE = """text => {
  const field = document.querySelector('[data-md-component=search-query]');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromPaste'}));
}"""
RESULTS = (
    "[...document.querySelectorAll('.md-search-result__item')].map(item => item.querySelector('a').pathname)"
)
CHOOSE = """start => {
  const units = document.querySelector('.sop-cari-saring select');
  units.value = [...units.options].find(option => option.text.startsWith(start)).value;
  units.dispatchEvent(new Event('change', {bubbles: true}));
}"""


def _opened(door: Door, reader: Reader, width: int) -> AnyPage:
    page = reader.page(door, width=width)
    page.goto(door.to("index"))
    page.click("header label[for=__search]" if width < 1000 else BOX)
    return page


@pytest.mark.halved
@pytest.mark.parametrize("width", [360, 1440])
def test_what_comes_without_a_key_is_searched_and_narrowed_down(
    width: int, door: Door, reader: Reader
) -> None:
    page = _opened(door, reader, width)
    page.evaluate(PASTE, "surat")
    until(page, f"{RESULTS}.length === 4")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.ariaLabel") == "Unit kerja", "the choices come next"
    assert page.evaluate("document.querySelector('#__search').checked"), "and the search stays open"
    page.evaluate(CHOOSE, "Kecamatan")
    until(page, f"{RESULTS}.length === 1")
    assert page.evaluate(RESULTS)[0].endswith("/kecamatan-hulu/domisili.html")
    page.evaluate(CHOOSE, "Unit kerja: semua")
    until(page, f"{RESULTS}.length === 4")
    assert reader.complaints == []


@pytest.mark.halved
def test_where_nothing_is_found_the_reader_is_helped_on(door: Door, reader: Reader) -> None:
    page = _opened(door, reader, 1440)
    page.evaluate(PASTE, "surat xylofon")
    until(page, "document.querySelector('.sop-cari-saran button')")
    assert "xylofon" in page.evaluate("document.querySelector('.sop-cari-saran').innerText")
    assert page.evaluate("document.querySelector('.sop-cari-saran a').pathname").endswith(
        ("/sop/index.html", "/sop/")
    )
    page.click(".sop-cari-saran button")
    until(page, f"{RESULTS}.length === 4 && !document.querySelector('.sop-cari-saran button')")
    assert page.evaluate("document.querySelector('[data-md-component=search-query]').value") == "surat"
    assert reader.complaints == []
