"""Widths sought by trial, where that may save a sheet: a column gives to another as long as the table gets lower."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from ...pages.form.shares import Wish
from ...pages.text.hyphens import divisible
from ...pages.text.prose import Prose, lines
from .columns import RULE, Columns, cell_height
from .steps import Steps

_GIFTS = 24, 12, 6
"""In px: what a column gives at a time."""

Widths = Mapping[str, int]
Cost = tuple[float, int]
"""The height of all rows; the lines of all cells. The least is the best."""


@dataclass
class Trials:
    """Of one table. What a column says is measured once for each of its widths."""

    steps: Steps
    strips: Sequence[float]
    """What the symbols of each row need, without its rule."""
    measured: dict[tuple[str, int], tuple[list[int], list[int]]] = field(default_factory=dict)

    def lowest(self, columns: Columns, wanted: Mapping[str, Wish]) -> tuple[float, Columns]:
        """The height of all rows, and the columns that have it."""
        best: tuple[Cost, Widths] = self.tried(columns, columns.words)
        for gift in _GIFTS:
            while True:
                others = [self.tried(columns, widths) for widths in _given(best[1], wanted, gift)]
                better = min(others, default=best, key=lambda one: one[0])
                if better[0] >= best[0]:
                    break
                best = better
        (high, _), widths = best
        return high, columns.with_words(widths)

    def tried(self, columns: Columns, widths: Widths) -> tuple[Cost, Widths]:
        kind = columns.type
        found = [self.counted(columns, key, wide) for key, wide in widths.items()]
        rows = [
            max(strip + RULE, cell_height(max(1, *tall), kind))
            for strip, *tall in zip(self.strips, *(cells for cells, _ in found), strict=True)
        ]
        high = sum(rows)
        for i, span in enumerate(self.steps.spans):
            need = cell_height(max(spans[i] for _, spans in found), kind)
            high += max(0.0, need - sum(rows[span.first : span.last + 1]))
        return (high, sum(sum(cells) + sum(spans) for cells, spans in found)), widths

    def counted(self, columns: Columns, key: str, wide: int) -> tuple[list[int], list[int]]:
        """The lines of a column's cells, row by row; and of those over several rows, 0 for another column's."""
        if (key, wide) not in self.measured:
            room, size = columns.room_in(wide), columns.type.size

            def count(said: Prose) -> int:
                return lines(divisible(said, room, size), room, size)

            cells = [count(row.prose(key)) for row in self.steps.rows]
            spans = [count(span.prose) if span.column == key else 0 for span in self.steps.spans]
            self.measured[key, wide] = cells, spans
        return self.measured[key, wide]


def _given(widths: Widths, wanted: Mapping[str, Wish], gift: int) -> Iterator[Widths]:
    """All ways in which one column gives so much to another, and no word of it breaks for that."""
    for giver, taker in permutations(widths, 2):
        if widths[giver] - gift >= wanted[giver].least:
            yield {**widths, giver: widths[giver] - gift, taker: widths[taker] + gift}
