"""Words beside arrows: each phrase goes to one arrow, that by whose exit it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from ...definition.tafsiran import SIGN
from ..geometry import apart, around, from_box, inside, nearest_on
from ..primitives import Box, Point, Word
from ..text import lines_of, plain
from .symbols import Form, Mark
from .ways import Way

_NEAR = 26.0
"""How far a label may stand from its arrow."""
_FAR = 90.0
"""The cost of what stands by no arrow."""


@dataclass(frozen=True, slots=True)
class Phrase:
    text: str
    box: Box


def phrases(words: Iterable[Word], marks: Sequence[Mark], flow: Box) -> list[Phrase]:
    """What stands in the lanes outside of all symbols; lines of one phrase stand close above each other.

    Our own sheets have stars there, at what was concluded.
    """
    free = [
        word
        for word in words
        if word.text != SIGN
        and flow.holds(word.box.center)
        and not any(inside(word.box.center, mark.points) for mark in marks)
    ]
    groups: list[list[Word]] = []
    for line in lines_of(free):
        for piece in _pieces(line.words):
            box = _box(piece)
            above = [g for g in groups if _goes_on(_box(g), box)]
            if above:
                above[-1].extend(piece)
            else:
                groups.append(piece)
    found = [Phrase(plain(group), _box(group)) for group in groups]
    return [phrase for phrase in found if phrase.text.strip(" .:-–()*")]


def _pieces(words: Sequence[Word]) -> list[list[Word]]:
    found: list[list[Word]] = []
    for word in words:
        if found and word.box.left - found[-1][-1].box.right < 0.7 * word.box.height:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _box(words: Sequence[Word]) -> Box:
    return around(word.box for word in words)


def _goes_on(above: Box, box: Box) -> bool:
    common = min(above.right, box.right) - max(above.left, box.left)
    close = -0.35 * box.height < box.top - above.bottom < 0.35 * box.height
    ranged = (box.left - above.left, box.right - above.right, box.center[0] - above.center[0])
    return close and common > 0 and min(map(abs, ranged)) < 1.6


def labelled(
    found: Sequence[Phrase], ways: Sequence[Way], marks: Sequence[Mark]
) -> tuple[dict[int, str], list[Phrase]]:
    """The label of each way, and the phrases that stand by none."""
    costs = sorted(
        (_cost(phrase, way, marks), p, w)
        for p, phrase in enumerate(found)
        for w, way in enumerate(ways)
        if marks[way.source].form is not Form.CONNECTOR or marks[way.target].form is not Form.CONNECTOR
    )
    near = [(p, w) for cost, p, w in costs if cost < _FAR]
    by_way: dict[int, int] = {}
    for p, w in near:
        if p not in by_way.values() and w not in by_way:
            by_way[w] = p
    _make_room(by_way, near, ways)
    placed = set(by_way.values())
    labels = {w: found[p].text for w, p in by_way.items()}
    for w, way in enumerate(ways):
        shared = [labels[k] for k in list(labels) if k != w and _leave_together(ways[k], way)]
        if w not in labels and shared and marks[way.source].form is Form.DIAMOND:
            labels[w] = shared[0]
    return labels, [phrase for p, phrase in enumerate(found) if p not in placed]


def _make_room(by_way: dict[int, int], near: Sequence[tuple[int, int]], ways: Sequence[Way]) -> None:
    """A phrase whose arrow has another one already takes it where that one stands by a second arrow of the same symbol."""
    for p, w in near:
        if p in by_way.values():
            continue
        other = by_way[w]
        second = (v for q, v in near if q == other and v not in by_way and ways[v].source == ways[w].source)
        if (free := next(second, None)) is not None:
            by_way[free], by_way[w] = other, p


def _leave_together(one: Way, other: Way) -> bool:
    """A fork: its label holds for both branches."""
    if one.source != other.source or min(len(one.points), len(other.points)) < 2:
        return False
    return apart(one.points[0], other.points[0]) < 1.5 and _same_way(one.points[:2], other.points[:2])


def _same_way(one: Sequence[Point], other: Sequence[Point]) -> bool:
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    along = (bx - ax) * (dx - cx) + (by - ay) * (dy - cy)
    return along > 0 and abs(across) < 0.05 * along


def _cost(phrase: Phrase, way: Way, marks: Sequence[Mark]) -> float:
    """Away from the line; along it from its source; more where its source decides nothing."""
    best = (999.0, 0.0)
    walked = 0.0
    for a, b in pairwise(way.points):
        for point in _along(a, b):
            gap = from_box(point, phrase.box)
            best = min(best, (gap + (walked + apart(a, point)) * 0.25, walked + apart(a, point)))
        nearest = nearest_on(phrase.box.center, (a, b))
        gap = from_box(nearest, phrase.box)
        best = min(best, (gap + (walked + apart(a, nearest)) * 0.25, 0.0))
        walked += hypot(b[0] - a[0], b[1] - a[1])
    if _gap(phrase, way) > _NEAR:
        return 999.0
    return best[0] + (0 if marks[way.source].form is Form.DIAMOND else 25)


def _along(a: Point, b: Point) -> Iterable[Point]:
    steps = max(1, min(40, int(apart(a, b) / 4)))
    return ((a[0] + (b[0] - a[0]) * k / steps, a[1] + (b[1] - a[1]) * k / steps) for k in range(steps + 1))


def _gap(phrase: Phrase, way: Way) -> float:
    return min(min(from_box(point, phrase.box) for point in _along(a, b)) for a, b in pairwise(way.points))
