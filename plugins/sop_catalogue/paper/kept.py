"""Sheets kept from build to build, by all that is printed on them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from ..catalogue.model import SopEntry
from ..chart import Studio
from ..store.digest import digest
from ..store.program import program
from .assemble import printed
from .qr import QrMarks
from .settings import PaperSettings
from .values import PrintedSop

_FORM = TypeAdapter(PrintedSop)


class KeptSheets:
    """Makes the sheets of SOPs. What was made before is read; whatever is unreadable there is made again."""

    def __init__(self, settings: PaperSettings, studio: Studio, marks: QrMarks | None = None) -> None:
        self.settings = settings
        self.studio = studio
        self.marks = marks

    def printed(self, entry: SopEntry) -> PrintedSop:
        said = self.marks and self.marks.address(entry)
        key = digest(
            program(), self.studio.graphviz.version, replace(self.settings, pdf=False), said, _facts(entry)
        )
        place = f"cetak/{self.settings.kertas}{'-qr' if self.marks else ''}/{entry.id}.json"
        if found := self.studio.kept.value(place, key):
            return unpacked(found)
        mark = self.marks(entry) if self.marks else None
        made = printed(entry, self.settings, self.studio.unkept, mark)
        if made.drawn:  # else the next build may do better
            self.studio.kept.keep(place, key, packed(made))
        return made


def packed(sop: PrintedSop) -> Any:
    """As a file keeps it, in the types of JSON."""
    return _FORM.dump_python(sop, mode="json")


def unpacked(value: Any) -> PrintedSop:
    return _FORM.validate_python(value)


def _facts(entry: SopEntry) -> tuple[object, ...]:
    references = [
        (r.text, r.number, r.verdict.value, [sop.id for sop in r.targets]) for r in entry.references
    ]
    citations = [(c.text, c.number) for c in entry.citations]
    unit, logo = entry.unit, entry.unit.form_logo
    picture = logo and logo.digest
    instead = entry.present and entry.present.sop.revision
    signer = entry.signing and (entry.signing.person, entry.signing.registered)
    return (
        instead,
        entry.id,
        entry.source,
        entry.form,
        unit.data,
        unit.pemda.data,
        picture,
        references,
        citations,
        signer,
    )
