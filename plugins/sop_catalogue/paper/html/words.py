"""Headings and running text."""

from __future__ import annotations

from html import escape as escaped

from markupsafe import escape

from ...definition.markup import inline_html
from ...pages.text.prose import Para, Prose
from ..content.words import DOT, GOES_ON, Caption, Centred, FootLine, Heading, Remark, Said, Text
from ..frame import SMALL
from ..text.line import Line
from .pieces import Link, Out, TabPlace


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
    mark = f'<div class="tanda">{found.mark}</div>' if found.mark else ""
    first, last = ("", mark) if found.mark_last else (mark, "")
    out.append(
        f'<footer class="kaki" style="{SMALL.style}">{first}<p>{escape(found.said)}</p>'
        f'<p class="nomor" style="width:{found.number_width}px">'
    )
    if found.tabbed:
        out.append(TabPlace(DOT if found.number else ""))
    out.append(f"{escape(found.number)}</p>{last}</footer>")


def prose(found: Prose, out: Out) -> None:
    """Paragraph by paragraph, each where the measuring has it."""
    for para in found:
        inner = inline_html(para.nodes)
        out += [_opening(para), Link(para.link, inner) if para.link else inner, "</p>"]


def _opening(para: Para) -> str:
    if not para.indent:
        return "<p>"
    css = "gantung" if para.hangs else "butir" if para.mark else "lanjut"
    mark = f"<i>{escaped(para.mark)}</i>" if para.mark else ""
    return f'<p class="{css}" style="padding-left:{para.indent:g}em">{mark}'
