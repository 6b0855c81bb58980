"""The ways through a flow from its start to its end, and which of them is the shortest, which the longest.

A place is a symbol, or several that are worked on together. A decision's exits are alternatives; arrows that leave
a place under one label are gone side by side, and last as long as the longest of them. An arrow that leads back to where the work already was is a return, and no part of a
straight way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...definition.flow.model import Flow, Shape, Symbol
from ...definition.flow.together import in_one_row, together

Choose = Callable[..., "Way"]


@dataclass(frozen=True, slots=True)
class Way:
    """Cells of waktu, passed one after the other."""

    seconds: int
    """How long, for comparing."""
    cells: tuple[int, ...]
    """Row in which each cell begins; one that is passed twice stands twice."""

    def then(self, other: Way) -> Way:
        return Way(self.seconds + other.seconds, self.cells + other.cells)


NO_WAY = Way(0, ())


class Ways:
    """One flow. `cells` says for each row in which row the cell of waktu begins that it shares."""

    def __init__(self, flow: Flow, cells: Sequence[int]) -> None:
        self.choices: dict[str, list[list[str]]] = defaultdict(list)
        """Each place's exits: one of these, all places of it side by side."""
        self.returns: dict[str, list[str]] = defaultdict(list)
        self._members = _places(flow)
        self._cells = {
            key: tuple(dict.fromkeys(cells[s.row] for s in members)) for key, members in self._members.items()
        }
        leaving = self._leaving(flow)
        self.starts = self._starts(leaving)
        self._order = self._walk(leaving)

    @property
    def reached(self) -> set[int]:
        """Cells that some way from a start passes."""
        found, todo = set(self.starts), list(self.starts)
        while todo:
            key = todo.pop()
            following = [t for choice in self.choices[key] for t in choice] + self.returns[key]
            new = set(following) - found
            found |= new
            todo += new
        return {cell for key in found for cell in self._cells[key]}

    @property
    def branching(self) -> bool:
        """Whether there is more than one way to the end, or more than one place that work goes on in."""
        several = (len(choices) > 1 for choices in self.choices.values())
        return len(self.starts) > 1 or self.side_by_side or any(several)

    @property
    def side_by_side(self) -> bool:
        """Whether work goes on in several places at once."""
        return any(len(choice) > 1 for choices in self.choices.values() for choice in choices)

    @property
    def turning(self) -> list[str]:
        """Places that can send the work back, and can let it go on."""
        return list(self._turns)

    @property
    def one_turn_each(self) -> bool:
        """Whether no place can send the work back to several places."""
        return not any(dead or len(self.returns[key]) > 1 for key, dead in self._turns.items())

    def straight(self, seconds: Mapping[int, int], choose: Choose, *, turned: bool = False) -> Way:
        """The shortest (`min`) or the longest (`max`) way; `turned`: with one return at each place that has one.

        The shortest runs to the foot of the flow: where a flow may break off early, that is not its end.
        """
        loops = {key: self._loop(key, seconds, choose) for key in self.turning} if turned else {}
        for ends in (self._last_ends, self._ends) if choose is min else (self._ends,):
            found = self.fold(ends, seconds, choose, loops)
            ways = [self._enter(key, None, seconds).then(found[key]) for key in self.starts if key in found]
            if ways:
                return choose(ways, key=_seconds)
        return NO_WAY

    def fold(
        self,
        goals: Mapping[str, Way],
        seconds: Mapping[int, int],
        choose: Choose,
        extra: Mapping[str, Way | None] | None = None,
    ) -> dict[str, Way]:
        """For each place from which a goal is reached, the way that follows it."""
        found: dict[str, Way] = {}
        for key in self._order:
            way = goals.get(key)
            if way is None:
                ways = [w for choice in self.choices[key] if (w := self._all(key, choice, found, seconds))]
                if not ways:
                    continue
                way = choose(ways, key=_seconds)
            more = extra.get(key) if extra else None
            found[key] = more.then(way) if more else way
        return found

    def _all(
        self, key: str, choice: list[str], found: Mapping[str, Way], seconds: Mapping[int, int]
    ) -> Way | None:
        ways = [self._enter(to, key, seconds).then(found[to]) for to in choice if to in found]
        return max(ways, key=_seconds, default=None)

    def _enter(self, key: str, before: str | None, seconds: Mapping[int, int]) -> Way:
        """The cell that is entered with a place, of several worked on together the longest; none within one cell."""
        cells = self._cells[key]
        if before is not None and cells[0] in self._cells[before]:
            return NO_WAY
        cell = cells[0] if len(cells) == 1 else max(cells, key=seconds.__getitem__)
        return Way(seconds[cell], (cell,))

    def _loop(self, key: str, seconds: Mapping[int, int], choose: Choose) -> Way | None:
        """What one return from `key` costs until the work is there again."""
        back = self.fold({key: NO_WAY}, seconds, choose)

        def again(source: str) -> Way | None:
            ways = [
                self._enter(to, None, seconds).then(back[to]) for to in self.returns[source] if to in back
            ]
            return choose(ways, key=_seconds) if ways else None

        ways = [way] if (way := again(key)) else []
        if dead := self._turns[key]:
            turns = {s: way for s in self.returns if s not in self._ending and (way := again(s))}
            by_rows = self.fold(turns, seconds, choose)
            ways += [w for choice in dead if (w := self._all(key, choice, by_rows, seconds))]
        return choose(ways, key=_seconds) if ways else None

    @cached_property
    def _ending(self) -> set[str]:
        """Places from which an end is reached."""
        found = set(self._ends)
        for key in self._order:
            if any(to in found for choice in self.choices[key] for to in choice):
                found.add(key)
        return found

    @cached_property
    def _turns(self) -> dict[str, list[list[str]]]:
        """For each place that sends work back and lets it go on, its exits that lead to no end, so only back."""
        dead = {
            key: [choice for choice in self.choices[key] if self._ending.isdisjoint(choice)]
            for key in self._order
            if key in self._ending
        }
        return {key: exits for key, exits in dead.items() if exits or self.returns[key]}

    @cached_property
    def _ends(self) -> dict[str, Way]:
        last = [key for key in self._order if not self.choices[key]]
        return dict.fromkeys([key for key in last if not self.returns[key]] or last, NO_WAY)

    @cached_property
    def _last_ends(self) -> dict[str, Way]:
        foot = max((self._foot(key) for key in self._ends), default=0)
        return {key: way for key, way in self._ends.items() if self._foot(key) == foot}

    def _foot(self, key: str) -> int:
        return max(symbol.row for symbol in self._members[key])

    def _leaving(self, flow: Flow) -> dict[str, dict[str, list[str]]]:
        """For each place, by label, where its arrows lead."""
        place = {symbol.key: key for key, members in self._members.items() for symbol in members}
        leaving: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for arrow in flow.arrows:
            source, target = place[arrow.source], place[arrow.target]
            if arrow.two_way and self._foot(target) < self._foot(source):
                source, target = target, source  # to and fro is gone once, down the flow
            if not arrow.plain and source != target:
                leaving[source].setdefault(arrow.label, []).append(target)
        return leaving

    def _starts(self, leaving: Mapping[str, dict[str, list[str]]]) -> list[str]:
        """Start capsules that nothing above leads to; failing that, the first place."""
        head = {key: members[0].row for key, members in self._members.items()}
        led_to = {
            to
            for source, exits in leaving.items()
            for targets in exits.values()
            for to in targets
            if head[source] < head[to]
        }
        capsules = [key for key, found in self._members.items() if any(s.shape is Shape.START for s in found)]
        return [key for key in capsules if key not in led_to] or list(self._members)[:1]

    def _walk(self, leaving: Mapping[str, dict[str, list[str]]]) -> list[str]:
        """Sort arrows into onward ones and returns; the places in an order that has what follows first."""
        order: list[str] = []
        open_: set[str] = set()
        done: set[str] = set()
        for start in (*self.starts, *self._members):
            todo = [(start, True)]
            while todo:
                key, arriving = todo.pop()
                if not arriving:
                    self._sort(key, leaving.get(key, {}), open_)
                    open_.discard(key)
                    done.add(key)
                    order.append(key)
                elif key not in open_ and key not in done:
                    open_.add(key)
                    todo.append((key, False))
                    targets = [to for exits in leaving.get(key, {}).values() for to in exits]
                    todo += [(to, True) for to in reversed(targets)]
        return order

    def _sort(self, key: str, exits: Mapping[str, list[str]], open_: set[str]) -> None:
        """What is still open when a place is left lies on the way to it."""
        for targets in exits.values():
            onward = [to for to in targets if to not in open_]
            if onward:
                self.choices[key].append(onward)
            self.returns[key] += [to for to in targets if to in open_]


def _places(flow: Flow) -> dict[str, list[Symbol]]:
    """Symbols worked on together, by the first of them.

    A line between rows ties only what no arrow leads to or from; else both stand in the order of their own arrows.
    """
    ruled = {key for arrow in flow.arrows if not arrow.plain for key in (arrow.source, arrow.target)}

    def ties(one: Symbol, other: Symbol) -> bool:
        return in_one_row(one, other) or not {one.key, other.key} <= ruled

    places: dict[str, list[Symbol]] = {}
    placed: set[str] = set()
    for key, members in together(flow, ties).items():
        if key not in placed:
            places[key] = members
            placed |= {symbol.key for symbol in members}
    return places


def _seconds(way: Way) -> int:
    return way.seconds
