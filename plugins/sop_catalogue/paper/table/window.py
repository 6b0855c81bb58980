"""The rows of one sheet, and where those of the flow stand among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...chart import Passage


@dataclass(frozen=True, slots=True)
class Window:
    first: int
    """The first row of the flow that it shows."""
    rows: tuple[int | None, ...]
    """Which row of the flow each is; None for a row of pentagons."""
    heights: Sequence[float]
    passages: Mapping[int, Sequence[Passage]] = field(default_factory=dict)
    """What goes on through each row of pentagons, by its place."""

    def place(self, row: int) -> int | None:
        """Where a row of the flow stands on the sheet."""
        return self.rows.index(row) if row in self.rows else None

    def part(self, first: int, last: int) -> tuple[int, int] | None:
        """What of a merged cell is on the sheet: the places of its first and last row."""
        here = [place for place, row in enumerate(self.rows) if row is not None and first <= row <= last]
        return (here[0], here[-1]) if here else None
