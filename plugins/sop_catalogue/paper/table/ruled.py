"""Tables of words: rows one below the other on as many sheets as they take, each of which repeats the head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

from ...definition.markup import Strong
from ...pages.text.prose import Para, Prose, lines
from ..block import Block, stacked
from ..content.table import Cell, Grid, Picture, Row, Table
from ..text.cutting import split
from ..text.line import Line, said_lines
from .columns import PAD_X, RULE, cell_height

Cells = Sequence[Prose | Picture]
"""Of a row."""
_MIDDLE = "tengah-sel"


@dataclass(frozen=True, slots=True)
class Group:
    """A row over all columns, above the rows that belong to it."""

    prose: Prose


@dataclass(frozen=True)
class RuledTable:
    grid: Grid
    heads: Sequence[str | Line]
    """May be none."""
    middle: frozenset[int] = frozenset()
    """Columns of numbers, which stand in the middle."""
    above: int = RULE
    """What the line over the head adds to its height, in px."""

    def blocks(self, rows: Iterable[Cells | Group], most: float) -> list[Block]:
        """One a row, the head first; `most` is the height of a sheet."""
        head = self.head() if self.heads else None
        out = [head] if head else []
        room = most - (head.height if head else 0.0)
        groups: list[Block] = []
        for row in rows:
            if isinstance(row, Group):
                groups.append(self.group(row))
                continue
            for cells, tall in self.pieces(row, room - sum(group.height for group in groups)):
                whole = stacked([*groups, self.row(cells, tall)])
                out.append(Block(whole.contents, whole.height, head))
                groups = []
        return out

    @cached_property
    def rooms(self) -> list[int]:
        """For the text of each column."""
        return [wide - 2 * PAD_X - RULE for wide in self.grid.widths]

    def block(self, row: Row, height: float) -> Block:
        return Block((Table(self.grid, (row,)),), height)

    def head(self) -> Block:
        cells = tuple(Cell(text, head="col") for text in self.heads)
        tall = max(
            said_lines(text, room, self.grid.type, bold=True)
            for text, room in zip(self.heads, self.rooms, strict=False)
        )
        return self.block(Row(cells), self.above + cell_height(tall, self.grid.type))

    def group(self, group: Group) -> Block:
        """Stays with the row below it."""
        bold = tuple(Para((Strong(para.nodes),), link=para.link) for para in group.prose)
        tall = lines(bold, sum(self.grid.widths) - 2 * PAD_X - RULE, self.grid.type.size)
        row = Row((Cell(bold, columns=len(self.heads)),), "kelompok")
        return self.block(row, cell_height(tall, self.grid.type))

    def row(self, cells: Cells, tall: float) -> Block:
        made = [Cell(cell, kind=_MIDDLE if i in self.middle else "") for i, cell in enumerate(cells)]
        if not self.heads:  # then what is first in a row says what the row is about
            made[0] = replace(made[0], head="row", plain=True)
        return self.block(Row(tuple(made)), max(tall, self.grid.type.line) + 2 * self.grid.type.pad + RULE)

    def tall(self, cells: Cells, enough: float = inf) -> float:
        """Lines beyond `enough` may be left uncounted."""
        size, line = self.grid.type.size, self.grid.type.line
        return max(
            cell.height if isinstance(cell, Picture) else lines(cell, room, size, enough) * line
            for cell, room in zip(cells, self.rooms, strict=True)
        )

    def pieces(self, cells: Cells, free: float) -> Iterator[tuple[Cells, float]]:
        """A row higher than a sheet goes on in further ones; any other is one. Each with its height."""
        limit = max(1, int((free - 2 * self.grid.type.pad - RULE) / self.grid.type.line))
        while self.tall(cells, limit) > limit * self.grid.type.line:
            halves = [self.halves(cell, limit, i) for i, cell in enumerate(cells)]
            if not any(first for first, _ in halves):
                break
            first = [first for first, _ in halves]
            yield first, self.tall(first)
            cells = [rest for _, rest in halves]
        yield cells, self.tall(cells)

    def halves(self, cell: Prose | Picture, limit: int, column: int) -> tuple[Prose | Picture, Prose]:
        if isinstance(cell, Picture):
            return cell, ()
        return split(cell, limit, self.rooms[column], self.grid.type.size)
