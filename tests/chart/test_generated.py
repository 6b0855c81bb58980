"""The flows made by chance hold all that the definition language can say: a rule is only as good as its cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from sop_catalogue.definition.flow.model import Arrow, Flow, Shape, Symbol
from tests.chart.generated import generated

FLOWS = 500


def _ends(flow: Flow, arrow: Arrow) -> tuple[Symbol, Symbol]:
    return flow.symbol(arrow.source), flow.symbol(arrow.target)


def _rows_back(flow: Flow) -> list[int]:
    pairs = [_ends(flow, a) for a in flow.arrows if not a.plain]
    return [source.row - target.row for source, target in pairs if target.row < source.row]


def _most(values: Counter[object]) -> int:
    return max(values.values(), default=0)


def _exits(flow: Flow) -> list[int]:
    labels = Counter(source for source, _ in {(a.source, a.label) for a in flow.arrows if a.of_decision})
    return list(labels.values())


CONTENT: dict[str, Callable[[Flow], bool]] = {
    "several symbols in a row": lambda f: _most(Counter(s.row for s in f.symbols)) > 1,
    "two stacked in one cell": lambda f: any(s.stack for s in f.symbols),
    "text in a capsule": lambda f: any(s.text for s in f.symbols if s.shape in (Shape.START, Shape.END)),
    "text in a diamond": lambda f: any(s.text for s in f.symbols if s.shape is Shape.DECISION),
    "a box over two lanes": lambda f: any(len(s.lanes) > 1 for s in f.symbols),
    "joint work": lambda f: any(a.plain for a in f.arrows),
    "lane groups": lambda f: any(lane.group for lane in f.lanes),
    "several starts": lambda f: sum(s.shape is Shape.START for s in f.symbols) > 1,
    "several ends": lambda f: sum(s.shape is Shape.END for s in f.symbols) > 1,
    "three exits": lambda f: any(n >= 3 for n in _exits(f)),
    "an exit that forks": lambda f: _most(Counter((a.source, a.label) for a in f.arrows if a.of_decision)) > 1,
    "a box that forks": lambda f: _most(Counter(a.source for a in f.arrows if not a.plain and not a.of_decision)) > 1,
    "a decision's target in its row": lambda f: any(
        source.row == target.row for source, target in (_ends(f, a) for a in f.arrows if a.of_decision)
    ),
    "a return over one row": lambda f: 1 in _rows_back(f),
    "a return over ten rows or more": lambda f: any(n >= 10 for n in _rows_back(f)),
    "several returns to one box": lambda f: _most(
        Counter(t.key for s, t in (_ends(f, a) for a in f.arrows if not a.plain) if t.row < s.row)
    )
    > 1,
    "one lane": lambda f: len(f.lanes) == 1,
    "twelve lanes": lambda f: len(f.lanes) == 12,
    "a single row": lambda f: len(f.rows) == 1,
    "fifty rows or more": lambda f: len(f.rows) >= 50,
}  # fmt: skip


@pytest.mark.parametrize("name", CONTENT)
def test_chance_makes_it_often(name: str) -> None:
    assert sum(CONTENT[name](generated(number)) for number in range(FLOWS)) >= 5
