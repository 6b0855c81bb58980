"""Shapes, connectors and text boxes as Excel writes them, each with its anchor."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sop_catalogue.intake.primitives import Box
from tests.intake.xlsx.book import EMU, Point, Sheet

_STYLE = (
    '<xdr:style><a:lnRef idx="2"><a:schemeClr val="accent1"/></a:lnRef><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef>'
    '<a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor"/></xdr:style>'
)
_LINE_STYLE = _STYLE.replace('fillRef idx="1"', 'fillRef idx="0"').replace('lnRef idx="2"', 'lnRef idx="1"')
_PLAIN = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'


class Rect(Box):
    def lying(self) -> Rect:
        """Turned by a quarter about its middle."""
        (x, y), wide, high = self.center, self.height / 2, self.width / 2
        return Rect(x - wide, y - high, x + wide, y + high)

    def site(self, place: str) -> Point:
        x, y = self.center
        return {
            "top": (x, self.top),
            "left": (self.left, y),
            "bottom": (x, self.bottom),
            "right": (self.right, y),
        }[place]


def around(points: Sequence[Point]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs), max(ys))


def emu(length: float) -> int:
    return round(length * EMU)


def xfrm(box: Rect, turned: int = 0, mirrored: tuple[bool, bool] = (False, False)) -> str:
    about = f' rot="{turned * 60_000}"' if turned else ""
    about += ' flipH="1"' if mirrored[0] else ""
    about += ' flipV="1"' if mirrored[1] else ""
    return (
        f'<a:xfrm{about}><a:off x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm>'
    )


def anchored(sheet: Sheet, box: Rect, inner: str, kind: str = "twoCell") -> str:
    start = sheet.corner((box.left, box.top))
    size = f'cx="{emu(box.width)}" cy="{emu(box.height)}"'
    if kind == "oneCell":
        return f"<xdr:oneCellAnchor><xdr:from>{start}</xdr:from><xdr:ext {size}/>{inner}<xdr:clientData/></xdr:oneCellAnchor>"
    if kind == "absolute":
        place = f'<xdr:pos x="{emu(box.left)}" y="{emu(box.top)}"/>'
        return f"<xdr:absoluteAnchor>{place}<xdr:ext {size}/>{inner}<xdr:clientData/></xdr:absoluteAnchor>"
    end = sheet.corner((box.right, box.bottom))
    return f"<xdr:twoCellAnchor><xdr:from>{start}</xdr:from><xdr:to>{end}</xdr:to>{inner}<xdr:clientData/></xdr:twoCellAnchor>"


def body(text: str, level: str = "ctr", size: float = 8) -> str:
    paragraphs = "".join(
        f'<a:p><a:pPr algn="{level}"/><a:r><a:rPr lang="id-ID" sz="{round(size * 100)}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:rPr>'
        f"<a:t>{escape(line, quote=False)}</a:t></a:r></a:p>"
        for line in text.split("\n")
    )
    return f'<xdr:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>{paragraphs}</xdr:txBody>'


def shape(
    number: int,
    preset: str,
    box: Rect,
    text: str = "",
    *,
    plain: bool = True,
    turned: int = 0,
    adjusted: str = "",
) -> str:
    """`plain`: white with a black border, as most offices set it; else as Excel draws one first, in blue."""
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Bentuk {number}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
        f'<xdr:spPr>{xfrm(box, turned)}<a:prstGeom prst="{preset}"><a:avLst>{adjusted}</a:avLst></a:prstGeom>{_PLAIN if plain else ""}</xdr:spPr>'
        f"{'' if plain else _STYLE}{body(text)}</xdr:sp>"
    )


def label(number: int, box: Rect, text: str, *, bordered: bool = False) -> str:
    """A box for text, by Excel's own habit white; with a thin border where nobody took that away."""
    line = (
        '<a:ln w="9525"><a:solidFill><a:schemeClr val="lt1"/></a:solidFill></a:ln>'
        if bordered
        else "<a:ln><a:noFill/></a:ln>"
    )
    fill = '<a:solidFill><a:schemeClr val="lt1"/></a:solidFill>' if bordered else "<a:noFill/>"
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" name="TextBox {number}"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>'
        f'<xdr:spPr>{xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}{line}</xdr:spPr>{body(text, "l", 8)}</xdr:sp>'
    )


