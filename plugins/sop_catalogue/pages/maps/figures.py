"""The pictures of a map, and on which of its pages each of them stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ...chart import Studio
from ...chart.network.model import Edge
from ...chart.network.parts import Piece, pieces
from ...chart.network.pictures import spread
from ...portions import portions
from ..drawings import picture_of
from .graph import Graph

BOXES = 300
"""On one page; with more, a map goes on on another."""


@dataclass(frozen=True, slots=True)
class Figure:
    picture: Markup
    caption: str
    faults: tuple[str, ...] = ()


def sheets(graph: Graph) -> list[list[Piece]]:
    """For each page of the map, what is drawn there; one page at least."""
    drawn = pieces([(edge.source, edge.target) for edge in graph.edges()])
    return list(portions(drawn, lambda piece: len(piece.nodes), BOXES)) or [[]]


def figures(graph: Graph, sheet: Sequence[Piece], title: str, studio: Studio) -> list[Figure]:
    """One for each connected part, and several for a part too large to be read."""
    nodes, edges = list(graph.nodes.values()), graph.edges()
    found: list[Figure] = []
    for piece in sheet:
        at = {node: i for i, node in enumerate(piece.nodes)}
        inner = [
            Edge(at[edge.source], at[edge.target], edge.both, edge.kind, edge.count)
            for edge in (edges[i] for i in piece.edges)
        ]
        boxes = [nodes[i] for i in piece.nodes]
        ties = [end for edge in inner for end in (edge.source, edge.target)]
        caption = "" if piece.whole else f"Di sekitar {boxes[max(at.values(), key=ties.count)].text}"
        picture, faults = picture_of(partial(spread, boxes, inner, caption or title, studio=studio))
        found.append(Figure(picture, caption, faults))
    return found
