"""What a careful hand does, and a router does not by itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from sop_catalogue.chart.pentagon import Pentagon
from sop_catalogue.chart.sheets import divide
from sop_catalogue.definition.flow.model import Exit, Flow
from tests.studio import draw, standalone

from .flows import flow
from .generated import drawn
from .rules import breaches
from .seen import Seen, Spot, look

TIP, HEADS_APART, OFF_THE_RULE = 8.0, 9.0, 8.0


def _ends(seen: Seen, key: str) -> list[Spot]:
    """Where arrows meet a symbol."""
    found = []
    for arrow in seen.arrows.values():
        assert arrow.route
        found += [arrow.route[0]] if arrow.source == key else []
        found += [arrow.tip] if arrow.target == key and arrow.tip else []
    return found


SPANNING = [
    flow(3, ["[0 [1", "<0-1", "[2", "[0 [1", ")2"], "1>2 1.2>2 2>3:Ya 2>4:Tidak 2>4.2:Tidak 3>4 4>5 4.2>5"),
    flow(3, ["(0", "<0-1:Setuju?", "[2", "<0-2", ")1"], "1>2 2>4:Ya 2>1:Tidak 3>4 4>5:Ya 4>3:Tidak"),
    flow(4, ["(3", "<1-2", "<1-2", ")0"], "1>2 2>3:Ya 2>1:Tidak 3>4:Ya 3>2:Tidak"),
]


@pytest.mark.parametrize("number", range(len(SPANNING)))
def test_a_diamond_over_several_lanes_is_met_at_its_tips(number: int) -> None:
    made = SPANNING[number]
    seen = drawn(made)
    assert not breaches(made, seen)
    for symbol in made.symbols:
        if len(symbol.lanes) == 1:
            continue
        left, top, right, bottom = seen.symbols[symbol.key].rect
        tips = [((left + right) / 2, y) for y in (top, bottom)] + [
            (x, (top + bottom) / 2) for x in (left, right)
        ]
        for x, y in _ends(seen, symbol.key):
            assert min(abs(x - tx) + abs(y - ty) for tx, ty in tips) <= TIP + 2, (symbol.key, x, y)


def test_two_arrows_from_above_meet_at_the_tip() -> None:
    seen = drawn(SPANNING[0])
    left, top, right, _ = seen.symbols["s2_1"].rect
    tips = [a.tip for a in seen.arrows.values() if a.target == "s2_1"]
    assert all(tip and abs(tip[1] - top) < 3 and abs(tip[0] - (left + right) / 2) < TIP for tip in tips)


def test_verify_repair_approve_is_straight() -> None:
    seen = drawn(flow(2, ["(0", "<1", "[0", ")1"], "1>2 2>4:Ya 2>3:Tidak 3>4"))
    yes = next(a for a in seen.arrows.values() if (a.source, a.target) == ("s2_1", "s4_1"))
    assert yes.route
    assert len(yes.route) == 2


RETURNS = flow(
    3, ["(0", "[0", "<1", "<2", "<1", ")0"], "1>2 2>3 3>4:Ya 3>2:Tidak 4>5:Ya 4>2:Tidak 5>6:Ya 5>2:Tidak"
)
TO_START = flow(3, ["(0", "<1", "<2", ")1"], "1>2 2>3:Ya 2>1:Tidak 3>4:Ya 3>1:Tidak")


@pytest.mark.parametrize("made", [RETURNS, TO_START], ids=["returns", "to the start"])
def test_heads_on_one_symbol_can_be_counted(made: Flow) -> None:
    seen = drawn(made)
    tips = [(a.target, a.tip) for a in seen.arrows.values() if a.tip]
    for (one, p), (two, q) in combinations(tips, 2):
        if one == two:
            assert max(abs(p[0] - q[0]), abs(p[1] - q[1])) >= HEADS_APART


def test_a_return_to_the_start_does_not_look_like_another_start() -> None:
    seen = drawn(TO_START)
    left, _, right, _ = seen.symbols["s1_1"].rect
    tips = [a.tip for a in seen.arrows.values() if a.target == "s1_1"]
    assert len(tips) == 2
    assert all(tip and (tip[0] <= left + 2 or tip[0] >= right - 2) for tip in tips)


@pytest.mark.parametrize("lane_width", [None, 120.0])
@pytest.mark.parametrize("made", [RETURNS, TO_START], ids=["returns", "to the start"])
def test_lines_keep_off_the_rules(made: Flow, lane_width: float | None) -> None:
    seen = look(draw(made, lane_width=lane_width), 3)
    for arrow in seen.arrows.values():
        for (ax, _), (bx, _) in arrow.strokes:
            if ax == bx:
                assert min(abs(ax - lane * seen.lane_width) for lane in range(4)) >= OFF_THE_RULE


def test_two_heads_where_work_goes_to_and_fro() -> None:
    made = flow(2, ["(0", "[0", "[1", ")1"], "1>2 2>3 3>4")
    made = replace(
        made, arrows=tuple(replace(a, two_way=True) if i == 1 else a for i, a in enumerate(made.arrows))
    )
    seen = drawn(made)
    assert not breaches(made, seen)
    assert len(seen.arrows[1].heads) == 2
    assert standalone(made).count("<polygon") == 4 + 1 + 1  # heads, and the two boxes


@pytest.mark.parametrize("side", Exit)
def test_an_exit_leaves_by_the_side_its_author_wants(side: Exit) -> None:
    made = flow(3, ["(1", "<1", "[1", ")1"], "1>2 2>3:Ya 2>4:Tidak 3>4")
    made = replace(
        made, arrows=tuple(replace(a, leaves=side) if i == 1 else a for i, a in enumerate(made.arrows))
    )
    seen = drawn(made)
    left, top, right, bottom = seen.symbols["s2_1"].rect
    route = seen.arrows[1].route
    assert route
    x, y = route[0]
    at = {Exit.TOP: y - top, Exit.BOTTOM: y - bottom, Exit.LEFT: x - left, Exit.RIGHT: x - right}
    assert abs(at[side]) < 1
    assert not breaches(made, seen)


def test_connectors_are_named_by_their_author_and_the_others_after_the_alphabet() -> None:
    made = flow(2, ["(0", "[0", "<0", ")1"], "1>2 2>3 3>4:Ya 3>1:Tidak")
    made = replace(
        made, arrows=tuple(replace(a, connector="A") if i == 3 else a for i, a in enumerate(made.arrows))
    )
    first = divide(made, [2])[0]
    assert sorted(s.text for s in first.flow.symbols if isinstance(s, Pentagon)) == ["A", "B"]


WALLED = [
    (flow(4, ["[1 [2", "[0-3", "[1"], "1>3"), Exit.RIGHT),
    (flow(4, ["[1", "<0-3", "[1 [2 [0"], "3>1 2>3:Ya"), Exit.LEFT),
    (flow(3, ["(0", "[0 [1 [2", "[0-2", ")1"], "2.2>4"), Exit.LEFT),
]
"""Between two neighbours, with a wide symbol on the way."""


@pytest.mark.parametrize("number", range(len(WALLED)))
def test_an_arrow_leaves_by_the_side_its_author_wants_whatever_is_in_the_way(number: int) -> None:
    made, side = WALLED[number]
    made = replace(made, arrows=(replace(made.arrows[0], leaves=side), *made.arrows[1:]))
    seen = drawn(made)
    assert not breaches(made, seen)
    way = seen.arrows[0].route
    assert way and abs(way[0][1] - way[1][1]) < 1 and (way[1][0] > way[0][0]) == (side is Exit.RIGHT)
