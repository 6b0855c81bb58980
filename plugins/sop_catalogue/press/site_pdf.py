"""PDFs that a site offers: of each SOP, of each unit. What was printed before, and says the same, is not printed again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..catalogue.model import Catalogue, UnitEntry
from ..chart import DrawingCache
from ..pages.kept import edition
from ..pages.links import pdf_address
from ..paper.kept import KeptSheets
from ..paper.qr import QrMarks
from ..paper.settings import PaperSettings
from ..paper.values import PrintedSop
from ..paper.write import STYLES
from ..store import whole_file
from ..store.digest import digest
from ..store.keep import mark_used
from ..theme import __file__ as theme
from .book import Book, Piece
from .browser import need
from .job import about_many, about_sop, bookmark
from .press import Press, Told, copied_logos, desk


class SitePdfs:
    """Finds the browser only when something is to be printed."""

    def __init__(
        self, catalogue: Catalogue, settings: PaperSettings, marks: QrMarks | None, cache: DrawingCache
    ) -> None:
        self._catalogue, self._settings, self._marks = catalogue, settings, marks
        self._sheets = KeptSheets(settings, cache, marks)
        self._kept = _Kept(cache.folder / f"pdf{'-qr' if marks else ''}")
        self._entries = {entry.id: entry for entry in catalogue.sops}
        self._edition = digest(edition(), _styles(), marks)
        self._press: Press | None = None
        self._closing = ExitStack()

    def files(self, told: Told = lambda *_: None) -> Iterator[tuple[str, bytes]]:
        """Path inside the site, and content; one unit at a time is in memory. Raises `RefusedError`."""
        with self._closing:
            for unit in self._catalogue.units:
                if unit.sops:
                    yield from self._of_unit(unit, [self._sheets.printed(entry) for entry in unit.sops], told)

    def _of_unit(
        self, unit: UnitEntry, sops: Sequence[PrintedSop], told: Told
    ) -> Iterator[tuple[str, bytes]]:
        keys = {sop.id: self._key(sop) for sop in sops}
        self._print([sop for sop in sops if not self._kept.has(_raw(sop), keys[sop.id])], keys, told)

        def raw(sop: PrintedSop) -> Piece:
            return Piece(self._kept.read(_raw(sop), keys[sop.id]) or b"", [sop])

        def one(sop: PrintedSop) -> bytes:
            book = Book(self._outside)
            book.add(raw(sop))
            return book.finished(about_sop(self._entries[sop.id]), bookmark(sop).below)

        def whole() -> bytes:
            book = Book(self._outside)
            for sop in sops:
                book.add(raw(sop))
            about = about_many(unit.data.nama, unit.pemda.data.nama, unit.sops)
            return book.finished(about, [bookmark(sop) for sop in sops])

        for sop in sops:
            entry = self._entries[sop.id]
            own = digest(keys[sop.id], about_sop(entry))
            yield pdf_address(entry), self._kept.made(f"{sop.id}.pdf", own, partial(one, sop))
        all_keys = digest(*keys.values(), about_many(unit.data.nama, unit.pemda.data.nama, unit.sops))
        yield pdf_address(unit), self._kept.made(f"{unit.id}.pdf", all_keys, whole)

    def _print(self, sops: Sequence[PrintedSop], keys: dict[str, bytes], told: Told) -> None:
        if not sops:
            return
        for piece in self._browser().pieces(sops, told):
            for i, sop in enumerate(piece.sops):
                book = Book(self._outside)
                book.add(piece, i)
                self._kept.write(_raw(sop), keys[sop.id], book.unlinked())

    def _browser(self) -> Press:
        if self._press is None:
            browser = need("PDF di situs (cetak: pdf: true)")
            self._kept.folder.mkdir(parents=True, exist_ok=True)
            place = self._closing.enter_context(desk(self._kept.folder))
            self._press = Press(browser, self._settings, place, copied_logos(self._catalogue, place))
        return self._press

    def _key(self, sop: PrintedSop) -> bytes:
        logo = self._entries[sop.id].unit.form_logo
        return digest(self._edition, sop, logo and logo.read_bytes())

    def _outside(self, id_: str) -> str:
        return self._marks.page(self._entries[id_]) if self._marks and id_ in self._entries else ""


def _raw(sop: PrintedSop) -> str:
    return f"{sop.id}.lembar.pdf"


@dataclass(frozen=True, slots=True)
class _Kept:
    """Files with the key of what they were made from before them."""

    folder: Path

    def has(self, name: str, key: bytes) -> bool:
        try:
            with (self.folder / name).open("rb") as file:
                found = file.read(len(key)) == key
        except OSError:
            return False
        if found:
            mark_used(self.folder / name)
        return found

    def read(self, name: str, key: bytes) -> bytes | None:
        return (self.folder / name).read_bytes()[len(key) :] if self.has(name, key) else None

    def write(self, name: str, key: bytes, data: bytes) -> None:
        whole_file.write(self.folder / name, key + data)

    def made(self, name: str, key: bytes, make: Callable[[], bytes]) -> bytes:
        found = self.read(name, key)
        if found is None:
            found = make()
            with suppress(OSError):  # a cache that cannot be written is no reason to fail
                self.write(name, key, found)
        return found


def _styles() -> bytes:
    folder = Path(theme).parent / "assets/stylesheets"
    found = hashlib.blake2b(digest_size=16)
    for style in STYLES:
        found.update((folder / style).read_bytes())
    return found.digest()
