"""A document that was imported before and is another now, held against the definition that stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import unified_diff

from ...definition.comparison.compare import differences
from ...definition.reading.reader import read_definition
from ...definition.sop import Sop
from .readings import Doubt

_DOUBT = re.compile(r"^\s*# PERIKSA: ?(.*)$")
_OF_THE_DOCUMENT = re.compile(r"SHA-256 [0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Change:
    said: tuple[str, ...]
    """In words, part by part."""
    lines: tuple[str, ...]
    """As a unified diff, without the marks of doubts."""


def change(before: str, after: str, name: str) -> Change | None:
    """None where both say the same."""
    old, new = _compared(before), _compared(after)
    if old == new:
        return None
    lines = unified_diff(old, new, f"{name} (yang ada)", f"{name} (dari dokumen)", lineterm="", n=2)
    return Change(tuple(_said(before, after)), tuple(lines))


def remaining(doubts: tuple[Doubt, ...], text: str) -> tuple[Doubt, ...]:
    """Those whose mark still stands in a definition, with the lines where it does now."""
    lines: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := _DOUBT.match(line):
            lines.setdefault(found[1].strip(), []).append(number)
    return tuple(replace(doubt, line=lines[doubt.words].pop(0)) for doubt in doubts if lines.get(doubt.words))


def _compared(text: str) -> list[str]:
    return [_OF_THE_DOCUMENT.sub("SHA-256 …", line) for line in text.splitlines() if not _DOUBT.match(line)]


def _said(before: str, after: str) -> list[str]:
    old, new = (read_definition("impor", text.encode(), Sop).model for text in (before, after))
    return differences(old, new) if old and new else []
