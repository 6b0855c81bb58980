"""The outlines of shapes and the paths of connectors, in a box from 0 to their width and height."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import atan2, cos, pi, radians, sin

from ..drawing.symbols import Form
from ..primitives import Point, Ring
from .presets import DIAMONDS, FORMS, PENTAGONS, ROUND

_FINE = 8
"""How many straight pieces a curve becomes."""


def outline(preset: str, width: float, height: float, adjusted: Mapping[str, float]) -> Ring:
    w, h = width, height
    if preset in DIAMONDS:
        return Ring(((w / 2, 0), (w, h / 2), (w / 2, h), (0, h / 2)), closed=True)
    if preset in PENTAGONS:
        return Ring(_pentagon(preset, w, h, adjusted), closed=True)
    if preset in ROUND:
        across, down = _corner(preset, w, h, adjusted)
        return Ring(tuple(_rounded(w, h, across, down)), closed=True, curved=True)
    if preset in ("parallelogram", "flowChartInputOutput"):
        return Ring(((0.2 * w, 0), (w, 0), (0.8 * w, h), (0, h)), closed=True)
    return Ring(((0, 0), (w, 0), (w, h), (0, h)), closed=True)


def _pentagon(preset: str, w: float, h: float, adjusted: Mapping[str, float]) -> tuple[Point, ...]:
    if preset == "homePlate":
        neck = w - min(w, h) * adjusted.get("adj", 50_000) / 100_000
        return (0, 0), (neck, 0), (w, h / 2), (neck, h), (0, h)
    if preset == "pentagon":
        return (w / 2, 0), (w, 0.382 * h), (0.809 * w, h), (0.191 * w, h), (0, 0.382 * h)
    return (0, 0), (w, 0), (w, 0.8 * h), (w / 2, h), (0, 0.8 * h)


def _corner(preset: str, w: float, h: float, adjusted: Mapping[str, float]) -> tuple[float, float]:
    if preset == "roundRect":
        radius = min(w, h) * min(50_000, max(0, adjusted.get("adj", 16_667))) / 100_000
        return radius, radius
    if preset == "flowChartAlternateProcess":
        return min(w, h) / 6, min(w, h) / 6
    if preset == "flowChartTerminator":
        return w * 3475 / 21_600, h / 2
    return w / 2, h / 2


def _rounded(w: float, h: float, across: float, down: float) -> Iterator[Point]:
    for x, y, start in (
        (w - across, down, -90),
        (w - across, h - down, 0),
        (across, h - down, 90),
        (across, down, 180),
    ):
        for k in range(_FINE + 1):
            angle = radians(start + 90 * k / _FINE)
            yield x + across * cos(angle), y + down * sin(angle)


def form(preset: str, ring: Ring, drawn: Form | None) -> Form | None:
    """By its name, or where that says nothing by its outline."""
    if preset == "roundRect":
        return drawn
    return FORMS.get(preset, Form.OTHER) if preset else drawn if ring.closed else None


def path(preset: str, width: float, height: float, adjusted: Mapping[str, float]) -> tuple[Point, ...]:
    """Of a connector, from its start to its end; a curved one goes by the corners of the bent one."""
    w, h = width, height
    first, second, third = (adjusted.get(f"adj{k}", 50_000) / 100_000 for k in (1, 2, 3))
    kind = preset[-1:]
    if not preset.startswith(("bent", "curved")):
        return (0, 0), (w, h)
    if kind == "2":
        return (0, 0), (w, 0), (w, h)
    if kind == "4":
        return (0, 0), (first * w, 0), (first * w, second * h), (w, second * h), (w, h)
    if kind == "5":
        return (
            (0, 0),
            (first * w, 0),
            (first * w, second * h),
            (third * w, second * h),
            (third * w, h),
            (w, h),
        )
    return (0, 0), (first * w, 0), (first * w, h), (w, h)


def block_arrow(preset: str, width: float, height: float) -> tuple[Point, Point]:
    """Through the middle of a thick arrow, to its tip."""
    w, h = width, height
    return {
        "rightArrow": ((0, h / 2), (w, h / 2)),
        "leftArrow": ((w, h / 2), (0, h / 2)),
        "downArrow": ((w / 2, 0), (w / 2, h)),
        "upArrow": ((w / 2, h), (w / 2, 0)),
        "leftRightArrow": ((0, h / 2), (w, h / 2)),
        "upDownArrow": ((w / 2, 0), (w / 2, h)),
    }[preset]


def without_repeats(points: Sequence[Point]) -> tuple[Point, ...]:
    if not points:
        return ()
    return (points[0], *(b for a, b in pairwise(points) if abs(a[0] - b[0]) + abs(a[1] - b[1]) > 1e-6))


def cubic(a: Point, b: Point, c: Point, d: Point) -> Iterator[Point]:
    """All but its beginning."""
    for k in range(1, _FINE + 1):
        t = k / _FINE
        s = 1 - t
        parts = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        points = (a, b, c, d)
        yield (
            sum(m * p[0] for m, p in zip(parts, points, strict=True)),
            sum(m * p[1] for m, p in zip(parts, points, strict=True)),
        )


def arc(start: Point, across: float, down: float, angle: float, sweep: float) -> Iterator[Point]:
    """All but its beginning; angles in degrees, clockwise."""
    first = _on_ellipse(angle, across, down)
    last = _on_ellipse(angle + sweep, across, down)
    whole = (last - first) % (2 * pi)
    if sweep < 0:
        whole -= 2 * pi
    if abs(sweep) >= 360:
        whole = 2 * pi if sweep > 0 else -2 * pi
    x, y = start[0] - across * cos(first), start[1] - down * sin(first)
    for k in range(1, _FINE + 1):
        at = first + whole * k / _FINE
        yield x + across * cos(at), y + down * sin(at)


def _on_ellipse(angle: float, across: float, down: float) -> float:
    """The angle as the drawing counts it is that of the line to the point, not of the circle behind it."""
    return atan2(across * sin(radians(angle)), down * cos(radians(angle)))
