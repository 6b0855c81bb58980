"""The search's own scripts in a browser, with an index of the repository's catalogue, and no site around them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.pages.search.index import search_index
from sop_catalogue.pages.search.records import Record, page_record
from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.theme.bundles import SCRIPTS, packaged
from sop_catalogue.theme.joining import joined_scripts
from tests.search.asked import Ask, asking
from tests.site.build import REPOSITORY

ENTRY = f"{SCRIPTS}/uji.js"
EXPOSING = """
import { distance, roots, sameSpelling } from "./cari/kata.js";
import { Engine } from "./cari/mesin.js";
Object.assign(window, { Engine, distance, roots, sameSpelling });
"""


@pytest.fixture(scope="session")
def scripts(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(
        content=joined_scripts(ENTRY, lambda path: EXPOSING if path == ENTRY else packaged(path))
    )
    yield page
    page.close()


@pytest.fixture(scope="session")
def real() -> Catalogue:
    return CatalogueBuilder(DiskFolder(REPOSITORY / "sop_defs")).build()


@pytest.fixture
def ask(scripts: Page, real: Catalogue) -> Ask:
    guide: list[Record] = [page_record("panduan.html", "Menulis SOP", "cara menulis langkah surat masuk")]
    return asking(scripts, search_index(real, guide, False))
