"""The print pages of a catalogue: of each SOP, of each unit, of the whole, and the binders."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from ..catalogue.model import Catalogue, SopEntry, UnitEntry
from ..chart import Studio
from ..pages.links import form_logo_address, logo_address, page_path, place_address, print_address
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
_MOST = 400
"""Sheets of a catalogue that is still one document. A browser prints about 60 sheets a second, and more than linearly
slower beyond; a larger catalogue is printed unit by unit."""


def print_files(
    catalogue: Catalogue,
    settings: PaperSettings,
    directory_urls: bool,
    studio: Studio,
    marks: QrMarks | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[tuple[str, bytes]]:
    """Path inside the site, and content; one unit at a time is in memory. `tell` hears what has to do without a drawing."""
    sheets = KeptSheets(settings, studio, marks)
    style, script = shipped(PRINT_STYLES), shipped(PRINT_SCRIPTS)
    writer = _Writer(catalogue, settings, directory_urls, style, script)
    books = BookFiles(KeptDutyBooks(catalogue, settings, studio.kept), writer.page, writer.listed)
    whole: dict[SopEntry, PrintedSop] | None = {}
    counts: list[_Count] = []
    records: list[SopRecord] = []
    for unit in catalogue.units:
        here = items_of(catalogue, unit)
        for entry in held_back(unit.sops, settings):
            tell(f"{entry.path}: tidak dicetak, karena definisinya galat")
            yield print_address(entry), writer.refusal(entry)
        sops: dict[SopEntry, PrintedSop] = {}
        for entry in fit(unit.sops, settings):
            sop = sops[entry] = sheets.printed(entry)
            if not sop.drawn:
                tell(f"{entry.path}: cetakannya memuat bagan tanpa gambar, hanya dengan kata-katanya")
            records.append(record_of(sop))
            yield print_address(entry), writer.page(print_address(entry), sop.title, [sop], f"sop/{entry.id}")
        if unit.sops:
            path, made = print_address(unit), list(sops.values())
            told = notices(here, settings)
            yield path, writer.page(path, unit.data.nama, made, place_address(unit), told)
            yield books.unit(unit, here, sops)
            counts.append(_Count(unit, len(sops), sum(len(sop.sheets) for sop in made)))
        small = sum(count.sheets for count in counts) <= _MOST
        whole = {**whole, **sops} if small and whole is not None else None
    if counts:
        yield WHOLE, writer.whole(whole, counts)
        yield books.whole(catalogue, whole)
        yield from books.roles(catalogue.roles)
        yield MANIFEST, to_json(manifest("", settings, records, marks)).encode()
        for asset in (style, script):
            yield asset.path, asset.data


@dataclass(frozen=True, slots=True)
class _Count:
    unit: UnitEntry
    sops: int
    sheets: int


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

    def whole(self, sops: Mapping[SopEntry, PrintedSop] | None, counts: Sequence[_Count]) -> bytes:
        """All SOPs in one document, or where there are too many, the way to those of each unit."""
        if sops is not None:
            told = notices(items_of(self.catalogue), self.settings)
            return self.page(WHOLE, "Katalog SOP", list(sops.values()), "sop/index", told)
        lines = [
            (named(count.unit), print_address(count.unit), f"{count.sops} SOP, {count.sheets} lembar")
            for count in counts
        ]
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


def relative(path: str, target: str) -> str:
    """The address of a target as seen from a file; both inside the site."""
    found = posixpath.relpath(target or ".", posixpath.dirname(path) or ".")
    return quote(found + ("/" if target.endswith("/") or not target else ""))
