"""Sections of a long page as folds behind their headings: open, and closed at first where a window is narrow."""

from __future__ import annotations

import re

_SECTION = re.compile("(?=<h2 id=)")
_OWN_LINK = re.compile('<a class="headerlink".*?</a>')
"""Of a heading to itself: what opens and closes at a word has no place for a link; the list of headings leads there."""


def folded(html: str) -> str:
    """Anchors stay where they are; see lipat.js, which closes folds and opens the one that an address names."""
    lead, *sections = _SECTION.split(html)
    return lead + "".join(map(_fold, sections))


def _fold(section: str) -> str:
    heading, end, rest = section.partition("</h2>")
    return f'<details class="sop-bab" data-sempit open>\n<summary>{_OWN_LINK.sub("", heading)}{end}</summary>{rest}</details>\n'
