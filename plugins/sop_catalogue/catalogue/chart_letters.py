"""By which letter the charts of one SOP are told apart: their titles' own (A. Belanja Pegawai), or their place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..definition.markup import plain
from .model import Chart

_OWN = re.compile(r"\W*([A-Z]|[IVX]{1,4}|\d{1,2})[.)]\s")


def chart_letters(titles: Sequence[str]) -> list[str]:
    """One each, all different; a chart alone needs none."""
    if len(titles) < 2:
        return [""] * len(titles)
    own = [found[1] if (found := _OWN.match(plain(title))) else "" for title in titles]
    if all(own) and len(set(own)) == len(own):
        return own
    return [chr(ord("A") + i) if i < 26 else str(i + 1) for i in range(len(titles))]


def titled(letter: str, title: str) -> str:
    """The title with the letter before it, unless it begins with that itself."""
    found = _OWN.match(plain(title))
    return title if not letter or (found and found[1] == letter) else f"{letter}. {title}".rstrip(" ")


def briefly(chart: Chart, row: int) -> str:
    """A row as lists of numbers name it: `3`, or `B.3` where there are several charts."""
    letter, said = chart.letter, chart.flow.rows[row].briefly
    return f"{letter}.{said}" if letter and not said.startswith(f"{letter}.") else said
