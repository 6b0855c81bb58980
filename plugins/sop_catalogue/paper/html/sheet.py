"""A whole sheet: what stands on it, one thing under the other, and its foot."""

from __future__ import annotations

from collections.abc import Iterable
from math import atan2, degrees, hypot
from typing import assert_never

from markupsafe import escape

from ...chart.letters import width
from ..content import Content
from ..content.book import BookCover, Clause, DecreeHead, Spines, TabTitle
from ..content.form import Form, Signatures
from ..content.table import FlowTable, Table
from ..content.words import Caption, Centred, FootLine, Heading, Remark, Text
from ..frame import Frame
from . import book, form, table, words
from .pieces import Out, Pieces, joined

_END = "</section>\n"
_ACROSS = 0.6
"""Of a sheet's diagonal, what a stamp takes."""


def sheet(
    kind: str,
    place: Frame,
    landscape: bool,
    contents: Iterable[Content],
    foot: FootLine | None,
    stamp: str = "",
) -> Pieces:
    """`stamp` is a word across all of it."""
    out: Out = [_opening(kind, place, landscape), '<div class="isi">']
    for content in contents:
        _write(content, out)
    out.append("</div>")
    if foot:
        words.foot(foot, out)
    if stamp:
        out.append(_stamp(stamp, place))
    return joined([*out, _END])


def blank(kind: str, place: Frame, landscape: bool, said: Remark, stamp: str = "") -> Pieces:
    """Bare of all but a remark, so that no one looks for more."""
    out: Out = [_opening(kind, place, landscape)]
    words.remark(said, out)
    if stamp:
        out.append(_stamp(stamp, place))
    return joined([*out, _END])


def _opening(kind: str, place: Frame, landscape: bool) -> str:
    kinds = " ".join(f"lembar--{word}" for word in kind.split())
    upright = "" if landscape else " lembar--berdiri"
    return f'<section class="lembar {kinds}{upright}" style="{place.style}">'


def _stamp(word: str, place: Frame) -> str:
    """From corner to corner, in outlines: what stands below can be read, in a copy of black and white as well."""
    wide, high = place.width, place.height
    size = hypot(wide, high) * _ACROSS / width(word, True)
    turn = -degrees(atan2(high, wide))
    return (
        f'<svg class="stempel" viewBox="0 0 {wide:g} {high:g}" aria-hidden="true"><text font-size="{size:.1f}" '
        f'transform="translate({wide / 2:g} {high / 2:g}) rotate({turn:.1f})">{escape(word)}</text></svg>'
    )


def _write(content: Content, out: Out) -> None:
    match content:
        case FlowTable():
            table.flow_table(content, out)
        case Table():
            table.table(content, out)
        case Form():
            form.form(content, out)
        case Signatures():
            form.signatures(content, out)
        case Heading():
            words.heading(content, out)
        case Caption():
            words.caption(content, out)
        case Text():
            words.text(content, out)
        case Remark():
            words.remark(content, out)
        case Centred():
            words.centred(content, out)
        case BookCover():
            book.cover(content, out)
        case Spines():
            book.spines(content, out)
        case TabTitle():
            book.tab_title(content, out)
        case DecreeHead():
            book.decree_head(content, out)
        case Clause():
            book.clause(content, out)
        case _:
            assert_never(content)
