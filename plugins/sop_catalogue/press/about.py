"""What a PDF says of itself."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..catalogue.model import SopEntry
from ..pages.render import plain


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself."""

    title: str
    subject: str = ""
    author: str = ""
    date: str = ""
    """`YYYYMMDD`; empty when no date is known."""


def about_sop(entry: SopEntry) -> About:
    number = f"Nomor {entry.sop.nomor}" if entry.sop.nomor else ""
    author = f"{entry.unit.data.nama}, {entry.unit.pemda.data.nama}"
    return About(f"SOP {plain(entry.name)}", number, author, newest([entry]))


def about_many(title: str, author: str, entries: Sequence[SopEntry]) -> About:
    return About(title, f"{len(entries)} SOP", author, newest(entries))


def newest(entries: Iterable[SopEntry]) -> str:
    """The day of a file: of its newest document, never of the clock."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH", ""):
        return time.strftime("%Y%m%d", time.gmtime(int(epoch))) if epoch.isdigit() else ""
    date = max((entry.sop.terbaru.iso for entry in entries), default="")
    return f"{date}-01-01"[:10].replace("-", "") if date else ""
