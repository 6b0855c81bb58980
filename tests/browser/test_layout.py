"""Where things stand: nothing runs out of the window, and every symbol stands in its own cell."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.visit import KINDS, UNIT, Door, Visit

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT = """() => [...document.querySelectorAll('.sop-alur tbody tr *, main h1, main h2, main p, main li')]
  .filter(e => e.checkVisibility() && e.childElementCount === 0 && e.textContent.trim())
  .filter(e => !e.closest('.sop-tersembunyi, svg, pre') && getComputedStyle(e).position !== 'absolute')
  .filter(e => { const r = e.getBoundingClientRect(); return r.left < -0.5 || r.right > innerWidth + 0.5; })
  .map(e => e.textContent.trim().slice(0, 60))"""
# As cards the rows are no table, and show no chart.
CHARTS = """() => [...document.querySelectorAll('.sop-alur')].map(table => ({
  rows: [...table.querySelectorAll('tbody tr')].map(row => {
    const side = r => [r.left, r.top, r.right, r.bottom];
    return {
      lanes: [...row.querySelectorAll('td.l')].map(cell => side(cell.getBoundingClientRect())),
      symbols: [...row.querySelectorAll('.sop-simbol')].filter(
        s => s.checkVisibility() && getComputedStyle(table).display === 'table').map(symbol => ({
        key: symbol.dataset.simbol,
        box: side(symbol.querySelector('rect, polygon').getBoundingClientRect()),
        words: [...symbol.querySelectorAll('text')].map(t => side(t.getBoundingClientRect())),
      })),
    };
  }),
}))"""
SLACK = 1.0
"""CSS pixels: borders are shared between cells and snapped to the screen."""


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_page_scrolls_sideways(http: Door, visit: Visit, width: int) -> None:
    page = visit.page(http, width=width)
    for address in KINDS:
        page.goto(http.to(address))
        assert page.evaluate(SIDEWAYS) <= 0, address
        if width == 360:
            assert page.evaluate(CUT) == [], address


def test_on_a_phone_the_steps_are_cards(file: Door, visit: Visit) -> None:
    page = visit.page(file, width=360)
    page.goto(file.to(f"{UNIT}/surat-masuk"))
    shown = "[...document.querySelectorAll('.sop-gambar')].filter(g => g.checkVisibility() && g.offsetWidth > 1).length"
    assert page.evaluate(shown) == 0
    cards = page.locator(".sop-alur tbody tr")
    assert cards.count() == 3
    words = [" ".join(card.inner_text().split()) for card in cards.all()]
    assert "Langkah 1 · Loket · 5 menit → langkah 2" in words[0]
    assert "Menerima amplop dari kurir" in words[0]
    assert "Belum lengkap: kembali ke langkah 1" in words[1]
    boxes = [card.bounding_box() for card in cards.all()]
    assert all(box and box["width"] > 250 for box in boxes)


@pytest.mark.parametrize(
    ("width", "zoom"),
    [(768, 1), (1440, 0.5), (1440, 0.67), (1440, 1), (1440, 1.25), (1440, 1.75), (1440, 2.5)],
)
def test_every_symbol_stands_in_its_own_cell(http: Door, visit: Visit, width: int, zoom: float) -> None:
    page = visit.page(http, width=width, zoom=zoom)
    seen = 0
    for sop in _catalogue(http):
        page.goto(http.url + sop["url"])
        seen += _check(page, sop)
    # Zoomed in so far, the window is a phone's, and the steps are cards.
    assert (seen > 30) == (width / zoom > 700)


def test_every_symbol_of_this_repository_stands_in_its_own_cell(own_http: Door, visit: Visit) -> None:
    page = visit.page(own_http)
    for sop in _catalogue(own_http):
        page.goto(own_http.url + sop["url"])
        assert _check(page, sop) == sum(len(chart["simbol"]) for chart in sop["bagan"]), sop["id"]
    assert visit.complaints == []


def _catalogue(door: Door) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(door.site.read("catalogue.json"))["sop"]
    return found


def _check(page: Page, sop: dict[str, Any]) -> int:
    """Compare what is drawn with what the open data says; gives the number of symbols drawn."""
    drawn = page.evaluate(CHARTS)
    assert len(drawn) == len(sop["bagan"])
    count = 0
    for chart, picture in zip(sop["bagan"], drawn, strict=True):
        told = {symbol["id"]: symbol for symbol in chart["simbol"]}
        for number, row in enumerate(picture["rows"], 1):
            for symbol in row["symbols"]:
                count += 1
                where = told[symbol["key"]]
                place = f"{sop['id']} {symbol['key']} at {page.viewport_size}"
                assert where["langkah"] == number, place
                cells = [row["lanes"][lane] for lane in where["pelaksana"]]
                left, top = min(c[0] for c in cells), min(c[1] for c in cells)
                right, bottom = max(c[2] for c in cells), max(c[3] for c in cells)
                middle = (symbol["box"][0] + symbol["box"][2]) / 2
                assert abs(middle - (left + right) / 2) <= 2 * SLACK, place
                for box in (symbol["box"], *symbol["words"]):
                    assert left - SLACK <= box[0], place
                    assert box[2] <= right + SLACK, place
                    assert top - SLACK <= box[1], place
                    assert box[3] <= bottom + SLACK, place
    return count
