"""Printed SOPs as one HTML document that stands alone: own small style sheet, shipped fonts, no script needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markupsafe import Markup

from ..pages.render import render
from .choice import Notice
from .frame import MM, frame
from .html.pieces import placed
from .settings import PaperSettings
from .values import PrintedSop


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are, as seen from the document."""

    style: str
    sop: Callable[[str], str]
    """The page of an SOP that is not in the document, by its id."""
    logo: Callable[[str], str]
    """The logo of a unit or a pemda, by its id."""
    back: str = ""
    """The page that a reader on screen came from; empty: no way back is shown."""
    script: str = ""
    """What makes the print button work; empty: there is none."""
    inside: Callable[[str], str] = lambda id_: f"#{anchor(id_)}"
    """An SOP that is in the document, by its id."""


def document(
    title: str,
    sops: Sequence[PrintedSop],
    settings: PaperSettings,
    places: Places,
    notices: Iterable[Notice] = (),
) -> str:
    """`sops` in order; front matter of a binder may stand among them as a `PrintedSop` of its own."""
    inside = {sop.id for sop in sops}

    def link(id_: str) -> str:
        return places.inside(id_) if id_ in inside else places.sop(id_)

    def article(sop: PrintedSop) -> str:
        sheets = "".join(placed(sheet.pieces, link, places.logo) for sheet in sop.sheets)
        return f'<article id="{anchor(sop.id)}">\n{sheets}</article>\n'

    values = {
        "title": title,
        "style": places.style,
        "back": places.back,
        "script": places.script,
        "paper": settings.kertas,
        "width": int(frame(replace(settings, kertas=settings.kertas_lebar or settings.kertas)).width * MM)
        + 32,  # a phone shows whole sheets
        "pages": page_rules(settings),
        "count": sum(len(sop.sheets) for sop in sops),
        "notices": list(notices),
        "body": Markup("".join(map(article, sops))),
    }
    return render("dokumen.html", values, __package__)


def anchor(id_: str) -> str:
    """Where an SOP begins in a document."""
    return f"sop-{id_.replace('/', '-')}"


@cache
def page_rules(settings: PaperSettings) -> Markup:
    """The paper, told to the browser."""
    frames = {"": frame(settings), " berdiri": frame(settings, landscape=False)}
    if settings.kertas_lebar:
        frames[" lebar"] = frame(replace(settings, kertas=settings.kertas_lebar))
    return Markup(
        "".join(
            f"@page{name}{{size:{one.width:g}mm {one.height:g}mm;margin:0}}" for name, one in frames.items()
        )
    )
