"""PDFs that a site offers: of each SOP, of each unit. What was printed before, and says the same, is not printed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from ..catalogue.model import Catalogue, SopEntry, UnitEntry
from ..pages.links import pdf_address
from ..paper.choice import fit
from ..paper.kept import KeptSheets
from ..paper.values import PrintedSop
from ..store.digest import digest
from ..store.program import program
from ..theme.bundles import PRINT_STYLES, shipped
from .about import about_many, about_sop
from .book import Book
from .job import bookmark
from .links import elsewhere
from .piece import Piece
from .press import Press, Told, set_up


class SitePdfs:
    """Finds the browser only when something is to be printed."""

    def __init__(self, catalogue: Catalogue, sheets: KeptSheets, folder: Path) -> None:
        """In `folder` the browser finds what it prints."""
        self._catalogue, self._sheets, self._folder = catalogue, sheets, folder
        self._outside = elsewhere(catalogue, sheets.marks)
        self._kept, self._place = sheets.studio.kept, f"pdf{'-qr' if sheets.marks else ''}"
        self._fresh: dict[str, bytes] = {}
        """The sheets of each SOP that were printed for the unit at hand."""
        self._entries = {entry.id: entry for entry in catalogue.sops}
        self._edition = digest(program(), shipped(PRINT_STYLES), sheets.marks)
        self._press: Press | None = None
        self._closing = ExitStack()

    def files(self, told: Told = lambda *_: None) -> Iterator[tuple[str, bytes]]:
        """Path inside the site, and content; one unit at a time is in memory. Raises `RefusedError`."""
        with self._closing:
            for unit in self._catalogue.units:
                if entries := fit(unit.sops, self._sheets.settings):
                    yield from self._of_unit(unit, entries, told)

    def _of_unit(
        self, unit: UnitEntry, entries: Sequence[SopEntry], told: Told
    ) -> Iterator[tuple[str, bytes]]:
        sops = list(map(self._sheets.printed, entries))
        about = about_many(unit.data.nama, unit.pemda.data.nama, entries)
        keys = {sop.id: self._key(sop) for sop in sops}
        self._print([sop for sop in sops if not self._raw(sop, keys)], keys, told)

        def raw(sop: PrintedSop) -> Piece:
            return Piece(self._raw(sop, keys), [sop])

        def one(sop: PrintedSop) -> bytes:
            book = Book(self._outside)
            book.add(raw(sop))
            return book.finished(about_sop(self._entries[sop.id]), bookmark(sop).below)

        def whole() -> bytes:
            book = Book(self._outside)
            for sop in sops:
                book.add(raw(sop))
            return book.finished(about, [bookmark(sop) for sop in sops])

        for sop in sops:
            entry = self._entries[sop.id]
            own = digest(keys[sop.id], about_sop(entry))
            yield pdf_address(entry), self._made(f"{sop.id}.pdf", own, partial(one, sop))
        yield pdf_address(unit), self._made(f"{unit.id}.pdf", digest(*keys.values(), about), whole)

    def _print(self, sops: Sequence[PrintedSop], keys: dict[str, str], told: Told) -> None:
        self._fresh.clear()
        if not sops:
            return
        for piece in self._browser().pieces(sops, told):
            for i, sop in enumerate(piece.sops):
                book = Book(self._outside)
                book.add(piece, i)
                data = self._fresh[sop.id] = book.saved()
                self._kept.keep_data(self._raw_place(sop), keys[sop.id], data)

    def _raw(self, sop: PrintedSop, keys: dict[str, str]) -> bytes:
        """Its sheets as the browser made them; empty where they are still to be printed."""
        return self._fresh.get(sop.id) or self._kept.data(self._raw_place(sop), keys[sop.id]) or b""

    def _raw_place(self, sop: PrintedSop) -> str:
        return f"{self._place}/{sop.id}.lembar.pdf"

    def _made(self, name: str, key: str, make: Callable[[], bytes]) -> bytes:
        place = f"{self._place}/{name}"
        found = self._kept.data(place, key)
        if found is None:
            found = make()
            self._kept.keep_data(place, key, found)
        return found

    def _browser(self) -> Press:
        if self._press is None:
            what = "PDF di situs (cetak: pdf: true)"
            ready = set_up(what, self._catalogue, self._sheets.settings, self._folder)
            self._press = self._closing.enter_context(ready)
        return self._press

    def _key(self, sop: PrintedSop) -> str:
        logo = self._entries[sop.id].unit.form_logo
        return digest(self._edition, sop, logo and logo.digest)
