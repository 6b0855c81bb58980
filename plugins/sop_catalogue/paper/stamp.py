"""What is written across the sheets of an SOP that is not in force, and how its name is told in lists."""

from __future__ import annotations

from ..catalogue.model import SopEntry
from ..pages.render import plain
from .settings import PaperSettings

DRAFT = "KONSEP"
_STANDINGS = ("konsep", "diganti", "dicabut")


def stamp_of(entry: SopEntry, settings: PaperSettings) -> str:
    """Empty for one in force."""
    return DRAFT if settings.draf else _standing(entry)


def listed_name(entry: SopEntry) -> str:
    """As contents and dividers name it."""
    standing = _standing(entry)
    return f"{plain(entry.name)} ({standing})" if standing else plain(entry.name)


def _standing(entry: SopEntry) -> str:
    return entry.sop.keadaan.upper() if entry.sop.keadaan in _STANDINGS else ""
