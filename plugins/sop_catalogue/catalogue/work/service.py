"""A service as those see it who apply for it: what they bring, do, wait for and get."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...definition.layanan import Layanan, Loket
from ...definition.markup import plain
from ...definition.waktu import TotalWaktu
from ..model import Chart, SopEntry
from .durations import rows_total, waktu_cells
from .duties import Duty, Partner, sop_duties


@dataclass(frozen=True, slots=True)
class OwnStep:
    """What an applicant does."""

    duty: Duty

    @property
    def returns(self) -> list[Partner]:
        """From where work comes back to it."""
        return [partner for partner in self.duty.receives if partner.returning]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Steps of the office, of which the applicant sees nothing but the time."""

    rows: Sequence[int]
    who: Sequence[str]
    """In the order in which they come."""
    time: TotalWaktu


Way = Sequence[OwnStep | Waiting]


@dataclass(frozen=True, slots=True)
class Service:
    entry: SopEntry

    @property
    def said(self) -> Layanan:
        """What its definition tells applicants."""
        return self.entry.sop.layanan or Layanan()

    @property
    def name(self) -> str:
        return self.said.nama or self.entry.name

    @property
    def applicants(self) -> list[str]:
        """Their lanes."""
        lanes = (chart.flow.lanes[i] for chart in self.entry.charts for i in sorted(chart.applicants))
        return list(dict.fromkeys(plain(lane.name) for lane in lanes))

    @property
    def guessed(self) -> bool:
        """Whether those are the applicant's by their names only."""
        return bool(self.applicants) and not self.said.pemohon

    def at_desk(self, key: str) -> tuple[str, ...]:
        """Of `tempat`, `jam`, `kontak`, `pengaduan`: its own word, or its unit's."""
        unit = self.entry.unit.data.layanan or Loket()
        found: tuple[str, ...] = getattr(self.said, key) or getattr(unit, key)
        return found

    def ways(self) -> list[tuple[Chart, Way]]:
        """The way through each chart in which applicants act."""
        return [(chart, way) for chart in self.entry.charts if (way := self._way(chart))]

    def _way(self, chart: Chart) -> Way:
        own = self._own_steps(chart)
        return [*_with_waiting(chart, own)] if own else []

    def _own_steps(self, chart: Chart) -> dict[int, Duty]:
        """By their rows. What several of them do together is one step."""
        roles = dict.fromkeys(role for lane in sorted(chart.applicants) if (role := chart.roles[lane]))
        duties = (duty for role in roles for duty in sop_duties(self.entry, role).duties)
        found: dict[int, Duty] = {}
        for duty in duties:
            if duty.chart == chart.number - 1:
                found.setdefault(duty.row, duty)
        return dict(sorted(found.items()))


def is_service(entry: SopEntry) -> bool:
    """Whether the public is served by it: its definition says for whom, or that it is a service with an applicant in it."""
    return entry.sop.layanan is not None or any(chart.applicants for chart in entry.charts)


def services(entries: Iterable[SopEntry]) -> list[Service]:
    """Those that are offered: what was replaced or revoked is not."""
    return [Service(entry) for entry in entries if is_service(entry) and entry.in_force]


def _with_waiting(chart: Chart, own: dict[int, Duty]) -> Iterator[OwnStep | Waiting]:
    between: list[int] = []
    for row in range(len(chart.steps)):
        if row not in own:
            between.append(row)
            continue
        if between:
            yield _waiting(chart, between)
        yield OwnStep(own[row])
        between = []
    if between:
        yield _waiting(chart, between)


def _waiting(chart: Chart, rows: Sequence[int]) -> Waiting:
    lanes = dict.fromkeys(lane for row in rows for symbol in chart.flow.in_row(row) for lane in symbol.lanes)
    who = dict.fromkeys(plain(chart.flow.lanes[lane].name) for lane in lanes)
    return Waiting(rows, [name for name in who if name], rows_total(chart, waktu_cells(chart), rows))
