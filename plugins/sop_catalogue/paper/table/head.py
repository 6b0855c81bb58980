"""The head of the flow table, repeated on every sheet, with the height it will have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...definition.flow.model import Flow, Lane
from ...definition.form import FORM
from ...definition.tafsiran import SIGN
from ...pages.text.lines import runs, widest_word
from ..content.table import Cell, Row, Upright
from ..text.line import line, line_count
from .columns import PAD_X, RULE, Columns, cell_height


@dataclass(frozen=True, slots=True)
class TableHead:
    rows: tuple[Row, ...]
    height: float


def table_head(flow: Flow, columns: Columns, words: Mapping[str, str], numbered: bool) -> TableHead:
    """`numbered`: with a row (1) (2) (3) … below."""
    rows = _Maker(flow, columns, words).rows()
    if numbered:
        cells = (Cell(f"({i})", kind="urut") for i in range(1, len(columns.widths) + 1))
        rows.append(Row(tuple(cells), height=cell_height(1, columns.head)))
    return TableHead(tuple(rows), sum(row.height for row in rows) + RULE)


_Tall = tuple[Cell, float]
"""A cell, and the height that it needs."""


@dataclass(frozen=True, slots=True)
class _Maker:
    flow: Flow
    columns: Columns
    words: Mapping[str, str]

    def rows(self) -> list[Row]:
        c = self.columns
        groups = [
            (name, list(lanes)) for name, lanes in groupby(self.flow.lanes, key=lambda lane: lane.group)
        ]
        grouped = any(name for name, _ in groups)
        deep = 3 if grouped else 2
        mutu = [column.key for column in FORM.columns if column.mutu_baku and column.key in c.others]
        tops = [self.cell("no", c.number - RULE, deep), self.cell("kegiatan", c.kegiatan, deep)]
        inner: list[_Tall] = []
        if c.lanes:
            tops.append(self.cell("pelaksana", c.lane * c.lanes, 1, c.lanes))
        if mutu:
            tops.append(self.cell("mutu_baku", sum(c.others[key] for key in mutu), 1, len(mutu)))
            inner = [self.cell(key, c.others[key], deep - 1) for key in mutu]
        tops += [self.cell(key, wide, deep) for key, wide in c.others.items() if key not in mutu]
        second: list[_Tall] = []
        third: list[_Tall] = []
        for name, lanes in groups:
            if name:
                second.append(self.group(name, len(lanes)))
                third += [self.lane(lane, 1) for lane in lanes]
            else:
                second += [self.lane(lane, deep - 1) for lane in lanes]
        rows = [tops, second + inner, third] if grouped else [tops, second + inner]
        return [
            Row(tuple(cell for cell, _ in row), height=high)
            for row, high in zip(rows, _heights(rows), strict=True)
        ]

    def cell(self, key: str, wide: int, rows: int, span: int = 1) -> _Tall:
        starred = key == "pelaksana" and self.flow.inferred.everywhere
        room = wide - 2 * PAD_X - RULE
        text = self.columns.divided_head(self.words[key], room) + (SIGN if starred else "")
        lines = self.count(text, room)
        return Cell(line(text), _scope(span), rows=rows, columns=span), cell_height(lines, self.columns.head)

    def group(self, name: str, span: int) -> _Tall:
        lines = self.count(name, self.columns.lane * span - 2 * PAD_X - RULE)
        return Cell(line(name), _scope(span), columns=span), cell_height(lines, self.columns.head)

    def lane(self, lane: Lane, rows: int) -> _Tall:
        if not (self.columns.upright and lane.name):
            name = self.columns.lane_head(lane.name)
            lines = self.count(name, self.columns.lane - 2 * PAD_X - RULE)
            return Cell(line(name), "col", rows=rows), cell_height(lines, self.columns.head)
        high = self.upright_height(lane.name)
        return Cell(Upright(line(lane.name), high), "col", kind="tegak", rows=rows), high + 7.0

    def upright_height(self, name: str) -> int:
        """Low enough to look like a head, high enough that its lines stand side by side in the lane."""
        head = self.columns.head
        most = max(1, int((self.columns.lane - RULE - 2) / head.line))
        high = max(map(widest_word, runs(line(name).nodes, bold=True))) * head.size + 2
        while self.count(name, high) > most and high < 2000:
            high += 6
        return int(high) + 1

    def count(self, name: str, room: float) -> int:
        return line_count(name, room, self.columns.head, bold=True)


def _scope(span: int) -> str:
    return "colgroup" if span > 1 else "col"


def _heights(rows: Sequence[Sequence[_Tall]]) -> list[float]:
    """Of each row of the head; what reaches over several and needs more gives it to the last."""
    found = [max((high for cell, high in row if cell.rows == 1), default=0.0) for row in rows]
    for i, row in enumerate(rows):
        for cell, high in row:
            last = i + cell.rows - 1
            found[last] += max(0.0, high - sum(found[i : last + 1]))
    return found
