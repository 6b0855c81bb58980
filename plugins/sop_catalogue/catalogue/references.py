"""Keterkaitan: what each reference of an SOP means, nearest scope first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property

from ..definition.markup import plain
from ..definition.sop import Rujukan
from .model import BrokenSop, Reference, SopEntry, Verdict

_LEAD = re.compile(
    r"(?:(?:sop|standar op(?:e)?ra(?:si)?onal prosedur|standar operasional procedure|prosedur tetap|protap)\b\s*(?:ap\b)?\s*)+"
)
_NUMBER_LEAD = re.compile(r"(?:sop)?(?:nomor|no\.?)?:?(?=.*\d)")

_MOST_GUESSES = 40
"""Among thousands of SOPs each guess at what was meant takes a good part of a second."""


def title_key(text: str) -> str:
    """A title as it is compared: without "SOP", case, punctuation and markup."""
    words = re.sub(r"[\W_]+", " ", plain(text).casefold()).strip()
    lead = _LEAD.match(words)
    return (words[lead.end() :].strip() if lead else "") or words


class ReferenceIndex:
    """All SOPs by id, number and title."""

    def __init__(self, sops: Iterable[SopEntry], broken: Iterable[BrokenSop] = ()) -> None:
        self._by_id: dict[str, SopEntry] = {}
        self._by_title: dict[str, list[SopEntry]] = defaultdict(list)
        self._by_number: dict[str, list[SopEntry]] = defaultdict(list)
        self._unreadable = {item.id for item in broken}
        self._guesses = 0
        for sop in sops:
            self._by_id[sop.id] = sop
            self._by_title[title_key(sop.name)].append(sop)
            if number := _number_key(sop.sop.nomor or ""):
                self._by_number[number].append(sop)

    def resolve(self, item: Rujukan, source: SopEntry) -> Reference:
        if item.luar:
            return Reference(item.teks, item.no or "", Verdict.OUTSIDE)
        hits = self.find(item.sop or item.teks, source)
        target = hits[0] if len(hits) == 1 else None
        return Reference(item.teks, item.no or "", _verdict(hits, source), target)

    def find(self, text: str, source: SopEntry) -> list[SopEntry]:
        """The SOPs of the nearest scope that `text` names; several when they are equally near."""
        if hit := next((self._by_id[id_] for id_ in _ids(text, source) if id_ in self._by_id), None):
            return [hit]
        hits = self._by_number.get(_number_key(text)) or self._by_title.get(title_key(text)) or []
        in_unit = [sop for sop in hits if sop.unit is source.unit]
        return in_unit or [sop for sop in hits if sop.unit.pemda is source.unit.pemda] or hits

    def is_unreadable(self, text: str, source: SopEntry) -> bool:
        """Whether `text` is the id of a definition that exists, but cannot be read."""
        return any(id_ in self._unreadable for id_ in _ids(text, source))

    def suggestion(self, text: str) -> str:
        """Remedy for a reference that found nothing."""
        self._guesses += 1
        wanted = text.casefold()[:80] if self._guesses <= _MOST_GUESSES else ""
        near = get_close_matches(wanted, self._spellings, n=1, cutoff=0.6) if wanted else []
        known = f"maksud Anda '{self._spellings[near[0]]}'?" if near else ""
        return known or "tulis id SOP itu: alamat berkasnya tanpa .yml, misalnya dinas/surat-masuk"

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """What people may mean → what to type."""
        spellings: dict[str, str] = {}
        for id_, sop in self._by_id.items():
            for spelling in (id_.rsplit("/", 1)[-1], id_, sop.name.casefold()):
                spellings.setdefault(spelling, id_)
        return spellings


def _verdict(hits: list[SopEntry], source: SopEntry) -> Verdict:
    if not hits:
        return Verdict.MISSING
    if len(hits) > 1:
        return Verdict.AMBIGUOUS
    return Verdict.SELF if hits[0] is source else Verdict.LINKED


def _ids(text: str, source: SopEntry) -> tuple[str, ...]:
    """The ids that `text` may be: in full, or as seen from the SOP's own folder, unit or pemda."""
    wanted = re.sub(r"\.ya?ml$", "", text.strip()).strip("/")
    around = (source.id.rpartition("/")[0], source.unit.id, source.unit.pemda.id)
    return (wanted, *(f"{scope}/{wanted}" for scope in around))


def _number_key(text: str) -> str:
    """A number as it is compared; empty for what can hardly be one."""
    key = re.sub(r"\s+", "", plain(text)).casefold()
    key = key[lead.end() :] if (lead := _NUMBER_LEAD.match(key)) else key
    return key if re.search(r"\d", key) and "//" not in key and not key.startswith("/") else ""
