"""Labels for the backs of the files that a binder stands in: 4, 5 and 7 cm, to cut out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...chart.letters import width
from ..block import Block
from ..content.book import CoverLines, Spine, Spines
from ..frame import MM, TEXT, Type
from ..text.line import text_lines
from ..values import PrintedSop
from .front import CoverText
from .part import PartMaker

TITLE = "Label Punggung"
_FILES = (4, 5, 7)
"""In cm: how wide files are that offices buy."""
_LESS, _HIGH = 4, 190
"""In mm: what a label is narrower than its file, and how high it is."""
_PADDING, _GAP = 6, 14
"""Within a label, and between its parts, in px."""
_LOGO = 0.55
"""Its height, of a label's width."""
_TYPES = tuple(
    Type(size, line) for size, line in ((26.0, 32), (21.0, 26), (17.0, 21), (14.0, 18), (11.0, 14))
)
_NAME = "SOP"
_HAND = ("Ordner ......", "dari ......")
"""Filled in by hand where one file does not hold all."""


def spines(text: CoverText, maker: PartMaker) -> PrintedSop:
    """With what the cover says of whose it is."""
    high = int(_HIGH * MM)
    labels = tuple(_label(size, text, high, maker) for size in _FILES)
    block = Block((Spines(high, labels, TEXT),), high + TEXT.line)
    return maker.part("punggung", TITLE, [maker.heading(TITLE), block], kind="buku")


def _label(size: int, text: CoverText, high: int, maker: PartMaker) -> Spine:
    wide = int((size * 10 - _LESS) * MM)
    logo = text.logo if maker.settings.logo else None
    room = wide - 2 * _PADDING - 2
    free = high - 2 * _GAP - (int(wide * _LOGO) + _GAP if logo else 0)
    found = (_parts(text, *types) for types in pairwise(_TYPES))
    parts = next((parts for parts in found if _fits(parts, room, free)), _parts(text, *_TYPES[-2:]))
    return Spine(f"{size} cm", wide, logo, int(wide * _LOGO), parts)


def _parts(text: CoverText, large: Type, small: Type) -> tuple[CoverLines, ...]:
    return (
        CoverLines("judul", (_NAME,), Type(large.size * 1.5, large.line * 3 // 2)),
        *(CoverLines("atas", (line,), small) for line in text.above),
        CoverLines("tahun", tuple(filter(None, (text.year,))), large),
        CoverLines("ordner", _HAND, TEXT),
    )


def _fits(parts: Sequence[CoverLines], room: int, free: int) -> bool:
    """All its lines in the height, and no word broken."""
    tall = sum(
        sum(text_lines(line, room, part.type, bold=True) for line in part.lines) * part.type.line + _GAP
        for part in parts
    )
    words = ((word, part.type) for part in parts for line in part.lines for word in line.split())
    return tall <= free and all(width(word, True) * type_.size <= room for word, type_ in words)
