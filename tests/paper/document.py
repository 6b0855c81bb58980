"""A document to print, on disk and in a browser's window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from sop_catalogue import theme
from sop_catalogue.catalogue.model import SopEntry
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import PaperSettings
from sop_catalogue.paper.values import PrintedSop, Sheet
from sop_catalogue.paper.write import Places, document
from sop_catalogue.theme.bundles import PRINT_STYLES
from tests.dressed import put
from tests.paper.printed import Seen
from tests.studio import STUDIO

ASSETS = Path(theme.__file__).parent / "assets"


@dataclass(frozen=True, slots=True)
class Document:
    """A document on disk, and what it was written from."""

    file: Path
    sops: list[PrintedSop]

    @property
    def address(self) -> str:
        return self.file.as_uri()


def write(folder: Path, sops: Iterable[SopEntry], settings: PaperSettings) -> Document:
    """SOPs as one document."""
    shelf = KeptSheets(settings, STUDIO)
    return on_disk(folder, [shelf.printed(entry) for entry in sops], settings)


def on_disk(folder: Path, sops: list[PrintedSop], settings: PaperSettings) -> Document:
    places = Places(
        put(folder, PRINT_STYLES).as_uri(),
        lambda id_: f"{id_}.html",
        lambda _: (ASSETS / "images" / "logo.svg").as_uri(),
    )
    file = folder / f"{settings.kertas}.html"
    file.write_text(document("Uji", sops, settings, places), "utf-8")
    return Document(file, sops)


def sheets_of(sops: Iterable[PrintedSop]) -> list[Sheet]:
    return [sheet for sop in sops for sheet in sop.sheets]


Look = Callable[[Document], Seen]
"""What a browser makes of a document."""


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.evaluate("document.fonts.ready")
    return page
