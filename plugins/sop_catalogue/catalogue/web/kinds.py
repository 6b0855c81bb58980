"""What can be wrong with the web of SOPs."""

from __future__ import annotations

from enum import StrEnum


class SnagKind(StrEnum):
    """The words are those of the data file."""

    MISSING = "belum-ada"
    NEAR = "mirip"
    AMBIGUOUS = "ganda"
    OUTDATED = "usang"
    """Names an SOP that is no longer in force."""
    ONE_WAY = "satu-arah"
    SELF = "diri-sendiri"
    ORPHAN = "menyendiri"
    SAME_TITLE = "judul-kembar"
    SAME_NUMBER = "nomor-kembar"
    CYCLE = "pengganti-berputar"


TWINS = frozenset((SnagKind.SAME_TITLE, SnagKind.SAME_NUMBER))
"""Slips of a copied definition, which the check tells without being asked about the web."""
