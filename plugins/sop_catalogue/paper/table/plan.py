"""Which rows of a chart stand on which sheet: planned by guess, measured, and planned again until all fit."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import inf

from ...chart import SheetSize, measure_sheets
from ...chart.labels import SIZE
from ...chart.symbols import body
from ...chart.text import longest_word
from ...definition.flow.model import Flow, Shape
from .columns import READABLE, RULE, Columns, cell_height
from .cut import cut
from .head import TableHead
from .steps import Span, Steps
from .window import Window

_PENTAGONS, _ROW, _DECISION = 36.0, 54.0, 66.0
"""Heights of rows before they are measured, in the drawing's px: of pentagons, of symbols, with a decision."""
_NARROW, _LANE, _MARGIN, _BESIDE = 84.0, 86.0, 28.0, 5.0
"""The width of a lane before it is measured, where it must be narrow and where it need not; what it is wider than its
widest symbol; between a label and the lane's rules."""
_FREE = 0.45
"""Of a sheet's width that lanes may take for the sake of labels."""
_ROUNDS = 12


def guessed_lane(flow: Flow, room: float) -> float:
    """The width that lanes will have, in the drawing's px. Where many share the room, labels reach over their rules."""
    symbols = (body(s.shape, s.text).width / len(s.lanes) + _MARGIN for s in flow.symbols if s.text)
    labels = (2 * (longest_word(arrow.label, SIZE) + _BESIDE) for arrow in flow.arrows if arrow.label)
    least = max([_NARROW, *symbols])
    wide = max([_LANE, least, *labels])
    return wide if wide * READABLE * len(flow.lanes) <= room * _FREE else least


@dataclass
class FlowPlan:
    """Heights are in px of the sheet."""

    steps: Steps
    columns: Columns
    head: TableHead
    room: float
    widest: float = inf
    """Labels make no lane wider than this, in the drawing's px."""
    lane: float = 0.0
    """The width of the drawing's lanes, in its own px, once it is measured."""
    strips: list[float] = field(default_factory=list)
    """What the symbols of each row need, as far as it is known."""
    known: dict[tuple[int, int], float] = field(default_factory=dict)
    """Heights of sheets that were measured, by their first row and their end."""

    @cached_property
    def texts(self) -> list[float]:
        """What the words of each row need."""
        return [self.columns.text_height(row) for row in self.steps.rows]

    @cached_property
    def crossings(self) -> list[int]:
        """How many arrows cross the border above each row."""
        row_of = {symbol.key: symbol.row for symbol in self.steps.flow.symbols}
        found = [0] * (len(self.texts) + 1)
        for arrow in self.steps.flow.arrows:
            if arrow.source in row_of and arrow.target in row_of:
                upper, lower = sorted((row_of[arrow.source], row_of[arrow.target]))
                for row in range(upper + 1, lower + 1):
                    found[row] += 1
        return found

    @property
    def row_room(self) -> float:
        """For a row alone on its sheet, between pentagons."""
        return self.room - self.head.height - 2 * self.pentagons

    @property
    def pentagons(self) -> float:
        return _PENTAGONS * self.columns.scale + RULE

    @property
    def wanted(self) -> list[float]:
        """The heights that rows have by their words, in the drawing's px."""
        return [(text - RULE) / self.columns.scale for text in self.texts]

    @property
    def planned_lane(self) -> float:
        """In the drawing's px."""
        return self.columns.lane / self.columns.scale

    def starts(self, tail: float) -> list[int]:
        """The rows that begin a sheet; `tail` is what must stand below the last row."""
        count, flow = len(self.texts), self.steps.flow
        self.strips = _guessed_heights(flow) if flow.symbols else [0.0] * count
        self.strips = [high * self.columns.scale for high in self.strips]
        found: list[int] = []
        for _ in range(_ROUNDS):
            before = found
            found = cut(
                count,
                self.height,
                self.room,
                tail=tail,
                crossing=self.crossings.__getitem__,
                forced={row.index for row in flow.rows if row.new_sheet},
            )
            ends = [*found[1:], count]
            if not flow.symbols or found == before:
                break
            sizes = measure_sheets(flow, found, self.wanted, self.planned_lane, self.widest)
            self.lane = sizes[0].lane_width
            if self.lane > self.planned_lane + 0.01:
                break  # the table is planned anew with wider lanes
            highs = [self.learn(size, a, b) for size, a, b in zip(sizes, found, ends, strict=True)]
            highs[-1] += tail
            if max(highs) <= self.room:
                break
        return found

    def learn(self, size: SheetSize, first: int, end: int) -> float:
        """The height of a sheet as measured. What was higher than guessed will be so on another sheet, too."""
        heights = [high * self.columns.scale + RULE for high in size.heights]
        for row, high in zip(size.rows, heights, strict=True):
            if row is not None:
                self.strips[row] = max(self.strips[row], high)
        self.known[first, end] = self.head.height + sum(self.grown(Window(first, size.rows, heights)))
        return self.known[first, end]

    def height(self, first: int, end: int) -> float:
        """Of a sheet with these rows, as far as it is known."""
        if known := self.known.get((first, end)):
            return known
        rows = [max(self.texts[i], self.strips[i] + RULE) for i in range(first, end)]
        grown = sum(self.grown(Window(first, tuple(range(first, end)), rows)))
        cut_through = (self.crossings[first] > 0) + (self.crossings[end] > 0)
        return self.head.height + grown + self.pentagons * cut_through

    def grown(self, window: Window) -> list[float]:
        """The heights of rows, the last row of a merged cell as high as its words need."""
        heights = list(window.heights)
        for span in self.steps.spans:
            part = window.part(span.first, span.last)
            if part and part[0] == window.place(span.first):
                have = sum(heights[part[0] : part[1] + 1])
                heights[part[1]] += max(0.0, self.span_height(span) - have)
        return heights

    def span_height(self, span: Span) -> float:
        kind, room = self.columns.type, self.columns.room(span.column)
        return cell_height(sum(para.lines(room, kind.size) for para in span.prose), kind)


def _guessed_heights(flow: Flow) -> list[float]:
    """The heights that rows will have, in the drawing's px."""
    storeys: list[dict[int, float]] = [{0: _ROW} for _ in flow.rows]
    for symbol in flow.symbols:
        high = _DECISION if symbol.shape is Shape.DECISION else _ROW
        here = storeys[symbol.row]
        here[symbol.stack] = max(here.get(symbol.stack, 0.0), high)
    return [sum(here.values()) for here in storeys]
