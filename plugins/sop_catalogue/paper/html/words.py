"""Headings and running text."""

from __future__ import annotations

from html import escape as escaped

from markupsafe import escape

from ...definition.markup import inline_html
from ...pages.text.prose import Para, Prose
from ..content.words import DOT, GOES_ON, Caption, Centred, FootLine, Heading, Remark, Said, Text
from ..frame import SMALL
from ..text.line import Line
from ..text.nesting import Item, Listing, Nested, nested
from .pieces import Link, Out, Piece, TabPlace

_GROUP = ' role="group"'


def said(text: Said) -> str:
    return inline_html(text.nodes) if isinstance(text, Line) else str(escape(text))


def heading(found: Heading, out: Out) -> None:
    css = f' class="judul-{found.of}"' if found.of else ""
    more = f" {GOES_ON}" if found.going_on else ""
    tag = f"h{found.level}"
    out.append(f'<{tag}{css} style="{found.type.style}">{said(found.said)}{more}</{tag}>')


def caption(found: Caption, out: Out) -> None:
    out.append(f'<p class="judul-tabel" style="{found.type.style}">{said(found.said)}</p>')


def text(found: Text, out: Out) -> None:
    out.append(f'<div class="{found.kind}" style="{found.type.style}">')
    prose(found.prose, out)
    out.append("</div>")


def remark(found: Remark, out: Out) -> None:
    out.append(f"<p>{escape(found.text)}</p>")


def centred(found: Centred, out: Out) -> None:
    out.append(f'<div class="tengah" style="min-height:{found.height:g}px"><div>')
    prose(found.prose, out)
    out.append("</div></div>")


def foot(found: FootLine, out: Out) -> None:
    """What repeats from sheet to sheet is a group: a PDF's reader passes over it."""
    mark = f'<div class="tanda">{found.mark}</div>' if found.mark else ""
    first, last = ("", mark) if found.mark_last else (mark, "")
    whole, number = (_GROUP, "") if found.again else ("", _GROUP)
    out.append(
        f'<footer class="kaki"{whole} style="{SMALL.style}">{first}<p>{escape(found.said)}</p>'
        f'<div class="nomor"{number} style="width:{found.number_width}px"><p>'
    )
    if found.tabbed:
        out.append(TabPlace(DOT if found.number else ""))
    out.append(f"{escape(found.number)}</p></div>{last}</footer>")


def prose(found: Prose, out: Out) -> None:
    """Paragraph by paragraph, each where the measuring has it."""
    _nested(nested(found), out)


def _nested(found: Nested, out: Out) -> None:
    for part in found:
        if isinstance(part, Para):
            out += ["<p>", _inline(part), "</p>"]
        else:
            _listing(part, out)


def _listing(found: Listing, out: Out) -> None:
    tag, kind = ("ol", f' type="{found.kind}"') if found.kind else ("ul", "")
    out.append(f"<{tag}{kind}>")
    for item in found.items:
        _item(item, out)
    out.append(f"</{tag}>")


def _item(item: Item, out: Out) -> None:
    """What is first in it, and no paragraph, is its mark."""
    style = f' style="padding-left:{item.indent:g}em"'
    if not item.mark:
        out.append(f"<li{style}>")
    else:
        css = "gantung" if item.mark.hangs else "butir"
        out.append(f'<li class="{css}"{style}><i>{escaped(item.mark.mark)}</i>')
        inner = _inline(item.mark)
        out += [inner] if item.mark.hangs else ["<p>", inner, "</p>"] if item.mark.nodes else []
    _nested(item.further, out)
    out.append("</li>")


def _inline(para: Para) -> Piece:
    inner = inline_html(para.nodes)
    return Link(para.link, inner) if para.link else inner
