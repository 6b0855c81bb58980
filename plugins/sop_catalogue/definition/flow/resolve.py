"""A chart as written, resolved to a flow: names become lanes, steps symbols, targets and order arrows.

Whatever cannot be resolved is a fault, and the rest of the flow is still handed on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..findings import Fault, Loc
from ..langkah import Bagan
from .arrows import arrows_of
from .cells import check_merged
from .lanes import Lanes, folded
from .model import Flow
from .symbols import rows_of, stations_of

MAX_STEPS = 200
"""Of a chart: ten times what offices write, and still drawn while somebody waits."""


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
    faults += check_merged(chart, rows, loc)
    symbols = tuple(station.symbol for station in stations)
    return Resolved(Flow(tuple(lanes.all), tuple(rows), symbols, tuple(arrows), chart.judul or ""), faults)


__all__ = ["Resolved", "folded", "resolve"]
