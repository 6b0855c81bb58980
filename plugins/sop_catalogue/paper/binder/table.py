"""Tables of a binder's own sheets: a row is never cut, and each sheet repeats the head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from markupsafe import Markup, escape

from ...definition.markup import Strong, Text
from ..block import GAP, Block, stacked
from ..frame import TEXT, Type
from ..table.columns import PAD_X, PAD_Y, RULE, cell_height
from ..text.lines import count
from ..text.prose import Para, Prose, lines, split, to_html

_MIDDLE = ' class="tengah-sel"'


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands in a cell instead of words."""

    html: Markup
    height: float


Cell = Prose | Picture


@dataclass(frozen=True, slots=True)
class Group:
    """A row over all columns, above the rows that belong to it."""

    prose: Prose


Row = Sequence[Cell] | Group


@dataclass(frozen=True)
class Table:
    label: str
    """What it is a table of; no two tables of a binder have the same."""
    heads: Sequence[str]
    shares: Sequence[float]
    """Of the width, in any unit."""
    room: int
    type: Type = TEXT
    middle: frozenset[int] = frozenset()
    """Columns of numbers, which stand in the middle."""

    @cached_property
    def widths(self) -> list[int]:
        whole = sum(self.shares)
        found = [int((self.room - RULE) * share / whole) for share in self.shares]
        found[-1] += self.room - RULE - sum(found)
        return found

    def blocks(self, rows: Iterable[Row], most: float) -> list[Block]:
        """One a row, the head first; `most` is the height of a sheet."""
        head = self.head()
        out = [head]
        groups: list[Block] = []
        for row in rows:
            if isinstance(row, Group):
                groups.append(self.group(row, head))
                continue
            free = most - head.height - sum(group.height for group in groups)
            for cells, tall in self.pieces(row, free):
                block = self.row(cells, tall, head)
                out.append(self.joined([*groups, block], head))
                groups = []
        return out

    @cached_property
    def rooms(self) -> list[int]:
        """For the text of each column."""
        return [wide - 2 * PAD_X - RULE for wide in self.widths]

    @cached_property
    def opening(self) -> str:
        cols = "".join(f'<col style="width:{wide}px">' for wide in self.widths)
        style = f"width:{sum(self.widths)}px;{self.type.style}"
        return f'<table class="tabel" aria-label="{escape(self.label)}" style="{style}"><colgroup>{cols}</colgroup>'

    def block(self, row: str, height: float, head: Block | None) -> Block:
        return Block(Markup(f"{self.opening}{row}</table>"), height, self.opening, head)

    def joined(self, blocks: Sequence[Block], head: Block) -> Block:
        """A group's row stays with the row below it."""
        whole = stacked(blocks)
        return Block(whole.html, whole.height, self.opening, head)

    def head(self) -> Block:
        cells = "".join(f'<th scope="col">{escape(text)}</th>' for text in self.heads)
        tall = max(
            text_lines(text, room, self.type, bold=True)
            for text, room in zip(self.heads, self.rooms, strict=True)
        )
        above = RULE  # the line over the whole table
        return self.block(f"<tr>{cells}</tr>", above + cell_height(tall, self.type), None)

    def group(self, group: Group, head: Block) -> Block:
        bold = tuple(Para((Strong(para.nodes),), link=para.link) for para in group.prose)
        tall = lines(bold, sum(self.widths) - 2 * PAD_X - RULE, self.type.size)
        row = f'<tr class="kelompok"><td colspan="{len(self.heads)}">{to_html(bold)}</td></tr>'
        return self.block(row, cell_height(tall, self.type), head)

    def row(self, cells: Sequence[Cell], tall: float, head: Block) -> Block:
        inner = "".join(
            f"<td{_MIDDLE if i in self.middle else ''}>{_html(cell)}</td>" for i, cell in enumerate(cells)
        )
        return self.block(f"<tr>{inner}</tr>", max(tall, self.type.line) + 2 * PAD_Y + RULE, head)

    def tall(self, cells: Sequence[Cell], enough: float = inf) -> float:
        """Lines beyond `enough` may be left uncounted."""
        size, line = self.type.size, self.type.line
        return max(
            cell.height if isinstance(cell, Picture) else lines(cell, room, size, enough) * line
            for cell, room in zip(cells, self.rooms, strict=True)
        )

    def pieces(self, cells: Sequence[Cell], free: float) -> Iterator[tuple[Sequence[Cell], float]]:
        """A row higher than a sheet goes on in further ones; any other is one. Each with its height."""
        limit = max(1, int((free - 2 * PAD_Y - RULE) / self.type.line))
        while self.tall(cells, limit) > limit * self.type.line:
            halves = [self.halves(cell, limit, i) for i, cell in enumerate(cells)]
            if not any(first for first, _ in halves):
                break
            first = [first for first, _ in halves]
            yield first, self.tall(first)
            cells = [rest for _, rest in halves]
        yield cells, self.tall(cells)

    def halves(self, cell: Cell, limit: int, column: int) -> tuple[Cell, Cell]:
        if isinstance(cell, Picture):
            return cell, ()
        return split(cell, limit, self.rooms[column], self.type.size)


def under(heading: Block, blocks: Sequence[Block]) -> list[Block]:
    """A heading that stays with what stands first below it: of a table, the head and a row."""
    first, *rest = blocks
    if rest and rest[0].joint == first.joint != "":
        first, rest = stacked([first, rest[0]]), rest[1:]
        first = Block(first.html, first.height, blocks[0].joint)
    return [Block(heading.html + first.html, heading.height + GAP + first.height, first.joint), *rest]


def words(text: str, link: str = "") -> Prose:
    """A text without markup as a cell; `link` is where it leads, as marks say it."""
    return (Para((Text(text),), link=link),) if text else ()


def text_lines(text: str, room: float, kind: Type, *, bold: bool = False) -> int:
    """Of a text without markup."""
    return count(((text, bold),), room, kind.size)


def _html(cell: Cell) -> Markup:
    return cell.html if isinstance(cell, Picture) else to_html(cell)
