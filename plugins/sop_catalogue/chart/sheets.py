"""One flow on several sheets of paper: a chart for each, and pentagons of one letter where arrows cross over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..definition.flow.model import Arrow, Flow, Row, Shape, Symbol
from .drawing import Passage
from .pentagon import Pentagon, letters


@dataclass(frozen=True, slots=True)
class Part:
    """What one sheet shows: a flow of its own."""

    flow: Flow
    rows: tuple[int | None, ...]
    """For each row, which of the whole flow it is; None for a row of pentagons."""
    passages: Mapping[int, tuple[Passage, ...]]
    """What goes on through each row of pentagons, by its place."""


@dataclass(frozen=True, slots=True)
class _Crossing:
    """An arrow from one sheet to another."""

    arrow: Arrow
    number: int
    letter: str
    here: int
    there: int

    @property
    def up(self) -> bool:
        """It returns to an earlier sheet."""
        return self.there < self.here


def divide(flow: Flow, starts: Sequence[int]) -> list[Part]:
    """The flow cut into sheets; `starts` are the rows that begin a new one."""
    firsts = sorted({0, *(s for s in starts if 0 < s < len(flow.rows))})
    sheet_of = {s.key: bisect_right(firsts, s.row) - 1 for s in flow.symbols}
    crossings = list(_crossings(flow, sheet_of))
    ends = [*firsts[1:], len(flow.rows)]
    return [
        _Sheet(flow, k, first, end, sheet_of, crossings).part()
        for k, (first, end) in enumerate(zip(firsts, ends, strict=True))
    ]


def _crossings(flow: Flow, sheet_of: Mapping[str, int]) -> Iterator[_Crossing]:
    """Arrows to one target share its letter: their author's, or the next that is none of those."""
    row_of = {s.key: s.row for s in flow.symbols}
    over = [
        (i, arrow)
        for i, arrow in enumerate(flow.arrows)
        if arrow.source in row_of
        and arrow.target in row_of
        and sheet_of[arrow.source] != sheet_of[arrow.target]
    ]
    over.sort(key=lambda found: row_of[found[1].source])
    given = {arrow.connector for _, arrow in over}
    free = (letter for letter in letters(2 * len(over)) if letter not in given)
    shared: dict[tuple[str, bool], str] = {}
    for i, arrow in over:
        key = arrow.target, arrow.two_way
        letter = arrow.connector or shared.get(key) or shared.setdefault(key, next(free))
        yield _Crossing(arrow, i, letter, sheet_of[arrow.source], sheet_of[arrow.target])


@dataclass
class _Sheet:
    flow: Flow
    number: int
    first: int
    end: int
    sheet_of: Mapping[str, int]
    crossings: Sequence[_Crossing]
    heads: list[Pentagon] = field(default_factory=list)
    feet: list[Pentagon] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    over: list[Passage] = field(default_factory=list)
    under: list[Passage] = field(default_factory=list)

    def part(self) -> Part:
        over = {c.number: c for c in self.crossings}
        for i, arrow in enumerate(self.flow.arrows):
            if crossing := over.get(i):
                self.cross(crossing)
            elif self.sheet_of.get(arrow.source) == self.sheet_of.get(arrow.target) == self.number:
                self.arrows.append(arrow)
        shift = (1 if self.heads else 0) - self.first
        symbols: list[Symbol] = [
            replace(s, row=s.row + shift) for s in self.flow.symbols if self.first <= s.row < self.end
        ]
        foot = self.end + shift
        symbols += [*self.heads, *(replace(p, row=foot) for p in self.feet)]
        rows = (
            *((None,) if self.heads else ()),
            *range(self.first, self.end),
            *((None,) if self.feet else ()),
        )
        named = tuple(
            Row(k, "", "") if row is None else replace(self.flow.rows[row], index=k)
            for k, row in enumerate(rows)
        )
        passages = {place: tuple(found) for place, found in ((0, self.over), (foot, self.under)) if found}
        made = Flow(self.flow.lanes, named, tuple(symbols), tuple(self.arrows), self.flow.title)
        return Part(made, rows, passages)

    def cross(self, crossing: _Crossing) -> None:
        """With a pentagon where it leaves this sheet, or where it comes in."""
        arrow = crossing.arrow
        if self.number == crossing.here:
            pentagon = self.pentagon(crossing, arrow.source, leaves=True)
            self.arrows.append(replace(arrow, target=pentagon))
        elif self.number == crossing.there:
            pentagon = self.pentagon(crossing, arrow.target, leaves=False)
            found = Arrow(pentagon, arrow.target, two_way=arrow.two_way)
            if found not in self.arrows:
                self.arrows.append(found)

    def pentagon(self, crossing: _Crossing, beside: str, *, leaves: bool) -> str:
        """The key of one with its letter in the lane of its symbol; below another if it must be."""
        head = leaves == crossing.up
        row, told = (self.heads, self.over) if head else (self.feet, self.under)
        passage = Passage(crossing.letter, leaves, crossing.there if leaves else crossing.here)
        if passage not in told:
            told.append(passage)
        lane = self.flow.symbol(beside).lanes[0]
        key = f"p{crossing.letter}_{lane + 1}_{'ke' if leaves else 'dari'}_{'atas' if head else 'bawah'}"
        if all(p.key != key for p in row):
            stack = sum(p.lanes[0] == lane for p in row)
            row.append(
                Pentagon(key, 0, (lane,), Shape.PROCESS, crossing.letter, stack, up=crossing.up, head=head)
            )
        return key
