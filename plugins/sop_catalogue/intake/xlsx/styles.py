"""How cells look, as far as it says something: number formats, borders, where the text stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ..ooxml.xml import at, number, whole
from .shown import BUILT_IN

_DIGITS = {
    "arial": 0.556,
    "tahoma": 0.546,
    "verdana": 0.636,
    "times new roman": 0.5,
    "cambria": 0.554,
    "bookman old style": 0.62,
}
_USUAL_DIGIT = 0.507
"""Of a font's height, as in Calibri."""
_SIDES = (("left", "start"), ("top",), ("right", "end"), ("bottom",))


@dataclass(frozen=True, slots=True)
class Style:
    format: str = "General"
    lined: tuple[bool, bool, bool, bool] = (False, False, False, False)
    """Left, top, right, bottom."""
    level: str = ""
    """left, center, right; empty: as its kind of value has it."""
    upright: str = "bottom"


def styles_of(root: Element | None) -> list[Style]:
    """By the number that a cell names."""
    formats = dict(BUILT_IN)
    for one in _all(root, "numFmts"):
        formats[whole(one, "numFmtId")] = one.get("formatCode", "")
    borders = [_lined(one) for one in _all(root, "borders")]
    return [_style(one, formats, borders) for one in _all(root, "cellXfs")] or [Style()]


def digit_of(root: Element | None) -> int:
    """How wide a digit of the usual font is, in pixels: widths of columns count these."""
    font = next(iter(_all(root, "fonts")), None)
    named = at(font, "name")
    name = named.get("val", "").lower() if named is not None else ""
    height = min(30.0, number(at(font, "sz"), "val", 11)) * 4 / 3
    return max(5, round(height * _DIGITS.get(name, _USUAL_DIGIT)))


def _all(root: Element | None, name: str) -> Iterable[Element]:
    found = at(root, name)
    return found if found is not None else ()


def _lined(border: Element) -> tuple[bool, bool, bool, bool]:
    left, top, right, bottom = (any(_drawn(at(border, name)) for name in names) for names in _SIDES)
    return left, top, right, bottom


def _drawn(side: Element | None) -> bool:
    return side is not None and side.get("style", "none") != "none"


def _style(xf: Element, formats: dict[int, str], borders: list[tuple[bool, bool, bool, bool]]) -> Style:
    border = whole(xf, "borderId")
    alignment = at(xf, "alignment")
    level = alignment.get("horizontal", "") if alignment is not None else ""
    upright = alignment.get("vertical", "bottom") if alignment is not None else "bottom"
    return Style(
        formats.get(whole(xf, "numFmtId"), "General"),
        borders[border] if 0 <= border < len(borders) else Style().lined,
        {"centerContinuous": "center", "distributed": "center", "general": ""}.get(level, level),
        upright,
    )
