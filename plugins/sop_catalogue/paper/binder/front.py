"""What a binder opens with: its cover, and the list of what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...pages.text.prose import words
from ..block import Block
from ..content.book import BookCover, CoverLines
from ..content.form import Logo
from ..frame import TEXT, Type
from ..table.ruled import Cells, Group
from ..text.line import text_lines
from ..values import PrintedSop
from .part import LARGE, PartMaker, page_count, part_id
from .tabs import SHEETS, Listing, Tab

_LOGO, _EDGE = 150, 48
_SIZES = ((Type(34.0, 46), Type(20.0, 28)), (Type(24.0, 32), Type(16.0, 22)), (LARGE, TEXT))
"""Of the title and of the rest, from large to small."""


@dataclass(frozen=True, slots=True)
class CoverText:
    above: Sequence[str]
    """Pemda and unit."""
    title: str
    below: Sequence[str]
    logo: Logo | None = None
    year: str = ""


def cover(text: CoverText, maker: PartMaker) -> PrintedSop:
    room = maker.whole_height
    found = [_cover(text, maker, room, *sizes) for sizes in _SIZES]
    made = next((made for made, high in found if high <= room), found[-1][0])
    return maker.bare("sampul", "Sampul", Block((made,), room), kind="buku")


def _cover(
    text: CoverText, maker: PartMaker, room: float, large: Type, small: Type
) -> tuple[BookCover, float]:
    """With the height that it needs."""
    width = maker.width() - 48
    logo = text.logo if maker.settings.logo else None
    parts = (
        CoverLines("atas", tuple(text.above), small),
        CoverLines("judul", (text.title,), large),
        CoverLines("bawah", tuple(text.below), small),
        CoverLines("tahun", (text.year,) if text.year else (), small),
    )
    high = 2.0 * _EDGE + (_LOGO if logo else 0)
    for part in parts:
        high += (
            sum(text_lines(line, width, part.type, bold=True) for line in part.lines) * part.type.line + 24
        )
    return BookCover(room, logo, parts), high


def contents(
    front: Sequence[PrintedSop],
    tabs: Sequence[Tab],
    listing: Listing,
    back: Sequence[PrintedSop],
    maker: PartMaker,
) -> PrintedSop:
    """Named by order numbers, not by pages of the binder: replacing one SOP changes no other line."""
    title = "Daftar Isi"
    rows: list[Cells | Group] = [_part_row(part, listing) for part in front]
    for tab in tabs:
        if len(tabs) > 1:
            rows.append(Group(words(f"{tab.name}, {tab.above}", part_id(tab.part))))
        rows += [listing.rows[entry] for entry in tab.entries]
    rows += [_part_row(part, listing) for part in back]
    table = listing.table(title, maker, TEXT)
    blocks = [maker.heading(title), *table.blocks(rows, maker.room(title) - 40)]
    return maker.part("daftar-isi", title, blocks, kind="buku")


def _part_row(part: PrintedSop, listing: Listing) -> Cells:
    pages = {SHEETS: words(str(page_count(part)))}
    return [(), words(part.title, part.id), (), *(pages.get(head, ()) for head in listing.measures)]
