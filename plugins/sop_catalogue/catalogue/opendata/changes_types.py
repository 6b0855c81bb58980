"""What changed in the catalogue, as open data: its form as types, the JSON Schema made of them, and the data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, get_args

from typing_extensions import TypedDict

from ..changes import Change
from .chart_types import documented
from .types import TanggalRecord, schema_of

VERSION = "1.0"

Apa = Literal["baru", "direvisi", "diganti", "dicabut"]
WHAT: tuple[Apa, ...] = get_args(Apa)


@documented
class PerubahanRecord(TypedDict):
    apa: Apa
    """Yang terjadi pada SOP itu."""
    tanggal: TanggalRecord | None
    """Menurut dokumennya; kosong bila tidak disebut."""
    sop: str
    """Id SOP di catalogue.json."""
    judul: str
    unit: str
    """Id unit di catalogue.json."""
    revisi: int | None
    """Nomor revisinya, bila direvisi."""
    alasan: str | None
    pengganti: str | None
    """Id SOP penggantinya, bila diganti oleh SOP di katalog."""


class DaftarPerubahanRecord(TypedDict):
    versi: str
    perubahan: list[PerubahanRecord]


def changes_record(changes: Iterable[Change]) -> DaftarPerubahanRecord:
    return {"versi": VERSION, "perubahan": [_record(change) for change in changes]}


def _record(change: Change) -> PerubahanRecord:
    day, entry = change.day, change.entry
    return {
        "apa": next(word for word in WHAT if word == change.what),
        "tanggal": {"teks": day.tampil, "iso": day.iso} if day.iso else None,
        "sop": entry.id,
        "judul": entry.name,
        "unit": entry.unit.id,
        "revisi": change.revision or None,
        "alasan": change.reason or None,
        "pengganti": change.successor.id if change.successor else None,
    }


def changes_schema() -> dict[str, Any]:
    return schema_of(DaftarPerubahanRecord, "perubahan.json", VERSION, "Perubahan pada Katalog SOP")
