"""The flow table as values its template can lay out: heads, columns, widths; the body comes finished."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from markupsafe import Markup, escape

from ...catalogue.chart_letters import titled
from ...catalogue.model import Chart
from ...chart import Drawing
from ...chart.letters import width as text_width
from ...definition.daftar import Formulir
from ...definition.flow.model import Flow
from ...definition.suku_kata import divided, with_breaks
from ...definition.tafsiran import called
from ..render import breaks_shown, plain, rich, rich_line
from ..text.lines import count
from .columns import OTHERS, TextColumn, text_columns
from .mention_links import CellNames
from .rows import TableBody
from .words import FlowWords, lane_names

_DEFAULT_LANE = 96
_SIZE, _PADDING, _SLACK = 13.0, 10.0, 1.1
"""Letters in a lane's head, the room beside them, in px; and for the larger letters of large windows."""
_HEADS, _LABELS = 560, 660
"""The room that lanes may take for the sake of their heads, and of the labels of arrows, in px, all together."""
_UPRIGHT = 12
"""Lines that names may be long when they stand upright."""
_WIDEST_STEP = 24
"""The last that the style sheet knows."""


@dataclass(frozen=True, slots=True)
class LaneHead:
    html: Markup
    name: str
    """In words, also where the head is empty."""
    upright: bool
    group: str
    """The heading above; lanes of one group stand together."""

    def cell(self, rows: int = 1) -> Markup:
        """The head's cell over so many rows."""
        css = "lajur tegak" if self.upright else "lajur"
        span = f' rowspan="{rows}"' if rows > 1 else ""
        inner = (
            f"<span>{self.html}</span>"
            if self.html
            else f'<span class="sop-tersembunyi">{escape(self.name)}</span>'
        )
        return Markup(f'<th role="columnheader" scope="col" class="{css}"{span}>{inner}</th>')


@dataclass(frozen=True, slots=True)
class Group:
    title: Markup
    """Empty: its one lane stands alone, over both rows of the head."""
    lanes: list[LaneHead]


@dataclass(frozen=True, slots=True)
class TableView:
    id: str
    title: Markup
    """As the form says it; may be empty."""
    heading: str
    """In words, also where the form says nothing."""
    part: str
    """What the page's own contents call it."""
    lanes: Sequence[LaneHead]
    groups: Sequence[Group]
    """Empty when no lane has a group."""
    columns: Sequence[TextColumn]
    """After the lanes."""
    mutu_baku: int
    """How many of them, the first, stand under Mutu Baku."""
    numbered: bool
    lane_width: int
    head_lines: float
    """How high the head of the table is, in lines."""
    step: str
    """The width the whole table needs, in hundreds of px, as the style sheet's classes have it."""
    body: Markup
    notes: Sequence[Markup]
    inferred: str
    """What its document shows at no step."""


def table(
    chart: Chart,
    form: Formulir,
    labels: dict[str, str],
    drawing: Drawing | None,
    several: bool = False,
    names: CellNames | None = None,
) -> TableView:
    """The view of one chart; without a drawing the cells show their words."""
    columns = [column.key for column in form.columns]
    flow, number = chart.flow, chart.number
    said = FlowWords(flow, number)
    width = ceil(drawing.lane_width) if drawing else _DEFAULT_LANE
    heads = lane_heads(flow, said.lanes, width)
    title = titled(chart.letter, chart.title) if chart.title else chart.letter and f"Alur {chart.letter}"
    heading = plain(title) or (f"Alur {number}" if several else "Alur")
    return TableView(
        id=f"bagan-{number}" if number > 1 else "bagan",
        title=rich_line(title),
        heading=heading,
        part=heading if several else "Alur",
        lanes=heads,
        groups=_groups(heads),
        columns=text_columns(chart, columns, labels, width * len(heads)),
        mutu_baku=sum(column.mutu_baku for column in form.columns),
        numbered=form.nomor_kolom,
        lane_width=width,
        head_lines=_head_lines(heads, width, form.nomor_kolom),
        step=_step(width * len(heads)),
        body=TableBody(chart, said, columns, labels, drawing, names).html(),
        notes=[rich(note) for note in chart.footnotes],
        inferred=called(chart.inferred.everywhere),
    )


def lane_width(flow: Flow) -> float | None:
    """The width at which as few words of a head are divided as the room leaves; None where the chart alone decides."""
    words = {_wide(word) for name in lane_names(flow) for word in _words(name)}
    even = (
        2 * ceil(wide / 2) for wide in words
    )  # the lane's middle, where lines stand, is then a whole pixel
    return max((wide for wide in even if wide * len(flow.lanes) <= _HEADS), default=None)


def widest_lane(flow: Flow) -> float:
    """So wide may labels make a lane: the whole table still fits into a usual window."""
    return _LABELS / max(len(flow.lanes), 1) // 2 * 2


def lane_heads(flow: Flow, names: Sequence[str], width: int) -> list[LaneHead]:
    """Heads wrap between words, and within one that is too long; where a syllable does not fit, all of them stand upright."""
    parts = (part for name in names for word in _words(name) for part in divided(word))
    upright = any(_wide(part) > width for part in parts)

    def too_long(word: str) -> bool:
        return not upright and _wide(word) > width

    return [
        LaneHead(
            breaks_shown(rich_line(with_breaks(lane.name, too_long))),
            name,
            upright and bool(lane.name),
            lane.group,
        )
        for lane, name in zip(flow.lanes, names, strict=True)
    ]


def _words(name: str) -> list[str]:
    return re.findall(r"[^\s/-]+[/-]?", name)


def _wide(word: str) -> float:
    """Of a head with this word alone in a line."""
    return text_width(word, bold=True) * _SIZE * _SLACK + _PADDING


def _head_lines(heads: Sequence[LaneHead], width: int, numbered: bool) -> float:
    """What stands above the lanes, their names, and below them their numbers, with the room around each."""
    room = max(width - _PADDING, 1)
    names = [
        count(((with_breaks(h.name, lambda word: _wide(word) > width), True),), room, _SIZE * _SLACK)
        for h in heads
    ]
    if any(head.upright for head in heads):
        names = [_UPRIGHT]
    return 1.5 + max(names, default=1) + 0.5 + 1.5 * any(head.group for head in heads) + numbered


def _step(lanes: int) -> str:
    step = max(8, ceil((lanes + OTHERS) / 100))
    return str(step) if step <= _WIDEST_STEP else "lebih"


def _groups(heads: Iterable[LaneHead]) -> list[Group]:
    """Neighbours under one heading together."""
    runs = [(name, list(lanes)) for name, lanes in groupby(heads, key=lambda head: head.group)]
    groups: list[Group] = []
    for name, lanes in runs:
        groups += [Group(rich_line(name), lanes)] if name else [Group(Markup(""), [lane]) for lane in lanes]
    return groups if any(name for name, _ in runs) else []
