"""What this floor hands on: a chart as one strip for each row of the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strip:
    """The part of the chart over one row. Lay `above + svg + below` over the row's lane cells."""

    height: float
    """Planned height of the row, in CSS pixels; the row may be higher."""
    svg: str
    above: str = ""
    """Stretches from the row's upper border to the strip; empty when no line crosses that border."""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    lane_width: float
    """In CSS pixels, the same for every lane."""
    rows: tuple[Strip, ...]

    @property
    def height(self) -> float:
        return sum(strip.height for strip in self.rows)


@dataclass(frozen=True, slots=True)
class Passage:
    """Where arrows of one letter go on, on another sheet of the same chart."""

    letter: str
    leaves: bool
    """They go there; else they come from there."""
    sheet: int
    """Counted from 0."""


@dataclass(frozen=True, slots=True)
class SheetSize:
    """The measures of a sheet before it is drawn."""

    lane_width: float
    heights: tuple[float, ...]
    """Of its rows."""
    rows: tuple[int | None, ...]
    passages: Mapping[int, tuple[Passage, ...]]
    """Both as in `Sheet`."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The chart of one sheet of paper."""

    drawing: Drawing
    rows: tuple[int | None, ...]
    """For each strip, which row of the flow it is; None for a row of pentagons, over or under the others."""
    passages: Mapping[int, tuple[Passage, ...]]
    """What goes on through each of the latter, by its place."""
