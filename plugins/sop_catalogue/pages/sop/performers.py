"""Who performs which steps of an SOP, and how long their own steps take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...catalogue.chart_letters import briefly
from ...catalogue.model import RoleEntry, SopEntry
from ...catalogue.work.durations import rows_total, waktu_cells
from ...definition.waktu import TotalWaktu, total
from ..form.words import Jump, as_html, lane_names, row_anchors
from ..links import Links


@dataclass(frozen=True, slots=True)
class Performer:
    name: str
    url: str
    steps: Markup
    """Empty for a lane without symbols."""
    time: str
    """The waktu of these steps; empty where none says how long it takes."""


@dataclass(slots=True)
class _Work:
    """What one holder of lanes does, chart by chart."""

    url: str
    steps: list[Markup]
    time: TotalWaktu


def performers(entry: SopEntry, links: Links) -> list[Performer]:
    """Each lane's holder with the steps of every chart."""
    work: dict[str, _Work] = {}
    for chart in entry.charts:
        flow = chart.flow
        anchors = row_anchors(flow, chart.number)
        cells = waktu_cells(chart)
        for lane, name in enumerate(_holders(lane_names(flow), chart.roles)):
            mine = work.setdefault(name, _Work(links.role(chart.roles[lane]), [], total(())))
            rows = list(dict.fromkeys(s.row for s in flow.symbols if lane in s.lanes))
            if rows:
                jumps = [as_html([Jump(briefly(chart, row), anchors[row])]) for row in rows]
                mine.steps.append(Markup(", ").join(jumps))
                mine.time += rows_total(chart, cells, rows)
    return [
        Performer(name, mine.url, Markup("; ").join(mine.steps), mine.time.teks)
        for name, mine in work.items()
    ]


def _holders(names: Sequence[str], roles: Sequence[RoleEntry | None]) -> list[str]:
    """Each lane's name, with what its role is called in full."""
    return [
        f"{name} ({role.data.nama})" if role and role.data.nama.casefold() != name.casefold() else name
        for name, role in zip(names, roles, strict=True)
    ]
