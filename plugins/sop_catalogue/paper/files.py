"""The print pages of a catalogue: of each SOP, of each unit, of the whole, and the binders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ..catalogue.model import Catalogue, SopEntry, UnitEntry
from ..chart import Studio
from ..pages.late import LateFile
from ..pages.links import (
    book_address,
    form_logo_address,
    logo_address,
    page_path,
    place_address,
    print_address,
    relative,
)
from ..pages.render import plain, render
from ..theme.bundles import PRINT_SCRIPTS, PRINT_STYLES, Asset, shipped
from .binder.files import BookFiles, named
from .binder.kept import KeptDutyBooks
from .choice import Notice, fit, held_back, items_of, notices
from .kept import KeptSheets
from .manifest import SopRecord, manifest, record_of, to_json
from .qr import QrMarks
from .settings import PaperSettings
from .values import PrintedSop
from .write import Places, document, page_rules

WHOLE, MANIFEST = "cetak/index.html", "cetak/manifest.json"
MOST_TOGETHER = 400
"""Sheets of a catalogue that is still one document. A browser prints about 60 sheets a second, and more than linearly
slower beyond; a larger catalogue is printed unit by unit."""


def print_files(
    catalogue: Catalogue,
    settings: PaperSettings,
    directory_urls: bool,
    studio: Studio,
    marks: QrMarks | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[LateFile]:
    """`tell` hears what is not printed, and what has to do without a drawing."""
    sheets = _Sheets(KeptSheets(settings, studio, marks), tell)
    style, script = shipped(PRINT_STYLES), shipped(PRINT_SCRIPTS)
    writer = _Writer(catalogue, settings, directory_urls, style, script)
    duties = KeptDutyBooks(catalogue, settings, studio.kept)
    books = BookFiles(catalogue, duties, sheets.of, writer.page, writer.listed)
    printed = [entry for unit in catalogue.units for entry in fit(unit.sops, settings)]

    def sop(entry: SopEntry) -> bytes:
        made = sheets.of(entry)
        return writer.page(print_address(entry), made.title, [made], f"sop/{entry.id}")

    def refusal(entry: SopEntry) -> bytes:
        tell(f"{entry.path}: tidak dicetak, karena definisinya galat")
        return writer.refusal(entry)

    def unit_page(unit: UnitEntry) -> bytes:
        made = [sheets.of(entry) for entry in fit(unit.sops, settings)]
        told = notices(items_of(catalogue, unit), settings)
        return writer.page(print_address(unit), unit.data.nama, made, place_address(unit), told)

    def whole(small: Callable[[], bytes], large: Callable[[], bytes]) -> Callable[[], bytes]:
        return lambda: (small if sum(map(sheets.count, printed)) <= MOST_TOGETHER else large)()

    for unit in catalogue.units:
        for entry in held_back(unit.sops, settings):
            yield print_address(entry), partial(refusal, entry)
        for entry in fit(unit.sops, settings):
            yield print_address(entry), partial(sop, entry)
        if unit.sops:
            yield print_address(unit), partial(unit_page, unit)
            yield book_address(unit), partial(books.unit, unit)
    if any(unit.sops for unit in catalogue.units):
        yield WHOLE, whole(lambda: writer.whole(map(sheets.of, printed)), lambda: writer.units(sheets.count))
        yield book_address(), whole(books.whole, books.units)
        yield from books.roles(catalogue.roles)
        yield MANIFEST, lambda: to_json(manifest("", settings, map(sheets.record, printed), marks)).encode()
        for asset in (style, script):
            yield asset.path, partial(bytes, asset.data)


class _Sheets:
    """Sheets of SOPs: of the unit asked for last they are at hand, and of all of them while they are few."""

    def __init__(self, kept: KeptSheets, tell: Callable[[str], None]) -> None:
        self._kept, self._tell = kept, tell
        self._at_hand: dict[SopEntry, PrintedSop] = {}
        self._unit: UnitEntry | None = None
        self._records: dict[SopEntry, SopRecord] = {}
        self._counted = 0

    def of(self, entry: SopEntry) -> PrintedSop:
        if entry.unit is not self._unit and self._counted > MOST_TOGETHER:
            self._at_hand.clear()
        self._unit = entry.unit
        if entry not in self._at_hand:
            made = self._at_hand[entry] = self._kept.printed(entry)
            if entry not in self._records:
                self._note(entry, made)
        return self._at_hand[entry]

    def _note(self, entry: SopEntry, made: PrintedSop) -> None:
        self._records[entry] = record_of(made)
        self._counted += len(made.sheets)
        if not made.drawn:
            self._tell(f"{entry.path}: cetakannya memuat bagan tanpa gambar, hanya dengan kata-katanya")

    def record(self, entry: SopEntry) -> SopRecord:
        if entry not in self._records:
            self.of(entry)
        return self._records[entry]

    def count(self, entry: SopEntry) -> int:
        return len(self.record(entry).sheets)


@dataclass(frozen=True, slots=True)
class _Writer:
    catalogue: Catalogue
    settings: PaperSettings
    directory_urls: bool
    style: Asset
    script: Asset

    def page(
        self, path: str, title: str, sops: Sequence[PrintedSop], back: str, told: Iterable[Notice] = ()
    ) -> bytes:
        return document(f"Cetakan {title}", sops, self.settings, self.places(path, back), told).encode()

    def refusal(self, entry: SopEntry) -> bytes:
        """In place of its sheets, why there are none."""
        told = notices([entry], self.settings)
        return self.page(print_address(entry), plain(entry.name), [], f"sop/{entry.id}", told)

    def whole(self, sops: Iterable[PrintedSop]) -> bytes:
        """All SOPs in one document."""
        told = notices(items_of(self.catalogue), self.settings)
        return self.page(WHOLE, "Katalog SOP", list(sops), "sop/index", told)

    def units(self, count: Callable[[SopEntry], int]) -> bytes:
        """Where there are too many for that, the way to those of each unit."""
        lines = []
        for unit in self.catalogue.units:
            entries = fit(unit.sops, self.settings)
            if unit.sops:
                said = f"{len(entries)} SOP, {sum(map(count, entries))} lembar"
                lines.append((named(unit), print_address(unit), said))
        return self.listed(WHOLE, "Cetak per unit kerja", lines, "sop/index")

    def listed(self, path: str, title: str, lines: Iterable[tuple[str, str, str]], back: str) -> bytes:
        """What is too long for one document, in several: name, path and size of each."""
        places = self.places(path, back)
        values = {
            "title": title,
            "style": places.style,
            "back": places.back,
            "width": "device-width, initial-scale=1",
            "lines": [(name, relative(path, target), said) for name, target, said in lines],
            "pages": page_rules(self.settings),
        }
        return render("daftar.html", values, __package__).encode()

    def places(self, path: str, back: str) -> Places:
        logos = {unit.id: form_logo_address(unit) for unit in self.catalogue.units}
        logos |= {pemda.id: logo_address(pemda) for pemda in self.catalogue.pemdas}

        def page(address: str) -> str:
            return relative(path, page_path(address, self.directory_urls))

        return Places(
            relative(path, self.style.path),
            lambda id_: page(f"sop/{id_}"),
            lambda unit: relative(path, logos[unit]),
            page(back),
            relative(path, self.script.path),
        )
