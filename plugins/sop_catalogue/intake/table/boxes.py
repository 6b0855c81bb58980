"""The ruled boxes of a page and their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..primitives import Box, Word
from ..text import TextLine, lines_of
from .rules import Rule, Rules

_SHORT = 4.0
"""How far the side of a box may end from its corner."""


@dataclass(frozen=True, slots=True)
class Ruled:
    box: Box
    words: tuple[Word, ...]

    @property
    def lines(self) -> list[TextLine]:
        return lines_of(self.words)


def boxes_of(words: Sequence[Word], rules: Rules) -> list[Ruled]:
    """From the top, then from the left; words outside every box are in none."""
    found: dict[tuple[int, int], tuple[Box, list[Word]]] = {}
    for word in words:
        box = _around(word, rules)
        if box is None:
            continue
        key = round(box.left / 3), round(box.top / 3)
        found.setdefault(key, (box, []))[1].append(word)
    return sorted(
        (Ruled(box, tuple(inner)) for box, inner in found.values()),
        key=lambda r: (round(r.box.top), r.box.left),
    )


def _around(word: Word, rules: Rules) -> Box | None:
    """What underlines a name is no side of a box: it goes not from one side to the other."""
    x, y = word.box.center
    beside = [r for r in rules.upright if r.crosses(y, 0) and _is_side(r, y, rules)]
    lefts = [r.at for r in beside if r.at < x]
    rights = [r.at for r in beside if r.at > x]
    if not (lefts and rights):
        return None
    left, right = max(lefts), min(rights)
    level = [r.at for r in rules.level if r.covers(left, right) > 0.85]
    above, below = [at for at in level if at < y], [at for at in level if at > y]
    return Box(left, max(above), right, min(below)) if above and below else None


def _is_side(upright: Rule, y: float, rules: Rules) -> bool:
    """A bar in the margin, as of changed text, reaches not from one level rule to the next."""
    meeting = [r.at for r in rules.level if r.crosses(upright.at)]
    above = max((at for at in meeting if at <= y), default=upright.start)
    below = min((at for at in meeting if at >= y), default=upright.end)
    return upright.start <= above + _SHORT and upright.end >= below - _SHORT
