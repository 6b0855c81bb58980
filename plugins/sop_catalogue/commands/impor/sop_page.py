"""The page of one imported SOP: the pages of its document as pictures, our form beside them, doubts numbered on both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...intake.page_pictures import Picture
from ...intake.primitives import Box
from ...intake.recovered import Spot
from ...pages.render import render
from .readings import Doubt, Drawn, Imported, Proof
from .writer import Placed

POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""Nothing from elsewhere, and no script but ours, whatever a document says."""
TONES = {"siap": "hijau", "perlu dilihat": "kuning", "gagal": "merah"}

_ROW = '<th role="rowheader" scope="row">'
_BADGE = Markup(
    '<a class="impor-nomor"{where} href="#{to}" data-keraguan="{number}" aria-label="Keraguan {number}: {words}">{number}</a>'
)


@dataclass(frozen=True, slots=True)
class Look:
    """Of the pages of a report: their files."""

    styles: str
    scripts: str


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: int
    words: str
    line: int
    badge: Markup


@dataclass(frozen=True, slots=True)
class _Row:
    anchor: str
    style: str


@dataclass(frozen=True, slots=True)
class _Source:
    number: int
    file: str
    width: int
    height: int
    rows: Sequence[_Row]
    marks: Sequence[Markup]


def sop_page(
    placed: Placed, drawn: Drawn, proof: Proof, number: int, document: str, names: tuple[str, str], look: Look
) -> str:
    """`number` is the SOP's among those of its document; `names` are the definition's and that of a reading beside it."""
    sop = placed.sop
    pictures = [one for one in proof.pictures if not sop.pages or one.page in sop.pages]
    seen = {one.page for one in pictures}
    identity, *charts = _ours(drawn, sop, seen)
    values = {
        "policy": POLICY,
        "styles": look.styles,
        "scripts": look.scripts,
        "sop": sop,
        "state": placed.state,
        "tone": TONES[placed.state],
        "document": document,
        "pages": _span(sop.pages),
        "target": names[0],
        "beside": names[1],
        "change": placed.change,
        "doubts": [_listed(k, doubt) for k, doubt in enumerate(sop.doubts, 1)],
        "sources": [_source(one, sop) for one in pictures],
        "cells": proof.cells[number] if not pictures and number < len(proof.cells) else (),
        "identity": identity,
        "charts": charts,
    }
    return render("sop.html", values, __package__)


def _span(pages: Sequence[int]) -> str:
    return "" if not pages else f"{pages[0]}" if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"


def _listed(number: int, doubt: Doubt) -> _Numbered:
    return _Numbered(number, doubt.words, doubt.line, _badge(number, doubt, f"hasil-{number}"))


def _badge(number: int, doubt: Doubt, to: str, own: str = "", style: str = "") -> Markup:
    where = Markup(' id="{}"').format(own) if own else Markup("")
    where += Markup(' style="{}"').format(style) if style else ""
    return _BADGE.format(where=where, to=to, number=number, words=doubt.words)


def _ours(drawn: Drawn, sop: Imported, seen: set[int]) -> Iterator[Markup]:
    """The identity and the charts, each with its doubts: at their rows, or before the whole."""
    found = [drawn.identity, *drawn.charts]
    at: dict[tuple[int, str], Markup] = {}
    for number, doubt in enumerate(sop.doubts, 1):
        in_source = any(spot.page in seen for spot in doubt.spots)
        badge = _badge(number, doubt, f"{'asal' if in_source else 'keraguan'}-{number}", f"hasil-{number}")
        part = min(0 if doubt.chart is None else doubt.chart + 1, len(found) - 1)
        row = f'id="{doubt.anchor}">{_ROW}' if doubt.anchor else ""
        place = part, row if row and row in found[part] else ""
        at[place] = at.get(place, Markup("")) + badge
    for (part, row), badges in at.items():
        if row:
            found[part] = found[part].replace(row, f"{row}{badges}", 1)
    for part, html in enumerate(found):
        whole = at.get((part, ""))
        before = Markup('<p class="impor-nomor-nomor">{}</p>').format(whole) if whole else Markup("")
        yield before + Markup(html)


def _source(picture: Picture, sop: Imported) -> _Source:
    rows = [
        _Row(row.anchor, _placed(spot.box, picture))
        for row in sop.rows
        for spot in row.spots
        if spot.page == picture.page
    ]
    return _Source(
        picture.page,
        f"{picture.page}.png",
        round(picture.width),
        round(picture.height),
        rows,
        list(_marks(picture, sop.doubts)),
    )


def _marks(picture: Picture, doubts: Sequence[Doubt]) -> Iterator[Markup]:
    """Beside one another where they are about the same row."""
    taken: Counter[Spot] = Counter()
    for number, doubt in enumerate(doubts, 1):
        for k, spot in enumerate(doubt.spots):
            if spot.page == picture.page:
                style = f"left:calc({_share(spot.box.left, picture.width)} + {taken[spot]} * 1.5rem);"
                style += f"top:{_share(spot.box.top, picture.height)}"
                taken[spot] += 1
                yield _badge(number, doubt, f"hasil-{number}", "" if k else f"asal-{number}", style)


def _placed(box: Box, picture: Picture) -> str:
    return (
        f"left:{_share(box.left, picture.width)};top:{_share(box.top, picture.height)};"
        f"width:{_share(box.width, picture.width)};height:{_share(box.height, picture.height)}"
    )


def _share(part: float, whole: float) -> str:
    return f"{100 * part / (whole or 1):.2f}%"
