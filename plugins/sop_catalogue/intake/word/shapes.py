"""Native shapes in a paragraph: what each is, what it says, and how far it stands from where it is anchored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from ..drawing.ink import Shape
from ..drawing.symbols import Form, form_of, is_connector
from ..ooxml.outline import form, outline
from ..ooxml.presets import NOTES, UNSAID, adjusted_in, preset_in
from ..ooxml.xml import at, number

EMU = 12_700
"""Of a point."""
MOST = 3000

_OLD = {
    "rect": "rect", "t1": "rect", "roundrect": "roundRect", "t2": "roundRect", "oval": "ellipse", "t3": "ellipse",
    "t4": "diamond", "t15": "homePlate", "t56": "pentagon", "t109": "flowChartProcess", "t110": "flowChartDecision",
    "t112": "flowChartPredefinedProcess", "t116": "flowChartTerminator", "t120": "flowChartConnector",
    "t176": "flowChartAlternateProcess", "t177": "flowChartOffpageConnector",
}  # fmt: skip
"""What VML names, in the names of today."""
_LINE = re.compile(
    r"line|.*Connector\d|(?:up|down|left|right|bent|leftRight|upDown)\w*Arrow|t20|t3[2-9]|t4\d|t67|t13|t6[6-8]"
)
_TEXT_BOX = "t202"


@dataclass(frozen=True, slots=True)
class Drawn:
    form: Form | None
    """None of a label, and of a line."""
    text: str = ""
    x: float = 0
    y: float = 0
    """Of its middle, in points, from where it is anchored."""
    outside: bool = False
    """Its place is told from the page and not from the text."""
    line: bool = False


def shapes_in(drawing: Element) -> Iterator[Drawn]:
    """Of one `drawing` or `pict`."""
    if drawing.tag == "pict":
        yield from _vml(drawing)
        return
    for holder in drawing:
        x, y, outside = _place(holder)
        data = at(holder, "graphic", "graphicData")
        for one in data if data is not None else ():
            width, height = (number(holder.find("extent"), key) / EMU for key in ("cx", "cy"))
            yield from _drawingml(one, x, y, width, height, outside)


def _place(holder: Element) -> tuple[float, float, bool]:
    if holder.tag == "inline":
        return 0, 0, False
    found, outside = [], False
    for key in ("positionH", "positionV"):
        said = holder.find(key)
        offset = said.find("posOffset") if said is not None else None
        text = (offset.text or "").strip() if offset is not None else ""
        found.append(int(text) / EMU if re.fullmatch(r"-?\d{1,9}", text) else 0)
        outside |= said is not None and said.get("relativeFrom", "") not in (
            "column",
            "character",
            "paragraph",
            "line",
        )
    return found[0], found[1], outside


def _drawingml(
    shape: Element, x: float, y: float, width: float, height: float, outside: bool
) -> Iterator[Drawn]:
    if shape.tag in ("wgp", "grpSp", "wpc"):
        yield from _group(shape, x, y, width, height, outside)
    elif shape.tag in ("wsp", "cxnSp"):
        form, line = _kind(shape, width, height)
        yield Drawn(form, _said(shape), x + width / 2, y + height / 2, outside, line)


def _group(group: Element, x: float, y: float, width: float, height: float, outside: bool) -> Iterator[Drawn]:
    frame = at(group, "grpSpPr", "xfrm")
    left, top = (number(at(frame, "chOff"), key) for key in ("x", "y"))
    across = number(at(frame, "chExt"), "cx") or width * EMU or 1
    down = number(at(frame, "chExt"), "cy") or height * EMU or 1
    for one in group:
        own = at(one, "grpSpPr", "xfrm") if one.tag == "grpSp" else at(one, "spPr", "xfrm")
        if own is None:
            continue
        yield from _drawingml(
            one,
            x + (number(at(own, "off"), "x") - left) / across * width,
            y + (number(at(own, "off"), "y") - top) / down * height,
            number(at(own, "ext"), "cx") / across * width,
            number(at(own, "ext"), "cy") / down * height,
            outside,
        )


def _kind(shape: Element, width: float, height: float) -> tuple[Form | None, bool]:
    properties = at(shape, "spPr")
    name = preset_in(properties) if at(properties, "prstGeom") is not None else ""
    if shape.find("cNvCnPr") is not None or _LINE.fullmatch(name):
        return None, True
    box = shape.find("cNvSpPr")
    unlined = at(shape, "spPr", "ln", "noFill") is not None
    if unlined or (box is not None and box.get("txBox") == "1" and at(shape, "spPr", "ln") is None):
        return None, False
    return _form(name, width, height, adjusted_in(properties), _said(shape)), False


def _form(name: str, width: float, height: float, adjusted: Mapping[str, float], text: str) -> Form | None:
    """As the same shape is read where it is painted."""
    if not name or name in UNSAID or name.startswith(NOTES):
        return None
    ring = outline(name, width or 1, height or 1, adjusted)
    found = form(name, ring, form_of(Shape(ring.points, ring.curved)))
    return Form.CONNECTOR if is_connector(found, width, height, text) else found


def _said(shape: Element) -> str:
    texts = (one.text or "" for part in shape.iter("txbxContent") for one in part.iter("t"))
    return " ".join("".join(texts).split())


def _vml(pict: Element) -> Iterator[Drawn]:
    types = {f"#{one.get('id', '')}": one for one in pict.iter("shapetype")}
    for shape in pict.iter():
        name = shape.tag
        if name == "shape":
            name = (
                shape.get("type", "").replace("#_x0000_", "")
                if shape.get("type", "") not in types
                else _typed(types, shape)
            )
        if name not in _OLD and not _LINE.fullmatch(name) and name != _TEXT_BOX:
            continue
        style = dict(
            part.split(":", 1)
            for part in shape.get("style", "").lower().replace(" ", "").split(";")
            if ":" in part
        )
        left, top, width, height = (
            _length(style.get(key, "")) for key in ("margin-left", "margin-top", "width", "height")
        )
        outside = "page" in style.get("mso-position-horizontal-relative", "") + style.get(
            "mso-position-vertical-relative", ""
        )
        bare = name == _TEXT_BOX or shape.get("stroked", "t")[:1] == "f"
        found = Drawn(
            _form(_OLD.get(name, ""), width, height, _rounded(shape), _said(shape)),
            _said(shape),
            left + width / 2,
            top + height / 2,
            outside,
            bool(_LINE.fullmatch(name)),
        )
        yield replace(found, form=None) if bare else found


def _typed(types: dict[str, Element], shape: Element) -> str:
    return f"t{types[shape.get('type', '')].get(':spt', '').partition('.')[0]}"


def _rounded(shape: Element) -> dict[str, float]:
    """The corners' radius as a part of the shorter side, with or without a sign that it counts in 65,536ths."""
    text = shape.get("arcsize", "")
    if not re.fullmatch(r"\d{0,3}(?:\.\d{1,9})?|\d{1,6}f", text) or text in ("", "."):
        return {}
    return {"adj": 100_000 * (int(text[:-1]) / 65_536 if text.endswith("f") else float(text))}


def _length(text: str) -> float:
    match = re.fullmatch(r"(-?[\d.]{1,9})(pt|in|cm|mm|px)?", text)
    if not match or match[1].count(".") > 1 or not re.search(r"\d", match[1]):
        return 0
    return float(match[1]) * {"in": 72, "cm": 28.35, "mm": 2.835, "px": 0.75}.get(match[2] or "pt", 1)
