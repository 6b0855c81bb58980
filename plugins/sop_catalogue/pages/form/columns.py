"""The columns of text in the flow table: as wide as their words ask, in a narrow window and in a wide one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...catalogue.model import Chart
from ...definition.flow.cells import merged
from ...definition.suku_kata import past_slashes, with_breaks
from ..render import breaks_shown, plain, rich_line
from ..text.lines import widest_word
from ..text.prose import Prose, cell_prose, prose
from .rows import last_row
from .shares import Wish, share, wish_of

OTHERS = 640
"""The least width of the columns that are no lanes, in px; the style sheet's --lain."""
_NUMBER, _USUAL, _WIDER = 44, 1366, 160
"""The column No; how wide a table is in a window of 1,440 px; and what is tried above the least in any case."""
_SIZE, _CELL, _HEAD, _CAP = 13.0, 16.0, 10.0, 130.0
"""Letters; what stands beside them in a cell and in a head; and a word wider than this may break. All in px."""


@dataclass(frozen=True, slots=True)
class TextColumn:
    key: str
    least: int
    """Its width in px where the table is as narrow as it may be."""
    part: float
    """Of every px that the table is wider."""

    @property
    def style(self) -> str:
        return f"--dasar:{self.least}px;--porsi:{self.part:.3f}"

    def head(self, words: str) -> Markup:
        """Its head, where a word that is wider than it at its narrowest may be divided."""
        return breaks_shown(rich_line(with_breaks(words, lambda word: _wide(word) + _HEAD > self.least)))


def text_columns(
    chart: Chart, keys: Sequence[str], words: Mapping[str, str], lanes: int
) -> tuple[TextColumn, ...]:
    """The columns after the lanes, which take so many px; Kegiatan has what they leave."""
    cells, spans = _cells(chart, keys)
    wanted: dict[str, Wish] = {}
    for key in ("kegiatan", *keys):
        head = _wide(past_slashes(plain(words[key]))) + _HEAD - _CELL
        wanted[key] = wish_of(key, head, cells[key], spans[key], _SIZE, _CELL, _CAP)
    narrow = OTHERS - _NUMBER
    wide = max(narrow + _WIDER, _USUAL - lanes - _NUMBER)
    least, most = share(wanted, narrow), share(wanted, wide)
    return tuple(TextColumn(key, least[key], (most[key] - least[key]) / (wide - narrow)) for key in keys)


def _wide(head: str) -> float:
    """Its widest word, in px."""
    return widest_word(((head, True),)) * _SIZE


def _cells(chart: Chart, keys: Sequence[str]) -> tuple[dict[str, list[Prose]], dict[str, Prose]]:
    """By column: the words of each cell, and those of the cells over several rows."""
    reach = merged(chart.steps, chart.flow.rows)
    cells: dict[str, list[Prose]] = {"kegiatan": [prose(step.kegiatan) for step in chart.steps]}
    spans: dict[str, Prose] = {"kegiatan": ()}
    for key in keys:
        own, spans[key], covered = cells.setdefault(key, []), (), -1
        for i, step in enumerate(chart.steps):
            if i <= covered:
                continue
            cell, covered = step.cell(key), last_row(chart.steps, i, key, reach.get((i, key), i))
            found = cell_prose(cell.teks) if cell else ()
            if covered > i:
                spans[key] += found
            else:
                own.append(found)
    return cells, spans
