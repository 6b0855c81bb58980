"""What an SOP in force should say of itself, and does not: its number, a date, its status, who ratified it."""

from __future__ import annotations

import re
from enum import StrEnum

from ..definition.markup import plain
from .model import SopEntry

_UNFILLED = re.compile(r"(?:^|/)\s*(?:/|$)")
"""Where a part of a number is still to be filled in: `800/DKISP/ /2018`."""


class Gap(StrEnum):
    """The words are those of the data file."""

    NUMBER = "nomor"
    DATE = "tanggal"
    STATUS = "status"
    SIGNATURE = "pengesahan"


def gaps_of(entry: SopEntry) -> tuple[Gap, ...]:
    """None for what is no longer in force: nobody mends that."""
    if not entry.in_force:
        return ()
    sop = entry.sop
    signed = [person for person in (sop.disahkan_oleh, *sop.tanda_tangan) if person and person.nama]
    missing = {
        Gap.NUMBER: bool(_UNFILLED.search(plain(sop.nomor or ""))),
        Gap.DATE: not sop.terbaru.iso,
        Gap.STATUS: not sop.keadaan,
        Gap.SIGNATURE: not signed,
    }
    return tuple(gap for gap in Gap if missing[gap])
