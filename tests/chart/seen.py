"""A drawing as an eye sees it: the strips set one under the other, read from their SVG alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import cos, hypot, pi, sin
from xml.etree import ElementTree

from sop_catalogue.chart import Drawing

Spot = tuple[float, float]
Rect = tuple[float, float, float, float]
_SVG = "{http://www.w3.org/2000/svg}"
NEAR = 0.05


@dataclass
class Seen:
    """Symbols, arrows and words in one coordinate system."""

    lane_width: float
    lanes: int
    tops: list[float]
    symbols: dict[str, SeenSymbol] = field(default_factory=dict)
    arrows: dict[int, SeenArrow] = field(default_factory=dict)
    fillers: list[tuple[list[float], list[float]]] = field(default_factory=list)
    """For each row, the x of the lines in its upper and lower filler."""


@dataclass
class SeenSymbol:
    key: str
    row: int
    outline: list[Spot]
    words: list[SeenText] = field(default_factory=list)

    @cached_property
    def rect(self) -> Rect:
        return bounds(self.outline)

    @cached_property
    def sides(self) -> list[tuple[float, float, float]]:
        """Its edges as `x·a + y·b + c`: how far inside each a spot is."""
        n = len(self.outline)
        cx, cy = (sum(c) / n for c in zip(*self.outline, strict=True))
        found = []
        for (ax, ay), (bx, by) in pairwise([*self.outline, self.outline[0]]):
            length = hypot(bx - ax, by - ay)
            if length >= 1e-6:
                a, b = (ay - by) / length, (bx - ax) / length
                inner = 1 if a * (cx - ax) + b * (cy - ay) > 0 else -1
                found.append((inner * a, inner * b, -inner * (a * ax + b * ay)))
        return found

    def depth(self, spot: Spot) -> float:
        """How far inside its (convex) outline a spot is; negative outside."""
        x, y = spot
        return min([x * a + y * b + c for a, b, c in self.sides])


@dataclass
class SeenText:
    text: str
    rect: Rect
    row: int
    hides: bool = False
    """What is under it does not show through."""


@dataclass
class SeenArrow:
    index: int
    source: str
    target: str
    plain: bool
    pieces: list[tuple[Spot, Spot, int]] = field(default_factory=list)
    """Straight strokes with the row whose strip holds them."""
    heads: list[list[Spot]] = field(default_factory=list)
    words: list[SeenText] = field(default_factory=list)

    @cached_property
    def route(self) -> list[Spot] | None:
        """Its corner points from end to end, or None when the strokes do not make one line."""
        left = [(a, b) for a, b, _ in self.pieces]
        ends = [b for _, b in left]
        starts = [a for a, _ in left if not any(near(a, b) for b in ends)]
        if len(starts) != 1:
            return None
        way = [starts[0]]
        while left:
            follow = [p for p in left if near(p[0], way[-1])]
            if len(follow) != 1:
                return None
            left.remove(follow[0])
            way.append(follow[0][1])
        return straightened(way)

    @cached_property
    def strokes(self) -> list[tuple[Spot, Spot]]:
        """Its straight stretches, the last one up to the tip of the head."""
        way = list(self.route or [])
        if way and self.tip:
            way[-1] = self.tip
        if way and self.tail:
            way[0] = self.tail
        return list(pairwise(way))

    @cached_property
    def bounds(self) -> Rect:
        return bounds([s for stroke in self.strokes for s in stroke] or [(0, 0)])

    @cached_property
    def tip(self) -> Spot | None:
        """The corner of the last head that lies ahead of the line."""
        return self._tip(self.route)

    @cached_property
    def tail(self) -> Spot | None:
        """The same at its beginning, where it has two heads."""
        return self._tip(self.route[::-1]) if self.route and len(self.heads) > 1 else None

    def _tip(self, way: list[Spot] | None) -> Spot | None:
        if not self.heads or not way:
            return None
        (px, py), (ex, ey) = way[-2], way[-1]
        near_end = min(self.heads, key=lambda head: min(hypot(x - ex, y - ey) for x, y in head))
        return max(near_end, key=lambda s: (s[0] - ex) * (ex - px) + (s[1] - ey) * (ey - py))


def bounds(spots: list[Spot]) -> Rect:
    xs, ys = zip(*spots, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def say(lines: Iterable[str], wanted: str) -> bool:
    """Whether the lines give the whole text; a word that goes on in the next line has a hyphen there."""
    rest = "".join(wanted.split())
    for written in lines:
        line = "".join(written.split())
        if not rest.startswith(line):
            line = line.removesuffix("-")
        if not line or not rest.startswith(line):
            return False
        rest = rest[len(line) :]
    return not rest


def overlap(a: Rect, b: Rect) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def near(a: Spot, b: Spot) -> bool:
    return abs(a[0] - b[0]) < NEAR and abs(a[1] - b[1]) < NEAR


def straightened(way: list[Spot]) -> list[Spot]:
    """Without points in the middle of a straight stretch."""
    corners = way[:1]
    for before, here, after in zip(way, way[1:], way[2:], strict=False):
        if not (
            abs(before[0] - here[0]) < NEAR > abs(here[0] - after[0])
            or abs(before[1] - here[1]) < NEAR > abs(here[1] - after[1])
        ):
            corners.append(here)
    return corners + way[-1:]


def look(drawing: Drawing, lanes: int) -> Seen:
    tops = [0.0]
    for strip in drawing.rows:
        tops.append(tops[-1] + strip.height)
    seen = Seen(drawing.lane_width, lanes, tops)
    for row, strip in enumerate(drawing.rows):
        root = ElementTree.fromstring(strip.svg)
        for group in root:
            kinds = group.get("class", "").split()
            if "sop-simbol" in kinds:
                key = group.get("data-simbol", "")
                assert key not in seen.symbols, f"{key} drawn twice"
                seen.symbols[key] = _symbol(group, key, row, tops[row])
            else:
                assert "sop-panah" in kinds, kinds
                _arrow(seen, group, row, tops[row])
        seen.fillers.append((_filler(strip.above), _filler(strip.below)))
    return seen


def _symbol(group: ElementTree.Element, key: str, row: int, top: float) -> SeenSymbol:
    shape = group[0]
    if shape.tag == "polygon":
        outline = _list(shape.get("points", ""), top)
    else:
        x, y, w, h, r = (float(shape.get(a, "0")) for a in ("x", "y", "width", "height", "rx"))
        r = min(r, w / 2, h / 2)
        outline = [
            (x + (w - r if dx else r) + r * cos(a), y + top + (h - r if dy else r) + r * sin(a))
            for dx, dy, start in ((1, 1, 0.0), (0, 1, pi / 2), (0, 0, pi), (1, 0, 3 * pi / 2))
            for a in (start + i * pi / 16 for i in range(9))
        ]
    return SeenSymbol(key, row, outline, [_text(t, row, top) for t in group if t.tag == "text"])


def _arrow(seen: Seen, group: ElementTree.Element, row: int, top: float) -> None:
    index = int(group.get("data-panah", "-1"))
    plain = "sop-panah--garis" in group.get("class", "")
    arrow = seen.arrows.setdefault(
        index, SeenArrow(index, group.get("data-dari", ""), group.get("data-ke", ""), plain)
    )
    for part in group:
        if part.tag == "path":
            arrow.pieces += [(a, b, row) for a, b in strokes(part.get("d", ""), top)]
        elif part.tag == "polygon":
            spots = _list(part.get("points", ""), top)
            arrow.heads.append(spots[:-1] if near(spots[0], spots[-1]) else spots)
        elif part.tag == "text":
            arrow.words.append(_text(part, row, top))


def strokes(d: str, top: float = 0.0) -> list[tuple[Spot, Spot]]:
    """Straight strokes of a path made of M, H, V and L."""
    found, x, y = [], 0.0, 0.0
    for letter, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", d):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", rest)]
        to = {"H": (numbers[0], y), "V": (x, numbers[0])}.get(letter) or (numbers[0], numbers[1])
        if letter != "M":
            found.append(((x, y + top), (to[0], to[1] + top)))
        x, y = to
    return found


def _filler(fragment: str) -> list[float]:
    if not fragment:
        return []
    lines = [line for path in ElementTree.fromstring(fragment) for line in strokes(path.get("d", ""))]
    assert all(a[0] == b[0] and (a[1], b[1]) == (0, 1) for a, b in lines)
    return sorted(a[0] for a, _ in lines)


def _list(points: str, top: float) -> list[Spot]:
    return [(float(x), float(y) + top) for x, y in (pair.split(",") for pair in points.split())]


def _text(element: ElementTree.Element, row: int, top: float) -> SeenText:
    """Its ink: sans-serif widths by kind of letter, from the ascenders down to the descenders."""
    text, size = element.text or "", float(element.get("font-size", "0"))
    wide = sum(
        0.5
        if c in "cksvxyzJ"
        else 0.28
        if c in "ijltfI.,:;|!' /()[]"
        else 0.34
        if c == "-"
        else 0.86
        if c in "mwMW@%"
        else 0.71
        if c.isupper()
        else 0.56
        for c in text
    )
    x, y = float(element.get("x", "0")), float(element.get("y", "0")) + top
    half = wide * size / 2
    return SeenText(
        text,
        (x - half, y - 0.74 * size, x + half, y + 0.21 * size),
        row,
        "sop-label--lintas" in element.get("class", ""),
    )
