"""A part of a large catalogue, built alone: what else there is, is known by its names only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..definition.sop import Sop
from .files import Found, Kind, Scope
from .web.titles import number_key, title_key


@dataclass(frozen=True, slots=True)
class Part:
    """A pemda, or a unit of one; without a scope, everything."""

    scope: Scope = ()

    @classmethod
    def of(cls, text: str) -> Part:
        """Of `pemda/unit`."""
        return cls(tuple(filter(None, text.split("/"))))

    def holds(self, scope: Sequence[str]) -> bool:
        """Whether what lies there belongs to it."""
        return tuple(scope[: len(self.scope)]) == self.scope

    def needs(self, item: Found) -> bool:
        """Also the registers above it."""
        above = item.kind is not Kind.SOP and item.scope == self.scope[: len(item.scope)]
        return above or self.holds(item.scope)


@dataclass(slots=True)
class Elsewhere:
    """What the SOPs outside a part are called."""

    ids: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)

    def take_in(self, item: Found, sop: Sop | None) -> None:
        self.ids.add(item.id)
        if sop:
            self.ids.update(sop.alamat_lama)
            self.codes.add((sop.kode or "").lower())
            self.titles.update(map(title_key, (sop.judul or sop.nama, *sop.sebutan)))
            self.numbers.add(number_key(sop.nomor or ""))

    def has(self, text: str, ids: Iterable[str]) -> bool:
        """Whether one of them bears this id, number or title."""
        number = number_key(text)
        return (
            not self.ids.isdisjoint(ids)
            or title_key(text) in self.titles
            or text.strip().lower() in self.codes - {""}
            or (bool(number) and number in self.numbers)
        )


EVERYTHING = Part()
NOWHERE = Elsewhere()
"""Where the whole catalogue is built."""
