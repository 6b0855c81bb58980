"""From what the user names to what is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..catalogue.model import Catalogue, SopEntry
from ..pages.render import plain
from ..paper.binder.binder import Binder, Chapter, duty_binder, sop_binder
from ..paper.choice import fit
from ..paper.kept import KeptSheets
from ..paper.manifest import Manifest
from ..paper.values import PrintedSop
from ..press.about import About, about_many, about_sop
from ..press.job import Job
from ..refused import RefusedError
from .lookup import find_role, find_sop, find_unit, last, tidy

_BINDER, _ROLE = "buku", "peran:"
_NOTHING = "belum ada SOP yang dapat dicetak di sana"


@dataclass(frozen=True, slots=True)
class Scope:
    what: str = ""
    """An SOP or a unit; empty: the whole catalogue."""
    role: str = ""
    binder: bool = False

    @property
    def text(self) -> str:
        words = (_BINDER if self.binder else "", tidy(self.what), f"{_ROLE}{self.role}" if self.role else "")
        return " ".join(filter(None, words))

    @staticmethod
    def read(text: str) -> Scope:
        words = text.split()
        role = next((word.removeprefix(_ROLE) for word in words if word.startswith(_ROLE)), "")
        what = next((word for word in words if word != _BINDER and not word.startswith(_ROLE)), "")
        return Scope(what, role, _BINDER in words)


def job_of(
    catalogue: Catalogue, scope: Scope, sheets: KeptSheets, site: str, known: Mapping[str, str]
) -> Job:
    """`known` are the numbers in a binder that is brought up to date, by the ids of SOPs."""
    unit = find_unit(catalogue, scope.what) if scope.what else None
    if scope.what and not unit and not scope.binder and not scope.role:
        entry = find_sop(catalogue, scope.what)
        if not fit([entry], sheets.settings):
            raise RefusedError(_NOTHING)
        return Job(_called(entry), about_sop(entry), (Chapter("", (sheets.printed(entry),)),), scope.text)
    if scope.what and not unit:
        there = ", ".join(one.id for one in catalogue.units[:5]) or "belum ada"
        raise RefusedError(f"unit kerja '{scope.what}' tidak ada; yang ada antara lain: {there}")
    if scope.role:
        role = find_role(catalogue, scope.role)
        return _book(duty_binder(role, sheets.settings, unit), f"buku-tugas-{role.id}", scope)
    units = [unit] if unit else catalogue.units
    printable = {one: found for one in units if (found := fit(one.sops, sheets.settings))}
    if not printable:
        raise RefusedError(_NOTHING)
    name = unit.id.replace("/", "-") if unit else "katalog"
    if scope.binder:
        return _book(
            sop_binder(unit or catalogue, sheets.settings, sheets.printed, known),
            f"buku-sop-{name}",
            scope,
        )
    chapters = [
        Chapter(plain(one.data.nama), tuple(map(sheets.printed, sops))) for one, sops in printable.items()
    ]
    title, author = (unit.data.nama, unit.pemda.data.nama) if unit else (site, "")
    entries = [entry for sops in printable.values() for entry in sops]
    return Job(name, about_many(plain(title), plain(author), entries), tuple(chapters), scope.text)


def _called(entry: SopEntry) -> str:
    return f"{last(entry.present.id)}-rev-{last(entry.id)}" if entry.present else last(entry.id)


def _book(binder: Binder, name: str, scope: Scope) -> Job:
    if not binder.entries:
        raise RefusedError("belum ada SOP untuk buku itu")
    return Job(name, about_many(binder.title, binder.owner, binder.entries), binder.chapters, scope.text)


def followed(before: Manifest, catalogue: Catalogue) -> Manifest:
    """The list with the ids of today: what moved has the same sheets to be changed."""
    today = {old: entry.id for entry in catalogue.sops for old in entry.before}
    sops = (replace(sop, id=today.get(sop.id, sop.id)) for sop in before.sops)
    return replace(before, sops=tuple(sops))


def narrowed(before: Manifest, scope: Scope, catalogue: Catalogue) -> Manifest:
    """Of a list of the whole catalogue, the part of what is printed now."""
    if before.scope or not scope.what:
        return before
    unit = find_unit(catalogue, scope.what)
    place = unit.id if unit else find_sop(catalogue, scope.what).id
    return replace(before, sops=tuple(sop for sop in before.sops if f"{sop.id}/".startswith(f"{place}/")))


def about_of(catalogue: Catalogue, sop: PrintedSop) -> About:
    """Of one SOP's own file."""
    entry = next((entry for entry in catalogue.sops if entry.id == sop.id), None)
    return about_sop(entry) if entry else About(sop.title)
