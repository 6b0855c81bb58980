"""The whole way of one chart: flow → lattice → routes → tracks → layout → labels → Graphviz → strips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import TypeVar

from ..definition.flow.model import Flow
from ..store.kept import NOTHING
from .dot import dot
from .drawing import Drawing, Sheet, SheetSize
from .labels import Label, place
from .layout import Layout, Needs, arrange, bodies
from .marks import marks_of
from .picture import Picture, read
from .routing.board import Routed
from .routing.lattice import Lattice
from .routing.route import route
from .routing.tracks import lay
from .sheets import Part, divide
from .spacing import USUAL, Spacing
from .standalone import compose, titled
from .strips import cut
from .studio import Studio
from .symbols import Body

_ROUNDS = 24
_MOST_LABELLED = 4_000
"""Arrows in all rounds together; where there are very many, their labels stand closer than they need."""
_WIDER = (1.0, 1.25, 1.6, inf)
"""Than labels may make a lane, where they found no room."""
_Wide = TypeVar("_Wide", Drawing, SheetSize)


def draw(
    flow: Flow,
    row_heights: Sequence[float] | None = None,
    lane_width: float | None = None,
    widest: float = inf,
    *,
    studio: Studio,
) -> Drawing:
    """The chart of a flow, as one strip for each row.

    `row_heights` and `lane_width` are what the table plans, in CSS pixels; the drawing never makes a row or a
    lane smaller than that, but larger where its symbols and arrows need it; and where its labels do, up to `widest`.

    Raises `ChartError` when Graphviz is missing or refuses.
    """
    return _drawn(flow, row_heights, lane_width, studio, None, widest)


def draw_sheets(
    flow: Flow,
    starts: Sequence[int],
    row_heights: Sequence[float] | None = None,
    lane_width: float | None = None,
    widest: float = inf,
    spacing: Spacing = USUAL,
    *,
    studio: Studio,
) -> tuple[Sheet, ...]:
    """A chart for each sheet of paper, all with lanes of one width; `starts` are the rows that begin a new sheet.

    Labels make no lane wider than `widest`, if they find another place.

    Arrows that cross over go on at pentagons, in rows of their own; those to one symbol share a letter.
    """
    parts = divide(flow, starts)

    def made(part: Part, wide: float) -> Drawing:
        return _drawn(part.flow, _heights(part, row_heights), wide, studio, part.rows, widest, spacing)

    drawings = _equally_wide(parts, made, lane_width)
    return tuple(Sheet(d, p.rows, p.passages) for d, p in zip(drawings, parts, strict=True))


def measure_sheets(
    flow: Flow,
    starts: Sequence[int],
    row_heights: Sequence[float] | None = None,
    lane_width: float | None = None,
    widest: float = inf,
    spacing: Spacing = USUAL,
) -> tuple[SheetSize, ...]:
    """How large the sheets that `draw_sheets` would draw are, for planners that try several ways to cut."""

    def made(part: Part, wide: float) -> SheetSize:
        layout, _ = plan(part.flow, _heights(part, row_heights), wide, widest, spacing)
        return SheetSize(
            layout.lane_width, tuple(b - a for a, b in pairwise(layout.tops)), part.rows, part.passages
        )

    return tuple(_equally_wide(divide(flow, starts), made, lane_width))


def _equally_wide(
    parts: Sequence[Part], made: Callable[[Part, float], _Wide], lane_width: float | None
) -> list[_Wide]:
    """As wide as the widest, which may then want more for its labels."""
    wide = lane_width or 0.0
    found: list[_Wide] = []
    while not found or any(one.lane_width < wide for one in found):
        found = [made(part, wide) for part in parts]
        wide = max(one.lane_width for one in found)
    return found


def _heights(part: Part, row_heights: Sequence[float] | None) -> list[float] | None:
    if row_heights is None:
        return None
    return [row_heights[row] if row is not None and row < len(row_heights) else 0.0 for row in part.rows]


def _drawn(
    flow: Flow,
    row_heights: Sequence[float] | None,
    lane_width: float | None,
    studio: Studio,
    steps: tuple[int | None, ...] | None,
    widest: float = inf,
    spacing: Spacing = USUAL,
) -> Drawing:
    key = _key(studio, flow, row_heights, lane_width, steps, widest, spacing)
    if found := studio.strips(key):
        return found
    layout, labels = plan(flow, row_heights, lane_width, widest, spacing)
    picture = _picture(layout, studio)
    marks = marks_of(layout, labels)
    drawing = Drawing(layout.lane_width, cut(layout, picture, labels, marks, steps))
    studio.keep_strips(key, drawing)
    if steps is None and studio.kept is not NOTHING:  # planned once for both
        studio.keep_whole(key, compose(flow, layout, picture, labels, marks))
    return drawing


def _key(
    studio: Studio,
    flow: Flow,
    row_heights: Sequence[float] | None,
    lane_width: float | None,
    steps: tuple[int | None, ...] | None = None,
    widest: float = inf,
    spacing: Spacing = USUAL,
) -> str:
    planned = tuple(row_heights) if row_heights is not None else None
    return studio.key(flow, planned, lane_width, steps, widest, spacing)


def standalone(
    flow: Flow,
    row_heights: Sequence[float] | None = None,
    lane_width: float | None = None,
    widest: float = inf,
    *,
    title: str = "",
    prefix: str = "",
    studio: Studio,
) -> str:
    """The same chart as an SVG file of its own, black on white, with lanes and row numbers drawn in.

    `title` names it in place of the flow's own; `prefix` begins every id, for files that are put into one document.
    """
    if prefix:
        studio = studio.unkept
    key = _key(studio, flow, row_heights, lane_width, None, widest)
    svg = studio.whole(key)
    if svg is None:
        layout, labels = plan(flow, row_heights, lane_width, widest)
        svg = compose(flow, layout, _picture(layout, studio), labels, marks_of(layout, labels), prefix)
        studio.keep_whole(key, svg)
    return titled(svg, title) if title else svg


def _picture(layout: Layout, studio: Studio) -> Picture:
    return read(studio.graphviz.render(dot(layout)), layout)


def plan(
    flow: Flow,
    row_heights: Sequence[float] | None = None,
    lane_width: float | None = None,
    widest: float = inf,
    spacing: Spacing = USUAL,
) -> tuple[Layout, list[Label]]:
    """Everything in its place, before anything is drawn."""
    planned = tuple(row_heights) if row_heights is not None else None
    return _planned(flow, planned, lane_width, widest, spacing)


@lru_cache(maxsize=32)
def _planned(
    flow: Flow,
    row_heights: tuple[float, ...] | None,
    lane_width: float | None,
    widest: float,
    spacing: Spacing,
) -> tuple[Layout, list[Label]]:
    """Kept for a while: a sheet of paper is measured first and drawn when it fits."""
    lattice, routed, sizes = _routed(flow, spacing)

    rounds = max(2, min(_ROUNDS, _MOST_LABELLED // max(len(routed), 1)))

    def labelled(needs: Needs) -> tuple[Layout, list[Label], bool]:
        for left in range(rounds, 0, -1):
            layout = arrange(lattice, routed, sizes, needs, row_heights, lane_width, spacing)
            labels, complete = place(layout, needs, left == 1 and needs.widest == inf)
            if complete:
                break
        return layout, labels, complete

    for more in _WIDER if rounds == _ROUNDS else (inf,):  # better wider lanes than labels that touch
        layout, labels, complete = labelled(Needs(widest=widest * more))
        if complete or widest == inf:
            break
    return layout, labels


@lru_cache(maxsize=32)
def _routed(flow: Flow, spacing: Spacing) -> tuple[Lattice, list[Routed], dict[str, Body]]:
    lattice, routed = _ways(flow)
    return lattice, routed, bodies(flow, routed, spacing)


@lru_cache(maxsize=32)
def _ways(flow: Flow) -> tuple[Lattice, list[Routed]]:
    """What does not change with widths and heights: tables and sheets of paper try several in turn."""
    lattice = Lattice(flow)
    routed = route(flow, lattice)
    lay(dict.fromkeys(s for r in routed for s in r.strands))
    return lattice, routed
