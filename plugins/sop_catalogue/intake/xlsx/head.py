"""Where the flow tables of a worksheet are: their heads by their words, their columns by the cells of these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..table.columns import Column, columns_of, labels_of
from ..table.headings import LANES, NUMBERED, QUALITY, kind_of
from ..text import clean
from .cells import Worksheet
from .lattice import Area

_LONGEST = 60
"""Letters of a heading."""


@dataclass(frozen=True, slots=True)
class Head:
    top: int
    body: int
    """The first row below it."""
    spans: tuple[tuple[int, int], ...]
    """The worksheet's columns that each column of the table consists of."""
    columns: tuple[Column, ...]
    labels: tuple[tuple[str, str], ...]
    numbered: bool

    def span(self, kind: str) -> tuple[int, int] | None:
        return next(
            (s for s, column in zip(self.spans, self.columns, strict=True) if column.kind == kind), None
        )


def heads_of(sheet: Worksheet) -> list[Head]:
    """From the top."""
    found: list[Head] = []
    headings = [(one, kind_of(clean(text))) for one, text in sheet.filled() if len(text) < _LONGEST]
    last = [(one, kind) for one, kind in headings if kind in ("waktu", "output")]
    for one, kind in headings:
        if kind != "kegiatan" or (found and one.top < found[-1].body):
            continue
        right = [other for other, _ in last if other.left > one.right + 1 and _level(sheet, one, other)]
        if right and (head := _head(sheet, one, min(right, key=lambda other: other.left))):
            found.append(head)
    return found


def _level(sheet: Worksheet, activity: Area, other: Area) -> bool:
    """In the same rows; a heading over the other one counts as its own."""
    over = sheet.lattice.area(other.top - 1, other.left) if other.top else other
    top = over.top if QUALITY.fullmatch(_words(sheet, over)) else other.top
    return activity.top <= other.bottom and top <= activity.bottom


def _head(sheet: Worksheet, activity: Area, duration: Area) -> Head | None:
    rows = _rows(sheet, activity, duration)
    spans = list(_spans(sheet, activity, duration, *rows))
    heads = [_stack(sheet, left, *rows, activity.right) for left, _ in spans]
    x = sheet.lattice.columns.start
    columns = columns_of([(x(left), x(right + 1)) for left, right in spans], heads)
    if columns is None or not _is_head(columns, heads):
        return None
    body = rows[1] + 1
    numbered = _is_numbered(sheet, body, spans)
    return Head(rows[0], body + numbered, tuple(spans), columns, labels_of(columns, heads), numbered)


def _is_head(columns: tuple[Column, ...], heads: list[list[str]]) -> bool:
    """And no row of a table that speaks of a process and its results."""
    said = [text for head in heads for text in head]
    return any(
        c.kind == "no" and kind_of(t) == "no" for c, h in zip(columns, heads, strict=True) for t in h
    ) or any(LANES.fullmatch(text) or QUALITY.fullmatch(text) for text in said)


def _rows(sheet: Worksheet, activity: Area, duration: Area) -> tuple[int, int]:
    top, bottom = min(activity.top, duration.top), max(activity.bottom, duration.bottom)
    reach = range(activity.right + 1, max(duration.right, sheet.right) + 1)
    over = {row for row in range(max(0, top - 3), top) if _says(sheet, row, reach)}
    while top - 1 in over:
        top -= 1
    lanes = [
        one
        for row in range(top, bottom + 1)
        for one in _areas(sheet, row, reach)
        if LANES.fullmatch(_words(sheet, one))
    ]
    if lanes and lanes[0].bottom == bottom and lanes[0].right > lanes[0].left and duration.bottom == bottom:
        bottom += 1
    return top, bottom


def _says(sheet: Worksheet, row: int, reach: range) -> bool:
    """A row above the one with the activities, over which the lanes or the results have a heading of their own."""
    texts = [_words(sheet, one) for one in _areas(sheet, row, reach)]
    return any(LANES.fullmatch(text) or QUALITY.fullmatch(text) for text in texts)


def _areas(sheet: Worksheet, row: int, reach: range) -> Iterator[Area]:
    column = reach.start
    while column < reach.stop:
        one = sheet.lattice.area(row, column)
        yield one
        column = one.right + 1


def _words(sheet: Worksheet, one: Area) -> str:
    return clean(sheet.text(one))


def _spans(
    sheet: Worksheet, activity: Area, duration: Area, top: int, bottom: int
) -> Iterator[tuple[int, int]]:
    """From the column before the activities to the last one with a heading, or with borders."""
    left = activity.left
    before = sheet.lattice.area(activity.top, left - 1) if left else None
    if before and (_words(sheet, before) or sheet.line_left(activity.top, before.left)):
        yield before.left, left - 1
    current = (left, activity.right)
    for one in _areas(sheet, bottom, range(activity.right + 1, sheet.right + 1)):
        if not sheet.lattice.box(one).width:
            continue
        parted = sheet.line_left(bottom, one.left)
        named = any(_own(sheet, row, one.left) for row in range(top, bottom + 1))
        if named or (parted and _bordered(sheet, one, bottom)):
            yield current
            current = (one.left, one.right)
        elif one.left > duration.right:
            break
        else:
            current = (current[0], one.right)
    yield current


def _own(sheet: Worksheet, row: int, column: int) -> bool:
    one = sheet.lattice.area(row, column)
    return one.left == column and bool(_words(sheet, one)) and one.bottom >= row


def _bordered(sheet: Worksheet, one: Area, row: int) -> bool:
    return sheet.line_left(row, one.right + 1) or sheet.line_above(one.top, one.left)


def _stack(sheet: Worksheet, column: int, top: int, bottom: int, leftmost: int) -> list[str]:
    """The texts over a column, the lowest first; a heading reaches over empty cells that no border parts from it."""
    found: list[str] = []
    row = bottom
    while row >= top:
        one = sheet.lattice.area(row, column)
        text = _words(sheet, one) or (_from_left(sheet, row, one, leftmost) if row < bottom else "")
        above = max(one.top, 0)
        if text or above <= top or sheet.line_above(above, column):
            found.append(text)
        row = above - 1
    return found


def _from_left(sheet: Worksheet, row: int, one: Area, leftmost: int) -> str:
    while one.left > leftmost + 1 and not sheet.line_left(row, one.left):
        one = sheet.lattice.area(row, one.left - 1)
        if text := _words(sheet, one):
            return text
    return ""


def _is_numbered(sheet: Worksheet, row: int, spans: list[tuple[int, int]]) -> bool:
    """A row of (1) (2) (3) … below it."""
    reach = range(spans[0][0], spans[-1][1] + 1)
    texts = [text for one in _areas(sheet, row, reach) if (text := _words(sheet, one))]
    return len(texts) >= max(3, len(spans) - 3) and all(NUMBERED.fullmatch(text) for text in texts)


def edges(head: Head) -> list[int]:
    """The worksheet's columns at which columns of the table begin, and the one behind the last."""
    return [head.spans[0][0], *(right + 1 for _, right in head.spans)]
