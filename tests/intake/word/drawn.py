"""Native shapes of Word as XML: of today, in groups, and VML of old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_EMU = 12_700


@dataclass(frozen=True)
class Shape:
    """In points, from the corner of the page."""

    kind: str
    x: float
    y: float
    wide: float
    high: float
    text: str = ""
    flip: str = ""


def _emu(points: float) -> int:
    return round(points * _EMU)


def anchored(shape: Shape, x: float, y: float, *, page: bool = False) -> str:
    return _anchor(_wsp(shape, 0, 0), shape, x, y, "wordprocessingShape", page=page)


def _anchor(content: str, frame: Shape, x: float, y: float, kind: str, *, page: bool = False) -> str:
    across, down = ("page", "page") if page else ("column", "paragraph")
    return (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="9" behindDoc="0" locked="0" layoutInCell="{int(not page)}" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="{across}"><wp:posOffset>{_emu(frame.x - x)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{down}"><wp:posOffset>{_emu(frame.y - y)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{_emu(frame.wide)}" cy="{_emu(frame.high)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{_id(frame)}" name="Bentuk"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/{kind}">{content}</a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )


def _id(frame: Shape) -> int:
    return 1 + int(frame.x * 1000 + frame.y * 7 + frame.wide)


def _wsp(shape: Shape, left: float, top: float) -> str:
    line = shape.kind.startswith(("bentC", "straightC"))
    flips = "".join(f' flip{one}="1"' for one in shape.flip)
    place = f'<a:xfrm{flips}><a:off x="{_emu(shape.x - left) if left else 0}" y="{_emu(shape.y - top) if top else 0}"/><a:ext cx="{_emu(shape.wide)}" cy="{_emu(shape.high)}"/></a:xfrm>'
    label = shape.kind == "teks"
    geometry = f'<a:prstGeom prst="{"rect" if label else shape.kind}"><a:avLst/></a:prstGeom>'
    fill = "" if line else "<a:noFill/>" if label else '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    stroke = (
        '<a:ln w="9525">'
        + ("<a:noFill/>" if label else '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>')
        + ('<a:tailEnd type="triangle"/>' if line else "")
        + "</a:ln>"
    )
    text = (
        f'<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:after="0"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="14"/></w:rPr><w:t>{shape.text}</w:t></w:r></w:p></w:txbxContent></wps:txbx>'
        if shape.text
        else ""
    )
    about = "<wps:cNvCnPr/>" if line else ('<wps:cNvSpPr txBox="1"/>' if label else "<wps:cNvSpPr/>")
    return f'<wps:wsp>{about}<wps:spPr>{place}{geometry}{fill}{stroke}</wps:spPr>{text}<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>'


def group(shapes: Sequence[Shape], x: float, y: float) -> str:
    left, top = min(s.x for s in shapes), min(s.y for s in shapes)
    frame = Shape(
        "", left, top, max(s.x + s.wide for s in shapes) - left, max(s.y + s.high for s in shapes) - top
    )
    size = f'cx="{_emu(frame.wide)}" cy="{_emu(frame.high)}"'
    inner = "".join(_wsp(shape, left, top) for shape in shapes)
    content = f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm></wpg:grpSpPr>{inner}</wpg:wgp>'
    return _anchor(content, frame, x, y, "wordprocessingGroup")


_OLD = {
    "flowChartTerminator": "116",
    "flowChartProcess": "109",
    "flowChartDecision": "110",
    "rect": "1",
    "teks": "202",
}
_OUTLINES = {
    "116": "m3475,qx,10800,3475,21600l18125,21600qx21600,10800,18125,xe",
    "109": "m,l,21600r21600,l21600,xe",
    "110": "m10800,l,10800,10800,21600,21600,10800xe",
    "1": "m,l,21600r21600,l21600,xe",
    "202": "m,l,21600r21600,l21600,xe",
}


def vml(shape: Shape, x: float, y: float) -> str:
    if "onnector" in shape.kind:
        return _old_line(shape, x, y)
    kind = _OLD[shape.kind]
    style = f"position:absolute;margin-left:{shape.x - x:.1f}pt;margin-top:{shape.y - y:.1f}pt;width:{shape.wide}pt;height:{shape.high}pt;z-index:9"
    text = (
        f'<v:textbox inset="0,0,0,0"><w:txbxContent><w:p><w:r><w:rPr><w:sz w:val="14"/></w:rPr><w:t>{shape.text}</w:t></w:r></w:p></w:txbxContent></v:textbox>'
        if shape.text
        else ""
    )
    bare = ' stroked="f" filled="f"' if shape.kind == "teks" else ""
    return (
        f'<w:pict><v:shapetype id="_x0000_t{kind}" coordsize="21600,21600" o:spt="{kind}" path="{_OUTLINES[kind]}"/>'
        f'<v:shape id="s{_id(shape)}" type="#_x0000_t{kind}" style="{style}"{bare}>{text}</v:shape></w:pict>'
    )


def _old_line(shape: Shape, x: float, y: float) -> str:
    """A bent one as two lines, as people draw them."""
    left, top = shape.x - x, shape.y - y
    right, low = left + shape.wide, top + shape.high
    start = (right if "H" in shape.flip else left, low if "V" in shape.flip else top)
    end = (left if "H" in shape.flip else right, top if "V" in shape.flip else low)
    corner = (end[0], start[1])
    pieces = [(start, end, True)] if not shape.wide else [(start, corner, False), (corner, end, True)]
    return "".join(_piece(shape, n, *piece) for n, piece in enumerate(pieces))


def _piece(shape: Shape, n: int, a: tuple[float, float], b: tuple[float, float], arrow: bool) -> str:
    """From the upper left to the lower right, and turned over where it goes elsewhere."""
    flips = f"{'x' if b[0] < a[0] else ''}{'y' if b[1] < a[1] else ''}"
    turned, head = f";flip:{flips}" if flips else "", "block" if arrow else "none"
    (x, tx), (y, ty) = sorted((a[0], b[0])), sorted((a[1], b[1]))
    return (
        f'<w:pict><v:line id="l{_id(shape)}{n}" style="position:absolute;z-index:9{turned}" '
        f'from="{x:.1f}pt,{y:.1f}pt" to="{tx:.1f}pt,{ty:.1f}pt">'
        f'<v:stroke endarrow="{head}"/></v:line></w:pict>'
    )
