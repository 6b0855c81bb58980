"""How a flow table may be fitted to its sheets, from the most comfortable way to the closest."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...chart.spacing import USUAL, Spacing
from ..frame import READING_TYPES, SMALL, Type

READABLE = 32 / 30
"""From a drawing's px to the sheet's: its letters, of 10 px, then measure 8 pt."""
LEAST = 28 / 30
"""Letters of 7 pt. Smaller ones are printed only where nothing else is left, and `sop check` tells."""
_CLOSE = Spacing(width=48, diamond=34, beside=9, over=7, first=4, off=4, clear=8, letters=(10.0,))
_NARROW = replace(_CLOSE, width=40, beside=7)
"""For more lanes than a sheet has room for, and where it saves one."""


@dataclass(frozen=True, slots=True)
class Fit:
    type: Type
    """Of the words in cells."""
    spacing: Spacing
    scale: float = READABLE
    """From the drawing's px to the sheet's."""
    divides: bool = False
    """Names over lanes, at syllables, rather than widen these for them."""
    sought: bool = False
    """Widths are sought by trial, which takes time: only where that may save a sheet."""


_TEXT, _LESS, _ = READING_TYPES
_CLOSEST = (
    Fit(SMALL, _CLOSE, divides=True),
    Fit(SMALL, _CLOSE, LEAST, divides=True),
    *(Fit(SMALL, spacing, LEAST, divides=True, sought=True) for spacing in (_CLOSE, _NARROW)),
)
FITS: dict[str, tuple[Fit, ...]] = {
    "lega": tuple(Fit(kind, USUAL) for kind in READING_TYPES),
    "biasa": (
        Fit(_TEXT, USUAL),
        Fit(_TEXT, _CLOSE, divides=True),
        Fit(_LESS, _CLOSE, divides=True),
        Fit(_TEXT, _CLOSE, LEAST, divides=True),
        Fit(_LESS, _CLOSE, LEAST, divides=True),
        *_CLOSEST,
    ),
    "rapat": _CLOSEST,
}
"""By the setting `kerapatan`. Of those with the fewest sheets, the first is taken."""
CROWDED = Fit(SMALL, _NARROW, divides=True), Fit(SMALL, _NARROW, LEAST, divides=True)
"""Where none of them leaves the letters of the drawing large enough."""
