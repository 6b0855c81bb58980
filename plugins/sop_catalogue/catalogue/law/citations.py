"""Dasar Hukum of all SOPs: every item's regulations, those of the registers and those known only from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...definition.daftar import Peraturan
from ...definition.findings import Fault
from ...definition.identitas import Dasar
from ...definition.markup import plain
from ..dossier import Dossier
from ..model import LawEntry
from ..registers import Registers, link_law, unknown_law
from .cited import Citation, CitedPart
from .names import LawKey, Region, law_key, region_of
from .parts import cited_parts, named_within, title_of
from .register import KnownLaws, regulation_id


def cite_laws(dossiers: Iterable[Dossier], registers: Registers) -> None:
    laws = _Laws(registers)
    dossiers = list(dossiers)
    for dossier in dossiers:
        dossier.faults += laws.written_in(dossier)
    for dossier in dossiers:
        dossier.faults += laws.cite(dossier)
    for dossier in dossiers:
        laws.name(dossier)


class _Laws:
    """What SOPs themselves describe is known to all before anything is cited."""

    def __init__(self, registers: Registers) -> None:
        self.registers = registers

    def written_in(self, dossier: Dossier) -> Iterator[Fault]:
        known, region = self._seen_by(dossier)
        for i, item in enumerate(dossier.entry.sop.dasar_hukum):
            data = item.peraturan
            if isinstance(data, Peraturan) and data.judul and not known.described(data, region):
                law = self._add(data, law_key(data.judul, region), dossier)
                yield from link_law(law, known, ("dasar_hukum", i, "peraturan"))

    def cite(self, dossier: Dossier) -> Iterator[Fault]:
        entry = dossier.entry
        known = self.registers.known_laws(dossier.scope)
        for i, item in enumerate(entry.sop.dasar_hukum):
            citation = Citation(item.teks, item.no or "", tuple(self._parts(item, dossier)))
            entry.citations.append(citation)
            for law in citation.laws:
                if law.sops[-1:] != [entry]:
                    law.sops.append(entry)
            if isinstance(item.peraturan, str) and not citation.laws and known.whole:
                yield unknown_law(item.peraturan, known, ("dasar_hukum", i, "peraturan"))

    def name(self, dossier: Dossier) -> None:
        """Regulations in the titles of those that are cited, once all are known that are cited anywhere."""
        entry = dossier.entry
        known, region = self._seen_by(dossier)
        for part in (part for citation in entry.citations for part in citation.parts if part.law):
            for key in named_within(part.text, region):
                law = known.find(key, part.text)
                if law and law is not part.law and law.named_by[-1:] != [entry] and entry not in law.sops:
                    law.named_by.append(entry)

    def _parts(self, item: Dasar, dossier: Dossier) -> Iterator[CitedPart]:
        """Where the author says which regulation is meant, the whole item means that one."""
        known, region = self._seen_by(dossier)
        if isinstance(item.peraturan, Peraturan) and item.peraturan.judul:
            yield CitedPart(item.teks, known.described(item.peraturan, region))
        elif isinstance(item.peraturan, str):
            yield CitedPart(item.teks, known.get(item.peraturan))
        else:
            for text, key in cited_parts(item.teks, region):
                yield CitedPart(text, self._law(text, key, dossier, known))

    def _law(self, text: str, key: LawKey | None, dossier: Dossier, known: KnownLaws) -> LawEntry | None:
        law = known.find(key, text)
        if law or not key:
            return law
        return self._add(Peraturan.model_construct(nama=plain(title_of(text))), key, dossier)

    def _add(self, data: Peraturan, key: LawKey | None, dossier: Dossier) -> LawEntry:
        """A regulation that no register has. One of a region is known there only, any other everywhere."""
        id_ = data.id or (key.id if key else regulation_id(data))
        law = LawEntry(self.registers.law_ids.give(id_, dossier.scope[:1]), data, registered=False, key=key)
        self.registers.laws.append(law)
        self.registers.known_laws(dossier.scope[:1] if key and key.region else ()).add(law)
        return law

    def _seen_by(self, dossier: Dossier) -> tuple[KnownLaws, Region]:
        unit = dossier.entry.unit
        region = region_of(unit.pemda.data.nama, unit.id.rpartition("/")[2])
        return self.registers.known_laws(dossier.scope), region
