"""What is on each side of a leaf, and how sides become numbered sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .block import Block, stacked
from .content import Content
from .content.words import Heading, Remark
from .foot import Foot
from .frame import frame
from .html.sheet import blank, sheet
from .settings import PaperSettings
from .values import Sheet, Title

_TITLED = ("bagan", "lampiran")
"""What has a title of its own in an SOP."""
_BLANK = "kosong"


@dataclass(slots=True)
class Side:
    """A sheet in the making."""

    kind: str
    blocks: list[Block]


def numbered(
    sides: Sequence[Side],
    foot: Foot | None,
    settings: PaperSettings,
    title: str,
    *,
    landscape: bool = True,
    stamp: str = "",
    wide: bool = False,
) -> list[Sheet]:
    """Finished sheets, each with its number of all; in duplex an even count, so that what follows begins a leaf.

    `stamp` is written across each; `wide`: on the paper for wide charts.
    """
    frames = frame(settings, landscape=landscape), frame(settings, landscape=landscape, back=True)
    sheets, on = [], " lebar" if wide else ""
    for i, side in enumerate(sides):
        line = foot.line(i + 1, len(sides)) if foot else None
        contents = stacked(side.blocks).contents
        pieces = sheet(side.kind + on, frames[i % 2], landscape, contents, line, stamp)
        number = line.number if line else ""
        sheets.append(Sheet(side.kind, title, number, pieces, _titles(contents)))
    if settings.bolak_balik and len(sheets) % 2:
        pieces = blank(_BLANK + on, frames[1], landscape, Remark("Halaman ini sengaja dikosongkan."), stamp)
        sheets.append(Sheet(_BLANK, title, "", pieces))
    return sheets


def _titles(contents: Iterable[Content]) -> tuple[Title, ...]:
    headings = (part for part in contents if isinstance(part, Heading) and part.of in _TITLED)
    return tuple(Title(heading.words, heading.going_on) for heading in headings)
