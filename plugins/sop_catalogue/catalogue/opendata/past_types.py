"""Where the data come from, and how they came to be as they are, as types."""

from __future__ import annotations

from typing_extensions import TypedDict

from .chart_types import RentangRecord, documented


@documented
class PembangkitRecord(TypedDict):
    nama: str
    versi: str | None
    """Versi program yang menulis data ini."""


@documented
class AsalRecord(TypedDict):
    commit: str
    """Commit git yang isinya dibaca."""
    tanggal: str | None
    """Saat commit itu dibuat, menurut git; ISO 8601."""


@documented
class PerubahanBerkasRecord(TypedDict):
    commit: str
    tanggal: str | None
    """ISO 8601, dengan zona waktu penyuntingnya."""
    oleh: str | None
    """Kosong bila nama penyunting disembunyikan (`privasi`)."""
    pesan: str | None


@documented
class WaktuSopRecord(RentangRecord):
    lengkap: bool
    """false: ada langkah yang waktunya tidak terhitung, jadi bisa lebih lama."""
