"""The body of the flow table, row by row. Written without a template: it is most of a page's HTML.

Every text goes through `escape` or through the small Markdown, which escapes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup, escape

from ...catalogue.model import Chart
from ...chart import Drawing, Strip
from ...definition.fields import says_something
from ...definition.flow.cells import merged
from ...definition.flow.model import Row, Shape, Symbol
from ...definition.langkah import Langkah, Sel
from ..render import STANDARD_WORDS, plain, rich
from .mention_links import CellNames, marked
from .words import FlowWords, as_html

_OWN_MARK = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})*\.?\)?|[a-z][.)]|[-–•*])\s+(?=\S)")
_SPACE = "<i></i>"
"""Keeps a strip in its row's middle where no line crosses that border."""
_NOBODY = '<td role="cell" class="l"></td>'


@dataclass(frozen=True, slots=True)
class TableBody:
    """What the rows of one chart are written from."""

    chart: Chart
    said: FlowWords
    columns: Sequence[str]
    """Keys of the columns after the lanes."""
    labels: dict[str, str]
    drawing: Drawing | None
    names: CellNames | None = None

    def html(self) -> Markup:
        lanes = [escape(name) for name in self.said.lanes]
        labels = {key: escape(plain(self.labels[key]) or STANDARD_WORDS[key]) for key in self.columns}
        rows = self.chart.flow.rows
        reach = merged(self.chart.steps, rows)
        covered = dict.fromkeys(self.columns, -1)
        out: list[str] = []
        for i, step in enumerate(self.chart.steps):
            out.append(
                f'<tr role="row" id="{self.said.anchors[i]}"><th role="rowheader" scope="row">'
                f'{_number(rows[i], self.said.anchors[i])}<span class="kartu">{summary(step, self.said, i)}</span></th>'
                f'<td role="cell" class="kegiatan">{rich(step.kegiatan)}</td>'
            )
            strip = self.drawing.rows[i] if self.drawing else None
            out += _lane_cells(self.said, i, lanes, strip)
            for key in self.columns:
                if covered[key] < i:
                    covered[key] = last_row(self.chart.steps, i, key, reach.get((i, key), i))
                    out.append(self._cell(step.cell(key), key, labels[key], i, covered[key]))
            out.append("</tr>\n")
        return Markup("".join(out))

    def _cell(self, value: Sel | None, key: str, label: str, row: int, last: int) -> str:
        texts = value.teks if value else ()
        merged = last > row
        told = not texts or (key == "waktu" and not merged and len(texts) == 1)
        css = f"{key} told" if told else key
        span = f' rowspan="{last - row + 1}"' if merged else ""
        rows = self.chart.flow.rows
        note = (
            f'<span class="kartu">({escape(rows[row].called)}–{escape(rows[last].briefly)}) </span>'
            if merged
            else ""
        )
        inner = self._inner(texts, row, key)
        return f'<td role="cell" class="{css}" data-l="{label}"{span}>{note}{inner}</td>'

    def _inner(self, texts: Sequence[str], row: int, key: str) -> str:
        if self.names and (mentions := self.names.of(row, key)):
            return self.names.linked(cell_html(marked(texts, mentions)), mentions)
        return cell_html(texts) if texts else ""


def _number(row: Row, anchor: str) -> str:
    """The step's number, which leads to it; a row without one is only heard."""
    if not row.number:
        return f'<span class="sop-tersembunyi">{row.called}</span>'
    return f'<a href="#{anchor}"><span class="kartu">Langkah </span>{escape(row.number)}</a>'


def last_row(steps: Sequence[Langkah], row: int, key: str, last: int) -> int:
    """The last row of a merged cell; a row with a text of its own ends it, so that nothing is lost."""
    own = (i for i in range(row + 1, last + 1) if steps[i].cell(key))
    return next(own, last + 1) - 1


def cell_html(texts: Sequence[str]) -> str:
    """One text as it is; several as a list, with their own marks where they bring them."""
    if len(texts) == 1:
        return rich(texts[0])
    return f"<ul>{''.join(map(_list_item, texts))}</ul>"


def own_mark(text: str) -> tuple[str, str]:
    """The mark an item of a list brings, if any, and its words."""
    mark = _OWN_MARK.match(text)
    return (mark[1], text[mark.end() :]) if mark else ("", text)


def _list_item(text: str) -> str:
    mark, words = own_mark(text)
    return (
        f'<li class="n"><span>{escape(mark)}</span> {rich(words)}</li>' if mark else f"<li>{rich(words)}</li>"
    )


def summary(step: Langkah, said: FlowWords, row: int) -> str:
    """The head of a phone's card: who, how long, where next."""
    symbols = said.by_row[row]
    lanes = dict.fromkeys(said.lanes[i] for s in symbols for i in s.lanes)
    parts: list[str] = [", ".join(lanes)] if lanes else []
    if step.waktu and len(step.waktu.teks) == 1 and not step.waktu.sampai:
        parts.append(plain(step.waktu.teks[0]))
    if any(s.shape is Shape.DECISION for s in symbols):
        parts.append("keputusan")
    elif symbols and all(s.shape is Shape.END for s in symbols):
        parts.append("selesai")
    html = "".join(f" · {escape(part)}" for part in parts if says_something(part))
    following = said.next_of(row)
    return f"{html} → {as_html([following])}" if following else html


def _lane_cells(said: FlowWords, row: int, names: Sequence[str], strip: Strip | None) -> list[str]:
    symbols = said.by_row[row]
    told = " told" if _is_told(symbols, said, row) else ""
    cells = [_NOBODY] * len(names)
    for lane in {lane for symbol in symbols for lane in symbol.lanes}:
        here = sorted((s for s in symbols if lane in s.lanes), key=lambda s: s.stack)
        words = "".join(
            f'<span class="kata"{_named(s, symbols)}>{as_html(said.say(s, lane))}</span>' for s in here
        )
        cells[lane] = (
            f'<td role="cell" class="l ada{told}" data-l="{names[lane]}" data-b="{here[0].shape.value}">{words}</td>'
        )
    if strip and cells:
        start, _, rest = cells[0].partition(">")
        cells[0] = (
            f'{start} style="height:{ceil(strip.height)}px"><div class="sop-gambar" aria-hidden="true">'
            f"{strip.above or _SPACE}{strip.svg}{strip.below or _SPACE}</div>{rest}"
        )
    return cells


def _named(symbol: Symbol, beside: Sequence[Symbol]) -> str:
    """Which symbol the words stand for, where the row has several."""
    return f' data-kata="{escape(symbol.key)}"' if len(beside) > 1 else ""


def _is_told(symbols: Sequence[Symbol], said: FlowWords, row: int) -> bool:
    """Whether the summary says all that the row's symbols say, so that a card need not repeat it."""
    if (
        len(symbols) != 1
        or symbols[0].shape is Shape.DECISION
        or symbols[0].text
        or said.inferred(symbols[0])
    ):
        return False
    return said.next_of(row) is not None or symbols[0].shape is Shape.END
