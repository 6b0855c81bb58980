"""What a binder opens with: its cover, and the list of what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..block import Block
from ..frame import TEXT, Type
from ..values import PrintedSop
from .part import LARGE, PartMaker, page_count
from .table import Group, Row, text_lines, words
from .tabs import Listing, Tab, tab_link

_LOGO, _EDGE = 150, 48
_SIZES = ((Type(34.0, 46), Type(20.0, 28)), (Type(24.0, 32), Type(16.0, 22)), (LARGE, TEXT))
"""Of the title and of the rest, from large to small."""


@dataclass(frozen=True, slots=True)
class CoverText:
    above: Sequence[str]
    """Pemda and unit."""
    title: str
    below: Sequence[str]
    logo: str = ""
    """Whose logo it bears, as marks say it."""
    logo_name: str = ""
    picture: str = ""
    """Which picture that is; another makes another sheet."""
    year: str = ""


def cover(text: CoverText, maker: PartMaker) -> PrintedSop:
    room = maker.whole_height
    found = [_cover(text, maker, room, *sizes) for sizes in _SIZES]
    block = next((block for block in found if block.height <= room), found[-1])
    return maker.bare("sampul", "Sampul", Block(block.html, room), kind="buku")


def _cover(text: CoverText, maker: PartMaker, room: float, large: Type, small: Type) -> Block:
    width = maker.width() - 48
    html, tall = [], 0.0
    if text.logo and maker.settings.logo:
        name = escape(text.logo_name)
        html.append(f'<img src="lambang:{escape(text.logo)}" alt="Lambang {name}" data-isi="{text.picture}">')
        tall += _LOGO
    for part, kind, css in (
        (text.above, small, "atas"), ((text.title,), large, "judul"), (text.below, small, "bawah"),
        ((text.year,) if text.year else (), small, "tahun"),
    ):  # fmt: skip
        lines = "".join(f"<p>{escape(line)}</p>" for line in part)
        html.append(f'<div class="{css}" style="{kind.style}">{lines}</div>')
        tall += sum(text_lines(line, width, kind, bold=True) for line in part) * kind.line + 24
    inner = "".join(html)
    return Block(
        Markup(f'<div class="sampul-buku" style="height:{room:g}px">{inner}</div>'), tall + 2 * _EDGE
    )


def contents(
    front: Sequence[PrintedSop],
    tabs: Sequence[Tab],
    listing: Listing,
    back: Sequence[PrintedSop],
    maker: PartMaker,
) -> PrintedSop:
    """Named by order numbers, not by pages of the binder: replacing one SOP changes no other line."""
    title = "Daftar Isi"
    rows = [_part_row(part, listing) for part in front]
    for tab in tabs:
        if len(tabs) > 1:
            rows.append(Group(words(f"Tab {tab.number}: {tab.title}, {tab.above}", tab_link(tab))))
        rows += [listing.rows[entry] for entry in tab.entries]
    rows += [_part_row(part, listing) for part in back]
    table = listing.table(title, maker, TEXT)
    blocks = [maker.heading(title), *table.blocks(rows, maker.room(title) - 40)]
    return maker.part("daftar-isi", title, blocks, kind="buku")


def _part_row(part: PrintedSop, listing: Listing) -> Row:
    pages = {"Hal.": words(str(page_count(part)))}
    return [(), words(part.title, f"sop:{part.id}"), (), *(pages.get(head, ()) for head in listing.measures)]
