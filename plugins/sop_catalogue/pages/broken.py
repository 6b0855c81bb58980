"""The page of a definition that could not be read: what is wrong, where, and what to do about it."""

from __future__ import annotations

import re

from ..catalogue.model import BrokenSop
from .links import Links
from .render import Page, render

_SOURCE_LINES = 2
"""Lines shown around the one at fault."""
_SHOWABLE = 1_000_000
"""Bytes of a file within which lines are shown."""


def broken_page(item: BrokenSop, links: Links) -> Page:
    name = item.path.rsplit("/", 1)[-1]
    title = f"{name} belum terbaca"
    lines = _lines(item.source)
    faults = [(finding, _around(lines, finding.line)) for finding in item.findings]
    html = render(
        "rusak.html", {"item": item, "name": name, "title": title, "faults": faults, "links": links}
    )
    return Page(html, title, f"{len(faults)} kesalahan di {item.path}.", "")


def _lines(source: bytes) -> list[str]:
    """The lines as findings count them, as far as they can be shown."""
    return re.split(r"\r\n|[\r\n]", source[:_SHOWABLE].decode("utf-8-sig", "replace"))


def _around(lines: list[str], line: int) -> list[tuple[int, str, bool]]:
    """The line at fault between its neighbours: number, text, whether it is the one."""
    first, last = max(1, line - _SOURCE_LINES), min(len(lines), line + _SOURCE_LINES)
    return [(n, lines[n - 1][:200], n == line) for n in range(first, last + 1)]
