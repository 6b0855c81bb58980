"""What Graphviz drew, read back: an outline for each symbol; a path and an arrowhead for each arrow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

from .errors import GraphvizFailed
from .layout import Layout, Spot

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Picture:
    outlines: dict[str, tuple[Spot, ...]]
    """Symbol key → corners of its polygon, or the bounding box of a rounded one."""
    paths: list[tuple[Spot, ...]]
    """For each line of the layout, the corner points as drawn."""
    heads: list[tuple[tuple[Spot, ...], ...]]
    """For each line of the layout, its arrowheads: none, one, or two."""


def read(svg: str, layout: Layout) -> Picture:
    groups: dict[str, ElementTree.Element] = {}
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise GraphvizFailed(f"SVG tidak terbaca ({error})") from error
    for group in root.iter(f"{_SVG}g"):
        groups[group.get("id", "")] = group
    try:
        outlines = {key: _outline(groups[f"n{i}"]) for i, key in enumerate(layout.boxes)}
        edges = [groups[f"e{i}"] for i in range(len(layout.lines))]
        paths = [_corners(_spots(_child(edge, "path").get("d", ""))) for edge in edges]
        heads = [
            tuple(_spots(head.get("points", "")) for head in edge.findall(f"{_SVG}polygon")) for edge in edges
        ]
    except (KeyError, LookupError) as error:
        raise GraphvizFailed(f"gambar tidak lengkap ({error})") from error
    return Picture(outlines, paths, heads)


def _child(group: ElementTree.Element, tag: str) -> ElementTree.Element:
    found = group.find(_SVG + tag)
    if found is None:
        raise LookupError(tag)
    return found


def _spots(text: str) -> tuple[Spot, ...]:
    numbers = map(float, _NUMBER.findall(text))
    return tuple(zip(numbers, numbers, strict=False))


def _outline(group: ElementTree.Element) -> tuple[Spot, ...]:
    polygon = group.find(f"{_SVG}polygon")
    if polygon is not None:
        corners = _spots(polygon.get("points", ""))
        return corners[:-1] if corners[0] == corners[-1] else corners
    spots = _spots(_child(group, "path").get("d", ""))
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return (min(xs), min(ys)), (max(xs), max(ys))


def _corners(spline: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """A spline of straight legs has its corners at every third point."""
    points = [spline[0]]
    for p, q in pairwise(spline[::3]):
        if p != q:
            points.append(q)
    return tuple(points)
