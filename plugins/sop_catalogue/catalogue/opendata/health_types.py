"""The health report as open data: its form as types, and the JSON Schema made of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

from typing_extensions import TypedDict

from ...definition.findings import Severity
from ..model import SopEntry
from ..officials.signing import Signing
from ..web.health import Health, HealthLine, Unwritten
from ..web.kinds import SnagKind
from .chart_types import documented
from .types import schema_of

VERSION = "1.2"

Jenis = Literal[
    "belum-ada", "mirip", "ganda", "usang", "satu-arah", "diri-sendiri", "menyendiri", "judul-kembar", "nomor-kembar",
    "pengganti-berputar",
]  # fmt: skip
KINDS: tuple[Jenis, ...] = get_args(Jenis)
Celah = Literal["nomor", "tanggal", "status", "pengesahan"]

_LEVELS: dict[Severity, Literal["galat", "peringatan", "saran"]] = {
    Severity.ERROR: "galat",
    Severity.WARNING: "peringatan",
    Severity.ADVICE: "saran",
}


@documented
class TemuanRecord(TypedDict):
    jenis: Jenis
    """belum-ada: SOP yang disebut tidak ada; mirip: hampir sama dengan judul SOP lain; ganda: cocok dengan beberapa SOP;
    usang: SOP yang dirujuk tidak berlaku lagi; satu-arah: tidak dirujuk balik; menyendiri: tanpa tautan dari atau ke SOP
    lain; judul-kembar dan nomor-kembar: dipakai beberapa SOP; pengganti-berputar: diganti_oleh kembali ke SOP ini."""
    tingkat: Literal["galat", "peringatan", "saran"]
    """galat dan peringatan menggagalkan pemeriksaan; saran tidak."""
    sop: str
    """Id SOP yang memuatnya."""
    berkas: str
    """Berkas definisinya, dari folder definisi."""
    baris: int
    """Dihitung dari 1."""
    teks: str | None
    """Bunyi rujukannya di dokumen."""
    sop_lain: list[str]
    """Id SOP lain yang bersangkutan; untuk mirip dan ganda: yang mungkin dimaksud."""
    pesan: str
    perbaikan: str
    diketahui: str | None
    """Alasan penulis membiarkannya; yang begini tidak ikut dihitung di `jumlah`."""


@documented
class BelumLengkapRecord(TypedDict):
    sop: str
    """Id SOP yang berlaku."""
    tanpa: list[Celah]
    """nomor: tidak ada, atau belum terisi penuh; tanggal: tidak satu pun; pengesahan: nama yang mengesahkan tidak ada."""


@documented
class PejabatLamaRecord(TypedDict):
    sop: str
    """Id SOP yang berlaku."""
    jabatan: str | None
    nama: str | None
    """Yang mengesahkannya."""
    sampai: str | None
    """Hari terakhirnya menjabat, sejauh diketahui."""
    pengganti: str | None
    """Yang menjabat hari ini (`hari_ini`)."""


@documented
class UnitSehatRecord(TypedDict):
    id: str
    """Id unit, seperti di catalogue.json."""
    jumlah: dict[Jenis, int]
    temuan: list[TemuanRecord]
    belum_lengkap: list[BelumLengkapRecord]
    """SOP yang identitasnya belum lengkap."""
    pejabat_lama: list[PejabatLamaRecord]
    """SOP yang disahkan pejabat yang tidak lagi menjabat. Sejak versi 1.2."""


@documented
class BelumDitulisRecord(TypedDict):
    judul: str
    pemda: str
    """Id pemda yang SOP-nya menyebutnya."""
    disebut_oleh: list[str]
    """Id SOP yang menyebutnya."""


@documented
class KesehatanRecord(TypedDict):
    versi: str
    """Versi bentuk data ini. Kunci baru menaikkan angka kedua; kunci yang berubah atau hilang, angka pertama."""
    jumlah: dict[Jenis, int]
    unit: list[UnitSehatRecord]
    belum_ditulis: list[BelumDitulisRecord]
    """SOP yang disebut SOP lain tetapi belum ada; yang paling banyak disebut lebih dulu."""


def health_record(health: Health) -> KesehatanRecord:
    return {
        "versi": VERSION,
        "jumlah": _counts(health.counts),
        "unit": [
            {
                "id": item.unit.id,
                "jumlah": _counts(item.counts),
                "temuan": [_line(line) for line in item.lines()],
                "belum_lengkap": [
                    {"sop": sop.id, "tanpa": [gap.value for gap in gaps]} for sop, gaps in item.gaps.items()
                ],
                "pejabat_lama": [_left(sop, signing) for sop, signing in item.left.items()],
            }
            for item in health.units
        ],
        "belum_ditulis": [unwritten_record(item) for item in health.unwritten],
    }


def _left(sop: SopEntry, signing: Signing) -> PejabatLamaRecord:
    return {
        "sop": sop.id,
        "jabatan": signing.person.jabatan,
        "nama": signing.person.named or None,
        "sampai": signing.until or None,
        "pengganti": signing.successor.named or None if signing.successor else None,
    }


def unwritten_record(item: Unwritten) -> BelumDitulisRecord:
    return {
        "judul": item.title,
        "pemda": item.pemda.id,
        "disebut_oleh": [sop.id for sop in item.named_by],
    }


def _counts(counts: Mapping[SnagKind, int]) -> dict[Jenis, int]:
    return {kind: counts.get(SnagKind(kind), 0) for kind in KINDS}


def _line(line: HealthLine) -> TemuanRecord:
    snag = line.snag
    return {
        "jenis": snag.kind.value,
        "tingkat": _LEVELS[snag.fault.severity],
        "sop": line.sop.id,
        "berkas": line.sop.path,
        "baris": line.line,
        "teks": snag.text or None,
        "sop_lain": [sop.id for sop in snag.others],
        "pesan": snag.fault.message,
        "perbaikan": snag.fault.remedy,
        "diketahui": line.known or None,
    }


def health_schema() -> dict[str, Any]:
    """The JSON Schema of `kesehatan.json`."""
    return schema_of(KesehatanRecord, "kesehatan.json", VERSION, "Kesehatan Katalog SOP")
