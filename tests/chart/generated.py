"""The flows made by chance, each by its number, and drawn but once."""

from __future__ import annotations

from functools import cache
from random import Random

from sop_catalogue.chart import draw
from sop_catalogue.definition.flow.model import Flow
from tests.chart.seen import Seen, look
from tests.chart.wild import usual, wild


@cache
def generated(number: int) -> Flow:
    """Anything from one row in one lane to sixty in twelve."""
    r = Random(number)
    return wild(r, r.randint(1, 12), r.choice([r.randint(1, 16), r.randint(1, 60)]))


@cache
def generated_drawn(number: int) -> Seen:
    """Every other one in rows as high as chance will have them, as on a page."""
    flow = generated(number)
    r = Random(number)
    return drawn(flow, [r.uniform(10, 200) for _ in flow.rows] if number % 2 else None)


def usual_drawn(number: int) -> tuple[Flow, Seen]:
    flow = usual(Random(number))
    return flow, drawn(flow)


def drawn(flow: Flow, row_heights: list[float] | None = None) -> Seen:
    return look(draw(flow, row_heights), max(1, len(flow.lanes)))
