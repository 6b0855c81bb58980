"""A chart as written, resolved to a flow: names become lanes, steps symbols, targets and order arrows.

Whatever cannot be resolved is a fault, and the rest of the flow is still handed on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..findings import Fault, Loc, Severity
from ..langkah import Bagan
from ..tafsiran import Tafsiran
from .arrows import arrows_of
from .cells import check_merged
from .lanes import Lanes, folded
from .model import Flow
from .symbols import rows_of, stations_of

MAX_STEPS = 200
"""Of a chart: ten times what offices write, and still drawn while somebody waits."""

MANY_BRANCHES = 120
"""Arrows beyond one from each symbol: with more, those who draw no longer weigh every route against all others."""


@dataclass(slots=True)
class Resolved:
    flow: Flow
    faults: list[Fault]


def resolve(chart: Bagan, loc: Loc = (), roles: Mapping[str, str] | None = None) -> Resolved:
    """The flow of one chart. `loc` is the chart's own way; `roles` folds names of one role together."""
    faults: list[Fault] = []
    if len(chart.langkah) > MAX_STEPS:
        message = f"bagan ini memuat lebih dari {MAX_STEPS} langkah"
        place = (*loc, "langkah", MAX_STEPS)
        faults.append(Fault(place, "terlalu-panjang", message, remedy="pecah menjadi beberapa bagan"))
    rows = rows_of(chart, loc, faults)
    lanes = Lanes(chart, loc, roles or {}, faults)
    stations = stations_of(chart, lanes, rows, loc, faults)
    arrows = arrows_of(stations, rows, lanes, faults)
    branches = len(arrows) - len({arrow.source for arrow in arrows})
    if branches > MANY_BRANCHES:
        message = f"bagan ini bercabang {branches} kali, jadi panahnya digambar lebih sederhana"
        place, remedy = (*loc, "langkah"), "pecah menjadi beberapa bagan"
        faults.append(Fault(place, "terlalu-rumit", message, remedy=remedy, severity=Severity.WARNING))
    faults += check_merged(chart, rows, loc)
    symbols = tuple(station.symbol for station in stations)
    flow = Flow(tuple(lanes.all), tuple(rows), symbols, tuple(arrows), chart.judul or "")
    return Resolved(_with_inferred(flow, chart), faults)


def _with_inferred(flow: Flow, chart: Bagan) -> Flow:
    """Each symbol and arrow knows what was concluded at its step; a line of joint work is no arrow of a step."""
    found = Tafsiran.of(chart.tafsiran, (step.tafsiran for step in chart.langkah))
    if not any(found.steps):
        return replace(flow, inferred=found)
    own = {s.key: found.steps[s.row] for s in flow.symbols}
    symbols = (replace(s, inferred=tuple(p for p in own[s.key] if p != "panah")) for s in flow.symbols)
    arrows = (replace(a, inferred="panah" in own[a.source] and not a.plain) for a in flow.arrows)
    return replace(flow, symbols=tuple(symbols), arrows=tuple(arrows), inferred=found)


__all__ = ["Resolved", "folded", "resolve"]
