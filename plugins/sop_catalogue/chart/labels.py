"""Words beside arrows: each close to where its arrow starts, free of everything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from math import inf

from .layout import Layout, Line, Needs, Spot
from .room import CLEARANCE, DISTANCE, RULE, Rect, Room
from .symbols import LEADING
from .text import longest_word, width, wrap

SIZE = 10.0
LINE = SIZE * LEADING
GAP = 2.5
"""Between a label and its own line."""
_NEAR = 34.0
"""Farther than this from its exit a label belongs to nobody."""
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
    room = Room(layout, rows)
    labels: list[Label] = []
    complete = True
    for i, text in wanted.items():
        if found := _find(room, needs, i, text, last):
            labels.append(found)
            room.taken[found.row].append(found.rect)
        else:
            complete = False
            _ask(layout, needs, layout.lines[i], text)
    return labels, complete


def _find(room: Room, needs: Needs, index: int, text: str, anyhow: bool) -> Label | None:
    layout = room.layout
    line, word = layout.lines[index], min(longest_word(text, SIZE), _WIDEST) + 0.5
    origin = layout.boxes[line.arrow.source].place
    row = origin.symbol.row
    asked = max(needs.above.get(origin.band, 0.0), needs.below.get(origin.band, 0.0))
    grown, crowded = asked >= LINE, asked >= _CROWDED
    tight = _roomy(word) > needs.widest or (crowded and needs.widest < inf)
    widest = min(layout.lane_width * _STRETCH, needs.widest)
    half = layout.lane_width / 2 - GAP - RULE
    whole = dict.fromkeys(wrap(text, max(wide, word), SIZE) for wide in (half, word, layout.lane_width - 8))
    divided = dict.fromkeys(wrap(text, half * part, SIZE) for part in _PARTS) if tight else {}
    # A higher row is better than a label over a lane's border, unless no height would do.
    for over in (False, True) if grown or _roomy(word) > widest else (False,):
        for lines in whole | divided:
            w = max(width(part, SIZE) for part in lines)
            h = len(lines) * LINE - 1.5
            spots = _spots(layout, row, line, w, h, over and needs.widest < inf)
            inside = layout.tops[row] + 1, layout.tops[row + 1] - 1 - h
            for x, y in chain(spots, _around(line, w, h, *inside) if crowded else ()):
                rect = (x, y, x + w, y + h)
                if room.is_free(row, line.stem, rect, over):
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


def _around(line: Line, w: float, h: float, highest: float, lowest: float) -> Iterator[Spot]:
    """All over the neighbourhood of an exit in its row, as far as the label is still seen to be its own."""
    x, y = line.points[0]
    for step in range(0, int(_NEAR), 6):
        for top in (y - GAP - h - step, y + GAP + step):
            if not highest <= top <= lowest:
                continue
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
