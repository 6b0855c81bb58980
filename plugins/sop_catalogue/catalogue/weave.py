"""The threads between SOPs, roles and regulations, drawn once all of them are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..definition.daftar import Peraturan
from ..definition.findings import Fault, Loc, Severity, did_you_mean
from ..definition.flow import Lane
from ..definition.langkah import KelompokJalur
from ..definition.sop import Dasar
from .draft import Draft
from .law_names import Region, law_key, region_of
from .laws import LawShelf, regulation_id
from .model import Catalogue, Citation, LawEntry, RoleEntry, SopEntry, Verdict
from .references import ReferenceIndex
from .registers import Registers, link_law, unknown_law
from .roles import RoleShelf

_WHAT_NAMES_AN_SOP = "id, nomor, atau judul SOP di katalog ini"


def weave(catalogue: Catalogue, registers: Registers, drafts: Iterable[Draft]) -> None:
    index = ReferenceIndex(catalogue.sops, catalogue.broken)
    for draft in drafts:
        draft.faults += _references(draft.entry, index)
        draft.faults += _replacement(draft.entry, index)
        draft.faults += _roles(draft, registers.role_shelf(draft.scope))
    laws = _Laws(registers)
    for draft in drafts:
        draft.faults += laws.written_in(draft)
    for draft in drafts:
        draft.faults += laws.cite(draft)


def _references(entry: SopEntry, index: ReferenceIndex) -> Iterator[Fault]:
    for i, item in enumerate(entry.sop.keterkaitan):
        reference = index.resolve(item, entry)
        entry.references.append(reference)
        target = reference.target
        if target and reference.verdict is Verdict.LINKED and target.cited_by[-1:] != [entry]:
            target.cited_by.append(entry)
        if item.sop and reference.verdict in (Verdict.MISSING, Verdict.AMBIGUOUS):
            yield from _unclear(item.sop, ("keterkaitan", i, "sop"), entry, index)


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
        yield Fault(loc, "sop-ganda", f"ada {len(hits)} SOP '{wanted}' di katalog", wanted, _WHAT_NAMES_AN_SOP,
                    f"tulis id salah satunya: {ids}")  # fmt: skip
    elif not index.is_unreadable(wanted, entry):
        yield Fault(loc, "sop-asing", f"SOP '{wanted}' tidak ada di katalog", wanted, _WHAT_NAMES_AN_SOP,
                    index.suggestion(wanted))  # fmt: skip


class _Laws:
    """Dasar Hukum of all SOPs. What SOPs themselves describe is known to all before anything is cited."""

    def __init__(self, registers: Registers) -> None:
        self.registers = registers

    def written_in(self, draft: Draft) -> Iterator[Fault]:
        shelf, region = self._seen_by(draft)
        for i, item in enumerate(draft.entry.sop.dasar_hukum):
            data = item.peraturan
            if isinstance(data, Peraturan) and data.judul and not shelf.described(data, region):
                law = self._add(data, draft, region)
                yield from link_law(law, shelf, ("dasar_hukum", i, "peraturan"))

    def cite(self, draft: Draft) -> Iterator[Fault]:
        entry = draft.entry
        shelf = self.registers.law_shelf(draft.scope)
        for i, item in enumerate(entry.sop.dasar_hukum):
            law = self._law_of(item, draft)
            entry.citations.append(Citation(item.teks, item.no or "", law))
            if law and law.sops[-1:] != [entry]:
                law.sops.append(entry)
            if isinstance(item.peraturan, str) and not law and shelf.whole:
                yield unknown_law(item.peraturan, shelf, ("dasar_hukum", i, "peraturan"))

    def _law_of(self, item: Dasar, draft: Draft) -> LawEntry | None:
        shelf, region = self._seen_by(draft)
        if isinstance(item.peraturan, Peraturan) and item.peraturan.judul:
            return shelf.described(item.peraturan, region)
        if isinstance(item.peraturan, str):
            return shelf.get(item.peraturan)
        known = shelf.cited(item.teks, region)
        if known or not law_key(item.teks, region):
            return known
        return self._add(Peraturan.model_construct(nama=item.teks), draft, region)

    def _add(self, data: Peraturan, draft: Draft, region: Region) -> LawEntry:
        """A regulation that no register has. One of a region is known there only, any other everywhere."""
        key = law_key(data.judul, region)
        id_ = data.id or (key.id if key else regulation_id(data))
        law = LawEntry(self.registers.law_ids.give(id_, draft.scope[:1]), data, registered=False)
        self.registers.laws.append(law)
        self.registers.law_shelf(draft.scope[:1] if key and key.region else ()).add(law)
        return law

    def _seen_by(self, draft: Draft) -> tuple[LawShelf, Region]:
        region = region_of(draft.entry.unit.pemda.data.nama)
        return self.registers.law_shelf(draft.scope), region


def _roles(draft: Draft, shelf: RoleShelf) -> Iterator[Fault]:
    entry = draft.entry
    for b, flow in enumerate(entry.flows):
        entry.lane_roles.append(tuple(_role(lane, shelf) for lane in flow.lanes))
        places = _lane_places(entry, b)
        for lane in flow.lanes:
            if lane.role and not shelf.find(lane.role) and shelf.whole:
                yield Fault((*places[lane.index], "peran"), "peran-asing", f"peran '{lane.role}' tidak ada di daftar peran",
                            lane.role, "id atau nama di peran.yml", did_you_mean(lane.role, shelf.known()), Severity.WARNING)  # fmt: skip
    for role in entry.roles:
        role.sops.append(entry)


def _role(lane: Lane, shelf: RoleShelf) -> RoleEntry | None:
    return shelf.find(lane.role) or shelf.find(lane.name)


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
