"""The print pages of a catalogue: of each SOP, of each unit, of the whole, and the binders."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from ..catalogue.model import Catalogue, SopEntry, UnitEntry
from ..chart import Studio
from ..pages.links import form_logo_address, logo_address, page_path, place_address, print_address
from ..pages.render import render
from ..theme.bundles import PRINT_SCRIPTS, PRINT_STYLES, Asset, shipped
from .binder.files import BookFiles, named
from .binder.kept import KeptDutyBooks
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
    whole: dict[SopEntry, PrintedSop] = {}
    counts: list[tuple[UnitEntry, int]] = []
    records: list[SopRecord] = []
    for unit in catalogue.units:
        sops: dict[SopEntry, PrintedSop] = {}
        for entry in unit.sops:
            sop = sops[entry] = sheets.printed(entry)
            if not sop.drawn:
                tell(f"{entry.path}: cetakannya memuat bagan tanpa gambar, hanya dengan kata-katanya")
            records.append(record_of(sop))
            yield print_address(entry), writer.page(print_address(entry), sop.title, [sop], f"sop/{entry.id}")
        if sops:
            yield (
                print_address(unit),
                writer.page(print_address(unit), unit.data.nama, list(sops.values()), place_address(unit)),
            )
            yield books.unit(unit, sops)
            counts.append((unit, sum(len(sop.sheets) for sop in sops.values())))
        if sum(count for _, count in counts) <= _MOST:
            whole |= sops
        else:
            whole.clear()
    if counts:
        yield WHOLE, writer.whole(list(whole.values()), counts)
        yield books.whole(catalogue, whole or None)
        yield from books.roles(catalogue.roles)
        yield MANIFEST, to_json(manifest("", settings, records)).encode()
        for asset in (style, script):
            yield asset.path, asset.data


@dataclass(frozen=True, slots=True)
class _Writer:
    catalogue: Catalogue
    settings: PaperSettings
    directory_urls: bool
    style: Asset
    script: Asset

    def page(self, path: str, title: str, sops: Sequence[PrintedSop], back: str) -> bytes:
        return document(f"Cetakan {title}", sops, self.settings, self.places(path, back)).encode()

    def whole(self, sops: Sequence[PrintedSop], counts: Sequence[tuple[UnitEntry, int]]) -> bytes:
        """All SOPs in one document, or where there are too many, the way to those of each unit."""
        if sops:
            return self.page(WHOLE, "Katalog SOP", sops, "sop/index")
        lines = [
            (named(unit), print_address(unit), f"{len(unit.sops)} SOP, {count} lembar")
            for unit, count in counts
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
