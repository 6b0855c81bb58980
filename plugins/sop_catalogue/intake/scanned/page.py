"""A picture of a page and the words in it become a page like any other: words, rules, closed outlines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, pvariance

from ..drawing.ink import Shape
from ..drawing.symbols import Form, form_of
from ..primitives import Laid, Page, Stroke, Word
from .outlines import outlines
from .picture import Grey, dark_of, smaller
from .ruled import ruled, without

_UPRIGHT = 1.6
"""By how much more uneven columns of pixels are than rows where lines of text go up or down."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What can be seen on a page without reading it."""

    grey: Grey
    """Without its rules."""
    strokes: tuple[Stroke, ...]
    """Its rules, and outlines of what they and others close in."""

    @property
    def turned(self) -> bool:
        """Whether its lines of text go up or down: there the columns of pixels have gaps, and not the rows."""
        small = smaller(dark_of(self.grey), 4)
        rows, columns = ([line.count(1) for line in lines] for lines in (small.rows, small.columns))
        return _uneven(columns) > _UPRIGHT * _uneven(rows)

    def page(self, page: Page, words: Iterable[Word], laid: Laid) -> Page:
        """The same with what was seen on it."""
        fine = self.grey.fine
        wide, high = self.grey.wide / fine, self.grey.high / fine
        return Page(page.number, wide, high, tuple(words), self.strokes, pictured=page.pictured, laid=laid)


def seen(grey: Grey) -> Seen:
    dark = dark_of(grey)
    rules = ruled(dark, grey.fine)
    rings = outlines(dark, grey.fine)
    strokes = (*rules.strokes(grey.fine), *(Stroke(ring) for ring in rings))
    symbols = [ring for ring in rings if form_of(Shape(ring.points)) in (Form.CAPSULE, Form.DIAMOND)]
    return Seen(without(grey, rules, symbols), strokes)


def _uneven(counts: list[int]) -> float:
    """As much as neighbours differ."""
    steps = [b - a for a, b in pairwise(counts)]
    return pvariance(steps) / (mean(counts) ** 2 or 1) if steps else 0.0
