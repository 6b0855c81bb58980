"""Where everything stood before: what is said of an SOP, and what follows from where its unit and its pemda stood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ...definition.daftar import Pemda, UnitKerja
from ...definition.findings import Fault, Loc
from ...definition.reading.reader import Definition
from ..dossier import Dossier
from ..model import BrokenSop, PemdaEntry, UnitEntry
from ..registers import Registers
from .claims import Claim, Claims, Holder

_MOST = 300
"""Old addresses of one thing; nobody moved one more often."""

Said = Mapping[str, Sequence[str]]
"""By the id of who says it."""


def trace(
    dossiers: Sequence[Dossier], broken: Iterable[BrokenSop], registers: Registers, elsewhere: Iterable[str]
) -> None:
    """Tell everything its old ids (`before`). `elsewhere` are ids of SOPs that are not read, and stand all the same."""
    pemdas = [pemda for pemda in registers.places.pemdas.values() if pemda.units]
    units = [unit for pemda in pemdas for unit in pemda.units]
    holders: list[Holder] = [*(dossier.entry for dossier in dossiers), *units, *pemdas]
    living = {*(holder.id for holder in holders), *(item.id for item in broken), *elsewhere}
    said = Claims(
        living, [*_of_sops(dossiers), *_of_places(dossiers, registers, [*units, *pemdas])]
    ).by_holder()
    if not said:
        return
    taken = {*living, *(old for olds in said.values() for old in olds)}
    for holder in holders:
        own = said.get(holder.id, ())
        holder.before = tuple(
            old for old in _stood_at(holder.id, own, said) if old not in taken or old in own
        )
        taken.update(holder.before)


def _stood_at(id_: str, own: Sequence[str], said: Said) -> Iterator[str]:
    """By what is said of it and of its folders, as often as they moved."""
    found = dict.fromkeys((id_, *own))
    for here in (todo := list(found)):
        parts = here.split("/")
        for depth in range(min(2, len(parts) - 1), 0, -1):
            for old in said.get("/".join(parts[:depth]), ()):
                further = "/".join((old, *parts[depth:]))
                if further not in found and len(found) <= _MOST:
                    found[further] = None
                    todo.append(further)
    yield from list(found)[1:]


def _of_sops(dossiers: Iterable[Dossier]) -> Iterator[Claim]:
    for dossier in dossiers:
        entry = dossier.entry
        for i, old in enumerate(entry.sop.alamat_lama):
            yield Claim(old, entry, ("alamat_lama", i), entry.path, dossier.faults.append)


def _of_places(
    dossiers: Iterable[Dossier], registers: Registers, places: Iterable[UnitEntry | PemdaEntry]
) -> Iterator[Claim]:
    """In their own files, or in that of an SOP which describes them."""
    for dossier in dossiers:
        entry, sop = dossier.entry, dossier.entry.sop
        described: list[tuple[str, UnitEntry | PemdaEntry, Pemda | UnitKerja | str | None]] = [
            ("unit", entry.unit, sop.unit),
            ("pemda", entry.unit.pemda, sop.pemda),
        ]
        for key, place, data in described:
            if place.data is data and place.id not in registers.places.sources:
                yield from _of_place(place, (key,), entry.path, dossier.faults.append)
    for place in places:
        if source := registers.places.sources.get(place.id):
            yield from _of_place(place, (), source.path, partial(_tell, registers, source))


def _tell(registers: Registers, source: Definition[Any], fault: Fault) -> None:
    registers.findings.append(source.finding(fault))


def _of_place(
    place: UnitEntry | PemdaEntry, loc: Loc, path: str, tell: Callable[[Fault], None]
) -> Iterator[Claim]:
    for i, old in enumerate(place.data.alamat_lama):
        yield Claim(old, place, (*loc, "alamat_lama", i), path, tell)
