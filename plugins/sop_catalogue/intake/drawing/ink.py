"""What is drawn, as what it is meant for: lines, arrowheads, closed shapes; however its maker painted it.

One maker strokes a box, another fills the outline of its border, a third paints its inside first; lines are strokes,
thin rectangles, or polygons around a bent line. Here they become the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from ..geometry import apart, area, corners, from_segment, inside, length, sides
from ..primitives import Box, Page, Point, Ring, box_of

THIN = 2.7
"""What is no thicker is a line."""
_SMALL = 15.0
"""The longest side of an arrowhead."""
_CRUMB = 1.2
_LEAST = 7.0
"""The shortest side of a symbol."""


@dataclass(frozen=True, slots=True)
class Line:
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """An arrowhead: where it points, and the middle of its back."""

    tip: Point
    back: Point

    @property
    def size(self) -> float:
        return apart(self.tip, self.back)


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed outline that may be a symbol."""

    points: tuple[Point, ...]
    curved: bool = False
    outlined: bool = True
    """Has a border, and not an inside only."""
    white: bool = False
    """Its inside, where it has no border: such as lies under a label."""

    @property
    def box(self) -> Box:
        return box_of(self.points)


@dataclass(frozen=True, slots=True)
class Ink:
    lines: tuple[Line, ...] = ()
    heads: tuple[Head, ...] = ()
    shapes: tuple[Shape, ...] = ()


def ink_of(page: Page) -> Ink:
    found = _Found()
    for fill in page.fills:
        found.fill(fill.rings, fill.white)
    for stroke in page.strokes:
        found.stroke(stroke.ring, stroke.white)
    return Ink(tuple(dict.fromkeys(found.lines)), tuple(found.heads), tuple(_once(found.shapes)))


class _Found:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.heads: list[Head] = []
        self.shapes: list[Shape] = []

    def stroke(self, ring: Ring, white: bool) -> None:
        box = ring.box
        if min(box.width, box.height) <= 0.4:
            self.lines.append(_straight(box))
        elif not ring.closed:
            head = _open_head(ring)
            if head:
                self.heads.append(head)
            else:
                self.lines.append(Line(ring.points))
        elif head := _closed_head(ring):
            self.heads.append(head)
        elif min(box.width, box.height) <= THIN:
            self.lines.append(_straight(box))
        else:
            self.shapes.append(Shape(ring.points, ring.curved, outlined=not white, white=white))

    def fill(self, rings: tuple[Ring, ...], white: bool) -> None:
        for ring, hole in _with_holes(rings):
            self.filled(ring, hole, white)

    def filled(self, ring: Ring, hole: Ring | None, white: bool) -> None:
        box = ring.box
        if hole:
            self.shapes.append(Shape(_middle(ring, hole), ring.curved or len(ring.points) > 20))
        elif white:
            if min(box.width, box.height) >= _LEAST:
                self.shapes.append(Shape(ring.points, ring.curved, outlined=False, white=True))
        elif min(box.width, box.height) <= THIN:
            if max(box.width, box.height) > THIN:
                self.lines.append(_straight(box))
        elif head := _closed_head(ring):
            self.heads.append(head)
        elif _thickness(ring) <= THIN:
            if head := _chevron(ring):
                self.heads.append(head)
            else:
                self.lines.append(Line(_without_crumbs(_center_line(ring))))
        elif min(box.width, box.height) >= _LEAST:
            self.shapes.append(Shape(ring.points, ring.curved, outlined=False))


def _straight(box: Box) -> Line:
    x, y = box.center
    if box.width >= box.height:
        return Line(((box.left, y), (box.right, y)))
    return Line(((x, box.top), (x, box.bottom)))


def _with_holes(rings: tuple[Ring, ...]) -> list[tuple[Ring, Ring | None]]:
    """Each ring with the one just inside it, which then is none of its own."""
    boxes = [ring.box for ring in rings]
    if len(rings) > 400:
        return [(ring, None) for ring in rings]
    taken: set[int] = set()
    found: dict[int, int] = {}
    for i, outer in enumerate(boxes):
        if min(outer.width, outer.height) < _LEAST - 1:
            continue
        for j, inner in enumerate(boxes):
            if i != j and j not in taken and j not in found and _just_inside(outer, inner):
                found[i] = j
                taken.add(j)
                break
    return [(ring, rings[found[i]] if i in found else None) for i, ring in enumerate(rings) if i not in taken]


def _just_inside(outer: Box, inner: Box) -> bool:
    gaps = (
        inner.left - outer.left,
        inner.top - outer.top,
        outer.right - inner.right,
        outer.bottom - inner.bottom,
    )
    return all(0 <= gap <= 5 for gap in gaps) and any(gap > 0.05 for gap in gaps)


def _middle(ring: Ring, hole: Ring) -> tuple[Point, ...]:
    """The outer outline, drawn in by half of the border."""
    outer, inner = ring.box, hole.box
    if not (outer.width and outer.height):
        return ring.points
    wide = (outer.width + inner.width) / 2 / outer.width
    high = (outer.height + inner.height) / 2 / outer.height
    x, y = outer.center
    return tuple((x + (px - x) * wide, y + (py - y) * high) for px, py in ring.points)


def _thickness(ring: Ring) -> float:
    around = length((*ring.points, ring.points[0]))
    return 2 * area(ring.points) / around if around else 0


