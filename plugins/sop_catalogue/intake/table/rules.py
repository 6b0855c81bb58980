"""Upright and level lines of a page, pieces of one line put together: what tables are ruled with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..drawing.ink import Ink
from ..geometry import Segment, sides
from ..primitives import Ring

_ASKEW = 0.8
_GAP = 3.2
"""Between pieces of one rule."""
SNAP = 1.6
"""How far a rule may be from where it belongs."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line at a height, or an upright one at a distance from the left: `at`; and from where to where."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start

    def crosses(self, place: float, slack: float = SNAP) -> bool:
        return self.start - slack <= place <= self.end + slack

    def covers(self, start: float, end: float) -> float:
        """Which part of the stretch it runs along."""
        if end <= start:
            return 0
        return max(0.0, min(self.end, end) - max(self.start, start)) / (end - start)


@dataclass(frozen=True, slots=True)
class Rules:
    level: tuple[Rule, ...]
    """From the top."""
    upright: tuple[Rule, ...]
    """From the left."""


def rules_of(ink: Ink) -> Rules:
    level: list[Rule] = []
    upright: list[Rule] = []
    for (ax, ay), (bx, by) in _segments(ink):
        if abs(ay - by) <= _ASKEW and abs(ax - bx) > _ASKEW:
            level.append(Rule((ay + by) / 2, min(ax, bx), max(ax, bx)))
        elif abs(ax - bx) <= _ASKEW and abs(ay - by) > _ASKEW:
            upright.append(Rule((ax + bx) / 2, min(ay, by), max(ay, by)))
    return Rules(tuple(joined(level)), tuple(joined(upright)))


def _segments(ink: Ink) -> Iterator[Segment]:
    for line in ink.lines:
        yield from sides(Ring(line.points))
    for shape in ink.shapes:
        if shape.outlined and len(shape.points) == 4:
            yield from sides(Ring(shape.points, closed=True))


def joined(pieces: Iterable[Rule]) -> list[Rule]:
    """Those on one line and not far apart become one."""
    found: list[Rule] = []
    for group in _on_one_line(sorted(pieces, key=lambda r: r.at)):
        run: list[Rule] = []
        for piece in sorted(group, key=lambda r: r.start):
            if run and piece.start - run[-1].end <= _GAP:
                last = run.pop()
                at = last.at if last.length >= piece.length else piece.at
                piece = Rule(at, last.start, max(last.end, piece.end))
            run.append(piece)
        found += run
    return sorted(found, key=lambda r: (r.at, r.start))


def _on_one_line(ordered: list[Rule]) -> Iterator[list[Rule]]:
    group: list[Rule] = []
    for rule in ordered:
        if group and (rule.at - group[-1].at > 1.1 or rule.at - group[0].at > 2.4):
            yield group
            group = []
        group.append(rule)
    if group:
        yield group
