"""The steps of a chart as rows that fit on a sheet, and the cells that reach over several of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...catalogue.model import Chart
from ...definition.flow.cells import merged
from ...definition.flow.model import Flow, Row
from ...definition.langkah import Langkah
from ...definition.markup import Em, Text
from ...definition.tafsiran import Tafsiran
from ...pages.form.rows import last_row
from ...pages.text.hyphens import divisible
from ...pages.text.prose import Para, Prose
from ..content.words import GOES_ON
from ..text.cutting import split
from .columns import Cells, Columns, cell_height, cells_of

_GOING_ON = Para((Em((Text(GOES_ON),)),))
"""Over what a row has to say on the sheets after its first."""


@dataclass(frozen=True, slots=True)
class Span:
    """A cell, over one row or several."""

    column: str
    first: int
    last: int
    prose: Prose


@dataclass(frozen=True, slots=True)
class Steps:
    """What the rows of a chart say, and the flow with the same rows."""

    flow: Flow
    rows: tuple[Cells, ...]
    """Without the words of cells that reach over several rows."""
    spans: tuple[Span, ...]
    """Those cells."""

    @property
    def merged(self) -> dict[str, Prose]:
        """What those cells say, by column."""
        found: dict[str, Prose] = {}
        for span in self.spans:
            found[span.column] = (*found.get(span.column, ()), *span.prose)
        return found


def steps_of(chart: Chart, keys: Sequence[str]) -> Steps:
    flow = chart.flow
    reach = merged(chart.steps, flow.rows)
    spans: list[Span] = []
    rows: list[Cells] = []
    covered: dict[str, int] = {}
    for i, step in enumerate(chart.steps):
        own: dict[str, Sequence[str]] = {}
        for key in keys:
            if i <= covered.get(key, -1):
                continue
            texts = _texts(step, key)
            last = last_row(chart.steps, i, key, reach.get((i, key), i))
            if last > i:
                covered[key] = last
                spans.append(Span(key, i, last, cells_of("", "", {key: texts}).prose(key)))
            else:
                own[key] = texts
        rows.append(cells_of(flow.rows[i].number, step.kegiatan, own))
    return Steps(flow, tuple(rows), tuple(spans))


def divisible_in(steps: Steps, columns: Columns) -> Steps:
    """Words that are wider than their column may be divided."""
    size = columns.type.size

    def cells(row: Cells) -> Cells:
        others = {key: divisible(prose, columns.room(key), size) for key, prose in row.others.items()}
        return Cells(row.number, divisible(row.kegiatan, columns.room("kegiatan"), size), others)

    spans = (replace(s, prose=divisible(s.prose, columns.room(s.column), size)) for s in steps.spans)
    return Steps(steps.flow, tuple(map(cells, steps.rows)), tuple(spans))


def _texts(step: Langkah, key: str) -> tuple[str, ...]:
    cell = step.cell(key)
    return cell.teks if cell else ()


def fitted(steps: Steps, columns: Columns, room: float) -> Steps:
    """Rows higher than a sheet go on in rows of their own; no word is left out."""
    most = int((room - cell_height(0, columns.type)) / columns.type.line)
    pieces = [_pieces(row, columns, max(most, 2)) for row in steps.rows]
    if all(len(found) == 1 for found in pieces):
        return steps
    new = [0]
    for found in pieces:
        new.append(new[-1] + len(found))
    symbols = tuple(replace(s, row=new[s.row]) for s in steps.flow.symbols)
    rows = [
        replace(row, index=new[i]) if not k else Row(new[i] + k, row.number)
        for i, row in enumerate(steps.flow.rows)
        for k in range(len(pieces[i]))
    ]
    spans = tuple(replace(span, first=new[span.first], last=new[span.last + 1] - 1) for span in steps.spans)
    return Steps(
        replace(
            steps.flow, rows=tuple(rows), symbols=symbols, inferred=Tafsiran(steps.flow.inferred.everywhere)
        ),
        tuple(piece for found in pieces for piece in found),
        spans,
    )


def _pieces(row: Cells, columns: Columns, most: int) -> list[Cells]:
    found: list[Cells] = []
    rest = row
    while True:
        lead = (_GOING_ON,) if found else ()
        halves = {
            key: split(rest.prose(key), most, columns.room(key), columns.type.size) for key in columns.others
        }
        halves["kegiatan"] = split(
            rest.kegiatan, most - len(lead), columns.room("kegiatan"), columns.type.size
        )
        head = {key: first for key, (first, _) in halves.items()}
        left = {key: more for key, (_, more) in halves.items()}
        if not any(left.values()) or not any(head.values()):
            return [*found, replace(rest, kegiatan=(*lead, *rest.kegiatan))]
        found.append(Cells(row.number, (*lead, *head.pop("kegiatan")), head))
        rest = Cells(row.number, left.pop("kegiatan"), left)
