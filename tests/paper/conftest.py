"""The real SOPs on paper, printed by a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.paper.settings import PaperSettings, settings_from
from sop_catalogue.store.disk import DiskFolder
from tests.browser.driving.windows import Windows
from tests.paper.document import Document, Look, opened, write
from tests.paper.printed import BOXES, BROKEN, Seen, printed
from tests.site.build import REPOSITORY


@pytest.fixture(scope="session")
def real() -> Catalogue:
    return CatalogueBuilder(DiskFolder(REPOSITORY / "sop_defs"), "sop_defs").build()


@pytest.fixture(scope="session")
def binder(real: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Document]:
    """The real SOPs with the settings given, made once."""
    made: dict[PaperSettings, Document] = {}

    def make(**settings: object) -> Document:
        wanted = settings_from(settings)
        if wanted not in made:
            made[wanted] = write(tmp_path_factory.mktemp("binder"), real.sops, wanted)
        return made[wanted]

    return make


@pytest.fixture(scope="session")
def look(browser: Browser) -> Iterator[Look]:
    """A document in Chromium, laid out and printed once for all tests."""
    seen: dict[Path, Seen] = {}
    context = browser.new_context()
    window = context.new_page()

    def at(binder: Document) -> Seen:
        if binder.file not in seen:
            opened(window, binder.address)
            seen[binder.file] = Seen(window.evaluate(BOXES), window.evaluate(BROKEN), printed(window))
        return seen[binder.file]

    yield at
    context.close()


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    """A window of Chromium; files may load the fonts beside them."""
    kind = 1, True
    page = windows.open(kind)
    page.set_viewport_size({"width": 1280, "height": 720})
    yield page
    windows.leave(kind, page, "file://")
