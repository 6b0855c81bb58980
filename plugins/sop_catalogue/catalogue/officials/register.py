"""`pejabat.yml` of a folder: the terms of each office, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ...definition.daftar import Pejabat
from ...definition.findings import Fault, Severity, shown
from ...definition.pejabat import DaftarPejabat
from ...definition.tanggal import Day, Tanggal, first_day, last_day, surely_before

_EVER: Day = (9999, 12, 31)


def _began(since: Tanggal | None) -> Day:
    return first_day(since) if since and since.iso else (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Term:
    person: Pejabat
    since: Tanggal | None
    until: Tanggal | None
    """As written, or when the next one began."""

    def covers(self, first: Day, last: Day) -> bool:
        """Whether it holds on one of these days."""
        return _began(self.since) <= last and first <= self._ended

    def ended_before(self, day: Day) -> bool:
        return self._ended < day

    @property
    def _ended(self) -> Day:
        return last_day(self.until) if self.until and self.until.iso else _EVER


def office_key(office: str) -> str:
    return " ".join(office.casefold().split())


@dataclass(slots=True)
class OfficeRegister:
    terms: dict[str, list[Term]] = field(default_factory=dict)
    """By the key of the office, the first of them first."""
    offices: dict[str, str] = field(default_factory=dict)
    """As they are written."""
    whole: bool = True
    """False where it could not be read."""


def office_register(data: DaftarPejabat) -> tuple[OfficeRegister, list[Fault]]:
    register, faults = OfficeRegister(), []
    by_office: dict[str, list[int]] = {}
    for i, term in enumerate(data.pejabat):
        key = office_key(term.jabatan)
        register.offices.setdefault(key, term.jabatan)
        if term.sejak and term.sampai and surely_before(term.sampai, term.sejak):
            faults.append(Fault(("pejabat", i, "sampai"), "masa-jabatan", f"masa jabatan ini berakhir sebelum dimulai, {term.sejak.tampil}",
                                shown(term.sampai.tampil), remedy="betulkan 'sejak' atau 'sampai'"))  # fmt: skip
            continue
        by_office.setdefault(key, []).append(i)
    for key, found in by_office.items():
        found.sort(key=lambda i: _began(data.pejabat[i].sejak))
        register.terms[key] = [
            _term(data, i, after) for i, after in zip(found, [*found[1:], None], strict=True)
        ]
        faults += _overlaps(data, found)
    return register, faults


def _term(data: DaftarPejabat, i: int, after: int | None) -> Term:
    said = data.pejabat[i]
    until = said.sampai if said.sampai and said.sampai.iso else None
    following = data.pejabat[after].sejak if after is not None else None
    return Term(said.pejabat, said.sejak, until or following)


def _overlaps(data: DaftarPejabat, found: Sequence[int]) -> Iterator[Fault]:
    for i, after in pairwise(found):
        one, other = data.pejabat[i], data.pejabat[after]
        same_day = _began(one.sejak) == _began(other.sejak)
        longer = one.sampai and other.sejak and surely_before(other.sejak, one.sampai)
        if same_day or longer:
            yield Fault(("pejabat", after, *(("sejak",) if other.sejak else ())), "jabatan-rangkap",
                        f"saat itu jabatan ini masih dipegang {shown(one.nama)}", shown(other.nama),
                        remedy="betulkan 'sejak', atau 'sampai' pejabat sebelumnya; yang menjabat sementara ditulis 'Plt. …'",
                        severity=Severity.WARNING)  # fmt: skip
