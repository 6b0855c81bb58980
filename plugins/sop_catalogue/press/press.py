"""Sheets through the browser: documents of a bearable length, two at a time, each a piece of a PDF.

A browser takes some 15 ms a sheet, but its time for one document grows with the square of its length beyond a few
hundred; a start costs it about a second. A start for every document needs no wire to it, which an office may forbid,
and is the same on every system.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from ..catalogue.model import Catalogue
from ..paper.settings import PaperSettings
from ..paper.values import PrintedSop
from ..paper.write import Places, document
from ..portions import portions
from ..refused import RefusedError
from ..theme.bundles import PRINT_STYLES, shipped
from .browser import need
from .desk import copied_logos, desk
from .driving import printed
from .links import LINK
from .piece import Piece
from .tags import mend

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

    def pieces(
        self, sops: Sequence[PrintedSop], told: Told = lambda *_: None, below: Collection[str] = ()
    ) -> Iterator[Piece]:
        """In order. `below`: ids of those whose headings stand under another's."""
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
                    mend(piece, below)
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
def set_up(what: str, catalogue: Catalogue, settings: PaperSettings, beside: Path) -> Iterator[Press]:
    """A press for the sheets of a catalogue, with its desk in a folder. Raises `RefusedError` where nothing can print."""
    browser = need(what)
    beside.mkdir(parents=True, exist_ok=True)
    with desk(beside) as place:
        yield Press(browser, settings, place, copied_logos(catalogue, place))
