"""Tables of a binder's own sheets, and headings that stay with what stands below them."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ..block import GAP, Block, stacked
from ..content.table import Grid, Picture, Table
from ..frame import TEXT, Type
from ..table.columns import RULE
from ..table.ruled import RuledTable

_BY_HAND = 34
"""The height that a few words or initials need, in px: 9 mm."""


def table(
    label: str,
    heads: Sequence[str],
    shares: Sequence[float],
    room: int,
    kind: Type = TEXT,
    middle: frozenset[int] = frozenset(),
) -> RuledTable:
    """`label` says what it is a table of; no two tables of a binder have the same. `shares` are of the width, in any unit."""
    whole = sum(shares)
    widths = [int((room - RULE) * share / whole) for share in shares]
    widths[-1] += room - RULE - sum(widths)
    return RuledTable(Grid(label, tuple(widths), kind), heads, middle)


def by_hand(height: int = _BY_HAND) -> Picture:
    """A cell in which something is written by hand; `height` is in px."""
    return Picture(Markup(f'<div style="height:{height}px"></div>'), height)


def blank_row(columns: int, height: int = _BY_HAND) -> list[Picture]:
    return [by_hand(height)] * columns


def under(heading: Block, blocks: Sequence[Block]) -> list[Block]:
    """A heading that stays with what stands first below it: of a table, the head and a row."""
    first, *rest = blocks
    if rest and isinstance(first.contents[0], Table):
        first, rest = stacked([first, rest[0]]), rest[1:]
    return [Block(heading.contents + first.contents, heading.height + GAP + first.height), *rest]
