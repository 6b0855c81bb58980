"""Everything by keyboard: whatever has the focus is seen, and so is the focus; nothing is passed over, nothing holds it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.driving.reader import AnyPage, Reader, until
from tests.browser.driving.search_box import search
from tests.browser.driving.visit import Door
from tests.browser.everything import HARD, UNIT
from tests.turns import Share

LISTEN = """() => {
  window.stops = [];
  window.left = null;
  // Firefox goes on to the window around the page.
  addEventListener('blur', event => { if (event.target === window) left ??= stops.length; });
  const seen = e => {
    const r = e.getBoundingClientRect();
    return e.checkVisibility({opacityProperty: true, visibilityProperty: true}) && r.width > 1 && r.height > 1
      && r.right > 0 && r.bottom > 0 && r.left < innerWidth && r.top < innerHeight;
  };
  const ringed = e => {
    const s = getComputedStyle(e), r = e.querySelector('rect');
    return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1.5)
      || s.boxShadow !== 'none' || (r && parseFloat(getComputedStyle(r).strokeWidth) >= 3);
  };
  addEventListener('focusin', event => {
    const e = event.target;
    // A control that is drawn by its label has the ring there.
    const label = e.nextElementSibling;
    const shown = label && label.matches('label:not([hidden])') && !seen(e) ? label : e;
    stops.push({
      what: e.outerHTML.slice(0, 110), seen: seen(shown), ringed: Boolean(ringed(shown)),
      place: [...document.querySelectorAll('*')].indexOf(e),
    });
  });
}"""
REACHABLE = """() => [...document.querySelectorAll('main :is(a[href], button, input, select, summary, [tabindex="0"])')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled)
  .filter(e => !e.matches('[tabindex="-1"]') && !e.closest('[inert]')).length"""
FEW, ENOUGH = 60, 400
"""Stops of a page by day, and by night."""
FIELD = '<input type="text" class="md-search__input'


def _walk(page: AnyPage, most: int) -> list[dict[str, Any]]:
    """Every stop of the Tab key, until it leaves the page or has come so far."""
    page.evaluate(LISTEN)
    stops: list[dict[str, Any]] = []
    while len(stops) < most:
        for _ in range(20):
            page.keyboard.press("Tab")
        before = len(stops)
        stops, left = page.evaluate("[stops, left]")
        if left is not None:
            return stops[:left]
        again = [n for n in range(1, len(stops)) if stops[n]["place"] < stops[n - 1]["place"]]
        first = next((n for n in again if stops[n]["place"] == stops[0]["place"]), None)
        if first is not None:
            return stops[:first]
        if len(stops) == before:
            break
    return stops


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_is_seen_in_the_order_of_the_page(
    every_http: Door, reader: Reader, width: int, pages: list[str], share: Share, nightly: bool
) -> None:
    """By day every other page in one browser and at one width, by night all in both at both."""
    most = ENOUGH if nightly else FEW
    page = reader.page(every_http, width=width)
    page.emulate_media(reduced_motion="reduce")
    for address in share(share.some(pages)):
        page.goto(every_http.to(address))
        stops = _walk(page, most)
        # In a narrow window the field of the search opens once it has the focus, over the whole window.
        looked = [stop for stop in stops if width > 960 or not stop["what"].startswith(FIELD)]
        assert [stop["what"] for stop in looked if not stop["seen"]] == [], address
        assert [stop["what"] for stop in looked if not stop["ringed"]] == [], address
        places = [stop["place"] for stop in stops]
        assert places == sorted(places), address
        assert len(set(places)) == len(places), address
        assert len(stops) >= min(most, page.evaluate(REACHABLE)), address


@pytest.mark.halved
def test_the_first_stop_skips_to_the_content(every_http: Door, reader: Reader) -> None:
    page = reader.page(every_http)
    page.goto(every_http.to(HARD))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Lewati ke isi"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('article'))")


@pytest.mark.halved(1)
def test_the_search_is_opened_read_and_left(every_http: Door, reader: Reader) -> None:
    page = reader.page(every_http)
    page.goto(every_http.to("index"))
    _search(page)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.className").startswith("md-search-result__link")
    page.keyboard.press("Escape")
    until(page, "!document.querySelector('#__search').checked")
    page.goto(every_http.to("index"))
    _search(page)
    page.keyboard.press("Enter")
    until(page, "location.pathname.includes('legalisasi')")


def _search(page: AnyPage) -> None:
    page.keyboard.press("/")
    until(page, "document.querySelector('#__search').checked")
    search(page, "legalisasi")


@pytest.mark.halved
def test_a_table_is_sorted_and_narrowed_down(every_http: Door, reader: Reader) -> None:
    page = reader.page(every_http)
    page.goto(every_http.to("peran/index"))
    page.focus("main input[type=search]")
    page.keyboard.type("arsiparis")
    shown = "[...document.querySelectorAll('tbody tr')].filter(row => row.checkVisibility()).length"
    assert page.evaluate(shown) == 1
    page.focus("th:last-child button")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('th[aria-sort]').innerText").strip() == "Langkah"


@pytest.mark.halved(1)
def test_a_map_is_moved_and_followed(every_http: Door, reader: Reader) -> None:
    page = reader.page(every_http, width=320)
    page.emulate_media(reduced_motion="reduce")
    page.goto(every_http.to(f"peta/{UNIT}"))
    page.focus(".sop-peta")
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('.sop-peta').scrollLeft > 0")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.sop-jaringan') !== null")
    page.keyboard.press("Enter")
    until(page, "location.pathname.includes('/sop/')")


@pytest.mark.halved
def test_the_navigation_of_a_narrow_window_is_opened_and_closed(every_http: Door, reader: Reader) -> None:
    page = reader.page(every_http, width=320)
    page.emulate_media(reduced_motion="reduce")
    page.goto(every_http.to(HARD))
    expanded = "document.querySelector('.sop-buka').ariaExpanded"
    page.focus(".sop-buka")
    page.keyboard.press("Enter")
    assert page.evaluate(expanded) == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.md-sidebar--primary'))")
    page.keyboard.press("Escape")
    assert page.evaluate(expanded) == "false"
    assert page.evaluate("document.activeElement.matches('.sop-buka')")
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not page.evaluate("document.querySelector('.sop-buka').checkVisibility()")


@pytest.mark.halved(1)
def test_the_palette_is_switched(every_http: Door, reader: Reader) -> None:
    page = reader.page(every_http)
    page.goto(every_http.to("index"))
    page.focus("input[name=__palette]")
    page.keyboard.press("ArrowRight")
    until(page, "document.body.getAttribute('data-md-color-scheme') === 'slate'")
