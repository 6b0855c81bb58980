"""Closed shapes in the lanes become symbols: which form, which row, which lanes, which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import pi, sqrt

from ..geometry import area, corners, inside
from ..primitives import Box, Point, Word
from ..table.grid import Grid
from ..table.rows import TableRow
from ..table.rules import Rules
from ..text import plain
from .ink import Ink, Shape

_BELOW = 45.0
"""How far below its table the end of a flow may stand."""


class Form(StrEnum):
    CAPSULE = "kapsul"
    BOX = "kotak"
    DIAMOND = "belah ketupat"
    CONNECTOR = "penghubung"
    OTHER = "lain"


@dataclass(slots=True)
class Mark:
    """A symbol as drawn on one page."""

    form: Form
    box: Box
    points: tuple[Point, ...]
    row: int
    """Of the page's rows."""
    lanes: tuple[int, ...]
    text: str = ""
    doubts: list[str] = field(default_factory=list)


def marks_of(
    grid: Grid, rows: Sequence[TableRow], ink: Ink, rules: Rules, words: Sequence[Word]
) -> list[Mark]:
    found: list[Mark] = []
    for shape in ink.shapes:
        if not _within(shape, grid) or not _may_be(shape, grid, rules):
            continue
        form = form_of(shape)
        text = plain(word for word in words if inside(word.box.center, shape.points))
        if form is None or (shape.white and form is not Form.DIAMOND):  # the ground of a label
            continue
        row = _row_of(shape.box, rows)
        lanes = lanes_of(shape.box, grid)
        if row is None or not lanes:
            continue
        found.append(Mark(form, shape.box, shape.points, row, lanes, text))
    found = _without_nested(found)
    tell_connectors(found)
    return found


def _within(shape: Shape, grid: Grid) -> bool:
    """In the lanes; a flow may end just below them."""
    flow, (x, y) = grid.flow, shape.box.center
    below = flow.bottom < y < flow.bottom + _BELOW and flow.left < x < flow.right
    return flow.holds((x, y), 1) or (below and shape.outlined and form_of(shape) is Form.CAPSULE)


def _may_be(shape: Shape, grid: Grid, rules: Rules) -> bool:
    """Neither a cell nor a background."""
    box, flow = shape.box, grid.flow
    if not (6 <= box.width <= flow.width * 0.98 and 5 <= box.height <= max(60, flow.height * 0.8)):
        return False
    if shape.curved or len(shape.points) > 4:
        return True
    edges = [grid.lanes[0].left, *(lane.right for lane in grid.lanes)]
    ruled = any(abs(box.left - e) < 2 for e in edges) and any(abs(box.right - e) < 2 for e in edges)
    if ruled:
        return False
    if shape.outlined:
        return True
    return True if corners(shape.points, 1) and _is_diamond(shape) else not _a_cell(box, rules)


def _a_cell(box: Box, rules: Rules) -> bool:
    """Nearly as large as the cell that it lies in, as the ground of a drawing is."""
    x, y = box.center
    right = [r.at for r in rules.upright if r.crosses(y, 0) and r.at > x]
    left = [r.at for r in rules.upright if r.crosses(y, 0) and r.at < x]
    if not (left and right):
        return False
    return box.width > 0.9 * (min(right) - max(left))


def form_of(shape: Shape) -> Form | None:
    """By the corners of its box that it fills, and by its area."""
    box = shape.box
    whole = box.width * box.height
    if not whole:
        return None
    part = area(shape.points) / whole
    turns = corners(shape.points, max(1.0, min(box.width, box.height) * 0.07))
    if _is_diamond(shape):
        return Form.DIAMOND
    if len(turns) == 4 and part > 0.93 and len(shape.points) < 9:
        return Form.BOX
    if _is_pentagon(turns, box, part):
        return Form.CONNECTOR
    if shape.curved or len(turns) > 6 or (len(shape.points) > 8 and part > 0.72):
        if 0 < _corners_filled(shape) < 4:
            return Form.OTHER
        if part > 0.72:
            return Form.CAPSULE if _roundness(box, part) > 0.5 else Form.BOX
        return Form.OTHER if part > 0.5 else None
    if len(turns) in (4, 6) and part > 0.6:
        return Form.OTHER
    return Form.OTHER if len(turns) > 4 and part > 0.45 else None


