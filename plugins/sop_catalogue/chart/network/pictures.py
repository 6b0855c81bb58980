"""Networks: boxes of text, each a link, and arrows between them. Two pictures of one:

`spread` lets Graphviz find the places; `beside` puts what leads to one box on its left and what it leads to on its
right, which needs no search and is drawn as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...store.digest import digest
from ...store.kept import NOTHING, Kept
from ..graphviz import engine
from ..kept import KeptDrawings
from .dot import layered_dot, pinned_dot, sprung_dot
from .model import Edge, Node
from .places import Around, beside_places
from .svg import Drawn, body_of, compose, read, width_of

_WIDEST = 1200
"""In CSS pixels; layers that need more room are given up for a picture without a direction, but compact."""


def spread(nodes: Sequence[Node], edges: Sequence[Edge], label: str, *, kept: Kept = NOTHING) -> str:
    """The picture as an `<svg>` to stand in a page; `label` names it. Edges name their nodes by place in `nodes`.

    Raises `ChartError` when Graphviz is missing or refuses.
    """
    bodies = [body_of(node) for node in nodes]

    def drawn(dot: str, program: str) -> Drawn:
        return read(_rendered(dot, program, kept), len(nodes), len(edges))

    found = drawn(layered_dot(bodies, edges), "dot")
    if width_of(bodies, found) > _WIDEST:
        found = drawn(sprung_dot(bodies, edges), "neato")
    return compose(bodies, edges, found, label)


def beside(around: Around, label: str) -> str:
    """One node and those around it, as an `<svg>` to stand in a page.

    Raises `ChartError` when Graphviz is missing or refuses.
    """
    places = beside_places(around)
    bodies = [spot.body for spot in places.spots]
    edges = [route.edge for route in places.routes]
    svg = engine.render(pinned_dot(places.spots, places.routes))
    return compose(bodies, edges, read(svg, len(bodies), len(edges)), label, places.heads)


def _rendered(dot: str, program: str, kept: Kept) -> str:
    """No text is in it, only sizes: a new title of as many lines is no new search."""
    drawings, key = KeptDrawings(kept), digest("jaringan", engine.version(), program, dot)
    svg = drawings.whole(key)
    if svg is None:
        svg = engine.render(dot, program)
        drawings.keep_whole(key, svg)
    return svg