def _center_line(ring: Ring) -> tuple[Point, ...]:
    """Between the two long sides of a bent line's outline, from one short end to the other."""
    points = ring.points
    edges = sides(Ring(points, closed=True))
    lengths = [apart(*edge) for edge in edges]
    ends = _opposite_ends(lengths)
    if ends is None:
        return _straight(ring.box).points
    first, second = ends
    n = len(points)
    there = [points[(first + 1 + k) % n] for k in range((second - first) % n)]
    back = [points[(first - k) % n] for k in range((first - second) % n)]
    if len(there) != len(back):
        longer = there if len(there) > len(back) else back
        return tuple(longer)
    return tuple(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(there, back, strict=True))


def _without_crumbs(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Without the shortest pieces, as round or slanted ends leave them."""
    kept = [points[0]]
    for point in points[1:]:
        if apart(point, kept[-1]) > _CRUMB:
            kept.append(point)
    if len(kept) > 1 and kept[-1] != points[-1]:
        kept[-1] = points[-1]
    return tuple(kept) if len(kept) > 1 else (points[0], points[-1])


def _opposite_ends(lengths: list[float]) -> tuple[int, int] | None:
    """The two short edges that part the outline in two chains as alike as can be."""
    n = len(lengths)
    short = [k for k in range(n) if lengths[k] <= THIN * 1.5]
    best: tuple[tuple[float, float], tuple[int, int]] | None = None
    for i, a in enumerate(short[:40]):
        for b in short[i + 1 : 40]:
            inner = sum(lengths[a + 1 : b])
            outer = sum(lengths) - inner - lengths[a] - lengths[b]
            unlike = (abs(inner - outer), abs((b - a) - (n - b + a)))
            if best is None or unlike < best[0]:
                best = unlike, (a, b)
    return best[1] if best else None


def _closed_head(ring: Ring) -> Head | None:
    """A small triangle, notched or not."""
    box = ring.box
    if max(box.width, box.height) > _SMALL or max(box.width, box.height) < 1.5:
        return None
    turns = corners(ring.points, max(box.width, box.height) * 0.08)
    if not 3 <= len(turns) <= 5 or (len(turns) == 5 and not ring.curved):
        return None
    if len(turns) == 3:
        return _triangle(turns)
    if len(turns) == 4 and area(turns) < 0.48 * box.width * box.height:
        return _notched(turns)
    return None


def _triangle(turns: list[Point]) -> Head | None:
    """It points to where its two long sides meet."""
    base = [apart(turns[(i + 1) % 3], turns[(i + 2) % 3]) for i in range(3)]
    """The side across from each corner."""
    unlike = [abs(base[(i + 1) % 3] - base[(i + 2) % 3]) for i in range(3)]
    """How far the two sides that meet there differ."""
    one, other = sorted(base)[1:]
    if other - one > 0.25 * other:  # squat: the tip is where the equal sides meet
        k = unlike.index(min(unlike))
    else:
        alike = [i for i in range(3) if unlike[i] <= min(unlike) + 0.05 * other]
        k = min(alike, key=base.__getitem__)
    tip, a, b = turns[k], turns[(k + 1) % 3], turns[(k + 2) % 3]
    back = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    return Head(tip, back) if apart(tip, back) > 0.5 else None


def _notched(turns: list[Point]) -> Head | None:
    """The notch is the corner that points inwards; the tip lies opposite."""
    for k in range(4):
        others = [turns[(k + n) % 4] for n in (1, 2, 3)]
        if area(others) > area(turns) * 1.05:
            return Head(others[1], turns[k])
    return None


def _open_head(ring: Ring) -> Head | None:
    """Two short strokes that meet at a tip."""
    if len(ring.points) != 3 or max(ring.box.width, ring.box.height) > 9:
        return None
    a, tip, b = ring.points
    one, other = apart(a, tip), apart(b, tip)
    if one < 1.5 or abs(one - other) > 0.3 * max(one, other) or apart(a, b) > 1.55 * max(one, other):
        return None
    straight = abs(a[0] - tip[0]) < 0.2 or abs(a[1] - tip[1]) < 0.2
    return None if straight else Head(tip, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))


def _chevron(ring: Ring) -> Head | None:
    """The outline of two short strokes that meet at a tip: a triangle without a base."""
    box = ring.box
    if max(box.width, box.height) > 11 or len(ring.points) > 40:
        return None
    turns = max(combinations(ring.points, 3), key=area)
    best: tuple[float, Head] | None = None
    for k in range(3):
        tip, a, b = turns[k], turns[k - 1], turns[k - 2]
        back = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
        free = min(from_segment(back, side) for side in sides(ring))
        if free > 0.9 and abs(apart(tip, a) - apart(tip, b)) < 0.3 * apart(tip, a):
            best = max(best or (0.0, Head(tip, back)), (free, Head(tip, back)), key=lambda one: one[0])
    return best[1] if best and not inside(best[1].back, ring.points) else None


def _once(shapes: list[Shape]) -> list[Shape]:
    """An inside and its border are one shape; the border says its form."""
    bordered = [shape for shape in shapes if shape.outlined]
    kept: list[Shape] = []
    for shape in [*bordered, *(s for s in shapes if not s.outlined)]:
        box = shape.box
        if not any(_same(box, other.box) for other in kept):
            kept.append(shape)
    return kept


def _same(one: Box, other: Box) -> bool:
    slack = 3.0
    return (
        abs(one.left - other.left) <= slack
        and abs(one.top - other.top) <= slack
        and abs(one.right - other.right) <= slack
        and abs(one.bottom - other.bottom) <= slack
    )
