"""The rows of a flow table on one page, and the texts of their cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..primitives import Box, Word
from ..text import paragraphs, plain
from .columns import Column
from .grid import Grid
from .rules import Rule, Rules

_STARRED = re.compile(r"(\d{1,3}[a-z]?)\s*\*$")
_PASSAGE = re.compile(r"(?:\w{1,3}(?:, \w{1,3})* (?:ke|dari) hal\. \d+(?:; )?)+")
"""What our own sheets write beside the pentagons at their edges."""


@dataclass(frozen=True, slots=True)
class Cell:
    texts: tuple[str, ...] = ()
    """Its paragraphs, or the items of its list."""
    rows: int = 1
    """How many rows it stands over."""


@dataclass(slots=True)
class TableRow:
    top: float
    bottom: float
    number: str = ""
    activity: list[str] = field(default_factory=list)
    cells: dict[str, Cell] = field(default_factory=dict)
    starred: bool = False
    """Its number has an asterisk: what is inferred, says the foot of the sheet."""
    passage: bool = False
    """Is no step, but only the way over to another sheet."""


def rows_of(grid: Grid, words: Sequence[Word], rules: Rules) -> list[TableRow]:
    activity = grid.of("kegiatan")
    assert activity
    cuts = [rule for rule in rules.level if grid.body - 2 <= rule.at <= grid.bottom + 2]
    bounds = [grid.body, *_cutting(cuts, activity, grid)]
    if grid.bottom - bounds[-1] > 6:
        bounds.append(grid.bottom)
    inside = [w for w in words if grid.columns[0].left - 3 < w.box.center[0] < grid.columns[-1].right + 3]
    rows = [_row(grid, inside, rules, top, low) for top, low in pairwise(bounds)]
    for kind in ("kelengkapan", "waktu", "output", "keterangan"):
        if column := grid.of(kind):
            _fill(rows, column, kind, inside, cuts)
    return [row for row in rows if _says_something(row)]


def _cutting(cuts: Iterable[Rule], column: Column, grid: Grid) -> list[float]:
    found: list[float] = []
    for rule in cuts:
        own = rule.covers(column.left, column.right) > 0.9 and _parts_more(rule, grid)
        if own and rule.at - (found[-1] if found else grid.body) > 5:
            found.append(rule.at)
    return found


def _parts_more(rule: Rule, grid: Grid) -> bool:
    """Than the texts of one activity: its number, too, or the lanes."""
    number, flow = grid.of("no"), grid.flow
    return (
        number is None
        or rule.covers(number.left, number.right) > 0.5
        or rule.covers(flow.left, flow.right) > 0.5
    )


def _row(grid: Grid, words: Sequence[Word], rules: Rules, top: float, bottom: float) -> TableRow:
    activity, number = grid.of("kegiatan"), grid.of("no")
    assert activity
    row = TableRow(top, bottom)
    first = number or activity
    across = words_in(words, Box(first.left, top, activity.right, bottom))
    text = plain(across)
    parted = any(abs(r.at - activity.left) < 2 and r.crosses((top + bottom) / 2, 0) for r in rules.upright)
    if _PASSAGE.fullmatch(text) or (not parted and number and not text):
        row.passage = True
        return row
    row.activity = paragraphs(
        words_in(words, Box(activity.left, top, activity.right, bottom)), activity.left, activity.right
    )
    if number:
        row.number = plain(words_in(words, Box(number.left - 3, top, number.right, bottom)))
        if starred := _STARRED.match(row.number):
            row.number, row.starred = starred[1], True
    return row


def _fill(
    rows: Sequence[TableRow], column: Column, kind: str, words: Sequence[Word], cuts: Sequence[Rule]
) -> None:
    """Cells go down to the next rule that cuts their column."""
    own = [rule.at for rule in cuts if rule.covers(column.left, column.right) > 0.8]
    k = 0
    while k < len(rows):
        last = k
        while last + 1 < len(rows) and not any(abs(at - rows[last].bottom) < 3 for at in own):
            last += 1
        box = Box(column.left, rows[k].top, column.right, rows[last].bottom)
        texts = paragraphs(words_in(words, box), column.left, column.right)
        if texts and not rows[k].passage:
            rows[k].cells[kind] = Cell(tuple(texts), last - k + 1)
        k = last + 1


def words_in(words: Iterable[Word], box: Box) -> list[Word]:
    return [word for word in words if box.holds(word.box.center)]


def _says_something(row: TableRow) -> bool:
    return bool(row.passage or row.activity or row.number or row.cells or row.bottom - row.top > 8)
