"""Texts of cells: their lines in order, which of them go on, and as words with places for what goes by places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..primitives import Box, Word
from ..text import ITEM, clean, continued
from .cells import Worksheet
from .lattice import Area
from .styles import Style

_PITCH = 12.0
"""Between lines."""


def lines_in(sheet: Worksheet, region: Area) -> list[str]:
    """What stands in these cells; those of one row are one line. An empty one parts paragraphs."""
    found: list[str] = []
    for row in range(region.top, region.bottom + 1):
        line, column = "", region.left
        while column <= region.right:
            one = sheet.lattice.area(row, column)
            if (one.top, one.left) == (row, column) and (text := sheet.text(one).strip()):
                line = f"{line} {text}" if line else text
            column = one.right + 1
        if line:
            found += line.split("\n")
    return found


def paragraphs_of(lines: Iterable[str]) -> list[str]:
    """A line goes on in one without a mark where there is a list, or in one that begins small."""
    found: list[str] = []
    blank = True
    for line in map(clean, lines):
        if line and found and not blank and _goes_on(found, line):
            found[-1] = continued(found[-1], line, False)
        elif line:
            found.append(line)
        blank = not line
    return found


def _goes_on(found: Sequence[str], line: str) -> bool:
    if ITEM.match(line):
        return False
    if ITEM.match(found[0]):
        return True
    return line[0].islower() and found[0][0].isupper() and found[-1][-1] not in ".;:"


def words_of(sheet: Worksheet, top: int, bottom: int) -> Iterator[Word]:
    """All that stands from a row to before another, a paragraph a line: no line is so long that the next might be its rest."""
    for one, text in sheet.filled():
        if not top <= one.top < bottom:
            continue
        box = sheet.lattice.box(one)
        lines = paragraphs_of(text.split("\n"))
        pitch = min(_PITCH, box.height / max(1, len(lines)))
        for k, line in enumerate(lines):
            parts = line.split()
            step = box.width / 3 / max(1, len(line))
            left = box.left + 1
            for part in parts:
                wide, high = step * len(part), box.top + k * pitch
                yield Word(part, Box(left, high + 0.1 * pitch, left + wide, high + 0.9 * pitch))
                left += wide + step


def place_of(text: str, box: Box, style: Style, size: float = 11) -> Box:
    """About where a text stands in a box that is larger."""
    lines = text.split("\n")
    wide = min(box.width, 0.5 * size * max(map(len, lines)))
    high = min(box.height, 1.2 * size * len(lines))
    left = {"center": box.center[0] - wide / 2, "right": box.right - wide}.get(style.level, box.left)
    top = {"center": box.center[1] - high / 2, "top": box.top}.get(style.upright, box.bottom - high)
    return Box(left, top, left + wide, top + high)
