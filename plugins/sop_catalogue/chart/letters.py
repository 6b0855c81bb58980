"""How wide the letters of the shipped font are. Same widths as Arial, Helvetica and Liberation Sans.

Pages and sheets bring this font along. A drawing may have to do with another; see `text` beside this file.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("widths.json")
"""Made from the font files by `python -m tests.paper.fonts`, so that a build need not open fonts."""
UNITS = 2048
_FOREIGN = 1.0
"""In em: a letter that some other font must lend."""


@cache
def _widths(bold: bool) -> dict[str, float]:
    found = json.loads(TABLE.read_text("utf-8"))["bold" if bold else "normal"]
    return {char: int(width) / UNITS for width, chars in found.items() for char in chars}


@lru_cache(maxsize=32768)
def width(text: str, bold: bool = False) -> float:
    """In em, without kerning, which print pages switch off. Slanted letters are as wide as upright ones."""
    return sum(widths(text, bold))


def letter(char: str, bold: bool = False) -> float | None:
    """In em; None for one that some other font must lend."""
    return _widths(bold).get(char)


def widths(text: str, bold: bool = False) -> list[float]:
    """Letter by letter."""
    of = _widths(bold)
    try:
        return [of[char] for char in text]
    except KeyError:
        return [of.get(char, _FOREIGN) for char in text]
