"""Small pieces of SVG, safe for any text."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from ..definition.tafsiran import SIGN
from .layout import Box, Spot
from .marks import SIZE
from .symbols import LEADING
from .text import own_width

_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ASCENT = 0.36
"""Baseline under the middle of a line of text, in em."""
_LOW = 0.22
"""The middle of a star over that of its line, in em."""


@lru_cache(maxsize=8192)  # the same few coordinates, again and again
def n(value: float) -> str:
    """A number as short as it is exact to a hundredth."""
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short in ("-0", "") else short


def safe(value: str) -> str:
    """Text for an element or an attribute; what XML cannot hold becomes the sign for the unknown."""
    return escape(_NO_XML.sub("\ufffd", value))


def spots(found: tuple[Spot, ...], top: float = 0.0) -> str:
    return " ".join(f"{n(x)},{n(y - top)}" for x, y in found)


def shape(box: Box, outline: tuple[Spot, ...], top: float = 0.0, extra: str = "") -> str:
    """A symbol's outline; Graphviz rounds corners a little, the form's capsule has round ends."""
    if not box.body.shape.is_capsule:
        return f'<polygon points="{spots(outline, top)}"{extra}/>'
    (x1, y1), (x2, y2) = outline
    return (
        f'<rect x="{n(x1)}" y="{n(y1 - top)}" width="{n(x2 - x1)}" height="{n(y2 - y1)}"'
        f' rx="{n((y2 - y1) / 2)}"{extra}/>'
    )


def text(
    lines: tuple[str, ...],
    x: float,
    y: float,
    size: float,
    kind: str = "",
    extra: str = "",
    bold: bool = False,
) -> str:
    """Lines of text centred on a spot, each as long as it was planned, whatever font shows it."""
    step = size * LEADING
    first = y - (len(lines) - 1) * step / 2 + size * _ASCENT
    named = f' class="{kind}"' if kind else ""
    weight = ' font-weight="bold"' if bold else ""
    return "".join(
        f'<text{named} x="{n(x)}" y="{n(first + i * step)}" font-size="{n(size)}"'
        f' text-anchor="middle"{weight}{_long(line, size, bold)}{extra}>{safe(line)}</text>'
        for i, line in enumerate(lines)
    )


def star(spot: Spot, said: str, top: float = 0.0) -> str:
    """A mark, whose pointer says what was concluded there."""
    x, y = spot
    words = text((SIGN,), x, y - top + _LOW * SIZE, SIZE)
    return f'<g class="sop-tanda"><title>Disimpulkan: {safe(said)}</title>{words}</g>'


def _long(line: str, size: float, bold: bool) -> str:
    """Another font's letters are narrowed, so that they stay clear of lines that ours are clear of."""
    wide = own_width(line, size, bold)
    return f' textLength="{n(wide)}" lengthAdjust="spacingAndGlyphs"' if wide else ""
