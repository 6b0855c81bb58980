"""Sheets kept from build to build, by all that is printed on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from markupsafe import Markup

from ..catalogue.model import SopEntry
from ..chart import Studio
from ..store.digest import digest
from ..store.program import program
from .assemble import printed
from .html import pieces
from .settings import PaperSettings
from .values import PrintedSop, Sheet, Title


class FootMark(Protocol):
    """What stands at the foot of an SOP's sheets, such as a QR code to its page."""

    def address(self, entry: SopEntry) -> str:
        """What it says: the same, and it looks the same."""

    def __call__(self, entry: SopEntry) -> Markup: ...


class KeptSheets:
    """Makes the sheets of SOPs. What was made before is read; whatever is unreadable there is made again."""

    def __init__(self, settings: PaperSettings, studio: Studio, mark: FootMark | None = None) -> None:
        self.settings = settings
        self.studio = studio
        self.mark = mark

    def printed(self, entry: SopEntry) -> PrintedSop:
        said = self.mark and self.mark.address(entry)
        key = digest(
            program(), self.studio.graphviz.version, replace(self.settings, pdf=False), said, _facts(entry)
        )
        place = f"cetak/{self.settings.kertas}{'-qr' if self.mark else ''}/{entry.id}.json"
        if found := self.studio.kept.value(place, key):
            return unpacked(entry.id, found)
        made = printed(entry, self.settings, self.studio.unkept, self._marked(entry))
        if made.drawn:  # else the next build may do better
            self.studio.kept.keep(place, key, packed(made))
        return made

    def _marked(self, entry: SopEntry) -> Markup | None:
        return self.mark(entry) if self.mark else None


def packed(sop: PrintedSop) -> list[Any]:
    """As a file keeps it."""
    return [sop.title, [_packed_sheet(sheet) for sheet in sop.sheets]]


def unpacked(id_: str, value: Sequence[Any]) -> PrintedSop:
    title, sheets = value
    return PrintedSop(id_, title, tuple(_unpacked_sheet(*sheet) for sheet in sheets))


def _packed_sheet(sheet: Sheet) -> list[Any]:
    titles = [[title.text, title.going_on] for title in sheet.titles]
    return [sheet.kind, sheet.title, sheet.number, pieces.packed(sheet.pieces), titles, sheet.landscape]


def _unpacked_sheet(
    kind: str, title: str, number: str, found: Sequence[Any], titles: Sequence[Any], landscape: bool
) -> Sheet:
    said = tuple(Title(*title) for title in titles)
    return Sheet(kind, title, number, pieces.unpacked(found), said, landscape)


def _facts(entry: SopEntry) -> tuple[object, ...]:
    references = [
        (r.text, r.number, r.verdict.value, [sop.id for sop in r.targets]) for r in entry.references
    ]
    citations = [(c.text, c.number) for c in entry.citations]
    unit, logo = entry.unit, entry.unit.form_logo
    picture = logo and logo.digest
    return entry.id, entry.source, entry.form, unit.data, unit.pemda.data, picture, references, citations
