"""Columns of text beside a chart: as wide as keeps the rows low that their symbols do not make high anyway."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from ...pages.form.shares import Wish
from ...pages.text.lines import length
from ...pages.text.prose import Prose

_RAGGED = 0.8
"""What a line loses at its end to a word that goes on in the next, in em."""
_NEARLY = 2.0
"""In em: how exactly a width is sought."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A row, or what a cell over several rows says."""

    cells: Mapping[str, Prose]
    free: int
    """Lines for which there is room beside its symbols."""


@dataclass(frozen=True, slots=True)
class _Cell:
    row: int
    lengths: tuple[float, ...]
    """Of its paragraphs, in em."""


class _Need(NamedTuple):
    wide: float
    """In px."""
    row: int | None
    """Of the cell that needs it; more lines in others change nothing."""


def widths(
    wanted: Mapping[str, Wish], rows: Sequence[Shared], room: int, size: float, frame: int
) -> dict[str, int]:
    """They add up to the room. `frame`: what stands beside the text of a cell.

    Every row begins with the lines that cost nothing. As long as the columns are too wide together, the one is narrowed
    that saves most for each line which that adds to a row.
    """
    lines = [max(row.free, 1) for row in rows]
    cells = {
        key: [_Cell(i, _lengths(prose)) for i, row in enumerate(rows) if (prose := row.cells.get(key))]
        for key in wanted
    }

    def needs(key: str, lines: Sequence[int]) -> _Need:
        most, row = max(((_em(c.lengths, lines[c.row]), c.row) for c in cells[key]), default=(0.0, None))
        return _Need(max(wanted[key].least, min(wanted[key].natural, most * size + frame)), row)

    found = {key: needs(key, lines) for key in wanted}
    while (over := sum(need.wide for need in found.values()) - room) > 0:
        best: tuple[float, list[int], dict[str, _Need]] | None = None
        for key, wish in wanted.items():
            if found[key].wide > wish.least:
                more = _more(cells[key], lines, (found[key].wide - frame) / size - _NEARLY)
                now = {
                    other: need
                    if need.row is None or more[need.row] == lines[need.row]
                    else needs(other, more)
                    for other, need in found.items()
                }
                left = sum(need.wide for need in now.values()) - room
                worth = min(over, over - left) / (sum(more) - sum(lines))
                if best is None or worth > best[0]:
                    best = worth, more, now
        if best is None:
            break
        _, lines, found = best
    return _adding_up({key: need.wide for key, need in found.items()}, room)


def _more(cells: Sequence[_Cell], lines: Sequence[int], width: float) -> list[int]:
    """Lines of rows, with one more where a cell of the column needs all of its width, in em; of very many, with some."""
    more = list(lines)
    for cell in cells:
        if _em(cell.lengths, lines[cell.row]) >= width:
            more[cell.row] = lines[cell.row] + 1 + lines[cell.row] // 10
    return more


def _adding_up(found: Mapping[str, float], room: int) -> dict[str, int]:
    """What is over or too much is shared by all; what rounding leaves is Kegiatan's."""
    whole = sum(found.values())
    out = {key: int(wide * room / whole) for key, wide in found.items()}
    out["kegiatan"] += room - sum(out.values())
    return out


@lru_cache(maxsize=8192)
def _lengths(prose: Prose) -> tuple[float, ...]:
    return tuple(length(run) + para.indent for para in prose for run in para.runs)


@lru_cache(maxsize=8192)
def _em(lengths: tuple[float, ...], lines: int) -> float:
    """The least width, about, in which paragraphs have so many lines."""
    high = max(lengths, default=0.0)
    if lines <= len(lengths):
        return high
    low = high / lines
    while high - low > _NEARLY / 2:
        middle = (low + high) / 2
        if sum(_lines(one, middle) for one in lengths) > lines:
            low = middle
        else:
            high = middle
    return high


def _lines(long: float, width: float) -> int:
    return 1 if long <= width else ceil(long / max(width - _RAGGED, 1.0))
