"""Words beside arrows: each close to where its arrow starts, free of everything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from math import inf

from ..definition.flow.model import Shape
from .layout import Box, Layout, Line, Needs, Spot
from .symbols import LEADING
from .text import longest_word, width, wrap

SIZE = 10.0
LINE = SIZE * LEADING
GAP = 2.5
"""Between a label and its own line."""
CLEARANCE = 1.5
"""Between a label and symbols, borders, other labels."""
DISTANCE = 3.0
"""Between a label and lines of other arrows."""
_NEAR = 34.0
"""Farther than this from its exit a label belongs to nobody."""
RULE = 2.5
"""Between a label and the borders of its lane: another font may be a little wider."""
_STRETCH = 1.25
"""A lane is made so much wider at most for a word that would lie over its border."""
_GROWTH = 1.07
"""How fast lanes widen for labels that find no room."""
_PAST_BOX = 13.4
"""So far over a level exit, a label is past a box in the next lane, and still beside its arrow."""
_SHORT = 22.0
"""Around the corner of an exit no longer than this, a label is still beside its start."""
_CROWDED = 30.0
"""Where a row has grown so much in vain, a label is put wherever there is room."""
_BESIDE = 12.0
"""From its line, at most, a label that is."""
_PARTS = (0.95, 0.75, 0.6)
"""Of half a lane: how wide the lines of a label are whose words are divided."""
_WIDEST = 90.0
"""Words wider than this are broken."""

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Label:
    line: int
    """Index of the line it belongs to."""
    row: int
    lines: tuple[str, ...]
    rect: Rect
    over: bool = False
    """It lies over a lane's border, which must not show through."""
    size: float = SIZE


def place(layout: Layout, needs: Needs, last: bool = False) -> tuple[list[Label], bool]:
    """Labels, and whether all found room; if not, `needs` says what the layout must add.

    On the last call every label is placed, for an exit without its label would be worse than a crowded one.
    """
    wanted: dict[int, str] = {}
    stems = set()
    for i, line in enumerate(layout.lines):
        text = " ".join(line.arrow.label.split())
        if text and line.stem not in stems:
            wanted[i] = text
            stems.add(line.stem)
    rows = {layout.boxes[layout.lines[i].arrow.source].place.symbol.row for i in wanted}
    cells = _Cells(layout, rows)
    complete = True
    for i, text in wanted.items():
        if found := _find(layout, cells, needs, i, text, last):
            cells.placed[found.row].append(found)
        else:
            complete = False
            _ask(layout, needs, layout.lines[i], text)
    return [label for labels in cells.placed.values() for label in labels], complete


class _Cells:
    """What is already in the rows that hold labels."""

    def __init__(self, layout: Layout, rows: set[int]) -> None:
        self.placed: dict[int, list[Label]] = {row: [] for row in rows}
        self.boxes: dict[int, list[Box]] = {row: [] for row in rows}
        self.ink: dict[int, list[tuple[float, float, float, float, int]]] = {row: [] for row in rows}
        """Strokes and arrowheads, each with its stem."""
        for box in layout.boxes.values():
            if box.place.symbol.row in rows:
                self.boxes[box.place.symbol.row].append(box)
        for line in layout.lines:
            for (ax, ay), (bx, by) in pairwise(line.points):
                low, high = (ay, by) if ay < by else (by, ay)
                left, right = (ax, bx) if ax < bx else (bx, ax)
                for row in range(layout.row_at(low), layout.row_at(high) + 1):
                    if row in rows:
                        self.ink[row].append((left, low, right, high, line.stem))
            for head in _heads(line):
                row = layout.row_at((head[1] + head[3]) / 2)
                if row in rows:
                    self.ink[row].append((*head, line.stem))


def _heads(line: Line) -> Iterator[Rect]:
    if not line.arrow.plain:
        yield _head(line.points[-2], line.points[-1])
    if line.arrow.two_way:
        yield _head(line.points[1], line.points[0])


