"""Texts as sheets have them."""

from __future__ import annotations

from sop_catalogue.pages.text.prose import Prose
from sop_catalogue.paper.html import words
from sop_catalogue.paper.html.pieces import Out, unplaced


def written(found: Prose) -> str:
    out: Out = []
    words.prose(found, out)
    return unplaced(out)
