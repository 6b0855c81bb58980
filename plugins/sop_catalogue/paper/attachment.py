"""An attachment of an SOP: its title, its text, its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..chart.letters import width
from ..definition.sop import Lampiran, TabelLampiran
from ..pages.text.lines import Run, length
from ..pages.text.prose import Prose, prose
from .block import Block
from .closing import text_blocks
from .content.table import Grid
from .content.words import Caption, Heading
from .frame import TEXT
from .table.columns import PAD_X, RULE
from .table.ruled import RuledTable
from .text.line import line, line_count

_BELOW = 8
"""Under its title, in px."""
_LEAST, _WIDEST_WORD = 30.0, 160.0
"""Of a column, and of a word that is not broken, in px."""


def attachment(sheet: Lampiran, room: int, most: float) -> list[Block]:
    """In order, what is longer than a sheet in several blocks."""
    title = line_count(sheet.judul, room, TEXT, bold=True) * TEXT.line + _BELOW
    out = [Block((Heading(2, line(sheet.judul), TEXT, "lampiran"),), title)]
    if sheet.isi:
        out += text_blocks(prose(sheet.isi), room, most - title, TEXT, "isi-lampiran")
    for table in sheet.tabel:
        out += _table(table, room, most - title)
    return out


def _table(table: TabelLampiran, room: int, most: float) -> Iterator[Block]:
    """Its title, its head, and one block a row: on one sheet they become one table again."""
    cells = [[prose(cell) if cell else () for cell in row] for row in table.baris]
    count = max([len(table.kepala), *map(len, cells)], default=0)
    if not count:
        return
    if table.judul:
        tall = line_count(table.judul, room, TEXT, bold=True)
        yield Block((Caption(line(table.judul), TEXT),), tall * TEXT.line)
    widths = _widths([*cells, [prose(text) for text in table.kepala]], count, room)
    made = RuledTable(Grid("", tuple(widths), TEXT), list(map(line, table.kepala)), above=0)
    even = ([*row, *[()] * (count - len(row))] for row in cells)
    yield from made.blocks(even, most)


def _widths(rows: Iterable[Sequence[Prose]], count: int, room: int) -> list[int]:
    """By what is written in each column, none so narrow that its words break."""
    least, wish = [_LEAST] * count, [_LEAST] * count
    for row in rows:
        for i, cell in enumerate(row):
            for para in cell:
                extra = para.indent * TEXT.size + 2 * PAD_X + RULE + 1
                for run in para.runs:
                    word, whole = _widest(run) * TEXT.size, length(run) * TEXT.size
                    least[i] = max(least[i], min(word, _WIDEST_WORD) + extra)
                    wish[i] = max(wish[i], min(whole * 1.1, room / 2) + extra)
    spare = max(0.0, room - RULE - sum(least))
    more = [w - n for w, n in zip(wish, least, strict=True)]
    whole = sum(more)
    found = [n + (spare * m / whole if whole else spare / count) for n, m in zip(least, more, strict=True)]
    shrink = min(1.0, (room - RULE) / sum(found))
    return [int(wide * shrink) for wide in found]


def _widest(run: Run) -> float:
    """Of its words were they bold, in em."""
    return max((width(word, True) for text, _ in run for word in text.split()), default=0.0)
