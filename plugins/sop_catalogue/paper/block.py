"""What stands on a sheet, one thing under the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

GAP = 10
"""Between things on a sheet, in px."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something over the full width, never cut."""

    html: Markup
    height: float
    joint: str = ""
    """Blocks with the same are one table; this is how it opens."""
    head: Block | None = None
    """Repeated where the block begins a sheet."""


def stacked(blocks: Sequence[Block]) -> Block:
    """Several as one, in their order."""
    html: list[str] = []
    for i, block in enumerate(blocks):
        joined = i > 0 and block.joint and block.joint == blocks[i - 1].joint
        if joined:
            html[-1] = html[-1].removesuffix("</table>")
            html.append(block.html.removeprefix(block.joint))
        else:
            html.append(block.html)
    return Block(Markup("".join(html)), height_of(blocks))


def height_of(blocks: Sequence[Block]) -> float:
    """Of all of them, gaps included."""
    gaps = sum(not (b.joint and b.joint == a.joint) for a, b in pairwise(blocks))
    return sum(block.height for block in blocks) + gaps * GAP


def fill(sheet: list[Block], blocks: Iterable[Block], room: float) -> list[list[Block]]:
    """The blocks below what is on a sheet already, and on further ones; the sheet comes first."""
    sheets = [sheet]
    for block in blocks:
        if sheets[-1] and height_of([*sheets[-1], block]) > room:
            sheets.append([block.head] if block.head else [])
        sheets[-1].append(block)
    return sheets
