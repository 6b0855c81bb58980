"""What the connectors of a Calc document are glued to: its own words for it, which LibreOffice loses where it saves for Excel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from ..ooxml.package import opened
from ..ooxml.xml import at, whole
from ..primitives import UnreadableError
from .drawing import Anchored
from .workbook import Leaf

_DRAWN = frozenset({
    "custom-shape", "connector", "line", "frame", "rect", "ellipse", "circle", "polygon", "polyline", "path",
    "regular-polygon", "caption", "measure", "control", "g",
})  # fmt: skip
_LINES = ("connector", "line")


def with_glue(book: Sequence[Leaf], own: bytes) -> list[Leaf]:
    """Where both draw the same, one after the other; a worksheet of which that is not so stays as it is."""
    try:
        body = at(opened(own).part("content.xml"), "body", "spreadsheet")
    except UnreadableError:
        return list(book)
    tables = {table.get(":name", ""): table for table in body.iterfind("table")} if body is not None else {}
    return [
        replace(leaf, drawn=_glued(leaf.drawn, list(_flat(_in_order(tables[leaf.sheet.name])))))
        if leaf.sheet.name in tables
        else leaf
        for leaf in book
    ]


def _glued(drawn: tuple[Anchored, ...], own: Sequence[Element]) -> tuple[Anchored, ...]:
    alike = len(drawn) == len(own) and all(
        a.is_line or b.tag not in _LINES for a, b in zip(drawn, own, strict=True)
    )
    if not alike:
        return drawn
    places = {one.get(":id"): str(k) for k, one in enumerate(own, 1) if one.get(":id")}
    return tuple(
        replace(
            shape,
            id=str(k),
            ties=(places.get(one.get(":start-shape"), ""), places.get(one.get(":end-shape"), "")),
        )
        for k, (shape, one) in enumerate(zip(drawn, own, strict=True), 1)
    )


def _in_order(table: Element) -> list[Element]:
    """As they are painted; a document keeps them by the cells at which they are anchored."""
    return sorted(_found(table), key=lambda one: whole(one, ":z-index"))


def _found(parent: Element) -> Iterator[Element]:
    for one in parent:
        if one.tag in _DRAWN:
            yield one
        elif one.tag != "annotation":
            yield from _found(one)


def _flat(shapes: Sequence[Element]) -> Iterator[Element]:
    for one in shapes:
        if one.tag == "g":
            yield from _flat([child for child in one if child.tag in _DRAWN])
        else:
            yield one
