"""The picture of one flow: flow → grid → routes → labels → Graphviz → strips over the table's lane cells.

Knows nothing of YAML, pages or MkDocs.
"""

from __future__ import annotations

from .draw import draw, draw_sheets, measure_sheets, standalone
from .drawing import Drawing, Passage, Sheet, SheetSize, Strip
from .errors import ChartError, GraphvizFailed, GraphvizMissing
from .standalone import undrawn
from .studio import Graphviz, Studio

__all__ = [
    "ChartError",
    "Drawing",
    "Graphviz",
    "GraphvizFailed",
    "GraphvizMissing",
    "Passage",
    "Sheet",
    "SheetSize",
    "Strip",
    "Studio",
    "draw",
    "draw_sheets",
    "measure_sheets",
    "standalone",
    "undrawn",
]
