"""A chart on paper: its table cut into sheets, each with its own head and its own drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from ...catalogue.model import Chart
from ...chart import Drawing, GraphvizFailed, draw_sheets
from ...definition.daftar import Formulir
from ..content.table import FlowTable
from ..frame import READING_TYPES, Type
from .columns import READABLE, RULE, columns
from .head import table_head
from .plan import FlowPlan, guessed_lane
from .rows import body_rows
from .steps import Steps, fitted, steps_of
from .window import Window


@dataclass(frozen=True, slots=True)
class FlowSheet:
    """What one sheet shows of a chart."""

    table: FlowTable
    height: float
    drawn: bool = True
    """False where Graphviz refused, so that its symbols are said in words."""


def flow_sheets(
    chart: Chart,
    form: Formulir,
    words: Mapping[str, str],
    size: tuple[int, float],
    *,
    tail: float = 0.0,
) -> list[FlowSheet]:
    """The table, cut for sheets of a width and height in px; `tail` is what must stand below its last row."""
    keys = [column.key for column in form.columns]
    steps = steps_of(chart, keys)

    def planned(widest: float) -> tuple[FlowPlan, list[int]]:
        lane = min(guessed_lane(chart.flow, size[0]), widest)
        for _ in range(3):
            plan = _plan(steps, keys, form, words, size, lane, widest)
            starts = plan.starts(tail)
            if plan.lane <= plan.planned_lane + 0.01:
                break
            lane = plan.lane
        return plan, starts

    plan, starts = planned(inf)
    if plan.columns.scale < READABLE:  # rather labels over the lanes' rules than letters that are too small
        narrow = planned(plan.columns.lane / READABLE // 2 * 2)
        if narrow[0].columns.scale > plan.columns.scale:
            plan, starts = narrow
    return list(_made(plan, starts))


def _plan(
    steps: Steps,
    keys: Sequence[str],
    form: Formulir,
    words: Mapping[str, str],
    size: tuple[int, float],
    lane: float,
    widest: float,
) -> FlowPlan:
    """In the usual type; smaller where the drawing's letters would be too small, or a row higher than a sheet."""

    def at(kind: Type) -> FlowPlan:
        shared = columns(steps.flow, steps.rows, keys, words, size[0], lane, kind, steps.merged)
        head = table_head(steps.flow, shared, words, form.nomor_kolom)
        return FlowPlan(steps, shared, head, size[1], widest)

    for kind in READING_TYPES:
        plan = at(kind)
        if plan.columns.scale == READABLE and max(plan.texts, default=0.0) <= plan.row_room:
            return plan
    return replace(plan, steps=fitted(steps, plan.columns, plan.row_room))


def _made(plan: FlowPlan, starts: Sequence[int]) -> Sequence[FlowSheet]:
    flow, refused = plan.steps.flow, False
    try:
        drawn = draw_sheets(flow, starts, plan.wanted, plan.planned_lane, plan.widest) if flow.symbols else ()
    except GraphvizFailed:  # the page of the SOP tells; the table is printed with its symbols in words
        drawn, refused = (), True
    if not drawn:
        return [
            replace(_sheet(plan, Window(a, tuple(range(a, b)), plan.texts[a:b]), None), drawn=not refused)
            for a, b in pairwise([*starts, len(plan.texts)])
        ]
    made = []
    for first, sheet in zip(starts, drawn, strict=True):
        heights = [strip.height * plan.columns.scale + RULE for strip in sheet.drawing.rows]
        made.append(_sheet(plan, Window(first, sheet.rows, heights), sheet.drawing))
    return made


def _sheet(plan: FlowPlan, window: Window, drawing: Drawing | None) -> FlowSheet:
    window = Window(window.first, window.rows, plan.grown(window))
    body = body_rows(plan.steps, plan.columns, window, drawing, plan.span_height)
    shared = plan.columns
    lanes = shared.lane * shared.lanes
    table = FlowTable(shared.widths, lanes, plan.head.rows, shared.head, tuple(body), shared.type)
    return FlowSheet(table, plan.head.height + sum(window.heights))