def _head(before: Spot, tip: Spot) -> Rect:
    (px, py), (x, y) = before, tip
    if px == x:
        back = 8.0 if py > y else -8.0
        return (x - 3, min(y, y + back), x + 3, max(y, y + back))
    back = 8.0 if px > x else -8.0
    return (min(x, x + back), y - 3, max(x, x + back), y + 3)


def _find(layout: Layout, cells: _Cells, needs: Needs, index: int, text: str, anyhow: bool) -> Label | None:
    line, word = layout.lines[index], min(longest_word(text, SIZE), _WIDEST) + 0.5
    origin = layout.boxes[line.arrow.source].place
    row = origin.symbol.row
    room = max(needs.above.get(origin.band, 0.0), needs.below.get(origin.band, 0.0))
    grown, crowded = room >= LINE, room >= _CROWDED
    tight = _roomy(word) > needs.widest or (crowded and needs.widest < inf)
    widest = min(layout.lane_width * _STRETCH, needs.widest)
    half = layout.lane_width / 2 - GAP - RULE
    whole = dict.fromkeys(wrap(text, max(room, word), SIZE) for room in (half, word, layout.lane_width - 8))
    divided = dict.fromkeys(wrap(text, half * part, SIZE) for part in _PARTS) if tight else {}
    # A higher row is better than a label over a lane's border, unless no height would do.
    for over in (False, True) if grown or _roomy(word) > widest else (False,):
        for lines in whole | divided:
            w = max(width(part, SIZE) for part in lines)
            h = len(lines) * LINE - 1.5
            spots = _spots(layout, row, line, w, h, over and needs.widest < inf)
            for x, y in chain(spots, _around(line, w, h) if crowded else ()):
                rect = (x, y, x + w, y + h)
                if _free(layout, cells, row, line.stem, rect, over):
                    return Label(index, row, lines, rect, over)
    if anyhow:
        (x, y), (_, toward) = line.points[:2]
        top = y if toward > y else y - h
        return Label(index, row, lines, (x + GAP, top, x + GAP + w, top + h), True)
    return None


def _spots(layout: Layout, row: int, line: Line, w: float, h: float, reach: bool) -> Iterator[Spot]:
    (ax, ay), (bx, by) = line.points[:2]
    if ax == bx:
        low, high = layout.tops[row] + CLEARANCE, layout.tops[row + 1] - CLEARANCE - h
        start = min(max(ay + 1 if by > ay else ay - 1 - h, low), high)
        for step in (0.0, 3.0, 6.0, 9.0, 14.0):
            y = start + step if by > ay else start - step
            if low <= y <= high:
                yield ax + GAP, y
                yield ax - GAP - w, y
        if len(line.points) > 2 and abs(by - ay) < _SHORT:
            left = bx + GAP if line.points[2][0] > bx else bx - GAP - w
            yield left, by - GAP - h
            yield left, by + GAP
        return
    yield from _along_level(layout.lane_width, (ax, ay), bx, w, h, reach)


def _around(line: Line, w: float, h: float) -> Iterator[Spot]:
    """All over the neighbourhood of an exit, as far as the label is still seen to be its own."""
    x, y = line.points[0]
    for step in range(0, int(_NEAR), 6):
        for top in (y - GAP - h - step, y + GAP + step):
            for aside in range(0, int(2 * _NEAR + w), 6):
                rect = (x + _NEAR - aside, top, x + _NEAR - aside + w, top + h)
                if any(_apart(stroke, rect) <= _BESIDE for stroke in pairwise(line.points)):
                    yield rect[:2]


def _apart(stroke: tuple[Spot, Spot], r: Rect) -> float:
    (ax, ay), (bx, by) = stroke
    across = max(r[0] - max(ax, bx), min(ax, bx) - r[2], 0.0)
    return max(across, r[1] - max(ay, by), min(ay, by) - r[3])