def ends(heads: tuple[bool, bool]) -> str:
    start, end = ("triangle" if head else "none" for head in heads)
    return (
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f'<a:headEnd type="{start}"/><a:tailEnd type="{end}"/></a:ln>'
    )


def connector(
    number: int,
    preset: str,
    box: Rect,
    *,
    turned: int = 0,
    mirrored: tuple[bool, bool] = (False, False),
    adjusted: Sequence[int] = (),
    heads: tuple[bool, bool] = (False, True),
    ties: tuple[tuple[int, int] | None, tuple[int, int] | None] = (None, None),
) -> str:
    """`ties`: the shapes that its start and its end are glued to, with the number of the place there."""
    names = ["adj1", "adj2", "adj3"]
    guides = "".join(f'<a:gd name="{n}" fmla="val {v}"/>' for n, v in zip(names, adjusted, strict=False))
    glue = "".join(
        f'<a:{name} id="{tie[0]}" idx="{tie[1]}"/>'
        for name, tie in zip(("stCxn", "endCxn"), ties, strict=True)
        if tie
    )
    return (
        f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Panah {number}"/><xdr:cNvCxnSpPr>{glue}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr>'
        f'<xdr:spPr>{xfrm(box, turned, mirrored)}<a:prstGeom prst="{preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>{ends(heads)}</xdr:spPr>'
        f"{_LINE_STYLE}</xdr:cxnSp>"
    )


def freeform(number: int, points: Sequence[Point], heads: tuple[bool, bool] = (False, True)) -> str:
    """A line drawn by hand, corner by corner."""
    box = around(points)
    said = "".join(
        f'<a:{"lnTo" if k else "moveTo"}><a:pt x="{emu(x - box.left)}" y="{emu(y - box.top)}"/></a:{"lnTo" if k else "moveTo"}>'
        for k, (x, y) in enumerate(points)
    )
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Freeform {number}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
        f'<xdr:spPr>{xfrm(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{emu(box.width)}" h="{emu(box.height)}" fill="none">{said}</a:path></a:pathLst></a:custGeom><a:noFill/>{ends(heads)}</xdr:spPr></xdr:sp>'
    )


def line(number: int, start: Point, end: Point, heads: tuple[bool, bool] = (False, True)) -> str:
    """A straight line that is a shape, as Excel drew them before it had connectors."""
    box = around([start, end])
    mirrored = start[0] > end[0], start[1] > end[1]
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Line {number}"/><xdr:cNvSpPr><a:spLocks noChangeShapeType="1"/></xdr:cNvSpPr></xdr:nvSpPr>'
        f'<xdr:spPr>{xfrm(box, 0, mirrored)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{ends(heads)}</xdr:spPr></xdr:sp>'
    )


def group(
    number: int,
    inner: str,
    box: Rect,
    measured: Rect,
    turned: int = 0,
    mirrored: tuple[bool, bool] = (False, False),
) -> str:
    """`measured`: what its own coordinates reach over."""
    place = xfrm(box, turned, mirrored).replace(
        "</a:xfrm>",
        f'<a:chOff x="{emu(measured.left)}" y="{emu(measured.top)}"/><a:chExt cx="{emu(measured.width)}" cy="{emu(measured.height)}"/></a:xfrm>',
    )
    return (
        f'<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="{number}" name="Kelompok {number}"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>'
        f"<xdr:grpSpPr>{place}</xdr:grpSpPr>{inner}</xdr:grpSp>"
    )


def picture(number: int, box: Rect) -> str:
    return (
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{number}" name="Gambar {number}"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip/></xdr:blipFill><xdr:spPr>{xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
    )
