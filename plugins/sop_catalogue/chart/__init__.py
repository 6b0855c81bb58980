"""The picture of one flow: flow → grid → routes → labels → Graphviz → strips over the table's lane cells.

Knows nothing of YAML, pages or MkDocs.
"""

from __future__ import annotations

from pathlib import Path

from .draw import draw, draw_sheets, measure_sheets, standalone
from .drawing import Drawing, Sheet, SheetSize, Strip
from .errors import ChartError, GraphvizFailed, GraphvizMissing
from .standalone import undrawn

STRIPS_CSS = Path(__file__).with_name("strips.css")
"""The style the strips need; its head says how to lay them over a row."""

__all__ = [
    "STRIPS_CSS",
    "ChartError",
    "Drawing",
    "GraphvizFailed",
    "GraphvizMissing",
    "Sheet",
    "SheetSize",
    "Strip",
    "draw",
    "draw_sheets",
    "measure_sheets",
    "standalone",
    "undrawn",
]