def _corners_filled(shape: Shape) -> int:
    """Of its box: none by a capsule, two by a sheet of paper with a wavy edge."""
    box = shape.box
    slack = 0.08 * min(box.width, box.height)
    corners_ = ((x, y) for x in (box.left, box.right) for y in (box.top, box.bottom))
    return sum(any(abs(px - x) + abs(py - y) < slack for px, py in shape.points) for x, y in corners_)


def _roundness(box: Box, part: float) -> float:
    """How large its round corners are: 1 where they meet."""
    missing = max(0.0, 1 - part) * box.width * box.height
    return sqrt(missing / (4 - pi)) / (min(box.width, box.height) / 2)


def _is_diamond(shape: Shape) -> bool:
    box = shape.box
    part = area(shape.points) / (box.width * box.height or 1)
    if not 0.44 < part < 0.62:
        return False
    x, y = box.center
    middles = ((x, box.top), (x, box.bottom), (box.left, y), (box.right, y))
    reach = max(2.5, 0.12 * max(box.width, box.height))
    return all(any(abs(px - mx) + abs(py - my) < reach for px, py in shape.points) for mx, my in middles)


def _is_pentagon(turns: Sequence[Point], box: Box, part: float) -> bool:
    """A box with a point at its lower or upper side."""
    if len(turns) != 5 or not 0.6 < part < 0.97:
        return False
    x, _ = box.center
    tips = [
        p
        for p in turns
        if abs(p[0] - x) < 0.15 * box.width and min(abs(p[1] - box.top), abs(p[1] - box.bottom)) < 1.5
    ]
    return bool(tips)


def _row_of(box: Box, rows: Sequence[TableRow]) -> int | None:
    y = box.center[1]
    for k, row in enumerate(rows):
        if row.top - 1 <= y < row.bottom + 1:
            return k
    return len(rows) - 1 if rows and y > rows[-1].bottom else None


def lanes_of(box: Box, grid: Grid) -> tuple[int, ...]:
    """Those that it covers by much, or else the one that it covers most."""
    shares = []
    for k, lane in enumerate(grid.lanes):
        common = min(box.right, lane.right) - max(box.left, lane.left)
        shares.append((common / min(lane.right - lane.left, box.width), k))
    found = tuple(k for share, k in shares if share >= 0.4)
    if found:
        return found
    best = max(shares, default=(0.0, 0))
    return (best[1],) if best[0] > 0 else ()


def _without_nested(marks: list[Mark]) -> list[Mark]:
    """A double border, or the box of a label inside a symbol, is no symbol of its own."""
    return [
        mark
        for mark in marks
        if not any(
            other is not mark and other.box.around(mark.box, 1) and _larger(other.box, mark.box)
            for other in marks
        )
    ]


def _larger(one: Box, other: Box) -> bool:
    return one.width * one.height > other.width * other.height * 1.02


def tell_connectors(marks: list[Mark]) -> None:
    """Small circles with a letter or number, among larger symbols, are connectors, too."""
    for mark in marks:
        wide = mark.box.width
        larger = sum(other.box.width > wide * 1.4 for other in marks)
        if larger > len(marks) / 2 and is_connector(mark.form, wide, mark.box.height, mark.text):
            mark.form = Form.CONNECTOR


def is_connector(form: Form | None, wide: float, high: float, text: str) -> bool:
    """By itself: it may still be a small symbol among others."""
    round_ = form is Form.CAPSULE and 0.8 * high < wide < min(30, 1.25 * high)
    return round_ and len(text) in (1, 2)
