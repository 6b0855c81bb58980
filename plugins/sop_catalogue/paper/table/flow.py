"""A chart on paper: its table as planned, each sheet with its own head and its own drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...chart import Drawing, GraphvizFailed, Studio, draw_sheets
from ..content.table import FlowTable
from .columns import RULE
from .plan import FlowPlan
from .planner import Cutting
from .rows import body_rows
from .window import Window


@dataclass(frozen=True, slots=True)
class FlowSheet:
    """What one sheet shows of a chart."""

    table: FlowTable
    height: float
    drawn: bool = True
    """False where Graphviz refused, so that its symbols are said in words."""


def flow_sheets(cutting: Cutting, page: int, studio: Studio) -> Sequence[FlowSheet]:
    """`page`: the number of the first sheet among those of its SOP."""
    plan, starts = cutting.plan, cutting.starts
    flow, refused = plan.steps.flow, False
    try:
        drawn = (
            draw_sheets(
                flow, starts, plan.wanted, plan.planned_lane, plan.widest, plan.fit.spacing, studio=studio
            )
            if flow.symbols
            else ()
        )
    except GraphvizFailed:  # the page of the SOP tells; the table is printed with its symbols in words
        drawn, refused = (), True
    if not drawn:
        return [
            replace(
                _sheet(plan, Window(a, tuple(range(a, b)), plan.texts[a:b]), None, page), drawn=not refused
            )
            for a, b in pairwise([*starts, len(plan.texts)])
        ]
    made = []
    for first, sheet in zip(starts, drawn, strict=True):
        heights = [strip.height * plan.columns.scale + RULE for strip in sheet.drawing.rows]
        made.append(_sheet(plan, Window(first, sheet.rows, heights, sheet.passages), sheet.drawing, page))
    return made


def _sheet(plan: FlowPlan, window: Window, drawing: Drawing | None, page: int) -> FlowSheet:
    window = replace(window, heights=plan.grown(window))
    body = body_rows(plan.steps, plan.columns, window, drawing, plan.span_height, page)
    shared = plan.columns
    lanes = shared.lane * shared.lanes
    table = FlowTable(shared.widths, lanes, plan.head.rows, shared.head, tuple(body), shared.type)
    return FlowSheet(table, plan.head.height + sum(window.heights))
