"""The drawing of a worksheet: its shapes, connectors and pictures, groups undone, in points from the worksheet's corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ..geometry import around
from ..ooxml.outline import block_arrow, outline, path
from ..ooxml.presets import BLOCK_ARROWS, HEADS, LINES, adjusted_in, preset_in
from ..ooxml.xml import at, number, said, whole
from ..primitives import Box, Point, Ring, UnreadableError
from .frame import EMU, Frame, inner_box, posed
from .freeform import drawn_by_hand
from .lattice import Lattice

MOST_SHAPES = 2000
"""On one worksheet."""
_WHITE = ("ffffff", "bg1", "lt1", "window")
_DRAWN = ("sp", "cxnSp", "grpSp", "pic", "graphicFrame")


@dataclass(frozen=True, slots=True)
class Text:
    """What is written in a shape, and about where."""

    text: str
    level: str = "left"
    upright: str = "top"
    size: float = 11


@dataclass(frozen=True, slots=True)
class Anchored:
    """Something drawn on a worksheet."""

    id: str
    preset: str
    """Empty: drawn by hand."""
    rings: tuple[Ring, ...]
    """Its outline, or its path from the start to the end."""
    text: Text
    outlined: bool
    filled: bool
    """With a colour; white is the ground of a label."""
    boxed: bool
    """Made as a box for text."""
    ties: tuple[str, str] = ("", "")
    """The shapes that its start and its end are glued to."""
    heads: tuple[bool, bool] = (False, False)
    picture: bool = False

    @property
    def box(self) -> Box:
        return around(ring.box for ring in self.rings)

    @property
    def is_line(self) -> bool:
        return not self.picture and not any(ring.closed for ring in self.rings)


def reaches(drawing: Element | None) -> dict[int, float]:
    """How far down in a row something begins or ends."""
    found: dict[int, float] = {}
    for anchor in drawing if drawing is not None else ():
        for corner in (at(anchor, "from"), at(anchor, "to")):
            row, offset = _count(corner, "row"), _count(corner, "rowOff") / EMU
            found[row] = max(found.get(row, 0.0), min(offset, 409.0))
    return found


def anchored(drawing: Element | None, lattice: Lattice) -> Iterator[Anchored]:
    """In the order in which they are painted."""
    count = 0
    for anchor in drawing if drawing is not None else ():
        box = _anchor(anchor, lattice)
        for one in _shapes(anchor):
            for shape in _drawn(one, Frame(), box):
                count += 1
                if count > MOST_SHAPES:
                    raise UnreadableError(f"lembar kerjanya memuat lebih dari {MOST_SHAPES} bentuk")
                yield shape


def _anchor(anchor: Element, lattice: Lattice) -> Box:
    corner, size = at(anchor, "from"), at(anchor, "ext")
    wide, high = number(size, "cx") / EMU, number(size, "cy") / EMU
    if corner is None:
        left, top = number(at(anchor, "pos"), "x") / EMU, number(at(anchor, "pos"), "y") / EMU
        return Box(left, top, left + wide, top + high)
    left, top = _corner(corner, lattice)
    if (end := at(anchor, "to")) is None:
        return Box(left, top, left + wide, top + high)
    right, bottom = _corner(end, lattice)
    return Box(left, top, max(left, right), max(top, bottom))


def _corner(corner: Element, lattice: Lattice) -> Point:
    return (
        lattice.columns.at(_count(corner, "col"), _count(corner, "colOff") / EMU),
        lattice.rows.at(_count(corner, "row"), _count(corner, "rowOff") / EMU),
    )


def _count(corner: Element | None, name: str) -> int:
    text = (corner.findtext(name) or "").strip() if corner is not None else ""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _shapes(parent: Element) -> Iterator[Element]:
    for one in parent:
        if one.tag in _DRAWN:
            yield one
        elif one.tag == "AlternateContent":
            choices = [list(_shapes(choice)) for choice in one]
            yield from next((found for found in choices if found), [])


def _drawn(one: Element, frame: Frame, anchor: Box | None) -> Iterator[Anchored]:
    """`anchor`: of what is in no group."""
    if any(said(about, "hidden") for about in one.iterfind("*/cNvPr")):
        return
    if one.tag == "grpSp":
        xfrm = at(one, "grpSpPr", "xfrm")
        inner = frame.after(posed(xfrm, anchor).frame(inner_box(xfrm)))
        for child in _shapes(one):
            yield from _drawn(child, inner, None)
        return
    properties = at(one, "spPr")
    xfrm = at(properties, "xfrm") if properties is not None else at(one, "xfrm")
    pose = posed(xfrm, anchor)
    size = Box(0, 0, pose.box.width, pose.box.height)
    rings = _rings(one, properties, size)
    placed = frame.after(pose.frame(size))
    rings = [Ring(placed.all(ring.points), ring.closed, ring.curved) for ring in rings]
    if rings and (size.width or size.height):
        yield _described(one, properties, tuple(rings))


def _rings(one: Element, properties: Element | None, size: Box) -> list[Ring]:
    by_hand = at(properties, "custGeom")
    if by_hand is not None:
        return drawn_by_hand(by_hand, size.width, size.height)
    preset, adjusted = preset_in(properties), adjusted_in(properties)
    if preset in BLOCK_ARROWS:
        return [Ring(block_arrow(preset, size.width, size.height))]
    if one.tag == "cxnSp" or preset.startswith(LINES):
        return [Ring(path(preset, size.width, size.height, adjusted))]
    return [outline(preset, size.width, size.height, adjusted)]


def _described(one: Element, properties: Element | None, rings: tuple[Ring, ...]) -> Anchored:
    name = next(iter(one.iterfind("*/cNvPr")), None)
    about = at(one, "nvCxnSpPr", "cNvCxnSpPr")
    preset = "" if at(properties, "custGeom") is not None else preset_in(properties)
    return Anchored(
        name.get("id", "") if name is not None else "",
        preset,
        rings,
        _text(at(one, "txBody")),
        _outlined(one, properties),
        _filled(one, properties),
        said(at(one, "nvSpPr", "cNvSpPr"), "txBox"),
        (_tie(about, "stCxn"), _tie(about, "endCxn")),
        _heads(properties, preset),
        picture=one.tag in ("pic", "graphicFrame"),
    )


def _tie(about: Element | None, name: str) -> str:
    tie = at(about, name)
    return tie.get("id", "") if tie is not None else ""


def _heads(properties: Element | None, preset: str) -> tuple[bool, bool]:
    if preset in BLOCK_ARROWS:
        return preset in ("leftRightArrow", "upDownArrow"), True
    line = at(properties, "ln")
    start, end = at(line, "headEnd"), at(line, "tailEnd")
    return (
        start is not None and start.get("type") in HEADS,
        end is not None and end.get("type") in HEADS,
    )


def _outlined(one: Element, properties: Element | None) -> bool:
    line = at(properties, "ln")
    if line is None:
        return whole(at(one, "style", "lnRef"), "idx") > 0
    return at(line, "noFill") is None and not _is_white(at(line, "solidFill"))


def _filled(one: Element, properties: Element | None) -> bool:
    if at(properties, "noFill") is not None:
        return False
    if (solid := at(properties, "solidFill")) is not None:
        return not _is_white(solid)
    if any(at(properties, kind) is not None for kind in ("gradFill", "blipFill", "pattFill")):
        return True
    return whole(at(one, "style", "fillRef"), "idx") > 0


def _is_white(fill: Element | None) -> bool:
    """A shade of it is none."""
    colour = next(iter(fill), None) if fill is not None else None
    return colour is not None and colour.get("val", "").lower() in _WHITE and colour.find("shade") is None


def _text(body: Element | None) -> Text:
    if body is None:
        return Text("")
    paragraphs = [
        "".join(_run(run) for run in one if run.tag in ("r", "br", "fld")) for one in body.iterfind("p")
    ]
    first = at(body, "p")
    level = at(first, "pPr")
    upright = at(body, "bodyPr")
    size = next((number(run, "sz", 1100) / 100 for run in body.iterfind("p/r/rPr")), 11.0)
    return Text(
        "\n".join(paragraphs).strip(),
        {"ctr": "center", "r": "right"}.get(level.get("algn", "l"), "left") if level is not None else "left",
        {"ctr": "center", "b": "bottom"}.get(upright.get("anchor", "t"), "top")
        if upright is not None
        else "top",
        min(max(size, 4.0), 40.0),
    )


def _run(run: Element) -> str:
    return "\n" if run.tag == "br" else run.findtext("t") or ""
