"""A network as SVG: sizes of its boxes, what Graphviz made of them, and the picture with its texts and links."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from ..errors import GraphvizFailed
from ..layout import Spot
from ..svg import n, safe
from ..text import wrap
from .model import Edge, Node

WIDE = 176
"""Of every box, in CSS pixels."""
_PAD_X, _PAD_Y = 9, 8
_SIZE, _NOTE = 11.5, 10.0
_LINE, _NOTE_LINE = 14.5, 13.0
_ASCENT = 0.74
_AROUND = 6
_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Body:
    """A node with its lines of text."""

    node: Node
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    height: float

    def taller(self, height: float) -> Body:
        return Body(self.node, self.lines, self.notes, max(height, self.height))


def body_of(node: Node) -> Body:
    room = WIDE - 2 * _PAD_X
    lines = tuple(wrap(node.text, room, _SIZE))
    notes = tuple(line for note in node.notes for line in wrap(note, room, _NOTE))
    return Body(node, lines, notes, math.ceil(len(lines) * _LINE + len(notes) * _NOTE_LINE + 2 * _PAD_Y))


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    path: str
    heads: tuple[str, ...]
    label: Spot | None
    corners: tuple[Spot, ...]
    """Every point that the path is made from."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What Graphviz made of a network."""

    centres: tuple[Spot, ...]
    edges: tuple[DrawnEdge, ...]


def read(svg: str, nodes: int, edges: int) -> Drawn:
    try:
        groups = {group.get("id"): group for group in ElementTree.fromstring(svg).iter(f"{_SVG}g")}
        return Drawn(
            tuple(_centre(groups[f"n{i}"]) for i in range(nodes)),
            tuple(_edge(groups[f"e{i}"]) for i in range(edges)),
        )
    except (ElementTree.ParseError, KeyError, ValueError) as error:
        raise GraphvizFailed(f"gambar jaringan tidak lengkap ({error})") from error


def width_of(bodies: Sequence[Body], drawn: Drawn) -> float:
    """Of the picture, in CSS pixels."""
    left, _, right, _ = _frame(bodies, drawn, ())
    return right - left


def compose(
    bodies: Sequence[Body],
    edges: Sequence[Edge],
    drawn: Drawn,
    label: str,
    heads: Sequence[tuple[str, float, float]] = (),
) -> str:
    """The picture; `heads` are headings, each with the middle of its line."""
    left, top, right, bottom = _frame(bodies, drawn, heads)
    wide, high = right - left, bottom - top
    arrows = "".join(_arrow(edge, line) for edge, line in zip(edges, drawn.edges, strict=True))
    boxes = "".join(_box(body, spot) for body, spot in zip(bodies, drawn.centres, strict=True))
    words = "".join(
        f'<text class="kepala" x="{n(x)}" y="{n(y + _NOTE * 0.36)}">{safe(text)}</text>'
        for text, x, y in heads
    )
    return (
        f'<svg class="sop-jaringan" role="group" aria-label="{safe(label)}" width="{n(wide)}" height="{n(high)}"'
        f' viewBox="{n(left)} {n(top)} {n(wide)} {n(high)}"><g aria-hidden="true">{words}{arrows}</g>{boxes}</svg>'
    )


def _frame(
    bodies: Sequence[Body], drawn: Drawn, heads: Iterable[tuple[str, float, float]]
) -> tuple[float, float, float, float]:
    xs = [x + side * WIDE / 2 for x, _ in drawn.centres for side in (-1, 1)]
    ys = [
        y + side * body.height / 2
        for (_, y), body in zip(drawn.centres, bodies, strict=True)
        for side in (-1, 1)
    ]
    for line in drawn.edges:
        spots = (*line.corners, *([line.label] if line.label else []))
        xs += [x for x, _ in spots]
        ys += [y for _, y in spots]
    ys += [y - _NOTE for _, _, y in heads]
    return min(xs) - _AROUND, min(ys) - _AROUND, max(xs) + _AROUND, max(ys) + _AROUND


def _arrow(edge: Edge, line: DrawnEdge) -> str:
    kind = f' class="{safe(edge.kind)}"' if edge.kind else ""
    thick = f' style="stroke-width:{n(1.2 + min(3.8, math.log2(edge.count)))}"' if edge.count > 1 else ""
    heads = "".join(f'<polygon points="{points}"/>' for points in line.heads)
    count = ""
    if edge.count and line.label:
        x, y = line.label
        count = f'<text x="{n(x)}" y="{n(y)}">{edge.count}</text>'
    return f'<g{kind}><path d="{line.path}"{thick}/>{heads}{count}</g>'


def _box(body: Body, spot: Spot) -> str:
    x, y = spot
    node = body.node
    kind = f' class="{safe(node.kind)}"' if node.kind else ""
    said = safe(", ".join((node.text, *node.notes)))
    high = len(body.lines) * _LINE + len(body.notes) * _NOTE_LINE
    top = y - high / 2
    lines = [
        f'<text x="{n(x)}" y="{n(top + i * _LINE + _SIZE * _ASCENT + 1.6)}">{safe(line)}</text>'
        for i, line in enumerate(body.lines)
    ]
    top += len(body.lines) * _LINE
    lines += [
        f'<text class="ket" x="{n(x)}" y="{n(top + i * _NOTE_LINE + _NOTE * _ASCENT + 2)}">{safe(line)}</text>'
        for i, line in enumerate(body.notes)
    ]
    return (
        f'<a{kind} href="{safe(node.href)}"><title>{said}</title><rect x="{n(x - WIDE / 2)}"'
        f' y="{n(y - body.height / 2)}" width="{WIDE}" height="{n(body.height)}" rx="4"/>{"".join(lines)}</a>'
    )


def _centre(group: ElementTree.Element) -> Spot:
    corners = _spots(_child(group, "polygon").get("points", ""))
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _edge(group: ElementTree.Element) -> DrawnEdge:
    path = _child(group, "path").get("d", "")
    heads = tuple(head.get("points", "") for head in group.findall(f"{_SVG}polygon"))
    text = group.find(f"{_SVG}text")
    label = (float(text.get("x", "")), float(text.get("y", ""))) if text is not None else None
    corners = tuple(spot for points in (path, *heads) for spot in _spots(points))
    return DrawnEdge(path, heads, label, corners)


def _child(group: ElementTree.Element, tag: str) -> ElementTree.Element:
    found = group.find(_SVG + tag)
    if found is None:
        raise KeyError(tag)
    return found


def _spots(text: str) -> tuple[Spot, ...]:
    numbers = [float(number) for number in _NUMBER.findall(text)]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
