"""The lines between symbols as a net: stretches, where they meet, what their ends touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..geometry import Segment, apart, around, from_segment, inside, length, nearest_on, sides
from ..primitives import Box, Point, Ring
from ..table.grid import Grid
from ..table.rows import TableRow
from ..table.rules import SNAP
from .ink import Head, Ink, Line
from .symbols import Mark

TOUCH = 2.6
"""What is no farther apart meets."""
_ON = 1.2
"""What is no farther from a line is on it."""
REACH = 20.0
"""How far an end may be from the symbol that it points at."""


@dataclass(slots=True)
class End:
    point: Point
    free: bool
    """Nothing of its own line goes on there."""
    head: Head | None = None
    mark: int | None = None
    """The symbol that it touches."""
    gap: float = 0
    """How far away that is."""


@dataclass(slots=True)
class Stretch:
    """A straight piece of a line; or a bent one, where it is known that all of it is one."""

    ends: tuple[End, End]
    bends: tuple[Point, ...] = ()

    @property
    def segment(self) -> Segment:
        return self.ends[0].point, self.ends[1].point

    @property
    def points(self) -> tuple[Point, ...]:
        return self.ends[0].point, *self.bends, self.ends[1].point

    @property
    def length(self) -> float:
        return length(self.points)

    def nearest(self, point: Point) -> Point:
        """On it."""
        if not self.bends:
            return nearest_on(point, self.segment)
        places = (nearest_on(point, piece) for piece in pairwise(self.points))
        return min(places, key=lambda place: apart(point, place))


@dataclass(slots=True)
class Net:
    stretches: list[Stretch]
    loose_heads: list[Head] = field(default_factory=list)
    """Without a line."""


def net_of(ink: Ink, grid: Grid, rows: Sequence[TableRow], marks: Sequence[Mark]) -> Net:
    drawn = around([grid.flow, *(mark.box for mark in marks)])
    lines = [line for line in ink.lines if any(drawn.holds(point, 3) for point in line.points)]
    stretches = _merged(list(_stretches(lines, grid, rows)))
    stretches = [s for s in stretches if s.length > 0.3 and not _decoration(s, marks)]
    heads = [head for head in ink.heads if drawn.holds(head.tip, 6)]
    net = Net(stretches)
    net.loose_heads = _put_on(heads, stretches)
    touch(stretches, marks)
    return net


def _stretches(lines: Iterable[Line], grid: Grid, rows: Sequence[TableRow]) -> Iterator[Stretch]:
    across = [grid.lanes[0].left, *(lane.right for lane in grid.lanes)]
    down = [grid.body, *(row.bottom for row in rows), grid.bottom]
    for line in lines:
        whole = len(line.points) == 2
        last = len(line.points) - 2
        for k, (a, b) in enumerate(pairwise(line.points)):
            if whole and _is_rule(a, b, across, down, grid):
                continue
            yield Stretch((End(a, k == 0), End(b, k == last)))


def _is_rule(a: Point, b: Point, across: Sequence[float], down: Sequence[float], grid: Grid) -> bool:
    flow = grid.flow
    if abs(a[0] - b[0]) < 0.8:
        on = any(abs(a[0] - x) < SNAP for x in across)
        return abs(a[1] - b[1]) > 0.93 * flow.height or (on and not _between(a[1], b[1], down))
    if abs(a[1] - b[1]) < 0.8:
        on = any(abs(a[1] - y) < SNAP for y in down)
        return abs(a[0] - b[0]) > 0.97 * flow.width or (on and not _between(a[0], b[0], across))
    return False


def _between(start: float, end: float, rules: Sequence[float]) -> bool:
    """An arrow may be drawn along a rule; the pieces of a rule begin and end at others."""
    return all(
        rules[0] + 3 < place < rules[-1] - 3 and all(abs(place - at) > 3 for at in rules)
        for place in (start, end)
    )


def _merged(stretches: list[Stretch]) -> list[Stretch]:
    """Pieces that lie on one another, or go on straight, become one."""
    found: list[Stretch] = []
    groups: dict[tuple[str, int], list[Stretch]] = {}
    for stretch in stretches:
        (ax, ay), (bx, by) = stretch.segment
        if abs(ax - bx) < 0.6:
            groups.setdefault(("upright", round((ax + bx) / 2)), []).append(_ordered(stretch, 1))
        elif abs(ay - by) < 0.6:
            groups.setdefault(("level", round((ay + by) / 2)), []).append(_ordered(stretch, 0))
        else:
            found.append(stretch)
    for (way, _), group in groups.items():
        found += _runs(group, 1 if way == "upright" else 0)
    return found


def _ordered(stretch: Stretch, axis: int) -> Stretch:
    a, b = stretch.ends
    return stretch if a.point[axis] <= b.point[axis] else Stretch((b, a))


def _runs(group: list[Stretch], axis: int) -> Iterator[Stretch]:
    group.sort(key=lambda s: s.ends[0].point[axis])
    run: Stretch | None = None
    for stretch in group:
        near = run and abs(run.ends[0].point[1 - axis] - stretch.ends[0].point[1 - axis]) < 0.9
        if run and near and stretch.ends[0].point[axis] <= run.ends[1].point[axis] + 0.7:
            if stretch.ends[1].point[axis] > run.ends[1].point[axis]:
                run = Stretch((run.ends[0], stretch.ends[1]))
            continue
        if run:
            yield run
        run = stretch
    if run:
        yield run


def _decoration(stretch: Stretch, marks: Sequence[Mark]) -> bool:
    """Lies on or inside a symbol."""
    a, b = stretch.segment
    middle = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    return any(all(_within(point, mark, 1.2) for point in (a, b, middle)) for mark in marks)


def _within(point: Point, mark: Mark, slack: float) -> bool:
    return mark.box.holds(point, slack) and (inside(point, mark.points) or distance(point, mark) <= slack)


def distance(point: Point, mark: Mark) -> float:
    """To its outline."""
    return min(from_segment(point, side) for side in sides(Ring(mark.points, closed=True)))


def _put_on(heads: Sequence[Head], stretches: Sequence[Stretch]) -> list[Head]:
    """Each head ends the nearest line that runs its way; those without one are handed back."""
    loose = []
    for head in heads:
        best: tuple[float, End] | None = None
        for stretch in stretches:
            for end, other in (stretch.ends, stretch.ends[::-1]):
                if end.head is not None:
                    continue
                gap = min(apart(end.point, head.back), from_segment(end.point, (head.back, head.tip)))
                if gap > max(4.0, head.size) or not _runs_its_way(head, other.point, end.point):
                    continue
                if best is None or gap < best[0]:
                    best = gap, end
        if best:
            best[1].head = head
            best[1].point = head.tip
        else:
            loose.append(head)
    return loose


def _runs_its_way(head: Head, start: Point, end: Point) -> bool:
    dx, dy = end[0] - start[0], end[1] - start[1]
    hx, hy = head.tip[0] - head.back[0], head.tip[1] - head.back[1]
    norm = apart(start, end) * head.size
    return norm > 0 and (dx * hx + dy * hy) / norm > 0.8


def touch(stretches: Sequence[Stretch], marks: Sequence[Mark], *, whole: bool = False) -> None:
    """Ends of which no symbol is known meet the one beside them.

    Where each stretch is `whole`, a head on another line ends there; in pieces it may be its own.
    """
    for stretch in stretches:
        points = stretch.points
        for end, before in ((stretch.ends[0], points[1]), (stretch.ends[1], points[-2])):
            if end.mark is None and (end.free or end.head):
                end.mark, end.gap = touched(end, before, marks)
                if end.gap > TOUCH and (whole or not end.head) and _goes_on(end.point, stretch, stretches):
                    end.mark = None
    for stretch in stretches:
        a, b = stretch.ends
        if a.mark is not None and a.mark == b.mark and not (a.head and b.head):
            farther = a if a.gap > b.gap else b
            if farther.gap > TOUCH or stretch.length < 4:
                farther.mark = None


def _goes_on(point: Point, stretch: Stretch, stretches: Sequence[Stretch]) -> bool:
    """At a corner, or on another line: what lies behind it is passed, not left."""
    return any(other is not stretch and apart(point, other.nearest(point)) < _ON for other in stretches)


def touched(end: End, start: Point, marks: Sequence[Mark]) -> tuple[int | None, float]:
    near = []
    for k, mark in enumerate(marks):
        if not mark.box.holds(end.point, REACH):
            continue
        gap = 0.0 if inside(end.point, mark.points) else distance(end.point, mark)
        if gap <= TOUCH or (gap <= REACH and _points_at(start, end.point, mark.box)):
            near.append((gap, k))
    if not near:
        return None, 0
    gap, k = min(near)
    return k, gap


def _points_at(start: Point, end: Point, box: Box) -> bool:
    """Going on straight, it would meet it."""
    long = apart(start, end)
    if not long:
        return False
    step = REACH / long
    x, y = end[0] + (end[0] - start[0]) * step, end[1] + (end[1] - start[1]) * step
    return any(
        box.holds((end[0] + (x - end[0]) * t / 8, end[1] + (y - end[1]) * t / 8), 1) for t in range(1, 9)
    )
