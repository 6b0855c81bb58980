"""The real SOPs on paper, printed by a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sop_catalogue import theme
from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import PaperSettings, settings_from
from sop_catalogue.paper.values import PrintedSop
from sop_catalogue.paper.write import STYLES, Places, document
from tests.paper.printed import BOXES, Seen, printed

ROOT = Path(__file__).parents[2]
ASSETS = Path(theme.__file__).parent / "assets"


@dataclass(frozen=True, slots=True)
class Binder:
    """A document on disk, and what it was written from."""

    file: Path
    sops: list[PrintedSop]

    @property
    def address(self) -> str:
        return self.file.as_uri()


def write(folder: Path, catalogue: Catalogue, settings: PaperSettings) -> Binder:
    """All SOPs of a catalogue as one document."""
    sheets = KeptSheets(settings, None)
    return on_disk(folder, [sheets.printed(entry) for entry in catalogue.sops], settings)


def on_disk(folder: Path, sops: list[PrintedSop], settings: PaperSettings) -> Binder:
    places = Places(
        [(ASSETS / "stylesheets" / style).as_uri() for style in STYLES],
        lambda id_: f"{id_}.html",
        lambda _: (ASSETS / "images" / "logo.svg").as_uri(),
    )
    file = folder / f"{settings.kertas}.html"
    file.write_text(document("Uji", sops, settings, places), "utf-8")
    return Binder(file, sops)


@pytest.fixture(scope="session")
def real() -> Catalogue:
    return CatalogueBuilder(ROOT / "sop_defs", "sop_defs").build()


@pytest.fixture(scope="session")
def binder(real: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Binder]:
    """The real SOPs with the settings given, made once."""
    made: dict[PaperSettings, Binder] = {}

    def make(**settings: object) -> Binder:
        wanted = settings_from(settings)
        if wanted not in made:
            made[wanted] = write(tmp_path_factory.mktemp("binder"), real, wanted)
        return made[wanted]

    return make


Look = Callable[[Binder], Seen]


@pytest.fixture(scope="session")
def look(browser: Browser) -> Iterator[Look]:
    """A document in Chromium, laid out and printed once for all tests."""
    seen: dict[Path, Seen] = {}
    context = browser.new_context()
    window = context.new_page()

    def at(binder: Binder) -> Seen:
        if binder.file not in seen:
            opened(window, binder.address)
            seen[binder.file] = Seen(window.evaluate(BOXES), printed(window))
        return seen[binder.file]

    yield at
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of Chromium; files may load the fonts beside them."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.evaluate("document.fonts.ready")
    return page
