"""Which rows of a chart stand on which sheet: planned by guess, measured, and planned again until all fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from math import ceil, inf

from ...chart import SheetSize, measure_sheets
from ...chart.labels import SIZE
from ...chart.symbols import body
from ...chart.text import longest_word
from ...definition.flow.model import Flow
from .columns import RULE, Columns, cell_height
from .cut import cut
from .fit import Fit
from .head import TableHead
from .passages import passages_height
from .steps import Span, Steps
from .window import Window

_PENTAGONS = 34.0
"""The height of a row of pentagons before it is measured, in the drawing's px."""
_BESIDE = 5.0
"""Between a label and the lane's rules."""
FREE = 0.45
"""Of a sheet's width that lanes may take for the sake of labels."""
_SAVED = 5
"""Of so many lines of a row, other widths save one at most."""
_ROUNDS, _HOPEFUL = 12, 7
"""How often it is measured; and how often a row is hoped to be as low elsewhere as where it was lowest."""


@dataclass(frozen=True, slots=True)
class Space:
    """What is free for a table, in px."""

    first: float
    """On the sheet where it begins."""
    further: float
    """On each further one."""
    tail: float = 0.0
    """What must stand below its last row."""
    least: int = 1
    """Rows that are worth beginning."""


def guessed_lane(flow: Flow, room: float, fit: Fit) -> float:
    """The width that lanes will have, in the drawing's px. Where many share the room, labels reach over their rules."""
    spacing, around = fit.spacing, 2 * fit.spacing.beside
    symbols = (
        body(s.shape, s.text, spacing=spacing).width / len(s.lanes) + around for s in flow.symbols if s.text
    )
    labels = (2 * (longest_word(arrow.label, SIZE) + _BESIDE) for arrow in flow.arrows if arrow.label)
    least = max([spacing.width + around, *symbols])
    wide = max([least, *labels])
    return wide if wide * fit.scale * len(flow.lanes) <= room * FREE else least


@dataclass
class FlowPlan:
    """Heights are in px of the sheet."""

    steps: Steps
    columns: Columns
    head: TableHead
    fit: Fit
    widest: float = inf
    """Labels make no lane wider than this, in the drawing's px."""
    whole: SheetSize | None = None
    """The whole chart, measured without words; None where nothing is drawn."""
    lane: float = 0.0
    """The width of the drawing's lanes, in its own px, once it is measured."""
    known: dict[tuple[int, int], float] = field(default_factory=dict)
    """Heights of sheets that were measured, by their first row and their end."""
    seen: set[int] = field(default_factory=set)
    """Rows on these."""

    @cached_property
    def texts(self) -> list[float]:
        """What the words of each row need."""
        return [self.columns.text_height(row) for row in self.steps.rows]

    @cached_property
    def strips(self) -> list[float]:
        """What the symbols of each row need, as far as it is known."""
        count = len(self.texts)
        if not self.whole or len(self.whole.heights) != count:  # rows that were parted
            return [0.0] * count
        return [high * self.columns.scale for high in self.whole.heights]

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

    @cached_property
    def least(self) -> float:
        """Its height on one sheet, if other widths saved as many lines as they ever may."""
        line = self.columns.type.line
        lower = (text - max(1, int(text / line) // _SAVED) * line for text in self.texts)
        return self.head.height + sum(max(a, b + RULE) for a, b in zip(lower, self.strips, strict=True))

    def least_sheets(self, space: Space) -> int:
        """How many it fills then without a gap."""
        over = self.least + space.tail - space.first
        return 1 + max(0, ceil(over / max(space.further - self.head.height, 1.0)))

    def row_room(self, free: float) -> float:
        """For a row alone on its sheet, between pentagons."""
        return free - self.head.height - 2 * self.pentagons

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

    @property
    def too_narrow(self) -> bool:
        """Its lanes, for what was measured."""
        return self.lane > self.planned_lane + 0.01

    def cut(self, space: Space) -> list[int]:
        """The rows that begin a sheet, by what is known of heights."""
        return cut(
            len(self.texts),
            self.height,
            space.further,
            first_room=space.first,
            least=space.least,
            tail=space.tail,
            crossing=self.crossings.__getitem__,
            forced={row.index for row in self.steps.flow.rows if row.new_sheet},
        )

    def fits(self, starts: Sequence[int], space: Space) -> bool:
        highs = [self.height(a, b) for a, b in pairwise([*starts, len(self.texts)])]
        highs[-1] += space.tail
        return highs[0] <= space.first and max(highs[1:], default=0.0) <= space.further

    def measured(self, space: Space) -> list[int]:
        """The rows that begin a sheet, when all that is drawn is measured."""
        flow = self.steps.flow
        found: list[int] = []
        for turn in range(_ROUNDS):
            before, found = found, self.cut(space)
            if not flow.symbols or found == before:
                break
            ends = [*found[1:], len(self.texts)]
            if all(pair in self.known for pair in zip(found, ends, strict=True)):
                break
            sizes = measure_sheets(flow, found, self.wanted, self.planned_lane, self.widest, self.fit.spacing)
            self.lane = sizes[0].lane_width
            if self.too_narrow:
                break  # the table is planned anew with wider lanes
            for size, a, b in zip(sizes, found, ends, strict=True):
                self.learn(size, a, b, min if turn < _HOPEFUL else max)
            if self.fits(found, space):
                break
        return found

    @cached_property
    def sums(self) -> list[float]:
        """The heights of all rows above each, as far as they are known."""
        return [0.0, *accumulate(max(a, b + RULE) for a, b in zip(self.texts, self.strips, strict=True))]

    def learn(self, size: SheetSize, first: int, end: int, likely: Callable[[float, float], float]) -> None:
        """The height of a sheet as measured, and which heights its rows are likely to have on others."""
        heights = [high * self.columns.scale + RULE for high in size.heights]
        for row, high in zip(size.rows, heights, strict=True):
            if row is not None:
                self.strips[row] = likely(self.strips[row], high) if row in self.seen else high
                self.seen.add(row)
        self.__dict__.pop("sums", None)
        self.known[first, end] = self.head.height + sum(
            self.grown(Window(first, size.rows, heights, size.passages))
        )

    def height(self, first: int, end: int) -> float:
        """Of a sheet with these rows, as far as it is known."""
        if known := self.known.get((first, end)):
            return known
        if self.steps.spans:
            rows = [max(self.texts[i], self.strips[i] + RULE) for i in range(first, end)]
            grown = sum(self.grown(Window(first, tuple(range(first, end)), rows)))
        else:
            grown = self.sums[end] - self.sums[first]
        cut_through = (self.crossings[first] > 0) + (self.crossings[end] > 0)
        return self.head.height + grown + self.pentagons * cut_through

    def grown(self, window: Window) -> list[float]:
        """The heights of rows: those of pentagons and the last of a merged cell as high as their words need."""
        heights = list(window.heights)
        for place, passages in window.passages.items():
            heights[place] = max(heights[place], passages_height(passages, self.columns))
        for span in self.steps.spans:
            part = window.part(span.first, span.last)
            if part and part[0] == window.place(span.first):
                have = sum(heights[part[0] : part[1] + 1])
                heights[part[1]] += max(0.0, self.span_height(span) - have)
        return heights

    def span_height(self, span: Span) -> float:
        kind, room = self.columns.type, self.columns.room(span.column)
        return cell_height(sum(para.lines(room, kind.size) for para in span.prose), kind)
