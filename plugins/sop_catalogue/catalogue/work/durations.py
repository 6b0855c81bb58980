"""How long an SOP takes: straight from start to end, and with work sent back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...definition.flow.cells import merged
from ...definition.langkah import Langkah
from ...definition.markup import plain
from ...definition.waktu import Amounts, TotalWaktu, Waktu, length, read_waktu, say_range, total
from ..model import Chart, SopEntry
from .ways import Way, Ways


@dataclass(frozen=True, slots=True)
class Span:
    """From the shortest to the longest."""

    shortest: Amounts = ()
    longest: Amounts = ()

    @property
    def text(self) -> str:
        """Both ends in words, `1–3 hari`; empty when there is no amount at all."""
        return say_range(self.shortest, self.longest)

    @property
    def order(self) -> int:
        """For sorting by the longest, then the shortest; a day is held to be 24 hours."""
        return int(length(self.longest)) * 1000 + min(999, int(length(self.shortest)) // 3600)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Steps that a total does not count, or not for sure."""

    open_ended: tuple[str, ...] = ()
    """The waktu of steps that say no amount ("sesuai kebutuhan"), in the wordings used, one a step."""
    silent: int = 0
    """Steps without waktu."""
    unlinked: int = 0
    """Steps with a waktu that no arrow leads to."""
    bounded: int = 0
    """Steps that name one end only ("maks. 3 hari"), counted as that end."""

    @property
    def steps(self) -> int:
        """So many are not counted at all."""
        return len(self.open_ended) + self.silent + self.unlinked

    @property
    def anything(self) -> bool:
        """Whether the real time may be longer than the total."""
        return self.steps > 0


@dataclass(frozen=True, slots=True)
class Duration:
    """The time of one chart."""

    straight: Span
    """Every step of the way once; of alternatives the shortest and the longest, of parallel branches the longest."""
    turned: Span | None
    """The same with every decision sending the work back once; None where nothing is ever sent back."""
    turning: int
    """Decisions that can send the work back."""
    side_by_side: bool
    """Whether branches are worked on at the same time."""
    left_out: LeftOut

    @property
    def plain_days(self) -> bool:
        """Whether it counts days of which nobody said if working or calendar days are meant."""
        return any(unit == "hari" for unit, _ in self.straight.longest)


def sop_time(entry: SopEntry) -> tuple[Span, bool]:
    """The time of an SOP, and whether it counts every step; of several charts, which are several cases, both ends."""
    found = [_Timed.of(chart) for chart in entry.charts]
    spans = [span for item in found if (span := item.straight()).longest]
    whole = Span(
        min((span.shortest for span in spans), key=length, default=()),
        max((span.longest for span in spans), key=length, default=()),
    )
    return whole, not any(item.left_out().anything for item in found)


def chart_duration(chart: Chart) -> Duration:
    timed = _Timed.of(chart)
    ways = timed.ways
    return Duration(
        timed.straight(),
        timed.turned() if ways.turning else None,
        len(ways.turning),
        ways.side_by_side,
        timed.left_out(),
    )


def waktu_cells(chart: Chart) -> list[int]:
    """For each row, the row in which the cell of waktu begins that it shares."""
    cells = list(range(len(chart.steps)))
    for (row, column), last in merged(chart.steps, chart.flow.rows).items():
        if column == "waktu":
            cells[row : last + 1] = [row] * (last + 1 - row)
    return cells


def rows_total(chart: Chart, cells: Sequence[int], rows: Iterable[int]) -> TotalWaktu:
    """The waktu of these rows, each cell once; `cells` as `waktu_cells` gives them."""
    return total(step_waktu(chart.steps[cell]) for cell in dict.fromkeys(cells[row] for row in rows))


def step_waktu(step: Langkah) -> Waktu | None:
    return read_waktu(plain(" ".join(step.waktu.teks))) if step.waktu else None


@dataclass(frozen=True, slots=True)
class _Timed:
    """The ways of one chart with the waktu of its cells."""

    ways: Ways
    read: Mapping[int, Waktu | None]
    low: Mapping[int, int]
    high: Mapping[int, int]

    @classmethod
    def of(cls, chart: Chart) -> _Timed:
        cells = waktu_cells(chart)
        read = {cell: step_waktu(chart.steps[cell]) for cell in dict.fromkeys(cells)}
        low = {cell: _seconds(waktu.paling_cepat) if waktu else 0 for cell, waktu in read.items()}
        high = {cell: _seconds(waktu.paling_lama) if waktu else 0 for cell, waktu in read.items()}
        return cls(Ways(chart.flow, cells), read, low, high)

    def straight(self) -> Span:
        return self._span(one_way=not self.ways.branching)

    def turned(self) -> Span:
        return self._span(one_way=not self.ways.branching and self.ways.one_turn_each, turned=True)

    def _span(self, *, one_way: bool, turned: bool = False) -> Span:
        longest = self._sum(self.ways.straight(self.high, max, turned=turned))
        shortest = longest if one_way else self._sum(self.ways.straight(self.low, min, turned=turned))
        return Span(shortest.paling_cepat, longest.paling_lama)

    def left_out(self) -> LeftOut:
        reached = self.ways.reached
        known = {cell: waktu for cell, waktu in self.read.items() if waktu}
        return LeftOut(
            tuple(w.teks for cell, w in known.items() if w.tak_tentu and cell in reached),
            sum(1 for cell in reached if not (w := self.read[cell]) or not (w.paling_lama or w.tak_tentu)),
            sum(1 for cell, w in known.items() if cell not in reached and (w.paling_lama or w.tak_tentu)),
            sum(1 for cell, w in known.items() if w.batas and cell in reached),
        )

    def _sum(self, way: Way) -> TotalWaktu:
        return total(self.read[cell] for cell in way.cells)


@lru_cache(maxsize=4096)
def _seconds(amounts: Amounts) -> int:
    return int(length(amounts))
