"""The definition of the next revision, as a text: as before, with its number, its dates and its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...definition.daftar import Pejabat
from ...definition.editing import field_of, with_field, with_item
from ...definition.findings import Loc
from ...definition.riwayat import Revisi
from ...definition.sop import Sop
from ...definition.tanggal import Tanggal

_ORDER = tuple(Sop.model_fields)
_DATED_ANEW = ("efektif", "pengesahan")
"""What a revision is given together with its date, where the form has it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The text of the revision that ends."""

    name: str
    seal: str
    day: Tanggal | None


def next_revision(text: str, sop: Sop, kept: Kept, day: Tanggal, reason: str) -> str:
    """Raises `NotEditable`."""
    text = _ended(text, sop, kept)
    new = {"nomor": sop.revision + 1, "tanggal": written(day), "alasan": reason}
    text = with_item(text, "riwayat", new, _ORDER)
    return _dated(text, sop, written(day))


def written(day: Tanggal) -> str:
    return day.teks or day.iso


def _ended(text: str, sop: Sop, kept: Kept) -> str:
    said: dict[str, Any] = {"nomor": sop.revision}
    if kept.day and kept.day.iso:
        said["tanggal"] = written(kept.day)
    if signer := _signer(sop.disahkan_oleh):
        said["disahkan_oleh"] = signer
    said |= {"berkas": kept.name, "sidik": kept.seal}
    found = next((i for i, one in enumerate(sop.riwayat) if one.nomor == sop.revision), None)
    if found is None:
        return with_item(text, "riwayat", said, _ORDER)
    listed = isinstance(field_of(text, "riwayat"), list)  # one alone may stand without a hyphen
    at: Loc = ("riwayat", found) if listed else ("riwayat",)
    own = sop.riwayat[found].model_dump(exclude_none=True)
    for key in (key for key in said if key not in own):
        text = with_field(text, (*at, key), said[key], tuple(Revisi.model_fields))
    return text


def _signer(official: Pejabat | None) -> dict[str, str]:
    if not official:
        return {}
    return {key: said for key in ("jabatan", "nama") if (said := getattr(official, key))}


def _dated(text: str, sop: Sop, day: str) -> str:
    dates = sop.tanggal
    if dates and dates.revisions:
        text = with_item(text, ("tanggal", "revisi"), day)
    else:  # none, or dashes for none
        text = with_field(text, ("tanggal", "revisi"), day, _ORDER)
    for key in _DATED_ANEW:
        one = getattr(dates, key) if dates else None
        if one and one.iso:
            text = with_field(text, ("tanggal", key), day)
    return text
