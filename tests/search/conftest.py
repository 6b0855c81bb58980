"""The search's own scripts in a browser, with an index of the repository's catalogue, and no site around them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import sop_catalogue.theme
from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.pages.search.index import search_index
from sop_catalogue.pages.search.records import Record, page_record
from tests.search.asked import Ask, asking
from tests.site.build import REPOSITORY

SCRIPTS = Path(sop_catalogue.theme.__file__).with_name("assets") / "javascripts"
PARTS = ("kata", "kosakata", "indeks", "tanya", "nilai", "urut", "hasil")


@pytest.fixture(scope="session")
def scripts(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    for part in PARTS:
        page.add_script_tag(path=SCRIPTS / f"sop-cari-{part}.js")
    yield page
    page.close()


@pytest.fixture(scope="session")
def real() -> Catalogue:
    return CatalogueBuilder(REPOSITORY / "sop_defs").build()


@pytest.fixture
def ask(scripts: Page, real: Catalogue) -> Ask:
    guide: list[Record] = [page_record("panduan.html", "Menulis SOP", "cara menulis langkah surat masuk")]
    return asking(scripts, search_index(real, guide, False))
