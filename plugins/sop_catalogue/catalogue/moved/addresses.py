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


def trace(
    dossiers: Sequence[Dossier], broken: Iterable[BrokenSop], registers: Registers, elsewhere: Iterable[str]
) -> None:
    """Tell everything its old ids (`before`). `elsewhere` are ids of SOPs that are not read, and stand all the same."""
    pemdas = [pemda for pemda in registers.places.pemdas.values() if pemda.units]
    units = [unit for pemda in pemdas for unit in pemda.units]
    holders: list[Holder] = [*pemdas, *units, *(dossier.entry for dossier in dossiers)]
    living = {*(holder.id for holder in holders), *(item.id for item in broken), *elsewhere}
    claims = [*_of_sops(dossiers), *_of_places(dossiers, registers, [*units, *pemdas])]
    said = Claims(living, claims).by_holder()
    if not said:
        return
    taken = {*living, *(old for olds in said.values() for old in olds)}
    names: dict[str, tuple[str, ...]] = {}
    for holder in holders:  # from the top: each stands in one before it
        own = said.get(holder.id, ())
        stood = _stood_at(holder.id, own, names)
        holder.before = tuple(old for old in stood if old not in taken or old in own)
        taken.update(holder.before)
        names |= dict.fromkeys((holder.id, *holder.before), (holder.id, *holder.before))


def _stood_at(id_: str, own: Sequence[str], names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """By what is said of it, and wherever its folders stood; `names` are all that a folder of this name had."""
    found = dict.fromkeys((id_, *own))
    for here in (todo := list(found)):
        parts = here.split("/")
        for depth in range(min(2, len(parts) - 1), 0, -1):
            for name in names.get("/".join(parts[:depth]), ()):
                further = "/".join((name, *parts[depth:]))
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
