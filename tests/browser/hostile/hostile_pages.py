"""What a browser makes of the documents of a hostile site: parsed without running them, and opened."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser import everything
from tests.browser.driving.search_box import SearchBox
from tests.browser.driving.visit import Door, Visit
from tests.hostile import site as hostile_places
from tests.hostile.places import BROKEN
from tests.hostile.site import TAME
from tests.site.build import Site

Made = dict[str, Any]
"""What look.js tells of a document."""
Kind = tuple[str, int, bool, str, bool]
LOOK = (Path(hostile_places.__file__).with_name("look.js")).read_text("utf-8")
_PARSED = f"""addresses => Promise.all(addresses.map(async address => {{
  const text = await (await fetch(address)).text();
  const kind = address.endsWith("svg") ? "image/svg+xml" : "text/html";
  return ({LOOK})(new DOMParser().parseFromString(text, kind));
}}))"""
_AT_ONCE = 25
"""Documents: few enough for the memory of a page."""
_OPENED = f"""() => ({{
  ...({LOOK})(document),
  over: document.scrollingElement ? document.scrollingElement.scrollWidth - document.documentElement.clientWidth : 0,
}})"""
_PHONE = 360
_SHEETS = "cetak/"
"""Pages as wide as their paper."""
_MARKUP = {"br", "em", "ol[start]", "q", "strong", "wbr"}
"""What the small Markdown and our own quoting may make of a text."""
_RESULTS = {
    "a",
    "article",
    "del",
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


def documents(site: Site) -> list[str]:
    """Every page and every drawing, by path."""
    files = (file for ending in ("html", "svg") for file in site.folder.rglob(f"*.{ending}"))
    paths = sorted(file.relative_to(site.folder).as_posix() for file in files)
    return [path for path in paths if not path.startswith("assets/")]


def kind(path: str) -> Kind:
    address, _, ending = path.rpartition(".")
    return (*everything.kind(address), ending, path.endswith(BROKEN.replace(".yml", ".html")))


def of_each_kind(paths: Iterable[str], number: int) -> list[str]:
    """So many hostile ones of each kind, as far apart as they stand."""
    kinds: dict[Kind, list[str]] = {}
    for path in paths:
        if f"/{TAME}/" not in path:
            kinds.setdefault(kind(path), []).append(path)
    return [path for found in kinds.values() for path in found[:: -(-len(found) // number)]]


def parsed(page: Page, door: Door) -> dict[str, Made]:
    """What the browser makes of every document, without running it."""
    page.goto(door.to("bantuan"))
    paths = documents(door.site)
    found: list[Made] = []
    for start in range(0, len(paths), _AT_ONCE):
        found += page.evaluate(_PARSED, [door.url + path for path in paths[start : start + _AT_ONCE]])
    return dict(zip(paths, found, strict=True))


def check_parts(found: dict[str, Made], tame: Iterable[Made]) -> None:
    """Pages with hostile words are made of the same parts as pages with tame ones."""
    known = _MARKUP.union(*(made["parts"] for made in tame))
    foreign = {path: rest for path, made in found.items() if (rest := sorted(set(made["parts"]) - known))}
    assert not foreign, foreign
    leads = {path: made["leads"] for path, made in found.items() if made["leads"]}
    assert not leads, leads


def check_opened(visit: Visit, door: Door, paths: Iterable[str]) -> None:
    """On a phone, no page runs a text, asks for an address in it, or is made wider by it."""
    # A drawing opened alone asks for it. A route that answers would cost the browser its cache.
    (door.site.folder.parent / "favicon.ico").touch()
    page = visit.page(door, width=_PHONE)
    spilt = []
    for path in paths:
        page.goto(door.url + path)
        made = page.evaluate(_OPENED)
        assert not made["leads"], (path, made["leads"])
        if path.endswith(".html") and not path.startswith(_SHEETS) and made["over"] > 0:
            spilt.append((path, made["over"]))
    assert not spilt, spilt
    assert not visit.complaints, visit.complaints


def check_results(visit: Visit, door: Door, queries: Iterable[str]) -> int:
    """What is found is shown as text; how many queries found something."""
    page = visit.page(door)
    box = SearchBox.opened(page, door)
    answered = 0
    for query in queries:
        (answer,) = box.ask([query])
        answered += bool(answer.results)
        made = page.locator(".md-search-result").evaluate(LOOK)
        assert not made["leads"], (query, made["leads"])
        foreign = {part.split("[")[0] for part in made["parts"]} - _RESULTS
        assert not foreign, (query, foreign)
    assert not visit.complaints, visit.complaints
    return answered
