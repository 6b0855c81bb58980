"""A result whose step matched leads to that row: the row is in view, and lit."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest

from tests.browser.driving.reader import AnyPage, Reader, until
from tests.browser.driving.search_box import BOX, search
from tests.browser.driving.visit import UNIT, Door
from tests.turns import Share

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


def _link(sop: str, anchor: str) -> str:
    return f'.md-search-result__link[href*="/{UNIT}/{sop}.html"][href$="#{anchor}"]'


def _lands(page: AnyPage, sop: str, anchor: str) -> None:
    """Wait: the page scrolls smoothly, and the search fades away."""
    amiss = f"{AMISS}({json.dumps([f'/{sop}.html', anchor])})"
    with suppress(AssertionError):
        until(page, f"{amiss}.length === 0")
    assert page.evaluate(amiss) == [], f"{sop}#{anchor}"


def _follow(page: AnyPage, query: str, sop: str, anchor: str) -> None:
    link = _link(sop, anchor)
    search(page, query)
    page.click(link)
    _lands(page, sop, anchor)


@pytest.mark.halved
@pytest.mark.parametrize("width", [360, 1440])
def test_a_result_leads_to_its_row(width: int, door: Door, reader: Reader, share: Share) -> None:
    """By day one each."""
    page = reader.page(door, width=width)
    for query, sop, anchor in share(ROWS * 2)[: len(ROWS)]:
        page.goto(door.to("index"))
        page.click("header label[for=__search]" if width < 1000 else BOX)
        _follow(page, query, sop, anchor)
    assert reader.complaints == []


@pytest.mark.halved
def test_it_does_so_on_the_page_one_is_on(door: Door, reader: Reader) -> None:
    page = reader.page(door)
    page.goto(door.to(f"{UNIT}/surat-masuk"))
    for query, sop, anchor in ROWS[:2]:
        page.click(BOX)
        page.evaluate(f"document.querySelector({json.dumps(BOX)}).value = ''")
        _follow(page, query, sop, anchor)
    assert reader.complaints == []


@pytest.mark.halved
def test_enter_opens_the_first_result(door: Door, reader: Reader) -> None:
    page = reader.page(door)
    page.goto(door.to("index"))
    page.click(BOX)
    search(page, "stempel tanggal")
    page.keyboard.press("Enter")
    until(page, "location.pathname.endsWith('/surat-masuk.html')")
    assert reader.complaints == []
