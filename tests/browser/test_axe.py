"""axe-core finds nothing on any kind of page: on a desktop and a phone, light and dark, on screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pytest

from tests.browser.driving.axe import faults
from tests.browser.driving.reader import SCHEME, AnyPage, Reader, until
from tests.browser.driving.search_box import search
from tests.browser.driving.visit import Door, Visit
from tests.browser.everything import EVERY_PAGE, HARD, LONG_PAGES, PAPER_PAGES, kind
from tests.site.build import Site, leads_on
from tests.turns import Share

COLOURS = ("color-contrast", "link-in-text-block")
"""What differs between the palettes; by night everything else is tried in one of them."""
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
"""The theme's scripts have seen the new width."""


@dataclass(frozen=True)
class Look:
    width: int = 1280
    media: Literal["screen", "print"] = "screen"
    dark: bool = False


DESKTOP, PHONE = Look(), Look(360)
LOOKS = (DESKTOP, Look(media="print"), PHONE, Look(360, dark=True), Look(dark=True))


def test_a_page_of_every_kind_is_looked_at(everything: Site) -> None:
    addresses = [
        path.relative_to(everything.folder).with_suffix("").as_posix()
        for path in everything.folder.rglob("*.html")
        if not leads_on(path.read_text("utf-8"))
    ]
    assert {kind(address) for address in addresses} == {kind(address) for address in EVERY_PAGE}


def test_nothing_shuts_a_reader_out(
    every_http: Door, reader: Reader, pages: list[str], share: Share, nightly: bool
) -> None:
    """By day each page, of those of paper every other one, in one browser and one look, which change by turns;
    by night all in both browsers and all looks."""
    page, found = reader.page(every_http), {}
    page.emulate_media(reduced_motion="reduce")
    for number, address in enumerate(share([*pages, *share.some(PAPER_PAGES)])):
        page.goto(every_http.to(address))
        looks = (DESKTOP,) if address in PAPER_PAGES else LOOKS
        for look in looks if nightly else (looks[number % len(looks)],):
            _look(page, look)
            if wrong := faults(page, only=COLOURS if nightly and look.dark else ()):
                found[address, look] = wrong
    assert found == {}


@pytest.mark.halved
@pytest.mark.parametrize("address", LONG_PAGES)
def test_nor_do_the_long_pages(every_http: Door, visit: Visit, address: str) -> None:
    """But for their colours, which are those of the other pages of the guide."""
    page = visit.page(every_http)
    page.goto(every_http.to(address))
    _look(page, PHONE)
    assert faults(page, without=COLOURS) == []


def _look(page: AnyPage, look: Look) -> None:
    page.set_viewport_size({"width": look.width, "height": 900})
    page.emulate_media(media=look.media)
    page.evaluate(SCHEME, "slate" if look.dark else "default")
    page.evaluate(SETTLED)


@pytest.mark.halved
@pytest.mark.parametrize("width", [360, 1280])
def test_nor_does_the_search_with_its_results(every_http: Door, reader: Reader, width: int) -> None:
    page = reader.page(every_http, width=width)
    page.emulate_media(reduced_motion="reduce")
    page.goto(every_http.to(HARD))
    page.keyboard.press("/")
    until(page, "document.querySelector('#__search').checked")
    search(page, "surat")
    assert faults(page) == [], "light"
    page.evaluate(SCHEME, "slate")
    assert faults(page, only=COLOURS) == [], "dark"
