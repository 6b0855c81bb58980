"""Where links lead: only in a book it is known whether that is in it, and on which page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..catalogue.model import Catalogue
from ..pages.render import plain
from ..paper.qr import QrMarks

LINK = "sop:"
"""Before the id of what a link leads to, as the browser is told it."""


@dataclass(frozen=True, slots=True)
class Page:
    """Of the site."""

    address: str
    title: str


Outside = Callable[[str], Page | None]
"""The page of an SOP, by its id."""


def elsewhere(catalogue: Catalogue, marks: QrMarks | None) -> Outside:
    """SOPs that a book does not hold: on the site, where its address is known."""
    entries = {entry.id: entry for entry in catalogue.sops}

    def page(id_: str) -> Page | None:
        entry = entries.get(id_)
        return Page(marks.page(entry), plain(entry.name)) if marks and entry else None

    return page
