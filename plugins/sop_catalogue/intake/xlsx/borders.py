"""Borders of cells as rules of a page, and what takes their place where an identity has none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..identity import label_of
from ..table.rules import Rule, Rules, joined
from ..text import clean
from .cells import Worksheet
from .lattice import Area


def rules_in(sheet: Worksheet) -> Rules:
    level, upright = set(), set()
    x, y = sheet.lattice.columns.start, sheet.lattice.rows.start
    for row, column in sheet.cells:
        for r in (row, row + 1):
            if sheet.line_above(r, column):
                level.add(Rule(y(r), x(column), x(column + 1)))
        for c in (column, column + 1):
            if sheet.line_left(row, c):
                upright.add(Rule(x(c), y(row), y(row + 1)))
    return Rules(tuple(joined(level)), tuple(joined(upright)))


def stripes(sheet: Worksheet, top: int, bottom: int) -> Rules:
    """Each label begins a column of its own, down to the next row in which one begins farther left, or to an empty row."""
    x, y = sheet.lattice.columns.start, sheet.lattice.rows.start
    labels = [one for one, text in sheet.filled() if top <= one.top < bottom and label_of(clean(text))]
    bands = list(_bands(sheet, labels, top, bottom))
    right = x(sheet.right + 1)
    level = [Rule(y(row), -1, right) for row in sorted({row for band in bands for row in band})]
    upright = []
    for start, end in bands:
        lefts = {one.left for one in labels if start <= one.top < end}
        upright += [Rule(x(left) - 0.5, y(start), y(end)) for left in sorted(lefts | {0})]
        upright.append(Rule(right, y(start), y(end)))
    return Rules(tuple(joined(level)), tuple(joined(upright)))


def _bands(sheet: Worksheet, labels: list[Area], top: int, bottom: int) -> Iterator[tuple[int, int]]:
    """Rows that go together, without the empty ones between them."""
    written = {row for one, _ in sheet.filled() for row in range(one.top, one.bottom + 1)}
    cuts = [top]
    lefts: set[int] = set()
    for row in range(top, bottom):
        here = {one.left for one in labels if one.top == row}
        farther = bool(here and lefts) and min(here) < min(lefts)
        if farther or (row - 1 in written and row not in written):
            cuts.append(row)
            lefts = set()
        lefts |= here
    for start, end in pairwise([*dict.fromkeys(cuts), bottom]):
        if rows := [row for row in range(start, end) if row in written]:
            yield rows[0], rows[-1] + 1
