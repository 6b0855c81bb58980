"""The flow table of a page: its head by its words, its columns and rows by its rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..primitives import Box, Word
from ..text import clean
from .columns import Column, columns_of, heads_of, labels_of
from .headings import NUMBERED, kind_of
from .rules import SNAP, Rule, Rules

_HIGHEST = 110.0
"""Of a head."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A flow table on one page."""

    columns: tuple[Column, ...]
    top: float
    """Of its head, or of its body where it has none."""
    body: float
    bottom: float
    headed: bool = True
    labels: tuple[tuple[str, str], ...] = ()
    """Its headings as written, by the column's kind."""
    numbered: bool = False
    """Has a row (1) (2) (3) below its head."""

    def of(self, kind: str) -> Column | None:
        return next((column for column in self.columns if column.kind == kind), None)

    @property
    def lanes(self) -> list[Column]:
        return [column for column in self.columns if column.kind == "lane"]

    @property
    def flow(self) -> Box:
        """Where symbols and arrows are."""
        return Box(self.lanes[0].left, self.body, self.lanes[-1].right, self.bottom)


def grids_of(words: Sequence[Word], rules: Rules) -> list[Grid]:
    """From the top of the page."""
    found: list[Grid] = []
    for activity, duration in _head_words(words):
        last = found[-1] if found else None
        if last and last.body < activity.box.center[1] < last.bottom:
            continue
        if grid := _grid(words, rules, activity, duration):
            if last and last.body == grid.body:  # what was taken for its head stood above that
                found.pop()
            found.append(grid)
    return (
        [
            replace(grid, bottom=min(grid.bottom, later.top)) if later.top > grid.top else grid
            for grid, later in zip(found, [*found[1:], replace(found[0], top=1e9)], strict=True)
        ]
        if found
        else []
    )


def _head_words(words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Where a heading of the activities stands, and one of durations or results to the right of it, about as high."""
    last = [word for word in words if kind_of(clean(word.text).rstrip("/")) in ("waktu", "output")]
    for word in sorted(words, key=lambda w: (w.box.top, w.box.left)):
        if kind_of(clean(word.text).split("/")[0]) != "kegiatan":
            continue
        right = [
            other
            for other in last
            if abs(other.box.center[1] - word.box.center[1]) < 60 and other.box.left > word.box.right + 40
        ]
        if right:
            yield word, min(right, key=lambda w: abs(w.box.center[1] - word.box.center[1]))


def _grid(words: Sequence[Word], rules: Rules, activity: Word, duration: Word) -> Grid | None:
    left, right = activity.box.left, duration.box.right
    low = max(activity.box.bottom, duration.box.bottom)
    high = min(activity.box.top, duration.box.top)
    below = [r for r in rules.level if r.at > low - 1 and r.at < low + 80 and r.covers(left, right) > 0.97]
    above = [
        r for r in rules.level if r.at < high + 2 and r.at > high - _HIGHEST and r.covers(left, right) > 0.97
    ]
    if not (below and above):
        return None
    body, top = below[0].at, above[-1].at
    edges = _edges(rules, body, below[0])
    if len(edges) < 5:
        return None
    heads = heads_of(words, rules, edges, top, body)
    columns = columns_of(list(pairwise(edges)), heads)
    if columns is None or not _headed_by(columns, activity, duration):
        return None
    bottom = max(
        r.end
        for r in rules.upright
        if r.crosses(body + 3) and min(abs(r.at - edges[0]), abs(r.at - edges[-1])) < SNAP
    )
    grid = Grid(columns, top, body, bottom, labels=labels_of(columns, heads))
    return _without_numbers(grid, words, rules)


def _headed_by(columns: Iterable[Column], activity: Word, duration: Word) -> bool:
    """The words stand over what they name, and not in some sentence above the table."""
    wanted = (activity, ("kegiatan",)), (duration, ("waktu", "output"))
    return all(
        any(c.kind in kinds and c.left <= word.box.center[0] <= c.right for c in columns)
        for word, kinds in wanted
    )


def _edges(rules: Rules, body: float, below: Rule) -> list[float]:
    """Of the columns: upright rules in the head, or that go on below it."""
    found: list[float] = []
    for rule in rules.upright:
        goes_on = rule.crosses(body + 6, 0) and rule.crosses(body) and rule.end - body > 12
        stands = rule.crosses(body - 4, 0) and rule.length > 8
        if (goes_on or stands) and below.crosses(rule.at) and (not found or rule.at - found[-1] > 6):
            found.append(rule.at)
    return found


def _without_numbers(grid: Grid, words: Sequence[Word], rules: Rules) -> Grid:
    """A first row of (1) (2) (3) … belongs to the head; or the head's last band is one already."""
    lower = next(
        (
            r.at
            for r in rules.level
            if r.at > grid.body + 5 and r.covers(grid.columns[0].left, grid.columns[-1].right) > 0.9
        ),
        None,
    )
    if lower is None or lower - grid.body > 30:
        return grid
    inside = [
        w
        for w in words
        if grid.body < w.box.center[1] < lower
        and grid.columns[0].left < w.box.center[0] < grid.columns[-1].right
    ]
    texts = [clean(w.text) for w in inside]
    if len(texts) >= max(3, len(grid.columns) - 3) and all(NUMBERED.fullmatch(text) for text in texts):
        return replace(grid, body=lower, numbered=True)
    return grid


def continued(before: Grid, words: Sequence[Word], rules: Rules, above: float = 0) -> Grid | None:
    """The same table going on, without a head, on another page: below `above`."""
    upright = [r for r in rules.upright if r.end > above + 12]
    edges = [before.columns[0].left, *(column.right for column in before.columns)]
    shift = _shift(edges, upright)
    if shift is None:
        return None
    left, right = edges[0] + shift, edges[-1] + shift
    ruled = [r for r in upright if abs(r.at - left) < 3 or abs(r.at - right) < 3]
    level = [r.at for r in rules.level if r.covers(left, right) > 0.9 and r.at > above - 2]
    if not ruled or len(level) < 2:
        return None
    top, bottom = min(level[0], *(r.start for r in ruled)), max(r.end for r in ruled)
    top = max(top, above)
    columns = tuple(replace(c, left=c.left + shift, right=c.right + shift) for c in before.columns)
    inside = [w for w in words if top < w.box.center[1] < bottom]
    if not inside or bottom - top < 12:
        return None
    return Grid(columns, top, top, bottom, headed=False)


def _shift(edges: list[float], upright: list[Rule]) -> float | None:
    """How far to the right the columns stand there; None where they do not stand there."""
    for rule in upright:
        shift = rule.at - edges[0]
        if abs(shift) > 40:
            continue
        found = sum(any(abs(r.at - edge - shift) < 2.5 for r in upright) for edge in edges)
        if found >= max(4, 0.8 * len(edges)):
            return shift
    return None
