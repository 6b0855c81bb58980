"""What the symbols say, in words: for those who do not see the drawing, and for a phone's cards."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ...definition.fields import slug
from ...definition.flow.model import Arrow, Flow, Shape, Symbol, passages
from ...definition.flow.together import together
from ...definition.markup import plain
from ...definition.tafsiran import Unsur, called


@dataclass(frozen=True, slots=True)
class Jump:
    """Words that lead to a row."""

    text: str
    anchor: str


Words = list[str | Jump]

SHAPES = {
    Shape.START: "Mulai",
    Shape.END: "Selesai",
    Shape.PROCESS: "Proses",
    Shape.DECISION: "Keputusan",
}


def row_anchors(flow: Flow, number: int = 1) -> tuple[str, ...]:
    """The ids of the rows: `langkah-3`, and in further charts `bagan-2-langkah-3`."""
    prefix = f"bagan-{number}-" if number > 1 else ""
    first: dict[str, int] = {}
    names = [slug(row.number) for row in flow.rows]
    for i, name in enumerate(names):
        first.setdefault(name, i)
    return tuple(
        f"{prefix}langkah-{name}" if name and first[name] == i else f"{prefix}baris-{i + 1}"
        for i, name in enumerate(names)
    )


def lane_names(flow: Flow) -> tuple[str, ...]:
    """Names that tell the lanes apart: with their group when doubled, with their place when empty."""
    names = [plain(lane.name) for lane in flow.lanes]
    seen = Counter(names)
    return tuple(
        f"kolom pelaksana ke-{lane.index + 1}"
        if not name
        else f"{name} ({plain(lane.group)})"
        if seen[name] > 1 and lane.group
        else name
        for lane, name in zip(flow.lanes, names, strict=True)
    )


def as_text(words: Sequence[str | Jump]) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in words)


def as_html(words: Sequence[str | Jump]) -> Markup:
    return Markup("".join(map(_part, words)))


def _part(part: str | Jump) -> str:
    return escape(part) if isinstance(part, str) else f'<a href="#{part.anchor}">{escape(part.text)}</a>'


class FlowWords:
    """The words of one chart."""

    def __init__(self, flow: Flow, chart: int = 1) -> None:
        self.flow = flow
        self.anchors = row_anchors(flow, chart)
        self.lanes = lane_names(flow)
        self.symbols = {symbol.key: symbol for symbol in flow.symbols}
        self.by_row: dict[int, list[Symbol]] = defaultdict(list)
        for symbol in flow.symbols:
            self.by_row[symbol.row].append(symbol)
        self.leaving: dict[str, list[Arrow]] = defaultdict(list)
        self.together = together(flow)
        self._concluded = {arrow.source for arrow in flow.arrows if arrow.inferred}
        for arrow in passages(flow.arrows):
            self.leaving[arrow.source].append(arrow)

    def say(self, symbol: Symbol, lane: int) -> Words:
        """The symbol as its cell in `lane` says it."""
        words: Words = [self._head(symbol, lane)]
        for label, arrows in self._exits(symbol):
            lead = f" {label}: " if label else " "
            targets = [self._target(symbol, arrow) for arrow in arrows]
            for k, target in enumerate(targets):
                words.append(lead if k == 0 else " dan ")
                words += target if label or k else _capital(target)
            words.append(".")
        if said := called(self.inferred(symbol)):
            words.append(f" Disimpulkan: {said}.")
        return words

    def inferred(self, symbol: Symbol) -> tuple[Unsur, ...]:
        """What its document does not show of it and of its arrows, unless that is so of the whole chart."""
        arrows: tuple[Unsur, ...] = ("panah",) if symbol.key in self._concluded else ()
        return (*symbol.inferred, *arrows)

    def next_of(self, row: int) -> Jump | None:
        """Where a row leads, when that is one thing without a condition."""
        exits = [a for s in self.by_row[row] for a in self.leaving[s.key]]
        outward = [a for a in exits if self.symbols[a.target].row != row]
        if len(exits) != 1 or len(outward) != 1 or exits[0].label or exits[0].two_way:
            return None
        target = self.symbols[outward[0].target]
        return None if self._is_one_of_several(target) else self._row(target.row)

    def _head(self, symbol: Symbol, lane: int) -> str:
        name = SHAPES[symbol.shape]
        text = plain(symbol.text)
        _, *partners = self.together[symbol.key]
        others = [self.lanes[i] for i in symbol.lanes if i != lane]
        others += [self.lanes[i] for s in partners if s.row == symbol.row for i in s.lanes]
        apart = [self._row(s.row).text for s in partners if s.row != symbol.row]
        said = f" “{text}”" if text and text.casefold() != name.casefold() else ""
        together = f" bersama {_and(dict.fromkeys(others))}" if others else ""
        linked = f", terhubung dengan {_and(dict.fromkeys(apart))}" if apart else ""
        return f"{name}{said}{together}{linked}."

    def _exits(self, symbol: Symbol) -> list[tuple[str, list[Arrow]]]:
        """The arrows that leave, those of one label together, in the order written."""
        by_label: dict[str, list[Arrow]] = {}
        for arrow in self.leaving[symbol.key]:
            by_label.setdefault(plain(arrow.label), []).append(arrow)
        return list(by_label.items())

    def _target(self, source: Symbol, arrow: Arrow) -> Words:
        target = self.symbols[arrow.target]
        if target is source:
            return ["kembali ke langkah ini"]
        way = "bolak-balik dengan " if arrow.two_way else "ke "
        lanes = _and([self.lanes[i] for i in target.lanes])
        if target.row == source.row:
            return [f"{way}{lanes} pada langkah ini"]
        if target.row < source.row and not arrow.two_way:
            way = "kembali ke "
        lane = [f" ({lanes})"] if self._is_one_of_several(target) else []
        return [way, self._row(target.row), *lane]

    def _is_one_of_several(self, symbol: Symbol) -> bool:
        """Whether its row does not tell which symbol is meant."""
        return len(self.by_row[symbol.row]) > 1 and len(self.together[symbol.key]) == 1

    def _row(self, row: int) -> Jump:
        return Jump(self.flow.rows[row].called, self.anchors[row])


def _capital(words: Words) -> Words:
    first = words[0]
    assert isinstance(first, str)
    return [first[:1].upper() + first[1:], *words[1:]]


def _and(names: Sequence[str] | dict[str, None]) -> str:
    items = list(names)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} dan {items[-1]}"
