"""A network as DOT. No text of an author goes in: only sizes, places and keys of ours."""

from __future__ import annotations

from collections.abc import Sequence

from ..dot import ARROW_SIZE, HEAD
from ..layout import Spot
from .model import Edge
from .places import Placed, Route
from .svg import WIDE, Body

_STYLE = (
    'node [shape=box fixedsize=true label="" penwidth=0.1]',
    f"edge [arrowsize={ARROW_SIZE} penwidth=0.1]",
)


def layered_dot(bodies: Sequence[Body], edges: Sequence[Edge]) -> str:
    """For `dot`, which lays the boxes in layers from left to right."""
    return _free("rankdir=LR nodesep=0.2 ranksep=0.9 splines=true", bodies, edges)


def sprung_dot(bodies: Sequence[Body], edges: Sequence[Edge]) -> str:
    """For `neato`, which puts boxes near those they are tied to. Its wheels know no other way to part boxes."""
    return _free('overlap=voronoi sep="+16" esep="+5" splines=true', bodies, edges)


def _free(graph: str, bodies: Sequence[Body], edges: Sequence[Edge]) -> str:
    """The places are still to be found."""
    lines = [
        f"digraph jaringan {{ graph [{graph}]",
        *_STYLE,
        'edge [fontname="Helvetica" fontsize=11]',
    ]
    lines += [f"n{i} [{_size(i, body)}]" for i, body in enumerate(bodies)]
    for i, edge in enumerate(edges):
        count = f' label="{edge.count}"' if edge.count else ""
        lines.append(f'n{edge.source} -> n{edge.target} [id="e{i}"{_ends(edge)}{count}]')
    return "\n".join([*lines, "}"])


def pinned_dot(spots: Sequence[Placed], routes: Sequence[Route]) -> str:
    """For `neato -n2`, which draws what has its place."""
    lines = ["digraph jaringan { graph [notranslate=true splines=true]", *_STYLE]
    lines += [f'n{i} [{_size(i, spot.body)} pos="{_at((spot.x, spot.y))}"]' for i, spot in enumerate(spots)]
    lines += [_pinned(i, route) for i, route in enumerate(routes)]
    return "\n".join([*lines, "}"])


def _pinned(index: int, route: Route) -> str:
    """The path stops one arrowhead before its end, as Graphviz wants it told."""
    start, a, b, end = route.points
    first, last = _towards(start, a) if route.edge.both else start, _towards(end, b)
    tail = f"s,{_at(start)} " if route.edge.both else ""
    pos = f"{tail}e,{_at(end)} {' '.join(map(_at, (first, a, b, last)))}"
    return f'n{route.edge.source} -> n{route.edge.target} [id="e{index}"{_ends(route.edge)} pos="{pos}"]'


def _towards(tip: Spot, control: Spot) -> Spot:
    """One arrowhead's length back; a curve leaves its ends level."""
    (x, y), (cx, _) = tip, control
    return x + HEAD * ((cx > x) - (cx < x)), y


def _size(index: int, body: Body) -> str:
    return f'id="n{index}" width={WIDE / 72:.5f} height={body.height / 72:.5f}'


def _ends(edge: Edge) -> str:
    return " dir=both" if edge.both else ""


def _at(spot: Spot) -> str:
    return f"{spot[0]:.2f},{-spot[1]:.2f}"
