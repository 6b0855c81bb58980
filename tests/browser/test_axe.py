"""axe-core finds nothing on any kind of page: on a desktop and a phone, light and dark, on screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pytest

from tests.browser.driving.axe import faults
from tests.browser.driving.firefox import Firefox
from tests.browser.driving.firefox_visit import FirefoxVisit
from tests.browser.driving.reader import Reader, until
from tests.browser.driving.search_box import search
from tests.browser.driving.visit import Door, Visit
from tests.browser.everything import EVERY_PAGE, HARD, LONG_PAGES, PAPER_PAGES, kind
from tests.site.build import Site

COLOURS = ("color-contrast", "link-in-text-block")
"""What differs between the palettes; everything else is tried in one of them."""
SCHEME = "scheme => document.body.setAttribute('data-md-color-scheme', scheme)"

SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
"""The theme's scripts have seen the new width."""


@dataclass(frozen=True)
class Look:
    width: int = 1280
    media: Literal["screen", "print"] = "screen"
    dark: bool = False


DESKTOP, PHONE, PRINTED = Look(), Look(360), Look(media="print")
DARK, PHONE_DARK = Look(dark=True), Look(360, dark=True)


def test_a_page_of_every_kind_is_looked_at(everything: Site) -> None:
    addresses = [
        path.relative_to(everything.folder).with_suffix("").as_posix()
        for path in everything.folder.rglob("*.html")
    ]
    assert {kind(address) for address in addresses} == {kind(address) for address in EVERY_PAGE}


def test_nothing_shuts_a_reader_out(every_http: Door, visit: Visit, pages: list[str]) -> None:
    assert _found(visit, every_http, pages, (DESKTOP, PRINTED, PHONE, PHONE_DARK, DARK)) == {}
    assert _found(visit, every_http, LONG_PAGES, (PHONE,)) == {}
    assert _found(visit, every_http, PAPER_PAGES, (DESKTOP,)) == {}


def test_nor_does_it_in_firefox(every_http: Door, firefox: Firefox, pages: list[str], nightly: bool) -> None:
    """What the looks share is found in any of them, and takes its time; so does what the browsers share."""
    reader = FirefoxVisit(firefox)
    assert _found(reader, every_http, pages if nightly else pages[::3], (PHONE, DARK)) == {}
    assert _found(reader, every_http, PAPER_PAGES, (DESKTOP,)) == {}
    reader.close()


def _found(
    reader: Reader, door: Door, addresses: Sequence[str], looks: Sequence[Look]
) -> dict[tuple[str, Look], list[str]]:
    page, found = reader.page(door), {}
    page.emulate_media(reduced_motion="reduce")
    for address in addresses:
        page.goto(door.to(address))
        for look in looks:
            page.set_viewport_size({"width": look.width, "height": 900})
            page.emulate_media(media=look.media)
            page.evaluate(SCHEME, "slate" if look.dark else "default")
            page.evaluate(SETTLED)
            if wrong := faults(page, COLOURS if look.dark else ()):
                found[address, look] = wrong
    return found


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
    assert faults(page, COLOURS) == [], "dark"
