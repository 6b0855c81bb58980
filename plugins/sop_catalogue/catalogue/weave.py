"""The threads between SOPs, roles and regulations, drawn once all of them are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..definition.findings import Fault, Loc, Severity, did_you_mean
from ..definition.flow.model import Lane
from ..definition.langkah import KelompokJalur
from .applicants import mark_applicants
from .dossier import Dossier
from .law.citations import cite_laws
from .model import Catalogue, RoleEntry, SopEntry
from .part import NOWHERE, Elsewhere
from .registers import Registers
from .roles import KnownRoles, UnregisteredRoles
from .web.kinds import Verdict
from .web.mentions import mentions_in
from .web.references import ReferenceIndex
from .web.snags import snags_of
from .web.wording import NAME_OF_ONE


def weave(
    catalogue: Catalogue, registers: Registers, dossiers: Iterable[Dossier], elsewhere: Elsewhere = NOWHERE
) -> None:
    dossiers = list(dossiers)
    index = ReferenceIndex(catalogue.sops, catalogue.broken, elsewhere)
    others = UnregisteredRoles(registers.role_ids, registers.roles)
    for dossier in dossiers:
        dossier.faults += _references(dossier.entry, index)
        _mentions(dossier.entry, index)
        dossier.faults += _replacement(dossier.entry, index)
        known = registers.known_roles(dossier.scope)
        dossier.faults += _roles(dossier, known, others)
        dossier.faults += mark_applicants(dossier.entry, known)
    for entry, snag in snags_of(catalogue.sops):
        entry.snags.append(snag)
    cite_laws(dossiers, registers)


def _references(entry: SopEntry, index: ReferenceIndex) -> Iterator[Fault]:
    for i, item in enumerate(entry.sop.keterkaitan):
        reference = index.resolve(item, entry)
        entry.references.append(reference)
        for target in reference.targets if reference.verdict is Verdict.LINKED else ():
            if target.cited_by[-1:] != [entry]:
                target.cited_by.append(entry)
        for k, name in enumerate(() if item.luar else item.sop):
            if len(index.find(name, entry)) != 1:
                yield from _unclear(name, ("keterkaitan", i, "sop", k), entry, index)


def _mentions(entry: SopEntry, index: ReferenceIndex) -> None:
    for mention in mentions_in(entry, index):
        entry.mentions.append(mention)
        target = mention.target
        if target and mention.verdict is Verdict.LINKED and target.mentioned_by[-1:] != [entry]:
            target.mentioned_by.append(entry)


def _replacement(entry: SopEntry, index: ReferenceIndex) -> Iterator[Fault]:
    wanted = entry.sop.diganti_oleh
    if not wanted:
        if entry.sop.status == "diganti":
            yield Fault(("status",), "tanpa-pengganti", "SOP ini diganti, tetapi penggantinya belum disebut", "diganti",
                        remedy="tambahkan 'diganti_oleh: …'", severity=Severity.WARNING)  # fmt: skip
        return
    found = index.find(wanted, entry)
    others = [hit for hit in found if hit is not entry]
    if len(others) == 1:
        entry.replaced_by = others[0]
        others[0].replaces.append(entry)
    elif found == [entry]:
        yield Fault(("diganti_oleh",), "sop-asing", "yang disebut ini SOP ini sendiri", wanted,
                    "id, nomor, atau judul SOP lain di katalog ini")  # fmt: skip
    else:
        yield from _unclear(wanted, ("diganti_oleh",), entry, index)


def _unclear(wanted: str, loc: Loc, entry: SopEntry, index: ReferenceIndex) -> Iterator[Fault]:
    """`wanted` means no SOP, or several. What a broken file holds is not known, and not blamed here."""
    hits = index.find(wanted, entry)
    if hits:
        ids = ", ".join(f"'{hit.id}'" for hit in hits[:5])
        yield Fault(loc, "sop-ganda", f"ada {len(hits)} SOP '{wanted}' di katalog", wanted, NAME_OF_ONE,
                    f"tulis id salah satunya: {ids}")  # fmt: skip
    elif not index.is_unread(wanted, entry):
        yield Fault(loc, "sop-asing", f"SOP '{wanted}' tidak ada di katalog", wanted, NAME_OF_ONE,
                    index.suggestion(wanted))  # fmt: skip


def _roles(dossier: Dossier, known: KnownRoles, others: UnregisteredRoles) -> Iterator[Fault]:
    entry = dossier.entry
    for b, chart in enumerate(entry.charts):
        chart.roles = tuple(_role(lane, known, others) for lane in chart.flow.lanes)
        places = _lane_places(entry, b)
        for lane in chart.flow.lanes:
            if lane.role and not known.find(lane.role) and known.whole:
                yield Fault((*places[lane.index], "peran"), "peran-asing", f"peran '{lane.role}' tidak ada di daftar peran",
                            lane.role, "id atau nama di peran.yml", did_you_mean(lane.role, known.names()), Severity.WARNING)  # fmt: skip
    for role in entry.roles:
        role.sops.append(entry)


def _role(lane: Lane, known: KnownRoles, others: UnregisteredRoles) -> RoleEntry | None:
    return known.find(lane.role) or known.find(lane.name) or others.of(lane.name)


def _lane_places(entry: SopEntry, chart: int) -> list[Loc]:
    """Where each lane that the author listed is written."""
    lanes = entry.sop.semua_bagan[chart].pelaksana
    own = entry.sop.bagan and entry.sop.bagan[chart].pelaksana
    base: Loc = ("bagan", chart, "pelaksana") if own else ("pelaksana",)
    places: list[Loc] = []
    for i, item in enumerate(lanes):
        if isinstance(item, KelompokJalur):
            places += [(*base, i, "pelaksana", j) for j in range(len(item.pelaksana))]
        else:
            places.append((*base, i))
    return places
