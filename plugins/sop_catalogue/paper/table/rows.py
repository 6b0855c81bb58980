"""The rows of the flow table on one sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from ...chart import Drawing
from ...definition.flow.model import Flow, Symbol
from ...definition.tafsiran import SIGN
from ...pages.form.words import SHAPES, FlowWords, as_text
from ..content.table import Cell, Lanes, Row
from .columns import Columns
from .passages import said
from .steps import Span, Steps
from .window import Window

_Spans = Mapping[tuple[int, str], tuple[Span, tuple[int, int]] | None]
"""Merged cells and what of them is on the sheet, by the place where they stand; None at places that they cover."""


def body_rows(
    steps: Steps,
    columns: Columns,
    window: Window,
    drawing: Drawing | None,
    span_height: Callable[[Span], float],
    page: int,
) -> Iterator[Row]:
    """`page`: the number of the chart's first sheet."""
    spans, symbols = _spans(steps, window), _symbols(steps.flow)
    for place, row in enumerate(window.rows):
        strip = drawing.rows[place] if drawing else None
        height = window.heights[place]
        if row is None:
            nothing = ("",) * columns.lanes
            ways = Cell(said(window.passages.get(place, ()), page), columns=2)
            yield Row(
                (ways, Lanes(nothing, nothing, strip), *[Cell("")] * len(columns.others)), "sambungan", height
            )
            continue
        cells = steps.rows[row]
        out: list[Cell | Lanes] = [
            Cell(cells.number, head="row"),
            Cell(cells.kegiatan),
            Lanes(*symbols[row], strip),
        ]
        for key in columns.others:
            if (place, key) not in spans:
                out.append(Cell(cells.prose(key), kind=_kind(key)))
            elif found := spans[place, key]:
                out.append(_merged(*found, window, span_height))
        yield Row(tuple(out), height=height)


def _spans(steps: Steps, window: Window) -> _Spans:
    found: dict[tuple[int, str], tuple[Span, tuple[int, int]] | None] = {}
    for span in steps.spans:
        if part := window.part(span.first, span.last):
            found |= dict.fromkeys((place, span.column) for place in range(part[0] + 1, part[1] + 1))
            found[part[0], span.column] = span, part
    return found


def _kind(key: str) -> str:
    return "waktu" if key == "waktu" else ""


def _merged(span: Span, part: tuple[int, int], window: Window, span_height: Callable[[Span], float]) -> Cell:
    """Or what of it is on this sheet; on a later sheet its words are repeated if there is room."""
    going_on, words = window.place(span.first) is None, span.prose
    if going_on and span_height(span) + 18 > sum(window.heights[part[0] : part[1] + 1]):
        words = ()
    return Cell(words, kind=_kind(span.column), rows=part[1] - part[0] + 1, going_on=going_on)


@lru_cache(maxsize=4)
def _symbols(flow: Flow) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The symbols of each row, lane by lane: what they are, and the sentences that screens have. Sheets share them."""
    sentences = FlowWords(flow)
    found = []
    for row in range(len(flow.rows)):
        here = [
            [symbol for symbol in sentences.by_row[row] if lane.index in symbol.lanes] for lane in flow.lanes
        ]
        words = (" ".join(_undrawn(s, sentences) for s in symbols) for symbols in here)
        heard = (
            " ".join(as_text(sentences.say(s, lane)) for s in sorted(symbols, key=lambda s: s.stack))
            for lane, symbols in enumerate(here)
        )
        found.append((tuple(words), tuple(heard)))
    return found


def _undrawn(symbol: Symbol, sentences: FlowWords) -> str:
    return (symbol.text or SHAPES[symbol.shape]) + (SIGN if sentences.inferred(symbol) else "")
