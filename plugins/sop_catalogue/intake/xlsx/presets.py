"""The names of Excel's own shapes, by what they are in a chart of an SOP."""

from __future__ import annotations

from ..drawing.symbols import Form

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
