"""Tables: their columns, rows and cells, and the lanes of a chart under its drawing."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from ...pages.render import breaks_shown
from ..content.table import Cell, FlowTable, Lanes, Picture, Row, Table, Upright
from ..content.words import GOES_ON
from ..text.line import Line
from .pieces import Out
from .words import prose, said

_FILL = "<i></i>"
"""Keeps a strip in its row's middle where no line crosses that border."""


def table(found: Table, out: Out) -> None:
    grid = found.grid
    label = f' aria-label="{escape(grid.label)}"' if grid.label else ""
    style = f"width:{sum(grid.widths)}px;{grid.type.style}"
    out.append(f'<table class="tabel"{label} style="{style}">{_columns(grid.widths)}')
    for row in found.rows:
        _row(row, out)
    out.append("</table>")


def flow_table(found: FlowTable, out: Out) -> None:
    style = f"width:{sum(found.widths)}px;--gambar:{found.lanes}px"
    out.append(
        f'<table class="alur" style="{style}">{_columns(found.widths)}<thead style="{found.head_type.style}">'
    )
    for row in found.head:
        _row(row, out)
    out.append(f'</thead><tbody style="{found.type.style}">')
    for row in found.rows:
        _row(row, out)
        out.append("\n")
    out.append("</tbody></table>")


def _columns(widths: Iterable[int]) -> str:
    return "<colgroup>" + "".join(f'<col style="width:{wide}px">' for wide in widths) + "</colgroup>"


def _row(row: Row, out: Out) -> None:
    style = f' style="height:{row.height:g}px"' if row.height else ""
    out.append(f"<tr{style}{_css(row.kind)}>")
    for cell in row.cells:
        if isinstance(cell, Lanes):
            out.append(_lanes(cell))
        else:
            _cell(cell, out)
    out.append("</tr>")


def _css(name: str) -> str:
    return f' class="{name}"' if name else ""


def _cell(cell: Cell, out: Out) -> None:
    tag, scope = ("td", "") if cell.plain or not cell.head else ("th", f' scope="{cell.head}"')
    if cell.plain:
        scope = f' role="{cell.head}header"'
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    out.append(f"<{tag}{scope}{_css(cell.kind)}{rows}{columns}>")
    if cell.going_on:
        out.append(f'<p class="lanjutan">{GOES_ON}</p>')
    match cell.content:
        case str() | Line():
            out.append(breaks_shown(Markup(said(cell.content))))
        case Upright(line, height):
            out.append(f'<span style="height:{height}px">{said(line)}</span>')
        case Picture(svg):
            out.append(svg)
        case _:
            prose(cell.content, out)
    out.append(f"</{tag}>")


def _lanes(lanes: Lanes) -> str:
    """A drawing lies over all of them, from the first on; behind it each cell says what is drawn in it."""
    strip = lanes.strip
    if not (strip and lanes.words):
        pairs = zip(lanes.words, lanes.said, strict=True)
        return "".join(f"<td>{_heard(said, escape(text))}</td>" for text, said in pairs)
    first, *others = (f'<td class="l">{_heard(said)}' for said in lanes.said)
    drawing = f'<div class="gambar" aria-hidden="true">{strip.above or _FILL}{strip.svg}{strip.below or _FILL}</div>'
    return f"{first}{drawing}</td>{''.join(f'{cell}</td>' for cell in others)}"


def _heard(said: str, inner: str = "") -> str:
    return f'<span role="img" aria-label="{escape(said)}">{inner}</span>' if said else ""
