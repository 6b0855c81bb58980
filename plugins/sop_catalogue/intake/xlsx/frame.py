"""Where a shape stands: shifted, stretched, mirrored, turned, as are the groups that it is in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin
from xml.etree.ElementTree import Element

from ..ooxml.xml import at, number, said
from ..primitives import Box, Point

EMU = 12_700
"""In a point."""


@dataclass(frozen=True, slots=True)
class Frame:
    """From places in a shape's own box, or a group's own measures, to points of the worksheet."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def put(self, point: Point) -> Point:
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def all(self, points: Iterable[Point]) -> tuple[Point, ...]:
        return tuple(map(self.put, points))

    def after(self, inner: Frame) -> Frame:
        """This one, of what `inner` has put."""
        e, f = self.put((inner.e, inner.f))
        return Frame(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            e,
            f,
        )


@dataclass(frozen=True, slots=True)
class Posed:
    """A box, and how it is turned and mirrored in its place."""

    box: Box
    turned: float = 0
    """Degrees, clockwise."""
    mirrored: tuple[bool, bool] = (False, False)
    """Left to right, top to bottom."""

    def frame(self, inner: Box) -> Frame:
        """Of what is measured in `inner`, and fills the box."""
        box = self.box
        x, y = box.center
        wide = (box.width / inner.width if inner.width else 1) * (-1 if self.mirrored[0] else 1)
        high = (box.height / inner.height if inner.height else 1) * (-1 if self.mirrored[1] else 1)
        cx, cy = inner.center
        cosine, sine = cos(radians(self.turned)), sin(radians(self.turned))
        turned = Frame(cosine, sine, -sine, cosine, x, y)
        return turned.after(Frame(wide, 0, 0, high, -wide * cx, -high * cy))


def posed(xfrm: Element | None, anchor: Box | None = None) -> Posed:
    """As a shape says it; `anchor`: where the worksheet holds it, which is what counts there."""
    box = _rectangle(xfrm, "off", "ext")
    turned = number(xfrm, "rot") / 60_000 % 360
    if anchor:
        box = _upright(anchor, box) if _is_across(turned) else anchor
    return Posed(box, turned, (said(xfrm, "flipH"), said(xfrm, "flipV")))


def inner_box(xfrm: Element | None) -> Box:
    """What a group's own measures reach over."""
    return _rectangle(xfrm, "chOff", "chExt")


def _rectangle(xfrm: Element | None, off: str, ext: str) -> Box:
    start, size = at(xfrm, off), at(xfrm, ext)
    left, top = number(start, "x") / EMU, number(start, "y") / EMU
    return Box(left, top, left + number(size, "cx") / EMU, top + number(size, "cy") / EMU)


def _is_across(turned: float) -> bool:
    return 45 <= turned < 135 or 225 <= turned < 315


def _upright(anchor: Box, own: Box) -> Box:
    """Excel anchors a shape on its side as it lies there; some programs as it was before it was turned."""
    lies = abs(anchor.width - own.height) + abs(anchor.height - own.width)
    stands = abs(anchor.width - own.width) + abs(anchor.height - own.height)
    if stands < lies:
        return anchor
    (x, y), wide, high = anchor.center, anchor.height / 2, anchor.width / 2
    return Box(x - wide, y - high, x + wide, y + high)
