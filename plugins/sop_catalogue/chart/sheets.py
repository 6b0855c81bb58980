"""One flow on several sheets of paper: a chart for each, and pentagons in pairs where arrows cross over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..definition.flow.model import Arrow, Flow, Row, Shape, Symbol
from .pentagon import Pentagon, letters


@dataclass(frozen=True, slots=True)
class Part:
    """What one sheet shows: a flow of its own."""

    flow: Flow
    rows: tuple[int | None, ...]
    """For each row, which of the whole flow it is; None for a row of pentagons."""


def divide(flow: Flow, starts: Sequence[int]) -> list[Part]:
    """The flow cut into sheets; `starts` are the rows that begin a new one."""
    firsts = sorted({0, *(s for s in starts if 0 < s < len(flow.rows))})
    row_of = {s.key: s.row for s in flow.symbols}
    sheet_of = {key: bisect_right(firsts, row) - 1 for key, row in row_of.items()}
    crossing = [
        i
        for i, a in enumerate(flow.arrows)
        if a.source in row_of and a.target in row_of and sheet_of[a.source] != sheet_of[a.target]
    ]
    crossing.sort(key=lambda i: row_of[flow.arrows[i].source])
    letter = _letters([flow.arrows[i].connector for i in crossing])
    return [
        _part(
            flow,
            k,
            first,
            [*firsts, len(flow.rows)][k + 1],
            sheet_of,
            dict(zip(crossing, letter, strict=True)),
        )
        for k, first in enumerate(firsts)
    ]


def _letters(given: list[str]) -> list[str]:
    """Their authors' connectors, and for the others the next letters that none of those is."""
    free = (letter for letter in letters(2 * len(given)) if letter not in given)
    return [name or next(free) for name in given]


def _part(
    flow: Flow, sheet: int, first: int, end: int, sheet_of: dict[str, int], letter: dict[int, str]
) -> Part:
    heads: list[Pentagon] = []
    feet: list[Pentagon] = []
    arrows: list[Arrow] = []
    for i, a in enumerate(flow.arrows):
        here, there = sheet_of.get(a.source), sheet_of.get(a.target)
        if here == there == sheet:
            arrows.append(a)
        elif i in letter and sheet in (here, there):
            leaves = here == sheet
            up = there < here  # type: ignore[operator]
            own = flow.symbol(a.source if leaves else a.target)
            row = feet if leaves != up else heads
            key = f"p{i + 1}_{'ke' if leaves else 'dari'}"
            row.append(_pentagon(key, own, letter[i], row, len(flow.lanes), up, row is heads))
            arrows.append(replace(a, target=key) if leaves else Arrow(key, a.target, two_way=a.two_way))
    shift = (1 if heads else 0) - first
    symbols: list[Symbol] = [replace(s, row=s.row + shift) for s in flow.symbols if first <= s.row < end]
    foot = end + shift
    symbols += [*heads, *(replace(p, row=foot) for p in feet)]
    rows = (*((None,) if heads else ()), *range(first, end), *((None,) if feet else ()))
    named = tuple(
        Row(k, "", "") if row is None else replace(flow.rows[row], index=k) for k, row in enumerate(rows)
    )
    return Part(Flow(flow.lanes, named, tuple(symbols), tuple(arrows), flow.title), rows)


def _pentagon(
    key: str, beside: Symbol, letter: str, row: list[Pentagon], lanes: int, up: bool, head: bool
) -> Pentagon:
    """In the lane of its symbol, or the nearest that is free; stacked only when none is."""
    taken = [p.lanes[0] for p in row]
    lane = min(
        range(max(lanes, beside.lanes[-1] + 1)),
        key=lambda at: (taken.count(at), abs(at - beside.lanes[0])),
    )
    return Pentagon(key, 0, (lane,), Shape.PROCESS, letter, taken.count(lane), up, head)
