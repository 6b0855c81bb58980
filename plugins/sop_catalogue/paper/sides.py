"""What is on each side of a leaf, and how sides become numbered sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .block import Block, stacked
from .foot import Foot
from .frame import Frame, frame
from .settings import PaperSettings
from .values import Sheet

_UPRIGHT = " lembar--berdiri"


@dataclass(slots=True)
class Side:
    """A sheet in the making."""

    kind: str
    blocks: list[Block]


def numbered(
    sides: Sequence[Side], foot: Foot | None, settings: PaperSettings, title: str, *, landscape: bool = True
) -> list[Sheet]:
    """Finished sheets, each with its number of all; in duplex an even count, so that what follows begins a leaf."""
    frames = frame(settings, landscape=landscape), frame(settings, landscape=landscape, back=True)
    sheets = []
    for i, side in enumerate(sides):
        number = foot.number(str(i + 1), str(len(sides))) if foot else ""
        inner = Markup(f'<div class="isi">{stacked(side.blocks).html}</div>')
        html = inner + (foot.html(i + 1, len(sides)) if foot else "")
        sheets.append(
            Sheet(side.kind, title, number, _section(side.kind, frames[i % 2], html, landscape), landscape)
        )
    if settings.bolak_balik and len(sheets) % 2:
        html = _section("kosong", frames[1], Markup("<p>Halaman ini sengaja dikosongkan.</p>"), landscape)
        sheets.append(Sheet("kosong", title, "", html, landscape))
    return sheets


def _section(kind: str, place: Frame, inner: Markup, landscape: bool) -> Markup:
    kinds = " ".join(f"lembar--{word}" for word in kind.split())
    upright = "" if landscape else _UPRIGHT
    return Markup(f'<section class="lembar {kinds}{upright}" style="{place.style}">{inner}</section>\n')
