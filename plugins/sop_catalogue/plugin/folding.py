"""Sections of a long page as folds behind their headings: open, and closed at first where a window is narrow."""

from __future__ import annotations

import re

_SECTION = re.compile("(?=<h2 id=)")


def folded(html: str) -> str:
    """Anchors stay where they are; see lipat.js, which closes folds and opens the one that an address names."""
    lead, *sections = _SECTION.split(html)
    return lead + "".join(map(_fold, sections))


def _fold(section: str) -> str:
    heading, end, rest = section.partition("</h2>")
    return f'<details class="sop-bab" data-sempit open>\n<summary>{heading}{end}</summary>{rest}</details>\n'
