"""The sheets of one flow become a chart: rows steps, symbols nodes, arrows edges; and what is doubtful about it."""

from __future__ import annotations

from collections.abc import Sequence

from .drawing.symbols import Form
from .passages import Key, passed
from .recovered import Chart, Edge, Node, Step
from .sheet import Sheet
from .table.rows import Cell, TableRow

_BEHIND = ("kelengkapan", "waktu", "output", "keterangan")


def assembled(sheets: Sequence[Sheet]) -> Chart:
    first = sheets[0].grid
    chart = Chart(
        first.lanes,
        dict(first.labels),
        columns=tuple(kind for kind in _BEHIND if first.of(kind)),
        numbered=first.numbered,
        doubts=list(dict.fromkeys(doubt for sheet in sheets for doubt in sheet.doubts)),
    )
    places = _steps(sheets, chart)
    nodes = _nodes(sheets, chart, places)
    _edges(sheets, chart, nodes, places)
    return chart


def _steps(sheets: Sequence[Sheet], chart: Chart) -> dict[Key, int]:
    """Each row's step. A row that is cut by the edge of a sheet is one step."""
    places: dict[Key, int] = {}
    for s, sheet in enumerate(sheets):
        for r, row in enumerate(sheet.rows):
            if row.passage:
                places[s, r] = max(0, len(chart.steps) - 1) if r else len(chart.steps)
            elif chart.steps and r == 0 and s and _cut(row, sheet):
                _continue(chart.steps[-1], row)
                places[s, r] = len(chart.steps) - 1
            else:
                chart.steps.append(
                    Step(row.number, row.activity, dict(row.cells), sheet.page, inferred=row.starred)
                )
                places[s, r] = len(chart.steps) - 1
    return places


def _cut(row: TableRow, sheet: Sheet) -> bool:
    return not row.number and sheet.grid.of("no") is not None and any(r.number for r in sheet.rows[1:2])


def _continue(step: Step, row: TableRow) -> None:
    step.activity += row.activity
    for kind, cell in row.cells.items():
        had = step.cells.get(kind, Cell())
        step.cells[kind] = Cell((*had.texts, *cell.texts), had.rows)


def _nodes(sheets: Sequence[Sheet], chart: Chart, places: dict[Key, int]) -> dict[Key, int]:
    """From the top, in a row as work comes by: from the left, those above each other from the top."""
    found: list[tuple[int, float, float, Key]] = []
    for s, sheet in enumerate(sheets):
        for k, mark in enumerate(sheet.marks):
            step = min(places[s, mark.row], len(chart.steps) - 1)
            if mark.form is not Form.CONNECTOR and step >= 0:
                found.append((step, float(mark.lanes[0]), 1000 * s + mark.box.top, (s, k)))
    nodes: dict[Key, int] = {}
    for step, _, _, key in sorted(found):
        mark = sheets[key[0]].marks[key[1]]
        nodes[key] = len(chart.nodes)
        chart.nodes.append(Node(step, mark.lanes, mark.form, mark.text, mark.box.left, mark.box.top))
        if mark.form is Form.OTHER:
            chart.steps[step].doubt(
                "bentuk simbolnya lain dari lima simbol baku; ditulis sebagai kotak", "simbol"
            )
    return nodes


def _edges(sheets: Sequence[Sheet], chart: Chart, nodes: dict[Key, int], places: dict[Key, int]) -> None:
    over = passed(sheets)
    for arc in over.arcs:
        if arc.source in nodes and arc.target in nodes and arc.source != arc.target:
            edge = Edge(nodes[arc.source], nodes[arc.target], arc.label, arc.plain, arc.two_way)
            if any(
                e.source == edge.source and e.target == edge.target and e.label == edge.label
                for e in chart.edges
            ):
                continue
            chart.edges.append(edge)
            if arc.doubt:
                chart.steps[chart.nodes[edge.source].step].doubt(arc.doubt, "panah")
    for s, k in over.unpaired:
        mark = sheets[s].marks[k]
        _step(chart, places, s, mark.row).doubt(
            f"penghubung {mark.text or 'antarhalaman'} tidak jelas pasangannya", "panah"
        )
    for s, sheet in enumerate(sheets):
        for n, lost in enumerate(sheet.lost):
            if (s, n) not in over.settled:
                _step(chart, places, s, _row_at(sheet, lost.point[1])).doubt(lost.about, "panah")
        for row, texts in _strays(sheet).items():
            _step(chart, places, s, row).doubt(
                f"teks {', '.join(texts)} di kolom pelaksana tidak jelas tempatnya", "panah"
            )


def _strays(sheet: Sheet) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for stray in sheet.strays:
        found.setdefault(_row_at(sheet, stray.box.center[1]), []).append(f"“{stray.text}”")
    return found


def _row_at(sheet: Sheet, y: float) -> int:
    for k, row in enumerate(sheet.rows):
        if y <= row.bottom:
            return k
    return max(0, len(sheet.rows) - 1)


def _step(chart: Chart, places: dict[Key, int], s: int, row: int) -> Step:
    return chart.steps[max(0, min(places.get((s, row), 0), len(chart.steps) - 1))]