def _along_level(wide: float, start: Spot, end: float, w: float, h: float, reach: bool) -> Iterator[Spot]:
    """Spots over and under a level exit: in its own cell, just behind the lane's border, or by `reach` across it."""
    x, y = start
    rightwards = end > x
    border = (x // wide + (1 if rightwards else 0)) * wide
    beyond = abs(end - border) > w + 12 and (end > border) == rightwards and abs(border - x) < _NEAR
    room = abs(border - x) - w - RULE
    """Between the label and the lane's border when it stands right beside the symbol."""
    if reach:
        room = max(room, 3.0)
    for step in (0.0, 3.0, 6.0, 9.0, 12.0):
        for aside in (3.0, 9.0, 15.0, 0.0, -6.0, -12.0, -18.0, -24.0, -30.0):
            away = min(aside, room)
            if away == aside or aside == 3.0:
                left = x + away if rightwards else x - away - w
                yield left, y - GAP - h - step
                yield left, y + GAP + step
        if beyond and step == 6.0:
            left = border + DISTANCE if rightwards else border - DISTANCE - w
            yield left, y - GAP - h
            yield left, y + GAP
    if reach:
        for aside in (3.0, 0.0, -6.0, -12.0):
            yield (x + aside if rightwards else x - aside - w), y - GAP - h - _PAST_BOX


def _free(layout: Layout, cells: _Cells, row: int, stem: int, rect: Rect, over: bool) -> bool:
    left, top, right, bottom = rect
    if left < RULE or right > layout.width - RULE:
        return False
    if not over and left % layout.lane_width < RULE:
        return False
    if not over and right > (left // layout.lane_width + 1) * layout.lane_width - RULE:
        return False
    if top < layout.tops[row] + 1 or bottom > layout.tops[row + 1] - 1:
        return False
    for x1, y1, x2, y2, its in cells.ink[row]:
        gap = CLEARANCE if its == stem else DISTANCE
        if x2 > left - gap and x1 < right + gap and y2 > top - gap and y1 < bottom + gap:
            return False
    grown = (left - CLEARANCE, top - CLEARANCE, right + CLEARANCE, bottom + CLEARANCE)
    for other in cells.placed[row]:
        r = other.rect
        if r[0] < grown[2] and grown[0] < r[2] and r[1] < grown[3] and grown[1] < r[3]:
            return False
    return not any(_covers(box, grown) for box in cells.boxes[row])


def _covers(box: Box, r: Rect) -> bool:
    half, deep = box.body.width / 2, box.body.height / 2
    across, down = max(r[0] - box.x, box.x - r[2], 0.0), max(r[1] - box.y, box.y - r[3], 0.0)
    if across >= half or down >= deep:
        return False
    return box.body.shape is not Shape.DECISION or across / half + down / deep < 1


def _ask(layout: Layout, needs: Needs, line: Line, text: str) -> None:
    """More room: on the side where the arrow leaves; wider lanes when a word is wider than half a lane."""
    (ax, ay), (bx, by) = line.points[:2]
    band = layout.boxes[line.arrow.source].place.band
    word = min(longest_word(text, SIZE), _WIDEST)
    if layout.lane_width < _roomy(word) <= min(layout.lane_width * _STRETCH, needs.widest):
        needs.lane = max(needs.lane, _roomy(word))
        return
    half = layout.lane_width / 2 - GAP - RULE
    lines = wrap(text, half if _roomy(word) > needs.widest else max(word + 0.5, half), SIZE)
    turn = line.points[2][1] if ax != bx and len(line.points) > 2 else by
    side = needs.below if turn > ay else needs.above
    tried = side.get(band, 0.0)
    if tried < 24 + LINE * len(lines):
        side[band] = tried + 7.0 + (len(lines) - 1) * LINE / 2
    if tried >= 7:
        needs.lane = max(needs.lane, _roomy(word))
    if tried >= 14:
        needs.lane = max(needs.lane, layout.lane_width * _GROWTH)


def _roomy(word: float) -> float:
    """A lane with room for a word on either side of a line in its middle."""
    return 2 * (word + GAP + RULE + 0.5)
