"""The planner as numbers: whatever the heights, nothing is lost, nothing overflows, no row stands alone without need."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.paper.table.cut import cut

ROOM = 100.0
heights_of_rows = st.lists(st.floats(5, 60), min_size=1, max_size=40)


def sheets(heights: list[float], tail: float = 0.0) -> list[list[float]]:
    starts = cut(len(heights), lambda a, b: sum(heights[a:b]), ROOM, tail=tail)
    return [heights[a:b] for a, b in pairwise([*starts, len(heights)])]


@given(heights_of_rows, st.floats(0, 35))
def test_every_row_once_in_order_and_no_sheet_too_full(heights: list[float], tail: float) -> None:
    found = sheets(heights, tail)
    assert [high for sheet in found for high in sheet] == heights
    assert all(sum(sheet) <= ROOM + 1e-6 for sheet in found)
    assert sum(found[-1]) + tail <= ROOM + 1e-6


@given(heights_of_rows)
def test_as_few_sheets_as_filling_one_after_the_other(heights: list[float]) -> None:
    used, count = 0.0, 1
    for high in heights:
        used, count = (used + high, count) if used + high <= ROOM else (high, count + 1)
    assert len(sheets(heights)) == count


@given(heights_of_rows, st.floats(0, 35))
def test_a_row_stands_alone_only_where_it_must(heights: list[float], tail: float) -> None:
    """Of all ways with so few sheets, tried one by one, none has fewer sheets with a single row."""
    found = sheets(heights, tail)
    alone = sum(len(sheet) == 1 for sheet in found) if len(heights) > 1 else 0
    assert alone == fewest_alone(tuple(heights), tail, len(found))


def fewest_alone(heights: tuple[float, ...], tail: float, count: int) -> int:
    """By a table over all first sheets: rows left, sheets left → single rows."""
    rows = len(heights)
    best: dict[tuple[int, int], int] = {(rows, 0): 0}
    for first in range(rows - 1, -1, -1):
        for left in range(1, count + 1):
            for end in range(first + 1, rows + 1):
                high = sum(heights[first:end]) + (tail if end == rows else 0.0)
                if high <= ROOM and (end, left - 1) in best:
                    alone = best[end, left - 1] + (end == first + 1 and rows > 1)
                    best[first, left] = min(alone, best.get((first, left), rows))
    return best[0, count]


def test_of_equal_ways_the_one_that_cuts_fewest_arrows() -> None:
    over = [0, 1, 1, 3, 1, 1, 1, 1]
    starts = cut(7, lambda a, b: 25.0 * (b - a), ROOM, crossing=lambda row: over[row])
    assert starts == [0, 4]
    starts = cut(6, lambda a, b: 25.0 * (b - a), ROOM, crossing=lambda row: [0, 1, 1, 1, 4, 1, 1][row])
    assert starts == [0, 3]


def test_a_row_higher_than_a_sheet_does_not_stop_the_planner() -> None:
    assert cut(3, lambda a, b: 150.0 * (b - a), ROOM) == [0, 1, 2]


@given(heights_of_rows, st.sets(st.integers(1, 39)), st.floats(0, 35))
def test_some_rows_begin_a_sheet_in_any_case(heights: list[float], rows: set[int], tail: float) -> None:
    forced = {row for row in rows if row < len(heights)}
    starts = cut(len(heights), lambda a, b: sum(heights[a:b]), ROOM, tail=tail, forced=forced)
    assert forced <= set(starts)
    found = [heights[a:b] for a, b in pairwise([*starts, len(heights)])]
    assert all(sum(sheet) <= ROOM + 1e-6 for sheet in found)
    assert sum(found[-1]) + tail <= ROOM + 1e-6
    parts = [heights[a:b] for a, b in pairwise([0, *sorted(forced), len(heights)])]
    tails = [0.0] * (len(parts) - 1) + [tail]
    assert len(found) == sum(len(sheets(part, under)) for part, under in zip(parts, tails, strict=True))
