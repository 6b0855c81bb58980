"""The rows of the flow table on one sheet. Written without a template: it is most of a sheet's HTML."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from ...chart import Drawing, Strip
from ...pages.form.words import SHAPES
from ..text.prose import to_html
from .columns import GOES_ON, Columns
from .steps import Span, Steps
from .window import Window

_EMPTY = '<td class="l"></td>'
_FILL = "<i></i>"
"""Keeps a strip in its row's middle where no line crosses that border."""


def rows_html(
    steps: Steps,
    columns: Columns,
    window: Window,
    drawing: Drawing | None,
    span_height: Callable[[Span], float],
) -> Markup:
    spans = {}
    covered: set[tuple[int, str]] = set()
    for span in steps.spans:
        part = window.part(span.first, span.last)
        if part:
            spans[part[0], span.column] = (span, part)
            covered |= {(place, span.column) for place in range(part[0] + 1, part[1] + 1)}
    out: list[str] = []
    for place, row in enumerate(window.rows):
        strip = drawing.rows[place] if drawing else None
        out.append(f'<tr style="height:{window.heights[place]:.6g}px"')
        if row is None:
            out.append(
                f' class="sambungan"><td></td><td></td>{_lanes(columns, strip)}{"<td></td>" * len(columns.others)}</tr>\n'
            )
            continue
        cells = steps.rows[row]
        out.append(
            f'><th scope="row">{escape(cells.number)}</th><td>{to_html(cells.kegiatan)}</td>'
            f"{_lanes(columns, strip) if strip else _symbols(steps, columns, row)}"
        )
        for key in columns.others:
            if found := spans.get((place, key)):
                out.append(_span(found[0], found[1], window, span_height))
            elif (place, key) not in covered:
                out.append(f"<td{_css(key)}>{to_html(cells.prose(key))}</td>")
        out.append("</tr>\n")
    return Markup("".join(out))


def _css(key: str) -> str:
    return ' class="waktu"' if key == "waktu" else ""


def _span(span: Span, part: tuple[int, int], window: Window, span_height: Callable[[Span], float]) -> str:
    """A merged cell, or what of it is on this sheet; on a later sheet its words are repeated if there is room."""
    over = f' rowspan="{part[1] - part[0] + 1}"' if part[1] > part[0] else ""
    words = to_html(span.prose)
    if window.place(span.first) is None:
        room = sum(window.heights[part[0] : part[1] + 1])
        words = Markup(f'<p class="lanjutan">{GOES_ON}</p>') + (
            words if span_height(span) + 18 <= room else ""
        )
    return f"<td{_css(span.column)}{over}>{words}</td>"


def _symbols(steps: Steps, columns: Columns, row: int) -> str:
    """The lanes' cells in words, where there is no drawing."""
    words = [""] * columns.lanes
    for symbol in steps.flow.in_row(row):
        for lane in symbol.lanes:
            words[lane] = " ".join(filter(None, (words[lane], symbol.text or SHAPES[symbol.shape])))
    return "".join(f"<td>{escape(text)}</td>" for text in words)


def _lanes(columns: Columns, strip: Strip | None) -> str:
    if not columns.lanes:
        return ""
    if not strip:
        return _EMPTY * columns.lanes
    drawing = f'<div class="gambar" aria-hidden="true">{strip.above or _FILL}{strip.svg}{strip.below or _FILL}</div>'
    return f'<td class="l">{drawing}</td>{_EMPTY * (columns.lanes - 1)}'
