"""What a name of an SOP is found to mean, and what can be wrong with the web of them."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What became of a reference; the words are those of the data file."""

    LINKED = "terhubung"
    SELF = "diri-sendiri"
    OUTSIDE = "luar"
    """Names something that is no SOP of this catalogue, and says so."""
    NEAR = "mirip"
    """Names no SOP exactly, but some nearly; never taken for one of them."""
    AMBIGUOUS = "ganda"
    MISSING = "belum-ada"


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
