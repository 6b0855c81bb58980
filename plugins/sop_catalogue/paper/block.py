"""What stands on a sheet, one thing under the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .content import Content
from .content.table import Table

GAP = 10
"""Between things on a sheet, in px."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something over the full width, never cut."""

    contents: tuple[Content, ...]
    height: float
    head: Block | None = None
    """Repeated where the block begins a sheet."""


def stacked(blocks: Sequence[Block]) -> Block:
    """Several as one, in their order."""
    contents: list[Content] = []
    for part in (part for block in blocks for part in block.contents):
        match contents[-1:], part:
            case [Table(grid, rows)], Table(same, more) if same == grid:
                contents[-1] = Table(grid, rows + more)
            case _:
                contents.append(part)
    return Block(tuple(contents), height_of(blocks))


def height_of(blocks: Sequence[Block]) -> float:
    """Of all of them, gaps included."""
    gaps = sum(not _one_table(a.contents[-1], b.contents[0]) for a, b in pairwise(blocks))
    return sum(block.height for block in blocks) + gaps * GAP


def _one_table(above: Content, below: Content) -> bool:
    """Blocks hold its rows one by one."""
    return isinstance(above, Table) and isinstance(below, Table) and above.grid == below.grid


def fill(sheet: list[Block], blocks: Iterable[Block], room: float) -> list[list[Block]]:
    """The blocks below what is on a sheet already, and on further ones; the sheet comes first."""
    sheets = [sheet]
    for block in blocks:
        if sheets[-1] and height_of([*sheets[-1], block]) > room:
            sheets.append([block.head] if block.head else [])
        sheets[-1].append(block)
    return sheets
