"""The shapes of the form: how large each must be for its text, and where its border is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sqrt

from ..definition.flow.model import Shape
from .pentagon import HEIGHT as PENTAGON_HEIGHT
from .pentagon import WIDTH as PENTAGON_WIDTH
from .spacing import USUAL, Spacing
from .text import longest_word, width, wrap

HEIGHT = 26.0
LEADING = 1.2
_WIDEST = 110.0
_FLAT, _ROOF = 1 - 0.80902, 1 - 0.30902
"""How Graphviz draws house and invhouse, in half heights: what the flat side falls short, how high the roof is."""


@dataclass(frozen=True, slots=True)
class Body:
    """A symbol's size and the lines in it."""

    width: float
    height: float
    shape: Shape
    lines: tuple[str, ...] = ()
    size: float = USUAL.letters[0]
    sunk: float = 0.0
    """How far the side that arrows meet is inside the bounding box; a pentagon's flat side is."""
    slope: float = 0.0
    """How much farther for every pixel from the middle: at a pentagon's tip."""

    def inset(self, offset: float, vertical: bool) -> float:
        """How far the border is inside the bounding box, `offset` from the middle of a side.

        `vertical`: for lines that arrive from above or below.
        """
        if self.shape is Shape.DECISION:
            along, across = (self.width, self.height) if vertical else (self.height, self.width)
            return abs(offset) / along * across
        if self.shape.is_capsule:
            radius = self.height / 2
            if vertical:
                beyond = abs(offset) - (self.width / 2 - radius)
                return 0.0 if beyond <= 0 else radius - sqrt(max(radius**2 - beyond**2, 0.0))
            return radius - sqrt(max(radius**2 - offset**2, 0.0))
        return self.sunk + self.slope * abs(offset)


def pentagon(letter: str, flat: bool, across: float = 0.0) -> Body:
    """At least `across` wide. `flat`: arrows meet it on its flat side, not on its tip."""
    size = USUAL.letters[0]
    wide = even(max(PENTAGON_WIDTH, width(letter, size) + 12, across))
    sunk, slope = (PENTAGON_HEIGHT / 2 * _FLAT, 0.0) if flat else (0.0, PENTAGON_HEIGHT / wide * _ROOF)
    return Body(wide, PENTAGON_HEIGHT, Shape.PROCESS, (letter,), size, sunk, slope)


@lru_cache(maxsize=4096)
def body(shape: Shape, text: str, across: float = 0.0, down: float = 0.0, spacing: Spacing = USUAL) -> Body:
    """The smallest body of a shape that holds its text and sides of at least the given lengths."""
    base = spacing.diamond if shape is Shape.DECISION else HEIGHT
    least = (even(max(spacing.width, across)), even(max(base, down)))
    text = " ".join(text.split())
    if not text:
        return Body(*least, shape)
    fits = _diamond if shape is Shape.DECISION else _capsule if shape.is_capsule else _box
    for size in spacing.letters:
        found = fits(text, size, *least)
        if found.width == least[0] and found.height == least[1]:
            return found
    return found


def _box(text: str, size: float, wide: float, high: float) -> Body:
    return _upright(text, size, wide, high, Shape.PROCESS, 6.0)


def _capsule(text: str, size: float, wide: float, high: float) -> Body:
    return _upright(text, size, wide, high, Shape.START, 14.0)


def _upright(text: str, size: float, wide: float, high: float, shape: Shape, margin: float) -> Body:
    room = max(wide - margin, min(longest_word(text, size), _WIDEST - margin))
    lines = wrap(text, room, size)
    while len(lines) > 6 and room < _WIDEST * 2:
        room *= 1.25
        lines = wrap(text, room, size)
    tall = max(high, even(len(lines) * size * LEADING + 6))
    return Body(max(wide, even(room + margin)), tall, shape, tuple(lines), size)


def _diamond(text: str, size: float, wide: float, high: float) -> Body:
    """Of all wrappings and widths the one that adds least to the outline; a tall diamond is worse than a wide one."""
    best: tuple[float, Body] | None = None
    word = longest_word(text, size)
    for parts in range(1, 7):
        lines = wrap(text, max(width(text, size) / parts * 1.1, min(word, _WIDEST)), size)
        across = max(width(line, size) for line in lines) + 4
        down = len(lines) * size * LEADING + 2
        for growth in (1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0):
            w = wide * growth
            if w > across * 1.1:
                w, h = even(w), max(high, even(down / (1 - across / w)))
                score = (w - wide) + 1.6 * (h - high)
                if best is None or score < best[0]:
                    best = (score, Body(w, h, Shape.DECISION, tuple(lines), size))
    if best:
        return best[1]
    lines = wrap(text, wide * 1.5, size)
    h = even(2 * len(lines) * size * LEADING + 4)
    return Body(even(wide * 3.2), max(high, h), Shape.DECISION, tuple(lines), size)


def even(value: float) -> float:
    """Up to the next even number, so that middles fall on whole pixels."""
    return 2.0 * ceil(value / 2 - 1e-9)
