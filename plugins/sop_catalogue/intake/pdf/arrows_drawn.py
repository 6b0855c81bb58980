"""Small pictures of arrows, as some makers leave instead of lines, become the lines and heads that they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..primitives import Box, Fill, Point, Ring, Stroke

_LONG, _THICK, _HEAD, _FAR = 9.0, 3.6, 2.4, 14.0
"""In points: the shortest line, the thickest one; the least width of a head, and what is no head any more."""
_LEAST_HEAD = 4.5
"""How long a head becomes at least."""
_SHOWN = 0.85
"""Which part of what is dark the lines and heads must be, or else it is some other picture."""

Run = tuple[int, int]
"""From where to where dark pixels lie side by side, the last one included."""


@dataclass(frozen=True, slots=True)
class Pixels:
    rows: tuple[bytes, ...]
    """From the top, 1 where it is dark."""

    @property
    def turned(self) -> Pixels:
        return Pixels(tuple(bytes(column) for column in zip(*self.rows, strict=True)))

    @property
    def dark(self) -> int:
        return sum(sum(row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Line:
    """Level, or upright in a turned picture."""

    at: float
    run: Run
    thick: int


def arrows_in(pixels: Pixels, box: Box) -> list[Stroke | Fill]:
    """None, where anything else is in the picture that lies on `box`."""
    high, wide = len(pixels.rows), len(pixels.rows[0]) if pixels.rows else 0
    if not (wide and high and box.width > 0 and box.height > 0):
        return []
    scale = wide / box.width
    found: list[Stroke | Fill] = []
    shown: set[tuple[int, int]] = set()
    for one, upright in ((pixels, False), (pixels.turned, True)):
        for line in _lines(one, scale, len(one.rows)):
            found += _drawn(one, line, scale, box, upright)
            cells = _cells(one, line, scale)
            shown |= {(x, y) if upright else (y, x) for y, x in cells}
    return found if len(shown) >= _SHOWN * pixels.dark else []


def _lines(pixels: Pixels, scale: float, high: int) -> Iterator[_Line]:
    """Rows next to each other with about the same long run."""
    wide = len(pixels.rows[0])
    least = max(2.0, min(_LONG * scale, 0.6 * wide)) if wide > high else _LONG * scale
    longest = [max(_runs(row), key=_length, default=(0, -1)) for row in pixels.rows]
    for band in _bands([_length(run) >= least for run in longest]):
        best = max(_length(longest[y]) for y in band)
        core = [y for y in band if _length(longest[y]) >= 0.8 * best]
        if len(core) <= max(1.0, _THICK * scale) and best >= 2 * len(core):
            middle = longest[core[len(core) // 2]]
            yield _Line((core[0] + core[-1] + 1) / 2, middle, len(core))


def _runs(row: Sequence[int]) -> Iterator[Run]:
    start: int | None = None
    for x, dark in enumerate(row):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            yield start, x - 1
            start = None
    if start is not None:
        yield start, len(row) - 1


def _length(run: Run) -> int:
    return run[1] - run[0] + 1


def _bands(marked: Sequence[bool]) -> list[list[int]]:
    found: list[list[int]] = []
    for y, one in enumerate(marked):
        if one and found and found[-1][-1] == y - 1:
            found[-1].append(y)
        elif one:
            found.append([y])
    return found


def _widths(pixels: Pixels, line: _Line) -> list[int]:
    """How thick it is at each of its pixels."""
    y = int(line.at - 0.5)
    found = []
    for x in range(line.run[0], line.run[1] + 1):
        low = high = y
        while low > 0 and pixels.rows[low - 1][x]:
            low -= 1
        while high + 1 < len(pixels.rows) and pixels.rows[high + 1][x]:
            high += 1
        found.append(high - low + 1)
    return found


def _head(widths: Sequence[int], line: _Line, scale: float) -> int | None:
    """How far from the last pixel the back of a head is, from which it narrows; None without one."""
    near = list(widths[-int(_FAR * scale) :])
    widest = max(near)
    back = len(near) - max(k for k, width in enumerate(near) if width == widest) - 1
    large = max(2.0 * line.thick, _HEAD * scale) <= widest <= _FAR * scale
    narrows = back >= 2 and near[-1] < 0.6 * widest and sum(near[-back:]) > 0.38 * back * widest
    return back if large and narrows else None


def _drawn(pixels: Pixels, line: _Line, scale: float, box: Box, upright: bool) -> Iterator[Stroke | Fill]:
    widths = _widths(pixels, line)
    start, end = float(line.run[0]), float(line.run[1] + 1)
    yield Stroke(
        Ring((_point(start, line.at, scale, box, upright), _point(end, line.at, scale, box, upright)))
    )
    for tip, way, there in ((end, -1, widths), (start, 1, widths[::-1])):
        back = _head(there, line, scale)
        if back is not None:
            long = max(back + 1, _LEAST_HEAD * scale)
            base, half = tip + way * long, 0.4 * long
            corners = ((tip, line.at), (base, line.at - half), (base, line.at + half))
            yield Fill((Ring(tuple(_point(x, y, scale, box, upright) for x, y in corners), closed=True),))


def _point(along: float, across: float, scale: float, box: Box, upright: bool) -> Point:
    x, y = (across, along) if upright else (along, across)
    return box.left + x / scale, box.top + y / scale


def _cells(pixels: Pixels, line: _Line, scale: float) -> Iterator[tuple[int, int]]:
    """All that is dark around it, as far as a head reaches."""
    reach = int(_FAR * scale / 2)
    middle = int(line.at - 0.5)
    for y in range(max(0, middle - reach), min(len(pixels.rows), middle + reach + 1)):
        yield from ((y, x) for x in range(line.run[0], line.run[1] + 1) if pixels.rows[y][x])
