"""The numbers and signs that Word puts before paragraphs of a list: they are nowhere in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree.ElementTree import Element

from ..ooxml.xml import at

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 3000

Level = tuple[str, str, int]
"""Kind of number, text around it, the first one."""


class Numbers:
    """Counts as the paragraphs come by."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        kinds = {one.get(":abstractNumId", ""): _levels(one) for one in _all(numbering, "abstractNum")}
        self._lists = {
            one.get(":numId", ""): (_value(one, "abstractNumId"), kinds.get(_value(one, "abstractNumId"), {}))
            for one in _all(numbering, "num")
        }
        self._styles = {
            one.get(":styleId", ""): (at(one, "pPr", "numPr"), _value(one, "basedOn"))
            for one in _all(styles, "style")
        }
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def before(self, paragraph: Element) -> str:
        """What stands before its text."""
        said = at(paragraph, "pPr", "numPr")
        style = at(paragraph, "pPr", "pStyle")
        place = self._styled(style.get(":val", "") if style is not None else "") if said is None else said
        if place is None:
            return ""
        level = _whole(_value(place, "ilvl"))
        kind, levels = self._lists.get(_value(place, "numId"), ("", {}))
        return self._next(kind, levels, level) if level in levels else ""

    def _styled(self, name: str) -> Element | None:
        for _ in range(9):
            said, base = self._styles.get(name, (None, ""))
            if said is not None or not base:
                return said
            name = base
        return None

    def _next(self, kind: str, levels: dict[int, Level], level: int) -> str:
        counts = self._counts[kind]
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]
        form, text, _ = levels[level]
        if form == "bullet":
            return "- "
        if form == "none":
            return ""
        shown = {k: _shown(levels[k][0], counts.get(k, levels[k][2])) for k in levels}
        return re.sub(r"%(\d)", lambda m: shown.get(int(m[1]) - 1, ""), text) + " "


def _levels(kind: Element) -> dict[int, Level]:
    found = {}
    for one in kind.findall("lvl"):
        start = _value(one, "start")
        found[_whole(one.get(":ilvl", ""))] = (
            _value(one, "numFmt") or "decimal",
            _value(one, "lvlText"),
            _whole(start) if start else 1,
        )
    return found


def _shown(form: str, number: int) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * min(9, 1 + (number - 1) // 26)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        text, left = "", number if 0 < number < _MOST else 0
        for value, letters in _ROMAN:
            text += letters * (left // value)
            left %= value
        return text.upper() if form == "upperRoman" else text
    return f"{number:02}" if form == "decimalZero" else str(number)


def _all(root: Element | None, tag: str) -> list[Element]:
    return root.findall(tag) if root is not None else []


def _value(element: Element, tag: str) -> str:
    found = element.find(tag)
    return found.get(":val", "") if found is not None else ""


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0
