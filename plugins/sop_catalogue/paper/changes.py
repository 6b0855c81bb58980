"""What has changed since a binder was printed: which sheets to take out, which to put in, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..catalogue.changes import SAID, What
from .manifest import Manifest, SheetRecord, SopRecord
from .values import PrintedSop, Sheet

NOBODY: Mapping[str, str] = {}
_CHANGED, _GONE = "Berubah", "Tidak ada lagi"


@dataclass(frozen=True, slots=True)
class Spot:
    """Behind which sheet one is put."""

    of: str
    """What that belongs to, by its number in the binder or its title; empty for the SOP itself."""
    sheet: int
    """0 where nothing stands before."""


@dataclass(frozen=True, slots=True)
class Change:
    """What to do in the binder for one SOP. Sheets are counted from 1."""

    title: str
    said: str
    """What became of it."""
    number: str
    """What its first sheet is numbered, today or when it was last printed."""
    out: tuple[int, ...]
    put: tuple[int, ...]
    sop: PrintedSop | None
    """Its sheets of today; None for one that is gone."""
    spot: Spot | None = None
    """Where its first sheet goes that takes the place of none."""


def changes(
    before: Manifest, now: Sequence[PrintedSop], bolak_balik: bool, ended: Mapping[str, str] = NOBODY
) -> list[Change]:
    """In the order of today; what is gone stands last. `ended`: why some are no longer there, by their ids."""
    old = {record.id: record for record in before.sops}
    found = []
    for before_it, sop in zip([None, *now], now, strict=False):
        record = old.get(sop.id)
        if record is None:
            new = Change(sop.title, SAID[What.NEW], _number(sop.sheets), (), _all(sop.sheets), sop)
            found.append(replace(new, spot=_behind(before_it)))
        elif change := _changed(record, sop, bolak_balik):
            found.append(change)
    today = {sop.id for sop in now}
    gone = [record for record in before.sops if record.id not in today]
    return found + [
        Change(
            record.title, ended.get(record.id, _GONE), _number(record.sheets), _all(record.sheets), (), None
        )
        for record in gone
    ]


def _changed(record: SopRecord, sop: PrintedSop, bolak_balik: bool) -> Change | None:
    old, new = [sheet.hash for sheet in record.sheets], [sheet.hash for sheet in sop.sheets]
    most = max(len(old), len(new))
    differs = {i for i in range(most) if i >= len(old) or i >= len(new) or old[i] != new[i]}
    if bolak_balik:  # both sides of a leaf go together
        differs |= {i ^ 1 for i in differs}
    if not differs:
        return None
    out = tuple(i + 1 for i in sorted(differs) if i < len(old))
    put = tuple(i + 1 for i in sorted(differs) if i < len(new))
    grown = next((Spot("", number - 1) for number in put if number > len(old)), None)
    return Change(sop.title, _CHANGED, _number(sop.sheets), out, put, sop, grown)


def _behind(last: PrintedSop | None) -> Spot:
    return Spot(last.order or last.title, len(last.sheets)) if last else Spot("", 0)


def _number(sheets: Sequence[Sheet] | Sequence[SheetRecord]) -> str:
    return sheets[0].number if sheets else ""


def _all(sheets: Sequence[object]) -> tuple[int, ...]:
    return tuple(range(1, len(sheets) + 1))


def only(change: Change) -> PrintedSop | None:
    """The sheets to put in."""
    if not change.sop or not change.put:
        return None
    sheets: tuple[Sheet, ...] = tuple(change.sop.sheets[number - 1] for number in change.put)
    return replace(change.sop, sheets=sheets)
