"""axe-core finds nothing on any kind of page: on a desktop and a phone, light and dark, on screen and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.axe import faults
from tests.browser.everything import EVERY_PAGE, HARD, PAPER_PAGES, kind
from tests.browser.search_box import LINK
from tests.browser.visit import Door, Visit
from tests.site.build import Site

COLOURS = ("color-contrast", "link-in-text-block")
"""What differs between the palettes; everything else is tried in one of them."""
DARK = "document.body.setAttribute('data-md-color-scheme', 'slate')"


def test_a_page_of_every_kind_is_looked_at(everything: Site) -> None:
    addresses = [
        path.relative_to(everything.folder).with_suffix("").as_posix()
        for path in everything.folder.rglob("*.html")
    ]
    assert {kind(address) for address in addresses} == {kind(address) for address in EVERY_PAGE}


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_nothing_shuts_a_reader_out(every_http: Door, visit: Visit, address: str) -> None:
    page = visit.page(every_http, width=1280)
    page.emulate_media(reduced_motion="reduce")
    page.goto(every_http.to(address))
    assert faults(page) == [], "light"
    if address in PAPER_PAGES:
        return
    page.emulate_media(media="print")
    assert faults(page) == [], "printed"
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 360, "height": 800})
    assert faults(page) == [], "on a phone"
    page.evaluate(DARK)
    assert faults(page, COLOURS) == [], "on a phone, dark"
    page.set_viewport_size({"width": 1280, "height": 900})
    assert faults(page, COLOURS) == [], "dark"


@pytest.mark.parametrize("width", [360, 1280])
def test_nor_does_the_search_with_its_results(every_http: Door, visit: Visit, width: int) -> None:
    page = visit.page(every_http, width=width)
    page.emulate_media(reduced_motion="reduce")
    page.goto(every_http.to(HARD))
    _search(page, "surat")
    assert faults(page) == [], "light"
    page.evaluate(DARK)
    assert faults(page, COLOURS) == [], "dark"


def _search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.wait_for_function("document.querySelector('#__search').checked")
    page.keyboard.type(words)
    page.locator(LINK).first.wait_for()
