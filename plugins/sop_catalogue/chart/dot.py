"""The layout as DOT, every node and every route pinned. No text of an author goes in: only numbers and keys of ours."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from ..definition.flow.model import Shape
from .layout import Box, Layout, Line, Spot
from .pentagon import Pentagon

HEAD = 7.0
"""Length of an arrowhead."""
ARROW_SIZE = 0.7
_SHAPES = {
    Shape.START: 'box style="rounded"',
    Shape.END: 'box style="rounded"',
    Shape.PROCESS: "box",
    Shape.DECISION: "diamond",
}


def dot(layout: Layout) -> str:
    names = {key: f"n{i}" for i, key in enumerate(layout.boxes)}
    lines = [
        "digraph sop { graph [notranslate=true pad=0 splines=true]",
        'node [fixedsize=true label="" penwidth=0.1]',
        f"edge [arrowsize={ARROW_SIZE} penwidth=0.1]",
    ]
    lines += [_node(names[key], box) for key, box in layout.boxes.items()]
    lines += [_edge(f"e{i}", names, line) for i, line in enumerate(layout.lines)]
    return "\n".join([*lines, "}"])


def _node(name: str, box: Box) -> str:
    s = box.place.symbol
    shape = ("house" if s.up else "invhouse") if isinstance(s, Pentagon) else _SHAPES[s.shape]
    return (
        f'{name} [id="{name}" shape={shape} pos="{_n(box.x)},{_n(-box.y)}"'
        f" width={box.body.width / 72:.5f} height={box.body.height / 72:.5f}]"
    )


def _edge(name: str, names: dict[str, str], line: Line) -> str:
    points = list(line.points)
    tips = ""
    if line.arrow.two_way:
        tips += f"s,{_n(points[0][0])},{_n(-points[0][1])} "
        points[0] = _before(points[0], points[1])
    if not line.arrow.plain:
        tips += f"e,{_n(points[-1][0])},{_n(-points[-1][1])} "
        points[-1] = _before(points[-1], line.points[-2])
    spline = [points[0]]
    for a, b in pairwise(points):
        spline += [a, b, b]
    pos = " ".join(f"{_n(x)},{_n(-y)}" for x, y in spline)
    heads = " dir=none" if line.arrow.plain else " dir=both" if line.arrow.two_way else ""
    return f'{names[line.arrow.source]} -> {names[line.arrow.target]} [id="{name}" pos="{tips}{pos}"{heads}]'


def _before(tip: Spot, other: Spot) -> Spot:
    """Where the line stops for the head whose tip it is."""
    (x, y), (px, py) = tip, other
    return x - HEAD * ((x > px) - (x < px)), y - HEAD * ((y > py) - (y < py))


@lru_cache(maxsize=8192)
def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
