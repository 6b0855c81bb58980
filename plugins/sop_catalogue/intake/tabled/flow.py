"""Steps become a chart: symbols where signs are left of them, the rest in order, and said to be concluded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..doubts import examined
from ..drawing.symbols import Form
from ..recovered import Chart, Edge, Node, Step
from ..spoken import Spoken, said_of, spoken
from ..table.headings import BEHIND
from .doers import Doers
from .heads import Head
from .steps import Row

_CONDITION = re.compile(r"\b(?:apabila|jika(?! perlu)|bila|apakah)\b[^,.;]*", re.I)
_SAID = "kolom pelaksana tidak terbaca di dokumennya; diambil dari pelaku yang disebut kalimatnya"
_LANE, _SHAPE, _ARROW = "pelaksana", "simbol", "panah"


def chart_of(head: Head, rows: Sequence[Row]) -> Chart:
    chart = Chart(
        [head.columns[k] for k in head.lanes],
        dict(head.labels),
        columns=tuple(kind for kind in BEHIND if head.place(kind) is not None),
        numbered=head.numbered,
        steps=[row.step for row in rows],
    )
    if head.shifted:
        chart.doubts.append("judul kolom mutu baku tidak berdiri di atas isinya; kolomnya dibaca dari isinya")
    conclude(chart, rows)
    return chart


def conclude(chart: Chart, rows: Sequence[Row]) -> None:
    """What no document says: the symbols that are missing, and arrows in the order of its steps."""
    _Placing(chart, rows).run()
    examined(chart)
    _told(chart)


class _Placing:
    def __init__(self, chart: Chart, rows: Sequence[Row]) -> None:
        self.chart, self.rows = chart, rows
        self.doers = Doers([lane.name for lane in chart.lanes])
        self.last: tuple[int, ...] = ()
        self.chain: list[int] = []
        """Symbols from which the work goes on; beside them stand those who only help."""
        self.by_words = False
        self.branching: list[Step] = []

    def run(self) -> None:
        for k, row in enumerate(self.rows):
            self.last = self._drawn(k, row) or self._named(k, row) or self._guessed(k, row)
        for source, target in pairwise(self.chain):
            self._arrow(source, target)
        for symbol, following in zip(self.chain, (*self.chain[1:], None), strict=True):
            self._branch(symbol, following)
        for row in self.rows:
            self._words(row)
        if self.by_words:
            self.chart.doubts.append(_SAID)

    def _drawn(self, k: int, row: Row) -> tuple[int, ...]:
        """By the signs in its lanes."""
        found = row.seen or [
            Node(k, (lane,), sign.form, sign.text, float(lane), float(k))
            for lane in sorted(row.left)
            for sign in row.left[lane].signs
        ]
        for node in found:
            self.chain.append(len(self.chart.nodes))
            self.chart.nodes.append(node)
        if found and row.moved:
            row.step.doubt("sel-sel barisnya bergeser; kolom simbolnya tidak pasti", _LANE)
        return tuple(node.lanes[-1] for node in found)

    def _named(self, k: int, row: Row) -> tuple[int, ...]:
        lanes = self.doers.of(" ".join(row.step.activity))
        if lanes:
            self._place(k, row.step, lanes)
            self.by_words = True
        return lanes

    def _guessed(self, k: int, row: Row) -> tuple[int, ...]:
        before = " ".join(self.rows[k - 1].step.activity) if k else ""
        to = self.doers.handed_to(before)
        kind = self.doers.by_kind(" ".join(row.step.activity))
        if to is not None:
            reason = "ditaruh pada yang disebut langkah sebelumnya"
        elif kind is not None:
            to, reason = kind, "ditaruh menurut jenis pekerjaannya"
        else:
            to, reason = (
                (self.last or (0,))[-1],
                "sementara ditaruh di kolom langkah sebelumnya"
                if self.last
                else "sementara ditaruh di kolom pertama",
            )
        self._place(k, row.step, (to,))
        row.step.doubt(f"pelaksananya tidak tersebut; {reason}", _LANE)
        return (to,)

    def _place(self, k: int, step: Step, lanes: tuple[int, ...]) -> None:
        """Who helps is tied to who does it by a line."""
        form = Form.CAPSULE if k in (0, len(self.rows) - 1) else Form.BOX
        first = len(self.chart.nodes)
        self.chain.append(first)
        for n, lane in enumerate(lanes):
            self.chart.nodes.append(Node(k, (lane,), form, "", float(lane), float(k)))
            if n:
                self.chart.edges.append(Edge(first + n - 1, first + n, plain=True))
        step.about.add(_SHAPE)

    def _words(self, row: Row) -> None:
        """In its lanes, beside signs; and a condition among its own."""
        names = [lane.name or f"pelaksana ke-{k}" for k, lane in enumerate(self.chart.lanes, 1)]
        said = [f"“{left.rest}” di kolom {names[lane]}" for lane, left in row.left.items() if left.rest]
        if said:
            row.step.doubt(f"tertulis {', '.join(said)}; panahnya tidak terbaca", _ARROW)
        passages = [
            f"{one} di kolom {names[lane]}".strip()
            for lane, left in row.left.items()
            for one in left.passages
        ]
        if passages:
            row.step.doubt(f"ada penghubung {', '.join(passages)}; panahnya tidak terbaca", _ARROW)
        if not (_is_drawn(row) or row.step in self.branching) and (
            match := _CONDITION.search(" ".join(row.step.activity))
        ):
            row.step.doubt(f"menyebut syarat (“{match[0].strip()}”); barangkali sebuah keputusan", _SHAPE)

    def _branch(self, symbol: int, following: int | None) -> None:
        """Where its words say to which steps it leads, or that the rest goes on."""
        nodes, place = self.chart.nodes, self.chart.nodes[symbol].step
        step = self.chart.steps[place]
        answers = spoken(said_of(step))
        undecided = nodes[symbol].form is not Form.DIAMOND and _is_drawn(self.rows[place])
        if undecided or not place or (following is not None and nodes[following].step == place):
            return
        exits = {one.answer: self._led(one, following) for one in answers}
        if len(answers) == 1:
            exits[answers[0].otherwise] = following
        targets = [target for target in exits.values() if target is not None and target != symbol]
        if len(targets) < 2 or len({*targets}) < len(exits):
            return
        nodes[symbol].form = Form.DIAMOND
        self.chart.edges = [edge for edge in self.chart.edges if edge.source != symbol or edge.plain]
        self.chart.edges += [
            Edge(symbol, target, answer) for answer, target in exits.items() if target is not None
        ]
        self.branching.append(step)
        step.doubt("cabang keputusannya diambil dari kalimatnya", _SHAPE, _ARROW)

    def _led(self, one: Spoken, following: int | None) -> int | None:
        if not one.number:
            return following if one.back is False else None
        steps, nodes = self.chart.steps, self.chart.nodes
        found = [k for k in self.chain if steps[nodes[k].step].number.rstrip(".)") == one.number]
        return found[0] if found else None

    def _arrow(self, first: int, second: int) -> None:
        source, target = self.chart.nodes[first], self.chart.nodes[second]
        self.chart.edges.append(Edge(first, second))
        left = [self.rows[source.step].left.get(lane) for lane in source.lanes]
        if source.step == target.step or not any(one and one.arrows for one in left):
            self.chart.steps[source.step].about.add(_ARROW)


def _is_drawn(row: Row) -> bool:
    return bool(row.seen) or any(left.signs for left in row.left.values())


def _told(chart: Chart) -> None:
    """Once, instead of at each step, where it is so of all."""
    said = {
        _LANE: "kolom pelaksana tidak terbaca di dokumennya; disimpulkan",
        _SHAPE: "simbol tidak terbaca di dokumennya; bentuknya disimpulkan",
        _ARROW: "panah tidak terbaca di dokumennya; alurnya ditulis menurut urutan langkah",
    }
    leading = [step for k, step in enumerate(chart.steps) if k < len(chart.steps) - 1]
    for part, text in said.items():
        steps = leading if part == _ARROW else chart.steps
        if steps and all(part in step.about for step in steps):
            chart.inferred.append(part)
            for step in chart.steps:
                step.about.discard(part)
        if any(part in step.about for step in chart.steps) or part in chart.inferred:
            chart.doubts.append(text if part in chart.inferred else f"sebagian {text}")
