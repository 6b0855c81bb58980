"""Whatever stands in a definition, a browser shows it as text: on every kind of page, and in every file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import served
from tests.browser.search_box import SearchBox
from tests.browser.visit import Door, Visit
from tests.hostile import site as hostile_places
from tests.hostile.site import TAME
from tests.site.build import Site

LOOK = (Path(hostile_places.__file__).with_name("look.js")).read_text("utf-8")
PARSED = f"""async addresses => {{
  const found = {{}};
  for (const address of addresses) {{
    const text = await (await fetch(address)).text();
    const kind = address.endsWith("svg") ? "image/svg+xml" : "text/html";
    found[address] = ({LOOK})(new DOMParser().parseFromString(text, kind));
  }}
  return found;
}}"""
OPENED = f"""() => ({{
  ...({LOOK})(document),
  over: document.scrollingElement ? document.scrollingElement.scrollWidth - document.documentElement.clientWidth : 0,
}})"""
PHONE = 360
OPENED_PLACES = ("p000", "p005")
SHEETS = "cetak/"
"""Pages as wide as their paper."""
MARKUP = {"br", "em", "ol[start]", "q", "strong", "wbr"}
"""What the small Markdown and our own quoting may make of a text."""
QUERIES = ["script alert", "img src onerror", "javascript", "svg onload", "Teks", "x"]


@pytest.fixture(scope="module")
def hostile(hostile_site: Site) -> Iterator[Door]:
    yield from served(hostile_site)


def documents(site: Site) -> list[str]:
    """Every page and every drawing, by path."""
    files = (file for ending in ("html", "svg") for file in site.folder.rglob(f"*.{ending}"))
    paths = sorted(file.relative_to(site.folder).as_posix() for file in files)
    return [path for path in paths if not path.startswith("assets/")]


def parsed(page: Page, door: Door) -> dict[str, Any]:
    """What the browser makes of every document, without running it."""
    page.goto(door.to("index"))
    addresses = {door.url + path: path for path in documents(door.site)}
    found: dict[str, Any] = page.evaluate(PARSED, list(addresses))
    return {addresses[address]: made for address, made in found.items()}


def test_no_text_becomes_an_element_an_attribute_or_an_address(
    visit: Visit, http: Door, hostile: Door
) -> None:
    """Pages with hostile words are made of the same parts as pages with tame ones."""
    tame = parsed(visit.page(http), http)
    found = parsed(visit.page(hostile), hostile)
    tame |= {path: made for path, made in found.items() if TAME in path}
    known = MARKUP.union(*(made["parts"] for made in tame.values()))
    foreign = {path: rest for path, made in found.items() if (rest := sorted(set(made["parts"]) - known))}
    assert sorted(foreign.items()) == []
    assert [lead for made in found.values() for lead in made["leads"]] == []
    assert visit.complaints == []


def test_no_page_runs_asks_or_spills(visit: Visit, hostile: Door, nightly: bool) -> None:
    paths = documents(hostile.site)
    if not nightly:
        paths = [path for path in paths if path.count("/") < 2 or any(f"/{p}" in path for p in OPENED_PLACES)]
    page = visit.page(hostile, width=PHONE)
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))  # asked for a drawing opened alone
    spilt = []
    for path in paths:
        page.goto(hostile.url + path)
        made = page.evaluate(OPENED)
        assert made["leads"] == [], path
        if path.endswith(".html") and not path.startswith(SHEETS) and made["over"] > 0:
            spilt.append((path, made["over"]))
    assert spilt == []
    assert visit.complaints == []


def test_search_results_are_text(visit: Visit, hostile: Door) -> None:
    page = visit.page(hostile)
    box = SearchBox.opened(page, hostile)
    for query, answer in zip(QUERIES, box.ask(QUERIES), strict=True):
        assert answer.results, query
        made = page.locator(".md-search-result").evaluate(LOOK)
        assert made["leads"] == [], query
        assert {part.split("[")[0] for part in made["parts"]} <= SHOWN, query
    assert visit.complaints == []


SHOWN = {
    "a",
    "article",
    "details",
    "div",
    "h1",
    "h2",
    "li",
    "mark",
    "nav",
    "ol",
    "p",
    "small",
    "span",
    "summary",
    "ul",
}
"""What a list of results is made of."""


def test_data_is_read_back_as_it_was_written(hostile_site: Site) -> None:
    for file in hostile_site.folder.rglob("*.json"):
        json.loads(file.read_text("utf-8"))
