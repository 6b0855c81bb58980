"""Shapes that someone drew by hand: their path, whatever it is measured in."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..ooxml.outline import arc, cubic, without_repeats
from ..ooxml.xml import at, number
from ..primitives import Point, Ring

_MOST_POINTS = 4000


def drawn_by_hand(geometry: Element, width: float, height: float) -> list[Ring]:
    """Each of its lines and outlines, in a box of that size."""
    found: list[Ring] = []
    for one in geometry.iterfind("pathLst/path"):
        wide, high = number(one, "w"), number(one, "h")
        scale = (width / wide if wide else 1 / 12_700, height / high if high else 1 / 12_700)
        said = _Guides(geometry, wide or width * 12_700, high or height * 12_700)
        found += _rings(one, said, scale)
    return found


class _Guides:
    """Names of lengths, as far as their formulas are plain."""

    def __init__(self, geometry: Element, width: float, height: float) -> None:
        w, h = width, height
        self.known = {
            "l": 0.0,
            "t": 0.0,
            "r": w,
            "b": h,
            "w": w,
            "h": h,
            "hc": w / 2,
            "vc": h / 2,
            "wd2": w / 2,
            "hd2": h / 2,
        }
        for one in (*geometry.iterfind("avLst/gd"), *geometry.iterfind("gdLst/gd")):
            self.known[one.get("name", "")] = self._of(one.get("fmla", "").split())

    def _of(self, formula: list[str]) -> float:
        kind, values = formula[0] if formula else "", [self.value(word) for word in formula[1:]]
        if kind == "val" and values:
            return values[0]
        if kind == "*/" and len(values) == 3 and values[2]:
            return values[0] * values[1] / values[2]
        return values[0] + values[1] - values[2] if kind == "+-" and len(values) == 3 else 0.0

    def value(self, word: str) -> float:
        if word in self.known:
            return self.known[word]
        try:
            value = float(word)
        except ValueError:
            return 0.0
        return value if abs(value) < 1e12 else 0.0

    def point(self, element: Element | None) -> Point:
        if element is None:
            return 0.0, 0.0
        return self.value(element.get("x", "0")), self.value(element.get("y", "0"))


def _rings(path: Element, said: _Guides, scale: Point) -> Iterator[Ring]:
    points: list[Point] = []
    curved = False
    for step in path:
        if step.tag == "moveTo":
            yield from _ring(points, scale, curved, closed=False)
            points, curved = [said.point(at(step, "pt"))], False
        elif step.tag == "close":
            yield from _ring(points, scale, curved, closed=True)
            points = points[:1]
        elif points and len(points) < _MOST_POINTS:
            curved = curved or step.tag != "lnTo"
            points += _further(points[-1], step, said)
    yield from _ring(points, scale, curved, closed=False)


def _further(last: Point, step: Element, said: _Guides) -> Iterator[Point]:
    places = [said.point(one) for one in step.iterfind("pt")]
    if step.tag == "lnTo" and places:
        yield places[0]
    elif step.tag == "cubicBezTo" and len(places) == 3:
        yield from cubic(last, *places)
    elif step.tag == "quadBezTo" and len(places) == 2:
        (ax, ay), (bx, by), (cx, cy) = last, *places
        yield from cubic(
            last, ((ax + 2 * bx) / 3, (ay + 2 * by) / 3), ((cx + 2 * bx) / 3, (cy + 2 * by) / 3), places[1]
        )
    elif step.tag == "arcTo":
        wide, high, start, sweep = (said.value(step.get(key, "0")) for key in ("wR", "hR", "stAng", "swAng"))
        yield from arc(last, wide, high, start / 60_000, sweep / 60_000)


def _ring(points: list[Point], scale: Point, curved: bool, *, closed: bool) -> Iterator[Ring]:
    kept = without_repeats([(x * scale[0], y * scale[1]) for x, y in points])
    if len(kept) > 2 and max(abs(kept[0][0] - kept[-1][0]), abs(kept[0][1] - kept[-1][1])) < 0.3:
        kept, closed = kept[:-1], True
    if len(kept) > 1:
        yield Ring(kept, closed and len(kept) > 2, curved)
