"""Work that passes from one role to another, as the arrows of the flows have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...definition.flow.model import Symbol, passages
from ..model import RoleEntry, SopEntry, UnitEntry


@dataclass(frozen=True, slots=True)
class Passing:
    """One arrow from a role's lane to another's."""

    sop: SopEntry
    chart: int
    """Which of the SOP's charts, from 0."""
    source: int
    target: int
    """Rows, from 0."""
    label: str
    """Of the arrow: under which condition."""

    @property
    def returning(self) -> bool:
        """Whether it sends work back up the flow."""
        return self.target < self.source


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who hands work to whom in one unit."""

    unit: UnitEntry
    roles: Sequence[RoleEntry]
    """Those that give or take, in the order of the registers."""
    cells: Mapping[tuple[RoleEntry, RoleEntry], Sequence[Passing]]
    """Giver and taker → every arrow between them."""

    def given(self, role: RoleEntry) -> int:
        return sum(len(found) for (giver, _), found in self.cells.items() if giver is role)

    def taken(self, role: RoleEntry) -> int:
        return sum(len(found) for (_, taker), found in self.cells.items() if taker is role)

    @property
    def total(self) -> int:
        return sum(map(len, self.cells.values()))


def matrix(unit: UnitEntry, order: Mapping[RoleEntry, int]) -> Matrix:
    """The matrix of a unit. `order` ranks roles; lanes without a name stand for nobody and are left out."""
    cells: dict[tuple[RoleEntry, RoleEntry], list[Passing]] = defaultdict(list)
    for entry in unit.sops:
        for giver, taker, passing in passings(entry):
            cells[giver, taker].append(passing)
    roles = sorted({role for pair in cells for role in pair}, key=order.__getitem__)
    return Matrix(unit, roles, dict(cells))


def passings(entry: SopEntry) -> Iterator[tuple[RoleEntry, RoleEntry, Passing]]:
    """Each arrow that leads from one role to another; one to or from a box over several lanes, for each of them."""
    for chart in entry.charts:
        symbols = {symbol.key: symbol for symbol in chart.flow.symbols}
        for arrow in passages(chart.flow.arrows):
            source, target = symbols[arrow.source], symbols[arrow.target]
            passing = Passing(entry, chart.number - 1, source.row, target.row, arrow.label)
            givers, takers = _roles(source, chart.roles), _roles(target, chart.roles)
            for giver in givers:
                for taker in takers:
                    if giver not in takers and taker not in givers:
                        yield giver, taker, passing


def _roles(symbol: Symbol, roles: Sequence[RoleEntry | None]) -> list[RoleEntry]:
    return list(dict.fromkeys(role for lane in symbol.lanes if (role := roles[lane])))
