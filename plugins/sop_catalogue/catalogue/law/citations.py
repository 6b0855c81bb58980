"""Dasar Hukum of all SOPs: every item's regulations, those of the registers and those known only from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...definition.daftar import Peraturan
from ...definition.findings import Fault
from ...definition.markup import plain
from ...definition.sop import Dasar
from ..draft import Draft
from ..model import Citation, CitedPart, LawEntry
from ..registers import Registers, link_law, unknown_law
from .names import LawKey, Region, law_key, region_of
from .parts import cited_parts, title_of
from .register import LawShelf, regulation_id


def cite_laws(drafts: Iterable[Draft], registers: Registers) -> None:
    laws = _Laws(registers)
    drafts = list(drafts)
    for draft in drafts:
        draft.faults += laws.written_in(draft)
    for draft in drafts:
        draft.faults += laws.cite(draft)


class _Laws:
    """What SOPs themselves describe is known to all before anything is cited."""

    def __init__(self, registers: Registers) -> None:
        self.registers = registers

    def written_in(self, draft: Draft) -> Iterator[Fault]:
        shelf, region = self._seen_by(draft)
        for i, item in enumerate(draft.entry.sop.dasar_hukum):
            data = item.peraturan
            if isinstance(data, Peraturan) and data.judul and not shelf.described(data, region):
                law = self._add(data, law_key(data.judul, region), draft)
                yield from link_law(law, shelf, ("dasar_hukum", i, "peraturan"))

    def cite(self, draft: Draft) -> Iterator[Fault]:
        entry = draft.entry
        shelf = self.registers.law_shelf(draft.scope)
        for i, item in enumerate(entry.sop.dasar_hukum):
            citation = Citation(item.teks, item.no or "", tuple(self._parts(item, draft)))
            entry.citations.append(citation)
            for law in citation.laws:
                if law.sops[-1:] != [entry]:
                    law.sops.append(entry)
            if isinstance(item.peraturan, str) and not citation.laws and shelf.whole:
                yield unknown_law(item.peraturan, shelf, ("dasar_hukum", i, "peraturan"))

    def _parts(self, item: Dasar, draft: Draft) -> Iterator[CitedPart]:
        """Where the author says which regulation is meant, the whole item means that one."""
        shelf, region = self._seen_by(draft)
        if isinstance(item.peraturan, Peraturan) and item.peraturan.judul:
            yield CitedPart(item.teks, shelf.described(item.peraturan, region))
        elif isinstance(item.peraturan, str):
            yield CitedPart(item.teks, shelf.get(item.peraturan))
        else:
            for text, key in cited_parts(item.teks, region):
                yield CitedPart(text, self._law(text, key, draft, shelf))

    def _law(self, text: str, key: LawKey | None, draft: Draft, shelf: LawShelf) -> LawEntry | None:
        known = shelf.find(key, text)
        if known or not key:
            return known
        return self._add(Peraturan.model_construct(nama=plain(title_of(text))), key, draft)

    def _add(self, data: Peraturan, key: LawKey | None, draft: Draft) -> LawEntry:
        """A regulation that no register has. One of a region is known there only, any other everywhere."""
        id_ = data.id or (key.id if key else regulation_id(data))
        law = LawEntry(self.registers.law_ids.give(id_, draft.scope[:1]), data, registered=False, key=key)
        self.registers.laws.append(law)
        self.registers.law_shelf(draft.scope[:1] if key and key.region else ()).add(law)
        return law

    def _seen_by(self, draft: Draft) -> tuple[LawShelf, Region]:
        unit = draft.entry.unit
        region = region_of(unit.pemda.data.nama, unit.id.rpartition("/")[2])
        return self.registers.law_shelf(draft.scope), region
