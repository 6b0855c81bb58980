"""What became of SOPs, and when, as their definitions say it: the catalogue as it changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ..definition.tanggal import Tanggal
from .model import Catalogue, SopEntry


class What(StrEnum):
    """The words are those of the data file."""

    NEW = "baru"
    REVISED = "direvisi"
    REPLACED = "diganti"
    REVOKED = "dicabut"


SAID = {
    What.NEW: "Baru",
    What.REVISED: "Direvisi",
    What.REPLACED: "Diganti",
    What.REVOKED: "Dicabut",
}
"""As people read them, wherever changes are told."""
UNKNOWN = Tanggal(0)


@dataclass(frozen=True, slots=True)
class Change:
    what: What
    entry: SopEntry
    day: Tanggal = UNKNOWN
    """As far as the definitions say it."""
    revision: int = 0
    """Its number, where it is one."""
    reason: str = ""
    successor: SopEntry | None = None

    @property
    def date(self) -> str:
        """In the same words for all; empty where it is not known."""
        return replace(self.day, teks="").tampil if self.day.tahun else ""

    @property
    def why(self) -> str:
        """Which revision, and for what reason, as far as anybody wrote it."""
        return ": ".join(filter(None, (f"Revisi {self.revision}" if self.revision else "", self.reason)))

    @property
    def key(self) -> str:
        """What stays the same however often it is told."""
        return "/".join([self.entry.id, self.what, *([str(self.revision)] if self.revision else [])])


def ended(entry: SopEntry) -> str:
    """What became of one that is no longer in force, where only a line fits; empty for others."""
    if entry.in_force:
        return ""
    said = SAID[What(entry.sop.keadaan)]
    successor = entry.replaced_by.name if entry.replaced_by else entry.sop.diganti_oleh
    return f"{said} oleh {successor}" if successor else said


def changes_of(catalogue: Catalogue) -> list[Change]:
    """The last first; those of no known day at the end."""
    found = [change for entry in catalogue.sops for change in _of(entry)]
    return sorted(found, key=lambda change: _order(change.day), reverse=True)


def _order(day: Tanggal) -> tuple[int, int, int]:
    return day.tahun, day.bulan, day.hari


def _of(entry: SopEntry) -> Iterator[Change]:
    """The last first, as they are to stand on one day."""
    if not entry.status_inferred and entry.sop.keadaan == "diganti":
        yield Change(What.REPLACED, entry, _replaced_on(entry), successor=entry.replaced_by)
    if not entry.status_inferred and entry.sop.keadaan == "dicabut":
        yield Change(What.REVOKED, entry)
    revised = [*_revised(entry)]
    yield from reversed(revised)
    if began := _began(entry):
        known = (change.day for change in revised if change.day.tahun)
        if all(_order(began) <= _order(day) for day in known):
            yield Change(What.NEW, entry, began)


def _revised(entry: SopEntry) -> Iterator[Change]:
    """The oldest first."""
    for one in entry.revisions:
        day = one.day if one.day and one.day.iso else UNKNOWN
        if one.number and (day.tahun or one.reason):
            yield Change(What.REVISED, entry, day, one.number, one.reason)
    dates = entry.sop.tanggal
    if dates and not entry.revisions:
        for number, day in enumerate((day for day in dates.revisi if day and day.iso), 1):
            yield Change(What.REVISED, entry, day, number)


def _began(entry: SopEntry) -> Tanggal | None:
    first = next((one.day for one in entry.revisions if not one.number), None)
    dates = entry.sop.tanggal
    known = (dates.pembuatan, dates.pengesahan, dates.efektif) if dates else ()
    return next((day for day in (first, *known) if day and day.iso), None)


def _replaced_on(entry: SopEntry) -> Tanggal:
    """When its successor came to be; unknown where that stood long before."""
    dates = entry.replaced_by.sop.tanggal if entry.replaced_by else None
    days = (dates.efektif, dates.pengesahan, dates.pembuatan) if dates else ()
    day = next((day for day in days if day and day.iso), UNKNOWN)
    return day if _order(day) >= _order(entry.sop.terbaru) else UNKNOWN
