"""What stands beside a row of pentagons: on which sheet each of them goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ...chart import Passage
from ...definition.markup import Text
from ...pages.text.prose import Para, Prose, lines
from .columns import Columns, cell_height

_MOST = 98
"""Stands for a sheet whose number is not yet known, and has as many digits as any."""


def said(passages: Iterable[Passage], first: int | None) -> Prose:
    """`first`: the number that the chart's first sheet has among those of its SOP."""
    return (Para((Text("; ".join(_parts(passages, _MOST if first is None else first))),)),)


def _parts(passages: Iterable[Passage], first: int) -> Iterator[str]:
    def way(passage: Passage) -> tuple[bool, int]:
        return passage.leaves, passage.sheet

    for (leaves, sheet), found in groupby(sorted(passages, key=way), way):
        names = ", ".join(sorted({passage.letter for passage in found}, key=lambda name: (len(name), name)))
        yield f"{names} {'ke' if leaves else 'dari'} hal. {first + sheet}"


def passages_height(passages: Iterable[Passage], columns: Columns) -> float:
    return cell_height(lines(said(passages, None), columns.beside_room, columns.type.size), columns.type)
