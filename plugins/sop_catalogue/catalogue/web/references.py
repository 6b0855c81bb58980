"""Keterkaitan: what each reference of an SOP means, nearest scope first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from ...definition.fields import says_something
from ...definition.identitas import Rujukan
from ..model import BrokenSop, Reference, SopEntry
from ..part import NOWHERE, Elsewhere
from .kinds import Verdict
from .nearness import Nearness
from .spelling import likest
from .titles import number_key, title_and_number, title_key

_BARE_NUMBER = re.compile(r"\s*(?=\S*\d)\S+\s*")
_LONGEST_TITLE = 60


class ReferenceIndex:
    """All SOPs by id, number, title and what else they are called, or were."""

    def __init__(
        self, sops: Iterable[SopEntry], broken: Iterable[BrokenSop] = (), elsewhere: Elsewhere = NOWHERE
    ) -> None:
        self._elsewhere = elsewhere
        self._by_id: dict[str, SopEntry] = {}
        self._by_title: dict[str, list[SopEntry]] = defaultdict(list)
        self._by_number: dict[str, list[SopEntry]] = defaultdict(list)
        self._unreadable = {item.id for item in broken}
        self._by_code: dict[str, SopEntry] = {}
        self._by_old_id: dict[str, SopEntry] = {}
        for sop in sops:
            self._by_id[sop.id] = sop
            self._by_old_id |= dict.fromkeys(sop.before, sop)
            if sop.kode:
                self._by_code[sop.kode.lower()] = sop
            for key in dict.fromkeys(map(title_key, (sop.name, *sop.sop.sebutan))):
                self._by_title[key].append(sop)
            if number := number_key(sop.sop.nomor or ""):
                self._by_number[number].append(sop)

    def resolve(self, item: Rujukan, source: SopEntry) -> Reference:
        number = item.no or ""
        if item.luar:
            return Reference(item.teks, number, Verdict.OUTSIDE)
        found = [self.find(name, source) for name in item.sop or (item.teks,)]
        hits = found[0]
        if not (hits or item.sop):
            found = self.both(title_key(item.teks), source)
        if several := _several(found, source):
            return Reference(item.teks, number, Verdict.LINKED, several[0], others=several[1:])
        if not hits and any(self.is_elsewhere(name, source) for name in item.sop or (item.teks,)):
            return Reference(item.teks, number, Verdict.OUTSIDE, elsewhere=True)
        near = () if hits or item.sop else self.near(item.teks, source)
        return Reference(item.teks, number, *meaning(hits, near, source))

    def find(self, text: str, source: SopEntry) -> list[SopEntry]:
        """The SOPs of the nearest scope that `text` names; several when they are equally near."""
        if hit := next(
            (self._by_id[id_] for id_ in ids_meant(text, source.id, source.unit.id) if id_ in self._by_id),
            None,
        ):
            return [hit]
        numbered = self.numbered(text, source) or self.numbered(title_and_number(text)[1], source)
        return numbered or self.titled(title_key(text), source) or self._kept_names(text, source)

    def _kept_names(self, text: str, source: SopEntry) -> list[SopEntry]:
        """The SOP that has this code, or had this id; a name that one bears now goes before both."""
        hit = self._by_code.get(text.strip().lower())
        found = (self._by_old_id.get(id_) for id_ in ids_meant(text, source.id, source.unit.id))
        return [hit] if hit else [old for old in found if old][:1]

    def numbered(self, text: str, source: SopEntry) -> list[SopEntry]:
        """The SOPs of the nearest scope whose number `text` is."""
        return _nearest(self._by_number.get(number_key(text), ()), source)

    def titled(self, key: str, source: SopEntry) -> list[SopEntry]:
        """The SOPs of the nearest scope that bear this title, as `title_key` gives it."""
        return _nearest(self._by_title.get(key, ()), source)

    def both(self, key: str, source: SopEntry) -> list[list[SopEntry]]:
        """`surat masuk dan keluar`: the two titles that share their first words, if these are all that it can mean."""
        first, _, last = key.rpartition(" dan ")
        one = self.titled(first, source)
        if len(one) != 1:
            return []
        words = first.split()
        ways = [self.titled(" ".join([*words[:shared], last]), source) for shared in range(1, len(words))]
        found = [way for way in ways if way]
        return [one, *found] if len(found) == 1 and len(found[0]) == 1 else []

    def near(self, text: str, source: SopEntry) -> tuple[SopEntry, ...]:
        """What `text`, which names no SOP, may have meant to name; a number is right or wrong."""
        if _BARE_NUMBER.fullmatch(text) or not says_something(text):
            return ()
        return self._nearness.near(text, source.unit)

    @cached_property
    def longest_title(self) -> int:
        """Words in the longest title that a text may name; a longer one is none to name."""
        return min(_LONGEST_TITLE, max((key.count(" ") + 1 for key in self._by_title), default=0))

    def is_unread(self, text: str, source: SopEntry) -> bool:
        """Whether `text` names a definition that exists, but cannot be read, or lies outside the part that is built."""
        unreadable = any(id_ in self._unreadable for id_ in ids_meant(text, source.id, source.unit.id))
        return unreadable or self.is_elsewhere(text, source)

    def is_elsewhere(self, text: str, source: SopEntry) -> bool:
        return self._elsewhere.has(text, ids_meant(text, source.id, source.unit.id))

    def suggestion(self, text: str) -> str:
        """Remedy for an id that found nothing."""
        wanted = text.casefold()[:80]
        if near := likest(wanted, self._spellings, 0.6):
            return f"maksud Anda '{self._spellings[near]}'?"
        return "tulis id SOP itu: alamat berkasnya tanpa .yml, misalnya dinas/surat-masuk"

    @cached_property
    def _nearness(self) -> Nearness:
        return Nearness(self._by_title)

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """What people may mean → what to type."""
        spellings: dict[str, str] = {}
        for id_, sop in self._by_id.items():
            for spelling in (id_.rsplit("/", 1)[-1], id_, sop.name.casefold()):
                spellings.setdefault(spelling, id_)
        return spellings


def _several(found: Sequence[Sequence[SopEntry]], source: SopEntry) -> tuple[SopEntry, ...]:
    """The other SOPs that one item names, each clearly; none where it names one alone."""
    clear = dict.fromkeys(hits[0] for hits in found if len(hits) == 1)
    return tuple(sop for sop in clear if sop is not source) if len(found) > 1 else ()


def meaning(
    hits: Sequence[SopEntry], near: tuple[SopEntry, ...], source: SopEntry
) -> tuple[Verdict, SopEntry | None, tuple[SopEntry, ...]]:
    """What a name of `source` means that these bear, or nearly bear: the verdict, the SOP, and which it may be."""
    match hits:
        case []:
            return Verdict.NEAR if near else Verdict.MISSING, None, near
        case [hit]:
            return Verdict.SELF if hit is source else Verdict.LINKED, hit, near
        case _:
            return Verdict.AMBIGUOUS, None, tuple(hits)


def _nearest(hits: Sequence[SopEntry], source: SopEntry) -> list[SopEntry]:
    """Those of the unit, else of the pemda, else all; among equals, what is in force."""
    in_unit = [sop for sop in hits if sop.unit is source.unit]
    found = in_unit or [sop for sop in hits if sop.unit.pemda is source.unit.pemda] or list(hits)
    if source in found and not source.in_force:
        return [source]  # an old edition speaks of its own time
    return [sop for sop in found if sop.in_force] or found


def ids_meant(text: str, source: str, unit: str) -> tuple[str, ...]:
    """The ids that `text` may be: in full, or as seen from the folder, the unit or the pemda of the SOP with the id `source`."""
    wanted = re.sub(r"\.ya?ml$", "", text.strip()).strip("/")
    around = (source.rpartition("/")[0], unit, unit.partition("/")[0])
    return (wanted, *(f"{scope}/{wanted}" for scope in around))
