"""How a binder's lists name an SOP."""

from __future__ import annotations

from ...catalogue.model import SopEntry
from ...pages.render import plain
from ...pages.status import standing


def listed_name(entry: SopEntry) -> str:
    """With its status where it is not in force."""
    said = standing(entry)
    return f"{plain(entry.name)} ({said})" if said else plain(entry.name)
