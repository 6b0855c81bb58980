"""Arrows over the edge of a sheet: pentagons that belong together, and lines that end at the table's edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .drawing.symbols import Form
from .sheet import Sheet

Key = tuple[int, int]
"""A sheet and a mark on it."""


@dataclass(slots=True)
class Arc:
    source: Key
    target: Key
    label: str = ""
    plain: bool = False
    two_way: bool = False
    doubt: str = ""


@dataclass(slots=True)
class Passed:
    arcs: list[Arc]
    """Between symbols; none ends at a pentagon."""
    unpaired: list[Key] = field(default_factory=list)
    """Pentagons without a counterpart, or without a line."""
    settled: set[tuple[int, int]] = field(default_factory=set)
    """Lost lines, by sheet and place, that go on on another sheet."""


def passed(sheets: Sequence[Sheet]) -> Passed:
    arcs = [
        Arc((s, way.source), (s, way.target), sheet.labels.get(k, ""), way.plain, way.two_way, way.doubt)
        for s, sheet in enumerate(sheets)
        for k, way in enumerate(sheet.ways)
    ]
    over, settled = _over_edges(sheets)
    found = Passed([], settled=settled)
    pairs, found.unpaired = _pairs(sheets, arcs)
    found.arcs = [*_without_connectors(sheets, arcs, pairs), *over]
    return found


def _is_connector(sheets: Sequence[Sheet], key: Key) -> bool:
    return sheets[key[0]].marks[key[1]].form is Form.CONNECTOR


def _pairs(sheets: Sequence[Sheet], arcs: Sequence[Arc]) -> tuple[dict[Key, list[Key]], list[Key]]:
    """Which connectors each one that is entered leads to."""
    connectors = [
        (s, k)
        for s, sheet in enumerate(sheets)
        for k, mark in enumerate(sheet.marks)
        if mark.form is Form.CONNECTOR
    ]
    entered = [key for key in connectors if any(arc.target == key for arc in arcs)]
    left = [key for key in connectors if any(arc.source == key for arc in arcs)]
    choices = sorted(
        (_unlike(sheets, one, other), one, other)
        for one in entered
        for other in left
        if one != other and _may_match(sheets, one, other)
    )
    pairs: dict[Key, list[Key]] = {}
    taken: set[Key] = set()
    for _, one, other in choices:
        if one not in pairs and other not in taken:
            pairs[one] = [other]
            taken.add(other)
    for _, one, other in choices:  # two that lead to the same one
        if one not in pairs and sheets[one[0]].marks[one[1]].text:
            pairs[one] = [other]
    unpaired = [key for key in connectors if key not in pairs and key not in taken]
    return pairs, unpaired


def _may_match(sheets: Sequence[Sheet], one: Key, other: Key) -> bool:
    a, b = sheets[one[0]].marks[one[1]], sheets[other[0]].marks[other[1]]
    return a.text.casefold() == b.text.casefold() and (one[0] != other[0] or bool(a.text))


def _unlike(sheets: Sequence[Sheet], one: Key, other: Key) -> tuple[int, float]:
    a, b = sheets[one[0]].marks[one[1]], sheets[other[0]].marks[other[1]]
    return abs(one[0] - other[0]), abs(a.box.center[0] - b.box.center[0])


def _without_connectors(sheets: Sequence[Sheet], arcs: list[Arc], pairs: dict[Key, list[Key]]) -> list[Arc]:
    found: list[Arc] = []
    for arc in arcs:
        if _is_connector(sheets, arc.source):
            continue
        for target, label in _through(sheets, arcs, pairs, arc.target, arc.label, set()):
            found.append(Arc(arc.source, target, label, arc.plain, arc.two_way, arc.doubt))
    return found


def _through(
    sheets: Sequence[Sheet],
    arcs: list[Arc],
    pairs: dict[Key, list[Key]],
    key: Key,
    label: str,
    seen: set[Key],
) -> list[tuple[Key, str]]:
    """The symbols that `key` leads to, over as many connectors as there are."""
    if not _is_connector(sheets, key):
        return [(key, label)]
    if key in seen:
        return []
    found = []
    for exit_ in pairs.get(key, [key]):
        for arc in arcs:
            if arc.source == exit_:
                found += _through(sheets, arcs, pairs, arc.target, label or arc.label, seen | {key})
    return found


def _over_edges(sheets: Sequence[Sheet]) -> tuple[list[Arc], set[tuple[int, int]]]:
    """A line that leaves a sheet at its lower edge goes on at the upper edge of the next one."""
    arcs: list[Arc] = []
    settled: set[tuple[int, int]] = set()
    for s, (upper, lower) in enumerate(pairwise(sheets)):
        below = [
            (k, lost)
            for k, lost in enumerate(upper.lost)
            if lost.point[1] > upper.grid.bottom - 22 and (lost.source is not None or lost.target is not None)
        ]
        above = [
            (k, lost)
            for k, lost in enumerate(lower.lost)
            if lost.point[1] < lower.grid.body + 22 and (lost.source is not None or lost.target is not None)
        ]
        for k, out in below:
            fitting = [
                (abs(out.point[0] - into.point[0]), n, into)
                for n, into in above
                if (s + 1, n) not in settled and (out.source is None) != (into.source is None)
            ]
            if not fitting:
                continue
            _, n, into = min(fitting, key=lambda one: one[:2])
            settled |= {(s, k), (s + 1, n)}
            if out.source is not None and into.target is not None:
                arcs.append(Arc((s, out.source), (s + 1, into.target)))
            elif into.source is not None and out.target is not None:
                arcs.append(Arc((s + 1, into.source), (s, out.target)))
    return arcs, settled
