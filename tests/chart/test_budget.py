"""Charts beyond all measure: drawn simply, drawn whole, and in a time that does not run away."""

from __future__ import annotations

from random import Random

import pytest

from sop_catalogue.chart.routing import router
from sop_catalogue.chart.routing.board import Board
from sop_catalogue.chart.routing.lattice import Lattice
from sop_catalogue.chart.routing.route import route
from sop_catalogue.definition.flow.model import Flow
from tests.studio import draw

from .flows import flow
from .lifelike import lifelike
from .rules import (
    arrows_lead_from_border_to_border,
    every_segment_is_straight,
    everything_is_drawn,
    no_line_through_a_symbol,
    symbols_stand_in_their_cells,
)
from .seen import look

ALWAYS = (everything_is_drawn, arrows_lead_from_border_to_border, no_line_through_a_symbol, every_segment_is_straight,
          symbols_stand_in_their_cells)  # fmt: skip
"""What makes a drawing true; that nothing lies close to anything else is what is given up."""


def _dense(steps: int, exits: int, lanes: int = 6) -> Flow:
    """Every step a decision with ways to all sides."""
    r = Random(steps)
    rows = ["(0", *(f"<{r.randrange(lanes)}" for _ in range(steps)), ")1"]
    ways = [
        f"{step}>{target}:L{k}"
        for step in range(2, steps + 2)
        for k, target in enumerate(sorted(r.sample(range(2, steps + 3), exits)))
        if target != step
    ]
    return flow(lanes, rows, " ".join(["1>2", *ways]))


@pytest.mark.parametrize("number", range(12))
def test_simple_routes_are_whole(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(router, "_MOST_LOOKS", 0)
    made = lifelike(Random(1000 + number))
    seen = look(draw(made), len(made.lanes))
    assert not [text for rule in ALWAYS for text in rule(made, seen)]


def test_what_routing_costs_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    boards: list[Board] = []

    def board(lattice: Lattice) -> Board:
        boards.append(Board(lattice))
        return boards[-1]

    monkeypatch.setattr(router, "_MOST_LOOKS", 200_000)
    monkeypatch.setattr(router, "Board", board)
    for steps in (20, 40):
        made = _dense(steps, 10)
        assert len(route(made, Lattice(made))) == len(made.arrows)
    assert 200_000 < boards[0].looks < boards[1].looks < 600_000
