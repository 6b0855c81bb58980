"""Changes by the months they fell in, and the pages that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...catalogue.changes import Change
from ...definition.tanggal import MONTHS

MOST = 300
"""So many changes on the first page, but no month cut in two; older years have pages of their own."""


@dataclass(frozen=True, slots=True)
class Month:
    key: str
    """`2026-03`, `2026` where the month is not known, `tanpa-tanggal`."""
    changes: tuple[Change, ...]

    @property
    def year(self) -> str:
        return self.key[:4] if self.changes[0].day.tahun else self.key

    @property
    def title(self) -> str:
        day = self.changes[0].day
        if not day.tahun:
            return "Tanggalnya tidak disebut"
        return f"{MONTHS[day.bulan - 1]} {day.tahun}" if day.bulan else f"{day.tahun}, bulannya tidak disebut"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one page."""

    key: str
    """A year, `tanpa-tanggal`, or empty for the first page."""
    months: tuple[Month, ...]

    @property
    def count(self) -> int:
        return sum(len(month.changes) for month in self.months)


def months_of(changes: Iterable[Change]) -> list[Month]:
    return [Month(key, tuple(found)) for key, found in groupby(changes, _month)]


def _month(change: Change) -> str:
    return change.day.iso[:7] or "tanpa-tanggal"


def sheets_of(changes: Sequence[Change]) -> list[Sheet]:
    """The first page always, then the years that it does not hold whole."""
    months = months_of(changes)
    held, first = 0, 0
    while first < len(months) and (not held or held + len(months[first].changes) <= MOST):
        held += len(months[first].changes)
        first += 1
    return [Sheet("", tuple(months[:first])), *_years(months[first:])]


def _years(months: Iterable[Month]) -> Iterator[Sheet]:
    for year, found in groupby(months, lambda month: month.year):
        yield Sheet(year, tuple(found))
