"""Where on a sheet things may stand, in CSS pixels; and the sizes of type."""

from __future__ import annotations

from dataclasses import dataclass

from .settings import PAPERS, WIDER, PaperSettings

MM = 96 / 25.4
EDGE = 10.0
"""In mm: printers leave about half of it white."""
SLACK = 4.0
"""In mm, out of the lower margin: what a browser's reckoning may differ from ours."""

SIGNED = 17.0
"""In mm from the lower edge: how far an electronic signature reaches, which stands in the left corner."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type and its line, in px."""

    size: float
    line: int
    pad: int = 3
    """Over and under the lines in a cell."""

    @property
    def style(self) -> str:
        return f"font-size:{self.size:.5g}px;line-height:{self.line}px;--sela:{self.pad}px"


TYPES = (
    *(Type(points / 0.75, line) for points, line in ((11, 18), (10, 16), (9.5, 16), (9, 15), (8.5, 14))),
    Type(8 / 0.75, 13, 2),
)
"""From large to small; never under 8 pt."""
TEXT = TYPES[3]
SMALL = TYPES[-1]
READING_TYPES = TYPES[TYPES.index(TEXT) :]


@dataclass(frozen=True, slots=True)
class Frame:
    """A sheet's size and margins, in mm."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def room_width(self) -> int:
        """In whole px, so that columns add up."""
        return int((self.width - self.left - self.right) * MM)

    @property
    def room_height(self) -> float:
        return (self.height - self.top - self.bottom) * MM

    @property
    def style(self) -> str:
        """The sheet's box: a little shorter than the page, so that a page is never begun by mistake."""
        return (
            f"width:{self.width:g}mm;min-height:{self.height - SLACK:g}mm;"
            f"padding:{self.top:g}mm {self.right:g}mm {self.bottom - SLACK:g}mm {self.left:g}mm"
        )


def frame(settings: PaperSettings, *, landscape: bool = True, back: bool = False) -> Frame:
    """`back`: the other side of a leaf, bound at its other edge."""
    short, long = (PAPERS | WIDER)[settings.kertas]
    back = back and settings.bolak_balik
    foot = max(SIGNED, settings.kaki_bebas) if settings.kaki_bebas else EDGE
    bound = max(EDGE, settings.jilid)
    if not landscape:
        left, right = (EDGE, bound) if back else (bound, EDGE)
        return Frame(short, long, EDGE, right, foot, left)
    top, bottom = (EDGE, max(bound, foot)) if back else (bound, foot)
    return Frame(long, short, top, EDGE, bottom, EDGE)
