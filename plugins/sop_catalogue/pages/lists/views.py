"""What readers ask of the table of all SOPs in words: each an address that shows just those."""

from __future__ import annotations

from ...catalogue.model import Catalogue
from ..render import Entry
from ..status import UNKNOWN
from .sop_lines import sop_facts

_REVIEWED = {
    "dicabut": Entry(
        "?tinjau=dicabut",
        "SOP yang peraturan dasarnya sudah dicabut",
        ("SOP dengan dasar hukum yang dicabut", "peraturan yang tidak berlaku lagi", "dasar hukum usang"),
    ),
    "diubah": Entry(
        "?tinjau=diubah",
        "SOP yang peraturan dasarnya sudah diubah",
        ("SOP dengan dasar hukum yang diubah", "SOP yang perlu ditinjau"),
    ),
}
_STATUS = {
    "berlaku": Entry("?status=berlaku", "SOP yang berlaku", ("SOP yang sudah disahkan",)),
    "konsep": Entry(
        "?status=konsep",
        "SOP yang masih konsep",
        ("rancangan SOP", "draf SOP", "SOP yang belum berlaku", "SOP yang belum disahkan"),
    ),
    "diganti": Entry(
        "?status=diganti", "SOP yang sudah diganti", ("SOP lama", "SOP yang tidak berlaku lagi")
    ),
    "dicabut": Entry("?status=dicabut", "SOP yang sudah dicabut", ("SOP yang tidak berlaku lagi",)),
    UNKNOWN.key: Entry(
        f"?status={UNKNOWN.key}", "SOP yang statusnya tidak disebutkan", ("SOP tanpa status",)
    ),
}


def views(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Those that show any SOP."""
    marks = {sop_facts(sop).mark for sop in catalogue.sops}
    status = {sop.sop.keadaan or UNKNOWN.key for sop in catalogue.sops}
    return (
        *(entry for mark, entry in _REVIEWED.items() if mark in marks),
        *(entry for key, entry in _STATUS.items() if key in status),
    )
