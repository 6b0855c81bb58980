"""A workbook: the worksheets that it shows, each with its drawing."""

from __future__ import annotations

from dataclasses import dataclass

from ..ooxml.package import BROKEN, Package, opened
from ..ooxml.xml import at, said
from ..primitives import UnreadableError
from .cells import Shared, Worksheet, texts, unescaped, worksheet
from .drawing import Anchored, anchored, reaches
from .styles import digit_of, styles_of

MOST_SHEETS = 200


@dataclass(frozen=True, slots=True)
class Leaf:
    """One worksheet and what is drawn on it."""

    sheet: Worksheet
    drawn: tuple[Anchored, ...]


def leaves(data: bytes) -> list[Leaf]:
    package = opened(data)
    name = next(
        (n for kind, n in package.related("").values() if kind == "officeDocument"), "xl/workbook.xml"
    )
    root = package.part(name)
    if root is None or root.tag != "workbook":
        raise UnreadableError(BROKEN)
    related = package.related(name)
    names = [one for one in root.iterfind("sheets/sheet") if one.get("state", "visible") == "visible"]
    if len(names) > MOST_SHEETS:
        raise UnreadableError(f"lebih dari {MOST_SHEETS} lembar kerja")
    shared = _shared(package, dict(related.values()), said(at(root, "workbookPr"), "date1904"))
    found = []
    for number, one in enumerate(names, 1):
        kind, part = related.get(one.get(":id", ""), ("", ""))
        if kind == "worksheet" and (leaf := _leaf(package, part, one.get("name", ""), number, shared)):
            found.append(leaf)
    return found


def _leaf(package: Package, part: str, name: str, number: int, shared: Shared) -> Leaf | None:
    root = package.part(part)
    if root is None:
        return None
    drawings = [n for kind, n in package.related(part).values() if kind == "drawing"]
    drawing = package.part(drawings[0]) if drawings else None
    sheet = worksheet(root, name, number, shared, reaches(drawing))
    return Leaf(sheet, tuple(anchored(drawing, sheet.lattice)))


def _shared(package: Package, parts: dict[str, str], from_1904: bool) -> Shared:
    strings = package.part(parts.get("sharedStrings", ""))
    looks = package.part(parts.get("styles", ""))
    said = [unescaped("".join(texts(one))) for one in strings.iterfind("si")] if strings is not None else []
    return Shared(said, styles_of(looks), digit_of(looks), from_1904)
