"""Following lines from the symbols that they leave to those that they enter: joins, forks, both ways."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from ..geometry import apart
from ..primitives import Point
from .afar import STOPS_SHORT, meant
from .ink import Head
from .net import TOUCH, End, Net
from .symbols import Mark
from .ways import Lost, Traced, Way

_LOOSE = 6.0
"""How far an end may be from the line that it meets, where it touches nothing."""

Spot = tuple[int, int]
"""A stretch and which end of it."""


def traced(net: Net, marks: Sequence[Mark]) -> Traced:
    return _Tracer(net, marks).run()


class _Tracer:
    def __init__(self, net: Net, marks: Sequence[Mark]) -> None:
        self.stretches, self.marks, self.heads = net.stretches, marks, net.loose_heads
        self.meeting: dict[int, list[tuple[Point, list[Spot]]]] = {}
        """Junctions of each stretch: where, and which ends meet it there."""
        self.onto: dict[Spot, int] = {}
        """The stretch that an end meets so."""
        self.corner: dict[Spot, list[Spot]] = {}
        self._meet()
        self.against = self._directions()
        self.reached: set[Spot] = set()

    def end(self, spot: Spot) -> End:
        return self.stretches[spot[0]].ends[spot[1]]

    def _spots(self) -> Iterator[Spot]:
        for k in range(len(self.stretches)):
            yield k, 0
            yield k, 1

    def _meet(self) -> None:
        """Ends that touch no symbol meet other ends, or a line on its way."""
        open_ends = [spot for spot in self._spots() if self.end(spot).mark is None]
        for spot in open_ends:
            point = self.end(spot).point
            others = [
                other
                for other in open_ends
                if other[0] != spot[0] and apart(point, self.end(other).point) <= TOUCH
            ]
            self.corner[spot] = others
        for spot in open_ends:
            if self.corner[spot] and not self.end(spot).head:
                continue
            self._meet_a_line(spot, open_ends)

    def _meet_a_line(self, spot: Spot, open_ends: list[Spot]) -> None:
        point = self.end(spot).point
        near = [
            (apart(point, stretch.nearest(point)), k)
            for k, stretch in enumerate(self.stretches)
            if k != spot[0]
        ]
        gap, k = min(near, default=(99.0, -1))
        if gap <= TOUCH + (1.5 if self.end(spot).head else 0):
            self.meeting.setdefault(k, []).append((self.stretches[k].nearest(point), [spot]))
            self.onto[spot] = k
            return
        loose = [
            (apart(point, self.end(other).point), other)
            for other in open_ends
            if other[0] != spot[0] and not self.corner[other]
        ]
        far, other = min(loose, default=(99.0, spot))
        if far <= _LOOSE:
            self.corner[spot] = [other]
            self.corner[other] = [spot]

    def _directions(self) -> set[Spot]:
        """Ends by which a stretch may not be entered: work comes out of them. Told by heads, handed on at corners."""
        against = {spot for spot in self._spots() if self.end(spot).head}
        both = {spot[0] for spot in against if (spot[0], 1 - spot[1]) in against}
        waiting = deque(spot for spot in against if spot[0] not in both)
        against = set(against)
        while waiting:
            k, side = waiting.popleft()
            start = k, 1 - side
            for other in self.corner.get(start, []) if len(self.corner.get(start, [])) == 1 else []:
                if other not in against and (other[0], 1 - other[1]) not in against:
                    against.add(other)
                    waiting.append(other)
        return against

    def run(self) -> Traced:
        ways: list[Way] = []
        for spot in self._spots():
            end = self.end(spot)
            if end.mark is not None and not end.head:
                ways += self._follow(spot)
        ways += self._two_way()
        ways += self._plain()
        ways += self._short()
        ways += self._afar()
        return Traced(_once(ways), list(self._lost()))

    def _follow(self, start: Spot) -> Iterator[Way]:
        """To every head that can be reached, the way work runs."""
        source = self.end(start).mark
        assert source is not None
        seen = {start[0]}
        waiting: deque[tuple[Spot, tuple[Point, ...]]] = deque([(start, (self.end(start).point,))])
        while waiting:
            entered, way = waiting.popleft()
            for left, point in self._exits(entered):
                here = (*way, *self._bends(entered, left), point)
                if left is not None:
                    end = self.end(left)
                    if end.mark is not None:
                        if end.head:
                            self.reached |= {start, left}
                            if end.mark != source:
                                yield Way(source, end.mark, here)
                        continue
                for k, side in self._next(entered[0], left, point):
                    if k not in seen:
                        seen.add(k)
                        waiting.append(((k, side), here))

    def _exits(self, entered: Spot) -> Iterator[tuple[Spot | None, Point]]:
        """The ends of a stretch that work may leave by, and the places where other lines begin on it.

        Side 2: entered somewhere on its way."""
        k, side = entered
        for other in (0, 1):
            upstream = (k, 1 - other) in self.against and (k, other) not in self.against
            if other != side and not (side == 2 and upstream):
                yield (k, other), self.end((k, other)).point
        for point, _ in self.meeting.get(k, []):
            yield None, point

    def _bends(self, entered: Spot, left: Spot | None) -> tuple[Point, ...]:
        """Between two ends of a bent stretch."""
        if left is None or entered[1] == 2:
            return ()
        bends = self.stretches[left[0]].bends
        return bends if left[1] else bends[::-1]

    def _next(self, k: int, left: Spot | None, point: Point) -> Iterator[Spot]:
        if left is None:
            for where, spots in self.meeting.get(k, []):
                if where == point:
                    yield from (spot for spot in spots if spot not in self.against)
            return
        yield from (spot for spot in self.corner.get(left, []) if spot not in self.against)
        if left in self.onto:
            yield self.onto[left], 2

    def _component(self, start: Spot) -> list[Spot]:
        """All ends of the lines that hang together."""
        seen: set[int] = set()
        waiting = [start[0]]
        while waiting:
            k = waiting.pop()
            if k in seen:
                continue
            seen.add(k)
            for side in (0, 1):
                waiting += [spot[0] for spot in self.corner.get((k, side), [])]
                waiting += [self.onto[k, side]] if (k, side) in self.onto else []
            waiting += [spot[0] for _, spots in self.meeting.get(k, []) for spot in spots]
        return [(k, side) for k in sorted(seen) for side in (0, 1)]

    def _two_way(self) -> Iterator[Way]:
        """A head at both ends."""
        done: set[int] = set()
        for spot in self._spots():
            end = self.end(spot)
            if not end.head or end.mark is None or spot in self.reached or spot[0] in done:
                continue
            whole = self._component(spot)
            done |= {k for k, _ in whole}
            ends = [s for s in whole if self.end(s).mark is not None]
            if len(ends) == 2 and all(self.end(s).head for s in ends):
                a, b = (self.end(s).mark for s in ends)
                if a is not None and b is not None and a != b:
                    self.reached |= set(ends)
                    points = self._along(ends[0], whole, ends[1])
                    yield Way(a, b, points, two_way=True)

    def _along(self, first: Spot, whole: list[Spot], last: Spot) -> tuple[Point, ...]:
        """About where lines that hang together run."""
        between = (self.stretches[k].points for k in dict.fromkeys(k for k, _ in whole))
        return (
            self.end(first).point,
            *(point for points in between for point in points),
            self.end(last).point,
        )

    def _plain(self) -> Iterator[Way]:
        """Between two symbols, without a head."""
        done: set[int] = set()
        for spot in self._spots():
            if spot[0] in done or self.end(spot).mark is None or spot in self.reached:
                continue
            whole = self._component(spot)
            done |= {k for k, _ in whole}
            ends = [s for s in whole if self.end(s).mark is not None]
            if any(self.end(s).head for s in whole) or len(ends) != 2:
                continue
            a, b = (self.end(s).mark for s in ends)
            if a is None or b is None or a == b:
                continue
            self.reached |= set(ends)
            yield self._headless(a, b, self._along(ends[0], whole, ends[1]))

    def _headless(self, a: int, b: int, points: tuple[Point, ...]) -> Way:
        if self.marks[a].row == self.marks[b].row:
            return Way(a, b, points, plain=True)
        upper, lower = sorted((a, b), key=lambda k: self.marks[k].box.top)
        return Way(upper, lower, points, doubt="garisnya tanpa kepala panah; dibaca ke bawah")

    def _short(self) -> Iterator[Way]:
        """A head alone, between two symbols that are close together."""
        for head in list(self.heads):
            behind = [(_from(head.back, mark), k) for k, mark in enumerate(self.marks)]
            before = [(_from(head.tip, mark), k) for k, mark in enumerate(self.marks)]
            target = min(before, default=(99.0, -1))
            rest = [pair for pair in sorted(behind) if pair[1] != target[1]]
            if target[0] < 4 and rest and rest[0][0] < 8:
                self.heads.remove(head)
                yield Way(rest[0][1], target[1], (head.back, head.tip))

    def _unreached(self) -> Iterator[list[Spot]]:
        """Lines that hang together, none of which leads from symbol to symbol."""
        done: set[int] = set()
        for spot in self._spots():
            if spot[0] not in done and spot not in self.reached:
                whole = self._component(spot)
                done |= {k for k, _ in whole}
                if not any(s in self.reached for s in whole):
                    yield whole

    def _afar(self) -> Iterator[Way]:
        """Alone, with one head, and stopping far from a symbol."""
        for whole in list(self._unreached()):
            tails = [s for s in whole if not self.corner.get(s) and not self.end(s).head]
            if len(tails) != 1 or any(k in self.meeting for k, _ in whole):
                continue
            way = self._walked(tails[0])
            if len(way) != len(whole) or not self.end(way[-1]).head:
                continue
            source, target = self._meant(way[0]), self._meant(way[-1])
            if source is not None and target is not None and source != target:
                self.reached |= set(whole)
                yield Way(source, target, tuple(self.end(s).point for s in way), doubt=STOPS_SHORT)

    def _walked(self, start: Spot) -> list[Spot]:
        """From end to end, as long as there is one way."""
        way = [start]
        while len(way) <= 2 * len(self.stretches):
            k, side = way[-1]
            way.append((k, 1 - side))
            onwards = self.corner.get(way[-1], [])
            if len(onwards) != 1 or onwards[0] in way:
                break
            way.append(onwards[0])
        return way

    def _meant(self, spot: Spot) -> int | None:
        end = self.end(spot)
        return (
            meant(self.end((spot[0], 1 - spot[1])).point, end.point, self.marks)
            if end.mark is None
            else end.mark
        )

    def _lost(self) -> Iterator[Lost]:
        yield from (lost for whole in self._unreached() if (lost := self._one_end(whole)))
        yield from (
            Lost(head.tip, "kepala panah tanpa garis") for head in self.heads if not self._within(head)
        )

    def _within(self, head: Head) -> bool:
        """A symbol, where it is some ornament or rest."""
        return any(mark.box.holds(head.tip) and mark.box.holds(head.back) for mark in self.marks)

    def _one_end(self, whole: list[Spot]) -> Lost | None:
        ends = [self.end(s) for s in whole]
        marked = [end for end in ends if end.mark is not None]
        long = sum(self.stretches[k].length for k in {k for k, _ in whole})
        if not any(end.head for end in ends) and (not marked or long < 12):
            return None
        about = "satu ujung panah tidak jelas simbolnya"
        open_ = [self.end(s).point for s in whole if self.end(s).mark is None and not self.corner.get(s)]
        point = open_[0] if open_ else ends[0].point
        if len(marked) != 1:
            return Lost(point, about)
        one = marked[0]
        return Lost(point, about, target=one.mark) if one.head else Lost(point, about, source=one.mark)


def _from(point: Point, mark: Mark) -> float:
    dx = max(mark.box.left - point[0], 0, point[0] - mark.box.right)
    dy = max(mark.box.top - point[1], 0, point[1] - mark.box.bottom)
    return dx + dy


def _once(ways: list[Way]) -> list[Way]:
    """Two arrows may join the same symbols, where they leave or enter at other places."""
    found: dict[tuple[int, int, Point, Point], Way] = {}
    for way in ways:
        (ax, ay), (bx, by) = way.points[0], way.points[-1]
        ends = (round(ax), round(ay)), (round(bx), round(by))
        found.setdefault((way.source, way.target, *ends), way)
    return list(found.values())
