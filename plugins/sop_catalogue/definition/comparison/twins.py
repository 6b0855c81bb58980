"""Two charts, and which step, lane and symbol of one is which of the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..flow.lanes import folded
from ..flow.model import Arrow, Flow, Lane, Symbol
from ..form import FORM
from ..langkah import Bagan, Langkah, Simbol
from .aligned import Pair, aligned, likeness

_ENOUGH = 0.45
_TEXT, _LANES, _CELLS = 0.7, 0.15, 0.15
"""How much it counts for two steps being one that they say, do and need the same."""
_OFTEN = 2
"""Steps in which another pelaksana stands for one before that is no more, to be that one by another name."""


@dataclass(frozen=True)
class Side:
    written: Bagan
    flow: Flow

    @cached_property
    def rows(self) -> tuple[tuple[Symbol, ...], ...]:
        found: defaultdict[int, list[Symbol]] = defaultdict(list)
        for symbol in self.flow.symbols:
            found[symbol.row].append(symbol)
        return tuple(tuple(found[row.index]) for row in self.flow.rows)

    @cached_property
    def symbols(self) -> dict[str, Symbol]:
        return {symbol.key: symbol for symbol in self.flow.symbols}

    @cached_property
    def leaving(self) -> dict[str, list[Arrow]]:
        """The arrows of each symbol, without lines of joint work."""
        found: defaultdict[str, list[Arrow]] = defaultdict(list)
        for arrow in self.flow.arrows:
            if not arrow.plain:
                found[arrow.source].append(arrow)
        return found

    def lanes_of(self, row: int) -> list[int]:
        return list(dict.fromkeys(lane for symbol in self.rows[row] for lane in symbol.lanes))

    def item(self, symbol: Symbol) -> Langkah | Simbol | None:
        """What its author wrote of it and its arrows; nothing of those who only help."""
        step, place = self.written.langkah[symbol.row], int(symbol.key.rpartition("_")[2]) - 1
        if step.simbol:
            return step.simbol[place]
        return None if place else step

    def is_single(self, symbol: Symbol) -> bool:
        """Whether it is one of several that its row holds, each written by itself."""
        return len(self.written.langkah[symbol.row].simbol) > 1

    def called(self, lane: int) -> str:
        return self.flow.lanes[lane].name or f"kolom ke-{lane + 1}"


@dataclass(frozen=True)
class Twins:
    one: Side
    other: Side

    @cached_property
    def pairs(self) -> list[Pair]:
        """Of steps."""
        mine, theirs = self.one.written.langkah, self.other.written.langkah
        ids = {step.id for step in mine if step.id} & {step.id for step in theirs}
        return aligned(_keys(mine, ids), _keys(theirs, ids), self._score, _ENOUGH)

    @cached_property
    def rows(self) -> dict[int, int]:
        return {p.before: p.after for p in self.pairs if p.before is not None and p.after is not None}

    @cached_property
    def lanes(self) -> dict[int, int]:
        """Those of one name, of one role; and those that stand in another's place throughout."""
        mine, theirs = self.one.flow.lanes, self.other.flow.lanes
        found: dict[int, int] = {}
        _same(found, mine, theirs, lambda lane: (folded(lane.group), folded(lane.name)))
        _same(found, mine, theirs, lambda lane: folded(lane.name))
        _same(found, mine, theirs, lambda lane: folded(lane.role))
        new = {lane.index for lane in theirs} - set(found.values())
        for lane in mine:
            if lane.index not in found and (name := self._by_another_name(lane.index, new)) is not None:
                found[lane.index] = name
                new.discard(name)
        return found

    @cached_property
    def symbols(self) -> dict[str, str]:
        """First those in one lane, then as they stand."""
        found: dict[str, str] = {}
        for a, b in self.rows.items():
            mine, free = self.one.rows[a], list(self.other.rows[b])
            for symbol in mine:
                lanes = self.moved_lanes(symbol.lanes)
                if twin := next((s for s in free if s.lanes == lanes), None):
                    found[symbol.key] = twin.key
                    free.remove(twin)
            rest = (symbol for symbol in mine if symbol.key not in found)
            found |= {symbol.key: twin.key for symbol, twin in zip(rest, free, strict=False)}
        return found

    def leading(self, a: int, b: int) -> list[tuple[Symbol, Symbol]]:
        """Those of a row whose shape, text and arrows were written, with what they are now."""
        one, other = self.one, self.other
        if not one.written.langkah[a].simbol and not other.written.langkah[b].simbol:
            return list(zip(one.rows[a][:1], other.rows[b][:1], strict=False))
        return [(s, other.symbols[self.symbols[s.key]]) for s in one.rows[a] if s.key in self.symbols]

    def moved_lanes(self, lanes: Iterable[int]) -> tuple[int, ...]:
        """As the other counts them; -1 for one that it has not."""
        return tuple(self.lanes.get(lane, -1) for lane in lanes)

    def _by_another_name(self, lane: int, new: set[int]) -> int | None:
        rows = [a for a in self.rows if lane in self.one.lanes_of(a)]
        stand = Counter(b for a in rows for b in self.other.lanes_of(self.rows[a]) if b in new)
        likely, often = next(iter(stand.most_common(1)), (None, 0))
        if often == len(rows) and often >= _OFTEN:
            return likely
        listed = self.one.written.pelaksana and self.other.written.pelaksana
        return lane if listed and lane in new and often == len(rows) else None

    def _score(self, a: int, b: int) -> float:
        mine, theirs = self.one.written.langkah[a], self.other.written.langkah[b]
        score = _TEXT * likeness(mine.kegiatan, theirs.kegiatan)
        names = [
            [side.called(k) for k in side.lanes_of(row)] for side, row in ((self.one, a), (self.other, b))
        ]
        score += _LANES * (names[0] == names[1])
        cells = [(mine.cell(c.key), theirs.cell(c.key)) for c in FORM.columns]
        filled = [pair for pair in cells if any(pair)]
        return score + (_CELLS * sum(x == y for x, y in filled) / len(filled) if filled else 0.0)


def _keys(steps: Sequence[Langkah], ids: set[str]) -> list[Hashable]:
    return [(step.id, "") if step.id in ids else ("", folded(step.kegiatan)) for step in steps]


def _same(
    found: dict[int, int],
    mine: Sequence[Lane],
    theirs: Sequence[Lane],
    key: Callable[[Lane], str | tuple[str, str]],
) -> None:
    free: defaultdict[Hashable, list[int]] = defaultdict(list)
    for lane in reversed(theirs):
        if lane.index not in found.values():
            free[key(lane)].append(lane.index)
    for lane in mine:
        if lane.index not in found and any(key(lane)) and free[key(lane)]:
            found[lane.index] = free[key(lane)].pop()
