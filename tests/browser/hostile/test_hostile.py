"""Whatever stands in a definition, a browser shows it as text: on every kind of page, and in every drawing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml

from sop_catalogue.definition.findings import shown
from tests.browser.driving.server import served
from tests.browser.driving.visit import Door, Visit
from tests.browser.everything import EVERY_PAGE
from tests.browser.hostile import hostile_pages
from tests.hostile.places import BROKEN
from tests.hostile.site import PLACES, TAME
from tests.site.build import Site

FEW, MANY = 1, 3
"""Pages of each kind that are opened by day, and by night; each holds most of the texts, and each in other fields."""
QUERIES = ["script alert", "img src onerror", "javascript", "svg onload", "Teks", "x"]
BROKEN_PAGE = BROKEN.replace(".yml", ".html")
FAULTS = """async addresses => {
  const texts = (root, wanted) => [...root.querySelectorAll(wanted)].map(node => node.textContent);
  const told = async address => {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    const lines = [...page.querySelectorAll(".sop-sumber span")].map(line => [line.firstChild.textContent, line.lastChild.data]);
    return {values: texts(page, "dd code"), headings: texts(page, "h2"), lines};
  };
  return Promise.all(addresses.map(told));
}"""


@pytest.fixture(scope="module")
def hostile(hostile_site: Site) -> Iterator[Door]:
    yield from served(hostile_site)


def test_no_text_becomes_an_element_an_attribute_or_an_address(
    visit: Visit, http: Door, hostile: Door
) -> None:
    tame = hostile_pages.parsed(visit.page(http), http)
    found = hostile_pages.parsed(visit.page(hostile), hostile)
    tame |= {path: made for path, made in found.items() if f"/{TAME}/" in path}
    hostile_pages.check_parts(found, tame.values())
    assert visit.complaints == []


def test_no_page_runs_asks_or_spills(visit: Visit, hostile: Door, nightly: bool) -> None:
    hostile_pages.check_opened(visit, hostile, chosen(hostile, MANY if nightly else FEW))


def chosen(door: Door, of_each_kind: int) -> list[str]:
    return hostile_pages.of_each_kind(hostile_pages.documents(door.site), of_each_kind)


def test_every_kind_of_document_is_opened(hostile: Door) -> None:
    """Every kind of page that stands in the list of them, a drawing, a page of a file that cannot be read."""
    opened = {hostile_pages.kind(path) for path in chosen(hostile, FEW)}
    # Hand-written pages hold no text of a definition.
    wanted = {
        hostile_pages.kind(f"{page}.html")
        for page in EVERY_PAGE
        if not page.startswith(("panduan/", "tentang"))
    }
    drawing, broken = f"sop/{TAME}/dinas/x-alur.svg", f"sop/{TAME}/{BROKEN_PAGE}"
    assert wanted | {hostile_pages.kind(drawing), hostile_pages.kind(broken)} <= opened
    assert opened == {hostile_pages.kind(path) for path in hostile_pages.documents(hostile.site)}


def test_search_results_are_text(visit: Visit, hostile: Door) -> None:
    assert hostile_pages.check_results(visit, hostile, QUERIES) == len(QUERIES)


def test_a_broken_file_is_told_in_its_own_words(visit: Visit, hostile: Door) -> None:
    """A refused value, a key that nobody knows, and the lines they stand in: letter by letter."""
    page = visit.page(hostile)
    page.goto(hostile.to("bantuan"))
    places = [f"p{number:03}" for number in range(PLACES)]
    told = page.evaluate(FAULTS, [f"{hostile.url}sop/{place}/{BROKEN_PAGE}" for place in places])
    for place, faults in zip(places, told, strict=True):
        source = (hostile.site.source / "sop_defs" / place / BROKEN).read_text("utf-8")
        written = yaml.safe_load(source)
        refused = {shown(written["status"]), shown(written["tanggal"])} - {""}  # of invisible letters only
        assert refused <= set(faults["values"]), place
        assert any(shown([*written][-1], 40) in heading for heading in faults["headings"]), place
        lines = dict(enumerate(source.split("\n"), 1))
        assert faults["lines"] == [[number, f"{lines[int(number)][:200]}\n"] for number, _ in faults["lines"]]


def test_lists_name_a_broken_file_and_lead_to_it(visit: Visit, hostile: Door) -> None:
    page = visit.page(hostile)
    for address in ("sop/index", "sop/p000/dinas/index"):
        page.goto(hostile.to(address))
        link = page.locator(".sop-rusak-daftar a", has_text=f"p000/{BROKEN}")
        assert link.evaluate("link => link.href") == f"{hostile.url}sop/p000/{BROKEN_PAGE}"
    assert visit.complaints == []
