"""Where to cut rows into sheets. Pure numbers: it knows heights, not what they are the heights of."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

Cost = tuple[float, int, int, int]
"""What does not fit, in px; sheets; sheets with a single row; arrows cut in two. The least is the best."""
_FREE: Cost = (0.0, 0, 0, 0)


def cut(
    count: int,
    height: Callable[[int, int], float],
    room: float,
    *,
    first_room: float | None = None,
    least: int = 1,
    tail: float = 0.0,
    crossing: Callable[[int], int] = lambda _: 0,
    forced: AbstractSet[int] = frozenset(),
) -> list[int]:
    """The rows that begin a sheet, the first included.

    `height(first, end)` is that of a sheet with these rows; the first may have another room, and has at least so many
    rows; `tail` stands under the last row, on its sheet;
    `crossing(row)` counts the arrows over the border above a row. As few sheets as can be; of those, as few as can be
    with a single row; of those, where the fewest arrows cross; of those, the fullest first. `forced` rows begin one in any
    case.
    """

    best: list[tuple[Cost, int]] = [(_FREE, count)] * (count + 1)
    """From each row on: what it costs, and where the next sheet begins."""

    def from_row(first: int, last: int) -> tuple[Cost, int]:
        found: tuple[Cost, int] | None = None
        free = room if first or first_room is None else first_room
        for end in range(min(first + (1 if first else least), last), last + 1):
            over = height(first, end) + (tail if end == count else 0.0) - free
            if over > 0 and found:
                if end < count and height(first, end) > free:
                    break
                continue
            alone = int(end == first + 1 and count > 1)
            own: Cost = (max(over, 0.0), 1, alone, crossing(end) if end < count else 0)
            cost = _add(own, best[end][0])
            if found is None or cost <= found[0]:
                found = (cost, end)
        assert found
        return found

    last = count
    for first in reversed(range(count)):  # from the last row up: a chart may have thousands
        best[first] = from_row(first, last)
        last = first if first in forced else last
    starts, row = [], 0
    while row < count:
        starts.append(row)
        row = best[row][1]
    return starts


def _add(a: Cost, b: Cost) -> Cost:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]
