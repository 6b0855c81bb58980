"""Sheets through the browser: documents of a bearable length, two at a time, each a piece of a PDF.

A browser takes some 15 ms a sheet, but its time for one document grows with the square of its length beyond a few
hundred; a start costs it about a second. A start for every document needs no wire to it, which an office may forbid,
and is the same on every system.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from ..catalogue.model import Catalogue, PemdaEntry, UnitEntry
from ..paper.settings import PaperSettings
from ..paper.values import PrintedSop
from ..paper.write import Places, document
from ..portions import portions
from ..refused import RefusedError
from ..theme.bundles import PRINT_STYLES, print_fonts, shipped
from .book import LINK, Piece
from .browser import printed

SHEETS = 100
"""Of one document, unless a single SOP has more."""

Told = Callable[[int, int], None]
"""Is told how many sheets are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Press:
    browser: Path
    settings: PaperSettings
    desk: Path
    """A folder for what is read and written meanwhile; see `desk`."""
    logos: Mapping[str, Path]
    """Of units and pemdas, by their ids."""

    def pieces(self, sops: Sequence[PrintedSop], told: Told = lambda *_: None) -> Iterator[Piece]:
        """In order."""
        whole, done = sum(map(_weight, sops)), 0
        hands = min(2, os.cpu_count() or 1)
        free: SimpleQueue[Path] = SimpleQueue()
        for hand in range(hands):
            folder = self.desk / f"kerja-{hand}"
            folder.mkdir(exist_ok=True)
            free.put(folder)

        def make(part: Sequence[PrintedSop]) -> bytes:
            folder = free.get()
            try:
                return self.document(part, folder)
            finally:
                free.put(folder)

        parts = list(portions(sops, _weight, SHEETS))
        with ThreadPoolExecutor(hands) as pool:
            try:
                for part, data in zip(parts, pool.map(make, parts), strict=True):
                    piece = Piece(data, part)
                    if not piece.fits():
                        planned = sum(map(_weight, part))
                        raise RefusedError(
                            f"{self.browser} mencetak {piece.pages} halaman untuk {planned} lembar (mulai dari "
                            f"'{part[0].title}'); perbarui perambannya, atau laporkan bila tetap begitu"
                        )
                    done += piece.pages
                    told(done, whole)
                    yield piece
            finally:
                pool.shutdown(cancel_futures=True)

    def document(self, sops: Sequence[PrintedSop], folder: Path) -> bytes:
        style = f"../{shipped(PRINT_STYLES).path}"
        places = Places(style, _link, self._logo, inside=_link)
        page = folder / "lembar.html"
        page.write_text(document("Katalog SOP", sops, self.settings, places), "utf-8")
        return printed(self.browser, page, folder)

    def _logo(self, place: str) -> str:
        return self.logos[place].as_uri() if place in self.logos else ""


def _weight(sop: PrintedSop) -> int:
    return len(sop.sheets)


def _link(id_: str) -> str:
    """The same within the document: its articles become part of any book."""
    return LINK + id_


@contextmanager
def desk(beside: Path) -> Iterator[Path]:
    """A folder with the style sheets and fonts of print pages, beside the result: a confined browser sees no other."""
    with tempfile.TemporaryDirectory(dir=beside, prefix="sop-cetak-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        for asset in (shipped(PRINT_STYLES), *print_fonts()):
            file = folder / asset.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(asset.data)
        yield folder


def copied_logos(catalogue: Catalogue, folder: Path) -> dict[str, Path]:
    """The logos of all units and pemdas, by their ids, where the browser sees them."""
    places: list[UnitEntry | PemdaEntry] = [*catalogue.units, *catalogue.pemdas]
    found = {}
    for number, place in enumerate(places):
        logo = place.form_logo if isinstance(place, UnitEntry) else place.logo
        if logo:
            found[place.id] = folder / f"lambang-{number}{logo.suffix.lower()}"
            shutil.copyfile(logo, found[place.id])
    return found
