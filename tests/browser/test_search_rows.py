"""A result whose step matched leads to that row: the row is in view, and lit."""

from __future__ import annotations

import json
import re
import time
from contextlib import suppress

import pytest
from playwright.sync_api import Page

from tests.browser.bidi import Refused
from tests.browser.firefox import Firefox
from tests.browser.firefox_page import FirefoxPage
from tests.browser.search_box import BOX
from tests.browser.visit import UNIT, Door, Visit

ROWS = (
    ("stempel tanggal", "surat-masuk", "langkah-1"),
    ("memberi disposisi", "surat-masuk", "langkah-3"),
    ("paraf bersama", "legalisasi", "langkah-2a"),
    ("mengunggah berkas", "legalisasi", "bagan-2-langkah-1"),
)
# As cards the rows themselves are lit, not their cells.
AMISS = """(([page, anchor]) => {
  const row = document.getElementById(anchor);
  if (!location.pathname.endsWith(page) || location.hash !== '#' + anchor || !row) return ['address'];
  const paint = row => [row.querySelector('.kegiatan'), row].map(e => getComputedStyle(e).backgroundColor)
    .find(colour => colour !== 'rgba(0, 0, 0, 0)');
  const box = row.querySelector('.kegiatan').getBoundingClientRect();
  const there = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 40) / 2);
  const others = [...row.parentElement.rows].filter(other => other !== row);
  return Object.entries({
    'search is closed': !document.querySelector('#__search').checked,
    'row is in view': box.top >= 0 && box.top < innerHeight,
    'row is uncovered': Boolean(there) && row.contains(there),
    'row is lit': others.every(other => paint(other) !== paint(row)),
  }).filter(([, holds]) => !holds).map(([what]) => what);
})"""
SECONDS = 10


def _link(sop: str, anchor: str) -> str:
    return f'.md-search-result__link[href*="/{UNIT}/{sop}.html"][href$="#{anchor}"]'


def _lands(page: Page | FirefoxPage, sop: str, anchor: str) -> None:
    """Wait: the page scrolls smoothly, and the search fades away."""
    amiss = ["address"]
    for _ in range(SECONDS * 20):
        with suppress(Refused):  # by a page that is just going
            amiss = page.evaluate(f"{AMISS}({json.dumps([f'/{sop}.html', anchor])})")
        if not amiss:
            return
        time.sleep(0.05)
    raise AssertionError(f"{sop}#{anchor}: {amiss}")


def _follow(page: Page, query: str, sop: str, anchor: str) -> None:
    page.locator(BOX).fill("")
    page.keyboard.type(query)
    page.locator(_link(sop, anchor)).click()
    page.wait_for_url(re.compile(rf"/{sop}\.html(\?.*)?#{anchor}$"))
    _lands(page, sop, anchor)


@pytest.mark.parametrize("width", [360, 1440])
def test_a_result_leads_to_its_row(width: int, door: Door, visit: Visit) -> None:
    page = visit.page(door, width=width)
    for query, sop, anchor in ROWS:
        page.goto(door.to("index"))
        page.locator("header label[for=__search]" if width < 1000 else BOX).first.click()
        _follow(page, query, sop, anchor)
    assert visit.complaints == []


def test_it_does_so_on_the_page_one_is_on(door: Door, visit: Visit) -> None:
    page = visit.page(door)
    page.goto(door.to(f"{UNIT}/surat-masuk"))
    for query, sop, anchor in ROWS[:2]:
        page.locator(BOX).click()
        _follow(page, query, sop, anchor)
    assert visit.complaints == []


def test_it_does_so_in_firefox(door: Door, firefox: Firefox) -> None:
    for query, sop, anchor in (ROWS[1], ROWS[3]):
        page = firefox.page()
        page.goto(door.to("index"))
        page.type(BOX, query)
        link = _link(sop, anchor)
        page.wait_for(f"document.querySelector({json.dumps(link)})")
        # Firefox complains of every font that it need not fetch any more.
        page.evaluate("document.fonts.ready.then(() => true)")
        page.click(link)
        _lands(page, sop, anchor)
        assert page.complaints == []
        assert [url for url in page.requests if not url.startswith((door.url, "data:", "blob:"))] == []
        page.close()


def test_enter_opens_the_first_result(door: Door, visit: Visit) -> None:
    page = visit.page(door)
    page.goto(door.to("index"))
    page.locator(BOX).click()
    page.keyboard.type("stempel tanggal")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/surat-masuk\.html"))
    assert visit.complaints == []
