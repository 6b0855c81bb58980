"""What may be more or less: crossings, bends, length; and what Graphviz's own router makes of the same nodes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass, fields
from itertools import combinations, pairwise

from sop_catalogue.definition.flow.model import Flow, Shape

from .rules import drawable, one_stem
from .seen import NEAR, Seen, Spot, bounds, overlap, straightened


@dataclass
class Measures:
    crossings: int = 0
    bends: int = 0
    length: float = 0.0
    arrows: int = 0
    onward: int = 0
    """Arrows to a symbol that is not above."""
    downhill: int = 0
    """Of those, the ones that never run upwards."""

    def __add__(self, other: Measures) -> Measures:
        return Measures(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def measure(flow: Flow, routes: dict[int, list[Spot]]) -> Measures:
    found = Measures(arrows=len(routes))
    row = {s.key: s.row for s in flow.symbols}
    for i, way in routes.items():
        found.bends += len(way) - 2
        if row[flow.arrows[i].target] >= row[flow.arrows[i].source]:
            found.onward += 1
            found.downhill += all(b[1] >= a[1] - NEAR for a, b in pairwise(way))
        found.length += sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(way))
    boxes = {i: bounds(way) for i, way in routes.items()}
    for i, j in combinations(routes, 2):
        if overlap(boxes[i], boxes[j]) and not one_stem(flow.arrows[i], flow.arrows[j]):
            found.crossings += sum(_cross(p, q) for p in pairwise(routes[i]) for q in pairwise(routes[j]))
    return found


def ours(seen: Seen) -> dict[int, list[Spot]]:
    return {i: way for i, arrow in seen.arrows.items() if (way := arrow.route)}


def _cross(p: tuple[Spot, Spot], q: tuple[Spot, Spot]) -> bool:
    (a, b), (c, d) = p, q
    return _sides(a, b, c, d) and _sides(c, d, a, b)


def _sides(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    """Whether c and d lie on different sides of the line a–b."""

    def side(s: Spot) -> float:
        return (b[0] - a[0]) * (s[1] - a[1]) - (b[1] - a[1]) * (s[0] - a[0])

    return side(c) * side(d) < -1e-6


def ortho(cases: list[tuple[Flow, Seen]]) -> list[dict[int, list[Spot]] | None]:
    """Routes of `splines=ortho` for the same arrows between the same symbols at the same places.

    In a process of its own, for on some graphs ortho aborts the whole process; those give None.
    """
    graphs = [_graph(flow, seen) for flow, seen in cases]
    found: list[dict[int, list[Spot]] | None] = []
    while len(found) < len(graphs):
        child = subprocess.run(
            [sys.executable, "-c", _CHILD],
            input=json.dumps(graphs[len(found) :]),
            capture_output=True,
            text=True,
            check=False,
        )
        found += [_routes(json.loads(line)) for line in child.stdout.splitlines()]
        if child.returncode and len(found) < len(graphs):
            found.append(None)
    return found


_CHILD = """
import json, sys, pygraphviz
for text in json.load(sys.stdin):
    graph = pygraphviz.AGraph(string=text)
    svg = graph.draw(format="svg", prog="nop").decode()
    graph.close()
    print(json.dumps(svg), flush=True)
"""


def _graph(flow: Flow, seen: Seen) -> str:
    lines = ['digraph { graph [splines=ortho notranslate=true]; node [fixedsize=true label=""]']
    for symbol in flow.symbols:
        left, top, right, bottom = seen.symbols[symbol.key].rect
        shape = "diamond" if symbol.shape is Shape.DECISION else "box"
        lines.append(
            f'"{symbol.key}" [shape={shape} width={(right - left) / 72} height={(bottom - top) / 72}'
            f' pos="{(left + right) / 2},{-(top + bottom) / 2}"]'
        )
    lines += [f'"{a.source}" -> "{a.target}" [id="e{i}" dir=none]' for i, a in drawable(flow).items()]
    return "\n".join([*lines, "}"])


def _routes(svg: str) -> dict[int, list[Spot]]:
    routes = {}
    for index, d in re.findall(r'<g id="e(\d+)" class="edge">.*?<path[^>]* d="([^"]+)"', svg, re.S):
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", d)]
        spots = list(zip(numbers[::2], numbers[1::2], strict=True))
        way = [p for k, p in enumerate(spots[::3]) if not k or p != spots[::3][k - 1]]
        routes[int(index)] = straightened(way)
    return routes
