"""One page of a flow: its table, symbols, and arrows with labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .drawing.ink import Ink
from .drawing.labels import Phrase, labelled, phrases
from .drawing.net import net_of
from .drawing.symbols import Mark, marks_of
from .drawing.trace import traced
from .drawing.ways import Lost, Way
from .primitives import Page, Word
from .scanned.cells import stands_alone
from .table.grid import Grid
from .table.rows import TableRow, rows_of
from .table.rules import Rules


@dataclass(frozen=True, slots=True)
class Sheet:
    page: int
    grid: Grid
    rows: tuple[TableRow, ...]
    marks: tuple[Mark, ...]
    ways: tuple[Way, ...]
    labels: dict[int, str]
    """By the place of their way."""
    lost: tuple[Lost, ...] = ()
    strays: tuple[Phrase, ...] = ()
    """Words in the lanes that belong to no arrow."""
    doubts: tuple[str, ...] = ()
    """About all of it."""
    scanned: bool = False
    """Then no arrows could be seen."""


def sheet_of(page: Page, grid: Grid, ink: Ink, rules: Rules) -> Sheet:
    words = _inside(page.words, grid)
    rows = rows_of(grid, words, rules)
    marks = marks_of(grid, rows, ink, rules, words)
    if page.laid:
        certain = tuple(mark for mark in marks if stands_alone(mark, grid, rows))
        strays = phrases(words, certain, grid.flow)
        return Sheet(page.number, grid, tuple(rows), certain, (), {}, strays=tuple(strays), scanned=True)
    found = traced(net_of(ink, grid, rows, marks), marks)
    labels, strays = labelled(phrases(words, marks, grid.flow), found.ways, marks)
    return Sheet(
        page.number,
        grid,
        tuple(rows),
        tuple(marks),
        tuple(found.ways),
        labels,
        tuple(found.lost),
        tuple(strays),
    )


def _inside(words: Sequence[Word], grid: Grid) -> list[Word]:
    return [word for word in words if grid.body - 2 < word.box.center[1] < grid.bottom + 2]
