"""Who says of an address that it was theirs, and which of them are right: a living page always keeps its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ...definition.findings import Fault, Loc, Severity
from ..files import reserved
from ..model import PemdaEntry, SopEntry, UnitEntry

Holder = SopEntry | UnitEntry | PemdaEntry
_OWN_PAGES = "riwayat"
"""Below an SOP's address stand its own further pages."""


@dataclass(frozen=True, slots=True)
class Claim:
    old: str
    """The id that it had."""
    holder: Holder
    loc: Loc
    path: str
    """The file that says so."""
    tell: Callable[[Fault], None]


class Claims:
    """All of a catalogue."""

    def __init__(self, living: Iterable[str], claims: Iterable[Claim]) -> None:
        """`living` are the ids of all that has a page: SOPs, also unreadable ones, units, pemdas."""
        self._living = frozenset(living)
        self._first: dict[str, Claim] = {}
        self._wanted: defaultdict[str, list[str]] = defaultdict(list)
        """Living ids that living things claim, by who does."""
        claims = list(claims)
        for claim in claims:
            if claim.old in self._living:
                self._wanted[claim.holder.id].append(claim.old)
        for claim in claims:
            if fault := self._fault(claim):
                claim.tell(fault)
            else:
                self._first.setdefault(claim.old, claim)

    def by_holder(self) -> dict[str, list[str]]:
        """The old ids that each has the right to."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for old, claim in self._first.items():
            found[claim.holder.id].append(old)
        return found

    def _fault(self, claim: Claim) -> Fault | None:
        old, parts = claim.old, claim.old.split("/")
        if old == claim.holder.id:
            return _fault(claim, "alamat lama ini alamatnya yang sekarang", "hapus dari 'alamat_lama'")
        if any(reserved(part, top=not i) for i, part in enumerate(parts)) or _OWN_PAGES in parts[2:-1]:
            return _fault(claim, "alamat ini dipakai situs untuk halaman lain, jadi tidak pernah menjadi alamat SOP",
                          "hapus dari 'alamat_lama', atau betulkan menurut alamat yang pernah ada")  # fmt: skip
        if old in self._living:
            if way := self._way(old, claim.holder.id):
                return _fault(claim, f"alamat lama ini berputar: {' → '.join(way)}",
                              "hapus alamat yang masih dipakai dari 'alamat_lama' semua berkas itu")  # fmt: skip
            return _fault(claim, "alamat ini masih dipakai halaman lain, dan halaman itulah yang tampil",
                          "hapus dari 'alamat_lama', atau pindahkan dulu yang masih memakainya")  # fmt: skip
        first = self._first.get(old)
        if first and first.holder is not claim.holder:
            return _fault(claim, f"alamat lama ini sudah disebut di {first.path}, jadi diantar ke sana",
                          "hapus dari salah satunya")  # fmt: skip
        return None

    def _way(self, start: str, end: str) -> list[str]:
        """From one living id to another over what each claims; none where there is no such way."""
        came: dict[str, str] = {start: ""}
        for here in (todo := [start]):
            if here == end:
                return [end, *reversed(list(_back(came, here)))]
            for further in self._wanted.get(here, ()):
                if further not in came:
                    came[further] = here
                    todo.append(further)
        return []


def _back(came: dict[str, str], here: str) -> Iterator[str]:
    while here:
        yield here
        here = came[here]


def _fault(claim: Claim, message: str, remedy: str) -> Fault:
    return Fault(claim.loc, "alamat-lama", message, claim.old, remedy=remedy, severity=Severity.WARNING)
