"""The head of the flow table, repeated on every sheet, with the height it will have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from ...definition.flow.model import Flow, Lane
from ...definition.form import FORM
from ...pages.render import rich_line
from ..text.lines import Run, count, widest_word
from ..text.prose import line_prose, runs_of
from .columns import PAD_X, RULE, Columns, breakable, cell_height


@dataclass(frozen=True, slots=True)
class TableHead:
    html: Markup
    """The `colgroup` and the `thead`."""
    height: float


def table_head(flow: Flow, columns: Columns, words: Mapping[str, str], numbered: bool) -> TableHead:
    """`numbered`: with a row (1) (2) (3) … below."""
    maker = _Maker(flow, columns, words)
    rows, heights = maker.rows()
    if numbered:
        rows.append(
            "".join(f'<td class="urut">({i})</td>' for i in range(1, 3 + columns.lanes + len(columns.others)))
        )
        heights.append(cell_height(1, columns.head))
    trs = "".join(
        f'<tr style="height:{high:g}px">{cells}</tr>' for cells, high in zip(rows, heights, strict=True)
    )
    html = f'{_colgroup(columns)}<thead style="{columns.head.style}">{trs}</thead>'
    return TableHead(Markup(html), sum(heights) + RULE)


def _colgroup(columns: Columns) -> str:
    widths = [columns.number, columns.kegiatan, *[columns.lane] * columns.lanes, *columns.others.values()]
    return "<colgroup>" + "".join(f'<col style="width:{wide}px">' for wide in widths) + "</colgroup>"


@dataclass(frozen=True, slots=True)
class _Maker:
    flow: Flow
    columns: Columns
    words: Mapping[str, str]

    def rows(self) -> tuple[list[str], list[float]]:
        c = self.columns
        groups = [
            (name, list(lanes)) for name, lanes in groupby(self.flow.lanes, key=lambda lane: lane.group)
        ]
        grouped = any(name for name, _ in groups)
        deep = 3 if grouped else 2
        mutu = [column.key for column in FORM.columns if column.mutu_baku and column.key in c.others]
        tops = [self.cell("no", c.number - RULE, deep), self.cell("kegiatan", c.kegiatan, deep)]
        inner: list[tuple[str, float, int]] = []
        if c.lanes:
            tops.append(self.cell("pelaksana", c.lane * c.lanes, 1, c.lanes))
        if mutu:
            tops.append(self.cell("mutu_baku", sum(c.others[key] for key in mutu), 1, len(mutu)))
            inner = [self.cell(key, c.others[key], deep - 1) for key in mutu]
        tops += [self.cell(key, wide, deep) for key, wide in c.others.items() if key not in mutu]
        second: list[tuple[str, float, int]] = []
        third: list[tuple[str, float, int]] = []
        for name, lanes in groups:
            if name:
                second.append(self.group(name, len(lanes)))
                third += [self.lane(lane, 1) for lane in lanes]
            else:
                second += [self.lane(lane, deep - 1) for lane in lanes]
        rows = [tops, second + inner, third] if grouped else [tops, second + inner]
        return ["".join(cell for cell, _, _ in row) for row in rows], _heights(rows)

    def cell(self, key: str, wide: int, rows: int, span: int = 1) -> tuple[str, float, int]:
        text = self.words[key]
        lines = count(((breakable(text), True),), wide - 2 * PAD_X - RULE, self.columns.head.size)
        html = Markup("/<wbr>").join(text.split("/"))
        return _th(html, rows, span), cell_height(lines, self.columns.head), rows

    def group(self, name: str, span: int) -> tuple[str, float, int]:
        lines = self.count(name, self.columns.lane * span - 2 * PAD_X - RULE)
        return _th(rich_line(name), 1, span), cell_height(lines, self.columns.head), 1

    def lane(self, lane: Lane, rows: int) -> tuple[str, float, int]:
        html, head = rich_line(lane.name), self.columns.head
        if not (self.columns.upright and lane.name):
            lines = self.count(lane.name, self.columns.lane - 2 * PAD_X - RULE)
            return _th(html, rows), cell_height(lines, head), rows
        high = self.upright_height(lane.name)
        inner = Markup(f'<span style="height:{high}px">{html}</span>')
        return _th(inner, rows, css="tegak"), high + 7.0, rows

    def upright_height(self, name: str) -> int:
        """Low enough to look like a head, high enough that its lines stand side by side in the lane."""
        head = self.columns.head
        most = max(1, int((self.columns.lane - RULE - 2) / head.line))
        high = max((widest_word(run) for run in _bold(name)), default=0.0) * head.size + 2
        while self.count(name, high) > most and high < 2000:
            high += 6
        return int(high) + 1

    def count(self, name: str, room: float) -> int:
        return sum(count(run, room, self.columns.head.size) for run in _bold(name)) or 1


def _bold(name: str) -> list[Run]:
    return [tuple((text, True) for text, _ in run) for run in runs_of(line_prose(name))]


def _th(html: str, rows: int, span: int = 1, css: str = "") -> str:
    scope = "colgroup" if span > 1 else "col"
    spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{span}"' if span > 1 else "")
    named = f' class="{css}"' if css else ""
    return f'<th scope="{scope}"{named}{spans}>{escape(html)}</th>'


def _heights(rows: Sequence[Sequence[tuple[str, float, int]]]) -> list[float]:
    """Of each row of the head; what reaches over several and needs more gives it to the last."""
    found = [max((high for _, high, span in row if span == 1), default=0.0) for row in rows]
    for i, row in enumerate(rows):
        for _, high, span in row:
            last = i + span - 1
            found[last] += max(0.0, high - sum(found[i : last + 1]))
    return found
