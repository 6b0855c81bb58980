"""The names of Office's own shapes, by what they are in a chart of an SOP: in Word as in Excel."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..drawing.symbols import Form
from .xml import at

DIAMONDS = frozenset({"diamond", "flowChartDecision"})
PENTAGONS = frozenset({"homePlate", "pentagon", "flowChartOffpageConnector"})
CAPSULES = frozenset({"flowChartTerminator", "ellipse", "flowChartConnector"})
BOXES = frozenset({
    "rect", "flowChartProcess", "flowChartAlternateProcess", "flowChartPredefinedProcess", "flowChartInternalStorage",
    "round1Rect", "round2SameRect", "round2DiagRect", "snip1Rect", "snip2SameRect", "snip2DiagRect", "snipRoundRect",
    "bevel", "frame", "plaque",
})  # fmt: skip
ROUND = CAPSULES | {"roundRect", "flowChartAlternateProcess"}
FORMS = {
    **dict.fromkeys(DIAMONDS, Form.DIAMOND),
    **dict.fromkeys(PENTAGONS, Form.CONNECTOR),
    **dict.fromkeys(CAPSULES, Form.CAPSULE),
    **dict.fromkeys(BOXES, Form.BOX),
}
"""But for `roundRect`, whose corners may be round to any degree; what is not named is another form."""
LINES = ("line", "straightConnector", "bentConnector", "curvedConnector")
"""How the names of connectors begin."""
BLOCK_ARROWS = frozenset({"rightArrow", "leftArrow", "upArrow", "downArrow", "leftRightArrow", "upDownArrow"})
NOTES = ("wedge", "callout", "borderCallout", "accentCallout", "accentBorderCallout", "cloudCallout")
"""How the names of speech bubbles begin, which only say something."""
UNSAID = (
    "leftBrace",
    "rightBrace",
    "leftBracket",
    "rightBracket",
    "bracePair",
    "bracketPair",
    "arc",
    "chord",
)
HEADS = frozenset({"triangle", "arrow", "stealth"})
"""Ends of a line that say where it goes; rhombs and dots do not."""


def preset_in(properties: Element | None) -> str:
    geometry = at(properties, "prstGeom")
    return geometry.get("prst", "rect") if geometry is not None else "rect"


def adjusted_in(properties: Element | None) -> dict[str, float]:
    """What its author dragged: how round its corners are, where a line is bent."""
    found = {}
    for one in properties.iterfind("prstGeom/avLst/gd") if properties is not None else ():
        kind, _, value = one.get("fmla", "").partition(" ")
        if kind == "val" and value.lstrip("-").isdecimal() and len(value) < 10:
            found[one.get("name", "")] = float(value)
    return found
