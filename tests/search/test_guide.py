"""What the guide on searching promises: every example in it, asked of the site that it is a page of."""

from __future__ import annotations

import html
import re
from pathlib import Path
from posixpath import join, normpath

from playwright.sync_api import Page

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.pages.links import Links
from sop_catalogue.pages.search.index import search_index
from sop_catalogue.pages.search.records import page_record
from sop_catalogue.pages.search.sayings import sayings
from tests.pages.sample import STEPS, catalogue
from tests.search.asked import Ask, asking
from tests.site.build import Site

FOLDER = "panduan"
EXAMPLE = re.compile(
    r'<li>([^<]+): <code>([^<]+)</code> → <a href="([^"#]+)(?:#([^"]+))?">([^<]+)</a>(?:, langkah \w+)?</li>'
)
KINDS = 9


def held(ask: Ask, page: str) -> int:
    """How many examples the page has; each is asked."""
    rows = EXAMPLE.findall(page)
    for kind, query, address, anchor, title in rows:
        answer = ask(html.unescape(query))[0]
        assert answer.location == normpath(join(FOLDER, address)), (kind, query)
        assert html.unescape(title) in html.unescape(re.sub("<[^>]*>", "", answer.title))
        assert False not in answer.terms.values()
        if anchor:
            assert answer.open[0] == anchor
    return len(rows)


def test_an_example_finds_what_it_says(scripts: Page, own: Site) -> None:
    ask = asking(scripts, (own.folder / "search/sop-cari.js").read_bytes())
    assert held(ask, own.read("panduan/mencari.html")) == KINDS


def test_a_small_catalogue_shows_what_it_can(scripts: Page, tmp_path: Path) -> None:
    small = catalogue(tmp_path, {"ijazah.yml": STEPS, "lain.yml": STEPS.replace("Legalisasi", "Penerbitan")})
    page = sayings(small, Links(f"{FOLDER}/mencari", False))
    unit = page_record("sop/kab/dinas/index.html", "Dinas Arsip", "Dinas Arsip")
    assert held(asking(scripts, search_index(small, [unit], False)), page) >= 3


def test_an_empty_catalogue_says_so() -> None:
    assert "Belum ada SOP" in sayings(Catalogue(), Links(f"{FOLDER}/mencari", False))
