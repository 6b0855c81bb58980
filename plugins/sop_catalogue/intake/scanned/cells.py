"""What is certain of a flow that was scanned: symbols that stand alone in their cells."""

from __future__ import annotations

from collections.abc import Sequence

from ..drawing.symbols import Form, Mark
from ..recovered import Chart
from ..table.grid import Grid
from ..table.rows import TableRow
from ..tabled.steps import Row

_FREE = 1.2
"""Points between a symbol and the sides of its cell: a region that reaches there is cut off by an arrow."""


def stands_alone(mark: Mark, grid: Grid, rows: Sequence[TableRow]) -> bool:
    row, box = rows[mark.row], mark.box
    left, right = grid.lanes[mark.lanes[0]].left, grid.lanes[mark.lanes[-1]].right
    free = min(box.left - left, right - box.right, box.top - row.top, row.bottom - box.bottom)
    return mark.form is not Form.OTHER and free > _FREE


def rows_seen(chart: Chart) -> list[Row]:
    """The steps of a chart with the symbols in each, which are taken out of it."""
    rows = [Row(step) for step in chart.steps]
    for node in chart.nodes:
        rows[node.step].seen.append(node)
    chart.nodes = []
    return rows
