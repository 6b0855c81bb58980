"""How a person leads an arrow from one symbol to another: by which sides, with which bends; and how Excel says that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tests.intake.xlsx.book import Point
from tests.intake.xlsx.shapes import Rect, around, connector

SITES = {"top": 0, "left": 1, "bottom": 2, "right": 3}
"""The numbers of the places that connectors are glued to."""
_LEVEL = ("left", "right")
_OUT = {"top": (0, -1), "left": (-1, 0), "bottom": (0, 1), "right": (1, 0)}


@dataclass(frozen=True)
class Route:
    leaves: str
    enters: str
    points: tuple[Point, ...]
    preset: str
    box: Rect
    """As the shape says it, before it is turned."""
    turned: int = 0
    mirrored: tuple[bool, bool] = (False, False)
    adjusted: tuple[int, ...] = ()

    @property
    def anchor(self) -> Rect:
        return self.box.lying() if self.turned else self.box


def drawn(
    number: int,
    route: Route,
    heads: tuple[bool, bool],
    ties: tuple[tuple[int, int] | None, tuple[int, int] | None],
) -> str:
    """As Excel writes it."""
    return connector(
        number,
        route.preset,
        route.box,
        turned=route.turned,
        mirrored=route.mirrored,
        adjusted=route.adjusted,
        heads=heads,
        ties=ties,
    )


def straight(source: Rect, target: Rect, leaves: str, enters: str) -> Route:
    a, b = source.site(leaves), target.site(enters)
    return Route(leaves, enters, (a, b), "straightConnector1", around([a, b]), 0, (a[0] > b[0], a[1] > b[1]))


def bent(source: Rect, target: Rect, leaves: str, enters: str, out: float = 12) -> Route:
    a, b = source.site(leaves), target.site(enters)
    if leaves == enters:
        return _loop(a, b, leaves, out)
    level, enters_level = leaves in _LEVEL, enters in _LEVEL
    if abs(a[0] - b[0]) < 0.5 or abs(a[1] - b[1]) < 0.5:
        return straight(source, target, leaves, enters)
    if level == enters_level:
        middle = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
        points = (
            (a, (middle[0], a[1]), (middle[0], b[1]), b)
            if level
            else (a, (a[0], middle[1]), (b[0], middle[1]), b)
        )
        return _posed(leaves, enters, points, "bentConnector3", level)
    corner = (b[0], a[1]) if level else (a[0], b[1])
    return _posed(leaves, enters, (a, corner, b), "bentConnector2", level)


def _posed(leaves: str, enters: str, points: tuple[Point, ...], preset: str, level: bool) -> Route:
    a, b = points[0], points[-1]
    box = around([a, b])
    left, up = b[0] < a[0], b[1] < a[1]
    if level:
        return Route(leaves, enters, points, preset, box, 0, (left, up))
    return Route(leaves, enters, points, preset, box.lying(), 90 if left else 270, (left == up, False))


def _loop(a: Point, b: Point, side: str, out: float) -> Route:
    """Out by one side and in by the same: a bent connector that reaches beyond its box."""
    sign = _OUT[side][0] or _OUT[side][1]
    if side in _LEVEL:
        far = sign * (max(sign * a[0], sign * b[0]) + out)
        points = (a, (far, a[1]), (far, b[1]), b)
        wide = max(abs(b[0] - a[0]), 1.0)
        left = b[0] < a[0]
        box = Rect(min(a[0], b[0]), min(a[1], b[1]), min(a[0], b[0]) + wide, max(a[1], b[1]))
        share = (far - a[0]) * (-1 if left else 1) / wide
        return Route(
            side, side, points, "bentConnector3", box, 0, (left, b[1] < a[1]), (round(share * 100_000),)
        )
    far = sign * (max(sign * a[1], sign * b[1]) + out)
    points = (a, (a[0], far), (b[0], far), b)
    left, up = b[0] < a[0], b[1] < a[1]
    high = max(abs(b[1] - a[1]), 1.0)
    share = (far - a[1]) * (-1 if up else 1) / high
    box = Rect(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), min(a[1], b[1]) + high)
    turned, mirrored = 90 if left else 270, (left == up, False)
    return Route(
        side, side, points, "bentConnector3", box.lying(), turned, mirrored, (round(share * 100_000),)
    )


@dataclass
class Sides:
    """Which sides of each symbol arrows leave by already, and what stands in the way."""

    boxes: Sequence[Rect]
    taken: dict[object, list[str]] = field(default_factory=dict)

    def choose(self, key: object, source: Rect, target: Rect) -> tuple[str, str]:
        used = self.taken.setdefault(key, [])
        others = [_smaller(box) if box in (source, target) else box for box in self.boxes]
        ways = _ways(source, target)
        way = min(
            ways, key=lambda one: (one[0] in used, _hits(bent(source, target, *one), others), ways.index(one))
        )
        used.append(way[0])
        return way


def _smaller(box: Rect) -> Rect:
    """Whose sides may be met, but not its inside."""
    return Rect(box.left + 5, box.top + 5, box.right - 5, box.bottom - 5)


def _hits(route: Route, boxes: Sequence[Rect]) -> int:
    return sum(
        min(ax, bx) < box.right + 3
        and max(ax, bx) > box.left - 3
        and min(ay, by) < box.bottom + 3
        and max(ay, by) > box.top - 3
        for (ax, ay), (bx, by) in pairwise(route.points)
        for box in boxes
    )


def _ways(source: Rect, target: Rect) -> Sequence[tuple[str, str]]:
    (sx, sy), (tx, ty) = source.center, target.center
    toward, back = ("right", "left") if tx > sx else ("left", "right")
    if abs(ty - sy) < 12:
        return (toward, back), ("bottom", "bottom"), ("top", "top")
    if ty < sy:
        return ("right", "right"), ("left", "left"), ("top", "bottom")
    if abs(tx - sx) < 3:
        return ("bottom", "top"), ("right", "right"), ("left", "left")
    return (toward, "top"), ("bottom", "top"), ("bottom", back), (toward, toward), (back, back)
