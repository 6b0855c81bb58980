"""What a role has to do in all SOPs: its steps, what it receives from whom, what it must produce for whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...definition.fields import says_something
from ...definition.flow.model import Arrow, Shape, Symbol, passages
from ...definition.flow.together import in_one_row, together
from ...definition.langkah import Sel
from ...definition.tafsiran import Unsur
from ...definition.waktu import TotalWaktu, total
from ..model import Chart, RoleEntry, SopEntry, UnitEntry
from .durations import rows_total, waktu_cells

_DASH = re.compile(r"^\s*[-–—•]\s+")


@dataclass(frozen=True, slots=True)
class Partner:
    """One at the other end of an arrow."""

    name: str
    """As the head of its column says it; empty for a column without a name."""
    role: RoleEntry | None
    row: int
    """Of its step, from 0."""
    step: str
    """As texts call it."""
    label: str
    """The condition under which work passes: "Tidak"."""
    things: tuple[str, ...]
    """What passes: the output of the step that hands over; of work sent back, nothing is told."""
    returning: bool
    """Whether the arrow sends work back up the flow."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One step that the role performs. Texts are the author's, with their small Markdown."""

    chart: int
    """Which of the SOP's charts, from 0."""
    row: int
    number: str
    """Or its place, where it has none."""
    activity: str
    needs: tuple[str, ...]
    """Kelengkapan."""
    produces: tuple[str, ...]
    """Output."""
    waktu: str
    shared_rows: tuple[str, str] | None
    """Numbers of the first and last step whose time is one cell with this step's."""
    decides: bool
    together: tuple[str, ...]
    """Names of those who do it at the same time."""
    receives: tuple[Partner, ...]
    hands_on: tuple[Partner, ...]
    inferred: tuple[Unsur, ...]
    """What of all this the document does not show."""


@dataclass(frozen=True, slots=True)
class SopDuties:
    sop: SopEntry
    duties: tuple[Duty, ...]
    time: TotalWaktu
    """The waktu of these steps, each once; what one cell gives several roles is counted whole for each."""


@dataclass(frozen=True, slots=True)
class UnitDuties:
    """The duties of one post: a role in a unit."""

    unit: UnitEntry
    sops: tuple[SopDuties, ...]

    @property
    def steps(self) -> int:
        return sum(len(item.duties) for item in self.sops)

    @property
    def time(self) -> TotalWaktu:
        """The waktu of all these steps, every SOP run once."""
        return sum((item.time for item in self.sops), total(()))


def role_duties(role: RoleEntry, among: Iterable[SopEntry] | None = None) -> list[UnitDuties]:
    """The duties of a role, unit by unit, SOPs in the order of the catalogue; without SOPs that give it no step.

    Of all its SOPs, or of those `among` them.
    """
    entries = sorted(role.sops if among is None else among, key=lambda entry: (entry.unit.id, entry.id))
    units = [
        UnitDuties(unit, tuple(found for entry in sops if (found := sop_duties(entry, role)).duties))
        for unit, sops in groupby(entries, key=lambda entry: entry.unit)
    ]
    return [unit for unit in units if unit.sops]


def sop_duties(entry: SopEntry, role: RoleEntry) -> SopDuties:
    duties: list[Duty] = []
    times: list[TotalWaktu] = []
    for chart in entry.charts:
        if role not in chart.roles:
            continue
        steps = _Steps(chart)
        found = list(steps.of(role))
        duties += found
        times.append(rows_total(chart, steps.cells, (duty.row for duty in found)))
    return SopDuties(entry, tuple(duties), sum(times, total(())))


def step_count(entry: SopEntry, role: RoleEntry) -> int:
    """How many steps of an SOP the role performs."""
    return sum(len(chart.rows_of(role)) for chart in entry.charts)


class _Steps:
    """One chart, asked for the steps of its roles."""

    def __init__(self, chart: Chart) -> None:
        self.chart, self.flow, self.roles = chart, chart.flow, chart.roles
        self.cells = waktu_cells(chart)
        self.symbols = {symbol.key: symbol for symbol in self.flow.symbols}
        self.together = together(self.flow, in_one_row)
        self.into: dict[str, list[Arrow]] = defaultdict(list)
        self.out_of: dict[str, list[Arrow]] = defaultdict(list)
        for arrow in passages(self.flow.arrows):
            self.out_of[arrow.source].append(arrow)
            self.into[arrow.target].append(arrow)

    def of(self, role: RoleEntry) -> Iterator[Duty]:
        mine = [s for s in self.flow.symbols if any(self.roles[lane] is role for lane in s.lanes)]
        for row, symbols in groupby(mine, key=lambda symbol: symbol.row):
            yield self._duty(row, list(symbols), role)

    def _duty(self, row: int, symbols: Sequence[Symbol], role: RoleEntry) -> Duty:
        step, cell = self.chart.steps[row], self.cells[row]
        first = self.chart.steps[cell].waktu
        joined = self._joined(symbols)
        decides = any(symbol.shape is Shape.DECISION for symbol in symbols)
        inferred = self.chart.inferred.at(row)
        return Duty(
            self.chart.number - 1,
            row,
            self.flow.rows[row].briefly,
            step.kegiatan,
            _texts(step.kelengkapan),
            _texts(step.output),
            " ".join(_texts(first)),
            self._shared(cell),
            decides,
            tuple(
                dict.fromkeys(
                    self.flow.lanes[i].name for s in joined for i in s.lanes if self.roles[i] is not role
                )
            ),
            tuple(self._partners(symbols, joined, role, self.into, "source")),
            tuple(self._partners(symbols, joined, role, self.out_of, "target")),
            tuple(part for part in inferred if part != "simbol" or decides),
        )

    def _joined(self, symbols: Sequence[Symbol]) -> list[Symbol]:
        """The symbols themselves and those worked on together with them."""
        keys = {one.key for symbol in symbols for one in self.together[symbol.key]}
        return [symbol for symbol in self.flow.in_row(symbols[0].row) if symbol.key in keys]

    def _partners(
        self,
        own: Sequence[Symbol],
        joined: Sequence[Symbol],
        role: RoleEntry,
        arrows: dict[str, list[Arrow]],
        end: str,
    ) -> Iterator[Partner]:
        """Those at the other end of the arrows; one who only helps shares the arrows of the one who is helped."""
        found = [a for s in own for a in arrows[s.key]] or [a for s in joined for a in arrows[s.key]]
        for arrow in found:
            source, other = self.symbols[arrow.source], self.symbols[getattr(arrow, end)]
            lanes = [lane for lane in other.lanes if self.roles[lane] is not role]
            returning = self.symbols[arrow.target].row < source.row
            if len(lanes) < len(other.lanes):
                continue  # it works on with itself
            for lane in lanes:
                yield Partner(
                    self.flow.lanes[lane].name,
                    self.roles[lane],
                    other.row,
                    self.flow.rows[other.row].called,
                    arrow.label,
                    () if returning else _texts(self.chart.steps[source.row].output),
                    returning,
                )

    def _shared(self, cell: int) -> tuple[str, str] | None:
        rows = [row for row, begins in enumerate(self.cells) if begins == cell]
        return (self.flow.rows[rows[0]].briefly, self.flow.rows[rows[-1]].briefly) if len(rows) > 1 else None


def _texts(cell: Sel | None) -> tuple[str, ...]:
    """What a cell says, without the dashes of a list written by hand."""
    return tuple(_DASH.sub("", text) for text in cell.teks if says_something(text)) if cell else ()
