"""Long thin runs of dark pixels: the rules of a table, each with the pixels that it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..geometry import apart, sides
from ..primitives import Ring, Stroke
from .picture import Dark, Grey, thickened

_PIECE = 9.0
"""Points: what is shorter in one row of pixels is a letter's stroke."""
_LEVEL, _UPRIGHT = 20.0, 14.0
"""Points: the shortest rules."""
_THICKEST = 3.2
_BREAK = 9.0
"""Points: between pieces of one rule."""
_BORDER = 1.6
"""Points: how far the border of a symbol is from its inside, and how thick."""
_BESIDE = 1.3
"""Points: how far beside each other they may be."""

Run = tuple[int, int, int]
"""A row of pixels, or a column; from where, to before where."""


@dataclass(slots=True)
class Rule:
    runs: list[Run] = field(default_factory=list)
    start: int = 1 << 30
    end: int = 0

    def take(self, run: Run) -> None:
        self.runs.append(run)
        self.start, self.end = min(self.start, run[1]), max(self.end, run[2])

    @property
    def at(self) -> float:
        return sum(y * (b - a) for y, a, b in self.runs) / self.ink + 1

    @property
    def ink(self) -> int:
        return sum(b - a for _, a, b in self.runs)


@dataclass(frozen=True, slots=True)
class Ruled:
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]

    def strokes(self, fine: float) -> Iterator[Stroke]:
        for rule in self.level:
            y = rule.at / fine
            yield Stroke(Ring(((rule.start / fine, y), (rule.end / fine, y))))
        for rule in self.upright:
            x = rule.at / fine
            yield Stroke(Ring(((x, rule.start / fine), (x, rule.end / fine))))


def ruled(dark: Dark, fine: float) -> Ruled:
    return Ruled(
        tuple(_rules(_runs(dark.rows, round(_PIECE * fine)), fine, _LEVEL)),
        tuple(_rules(_runs(dark.columns, round(_PIECE * fine)), fine, _UPRIGHT)),
    )


def _runs(rows: Iterator[bytes], least: int) -> Iterator[Run]:
    wanted = b"\1" * least
    for y, row in enumerate(thickened(rows)):
        start = row.find(wanted)
        while start >= 0:
            end = row.find(0, start + least)
            end = len(row) if end < 0 else end
            yield y, start, end
            start = row.find(wanted, end)


def _rules(runs: Iterable[Run], fine: float, shortest: float) -> Iterator[Rule]:
    open_: list[Rule] = []
    found: list[Rule] = []
    for run in runs:
        done = [rule for rule in open_ if run[0] - rule.runs[-1][0] > 2]
        open_ = [rule for rule in open_ if run[0] - rule.runs[-1][0] <= 2]
        found += done
        mine = [rule for rule in open_ if rule.start - 2 <= run[2] and run[1] <= rule.end + 2]
        if not mine:
            open_.append(Rule())
            mine = open_[-1:]
        first, *others = mine
        for other in others:
            for one in other.runs:
                first.take(one)
            open_.remove(other)
        first.runs.sort()
        first.take(run)
    thin = [r for r in (*found, *open_) if r.ink <= _THICKEST * fine * (r.end - r.start)]
    return (rule for rule in _joined(thin, fine) if rule.end - rule.start >= shortest * fine)


def _joined(rules: Iterable[Rule], fine: float) -> list[Rule]:
    """Pieces on one line become one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda r: r.start):
        before = [
            r for r in found if abs(r.at - rule.at) < _BESIDE * fine and rule.start - r.end < _BREAK * fine
        ]
        if before:
            for run in rule.runs:
                before[-1].take(run)
        else:
            found.append(rule)
    return found


def without(grey: Grey, ruled_: Ruled, symbols: Iterable[Ring]) -> Grey:
    """The same page without its rules and the borders of its symbols, which OCR takes for letters."""
    wide = grey.wide
    pixels = bytearray(grey.pixels)
    for rule in ruled_.level:
        for y, start, end in rule.runs:
            for row in range(max(0, y - 1), min(grey.high, y + 3)):
                pixels[row * wide + start : row * wide + end] = b"\xff" * (end - start)
    for rule in ruled_.upright:
        for x, start, end in rule.runs:
            for column in range(max(0, x - 1), min(wide, x + 3)):
                pixels[start * wide + column : end * wide : wide] = b"\xff" * (end - start)
    reach = round(_BORDER * grey.fine)
    for a, b in (side for ring in symbols for side in sides(ring)):
        steps = max(1, round(apart(a, b) * grey.fine / reach))
        for k in range(steps + 1):
            x = round((a[0] + (b[0] - a[0]) * k / steps) * grey.fine)
            y = round((a[1] + (b[1] - a[1]) * k / steps) * grey.fine)
            start, end = max(0, x - reach), min(wide, x + reach)
            for row in range(max(0, y - reach), min(grey.high, y + reach)):
                pixels[row * wide + start : row * wide + end] = b"\xff" * (end - start)
    return Grey(wide, grey.high, bytes(pixels), grey.fine)
