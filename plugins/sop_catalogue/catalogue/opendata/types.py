"""The form of the open data, as types; its JSON Schema is made of them, in the words of its readers.

A new key is a new minor version; a changed or dropped one, a new major.
"""

from __future__ import annotations

from typing import Any, Literal, get_args

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from ...definition.form import FORM, NamingKey
from .chart_types import BaganRecord, documented
from .past_types import AsalRecord, PembangkitRecord, PerubahanBerkasRecord, WaktuSopRecord
from .services import LayananRecord

VERSION = "1.7"

Status = Literal["konsep", "berlaku", "diganti", "dicabut"]
STATUSES: tuple[Status, ...] = get_args(Status)


@documented
class TanggalRecord(TypedDict):
    teks: str
    """Seperti tertulis di dokumen."""
    iso: str | None
    """ISO 8601 sejauh diketahui: tanggal, bulan, atau tahun saja."""


class TanggalSopRecord(TypedDict):
    pembuatan: TanggalRecord | None
    revisi: list[TanggalRecord]
    efektif: TanggalRecord | None
    pengesahan: TanggalRecord | None


class PejabatRecord(TypedDict):
    jabatan: str | None
    nama: str | None
    pangkat: str | None
    nip: str | None


@documented
class PengesahRecord(PejabatRecord):
    dari_daftar: bool
    """true: SOP-nya hanya menyebut jabatannya; siapa yang memegangnya saat itu menurut `pejabat.yml`. Sejak versi 1.7."""


class TandaTanganRecord(PejabatRecord):
    tempat: str | None
    tanggal: TanggalRecord | None


@documented
class DasarRecord(TypedDict):
    teks: str
    """Bunyi butir ini di dokumen."""
    peraturan: str | None
    """Id di daftar `peraturan`."""


Hasil = Literal["terhubung", "diri-sendiri", "luar", "mirip", "ganda", "belum-ada"]


@documented
class RujukanRecord(TypedDict):
    teks: str
    """Bunyi butir ini di dokumen."""
    hasil: Hasil
    """terhubung: SOP lain di katalog; luar: bukan SOP katalog ini; mirip: hampir sama dengan judul SOP lain (sejak versi
    1.2); ganda: cocok dengan beberapa SOP."""
    sop: str | None
    """Id SOP yang dimaksud, bila ketemu; yang pertama bila beberapa."""
    semua_sop: list[str]
    """Id semua SOP yang dimaksud butir ini; sejak versi 1.3."""
    mungkin: list[str]
    """Id SOP yang mungkin dimaksud, bila hasilnya mirip atau ganda; sejak versi 1.2."""


@documented
class SebutanRecord(TypedDict):
    bagan: int
    """Bagan yang selnya memuatnya, dihitung dari 1."""
    langkah: int
    """Baris, dihitung dari 1."""
    kolom: NamingKey
    teks: str
    """Kata-kata yang menyebut SOP itu."""
    hasil: Hasil
    """Seperti di keterkaitan."""
    sop: str | None
    """Id SOP yang dimaksud, bila ketemu."""
    mungkin: list[str]
    """Id SOP yang mungkin dimaksud."""


class TabelRecord(TypedDict):
    judul: str | None
    kepala: list[str]
    baris: list[list[str | None]]


class LampiranRecord(TypedDict):
    judul: str
    isi: str | None
    tabel: list[TabelRecord]


class SumberRecord(TypedDict):
    teks: str | None
    berkas: str | None
    halaman: str | None


@documented
class RevisiRecord(TypedDict):
    nomor: int
    tanggal: TanggalRecord | None
    alasan: str | None
    disahkan_oleh: PejabatRecord | None
    naskah: Literal["sekarang", "utuh", "tanpa-sidik", "berubah", "hilang", "tidak-disimpan"]
    """utuh: sidiknya seperti waktu disimpan; berubah: disunting sesudah disimpan."""
    sidik: str | None
    """SHA-256 naskahnya dengan akhir baris LF, bila naskahnya ada."""
    url: str | None
    """Halamannya, dari akar situs, bila naskahnya ada."""


@documented
class SopRecord(TypedDict):
    id: str
    """`<pemda>/<unit>/<berkas>`."""
    url: str
    """Halamannya, dari akar situs."""
    kode: str | None
    """Tetap sama walau id-nya berganti; kosong bila tidak ada, atau bila SOP lain menyebut kode yang sama. Sejak versi 1.7."""
    alamat_lama: list[str]
    """Id SOP ini sebelum dipindah; halamannya mengantar ke `url`. Sejak versi 1.7."""
    sumber_definisi: str
    """Berkas definisinya, dari folder definisi."""
    pemda: str
    """Id di daftar `pemda`."""
    unit: str
    """Id unit di daftar `pemda`."""
    subunit: str | None
    judul: str
    """Sebutan di katalog; sama dengan `nama`, kecuali bila nama pada dokumen keliru atau kembar."""
    nama: str
    """Seperti pada dokumen."""
    sebutan: list[str]
    """Nama lain yang dipakai SOP lain untuk menyebutnya. Sejak versi 1.4."""
    nomor: str | None
    status: Status | None
    """Kosong bila tidak disebutkan."""
    status_disimpulkan: bool
    """true: status itu kesimpulan, tidak ada dokumen yang menyatakannya. Sejak versi 1.4."""
    formulir_disimpulkan: bool
    """true: dokumen asal tidak memuat blok identitas. Sejak versi 1.4."""
    diganti_oleh: str | None
    """Id SOP penggantinya; bunyi aslinya bila tidak ada di katalog."""
    menggantikan: list[str]
    """Id SOP yang digantikan."""
    jenis: list[str]
    tanggal: TanggalSopRecord
    disahkan_oleh: PengesahRecord | None
    tanda_tangan: list[TandaTanganRecord]
    dasar_hukum: list[DasarRecord]
    kualifikasi_pelaksana: list[str]
    keterkaitan: list[RujukanRecord]
    dirujuk_oleh: list[str]
    """Id SOP lain yang menyebut SOP ini di keterkaitannya."""
    penyebutan: list[SebutanRecord]
    """SOP yang disebut di sel kelengkapan, output, dan keterangan; sejak versi 1.2."""
    disebut_oleh: list[str]
    """Id SOP lain yang menyebut SOP ini di langkahnya; sejak versi 1.2."""
    peralatan_perlengkapan: list[str]
    peringatan: list[str]
    pencatatan_pendataan: list[str]
    layanan: LayananRecord | None
    """Kosong bila bukan layanan publik. Sejak versi 1.5."""
    bagan: list[BaganRecord]
    total_waktu: WaktuSopRecord
    """Dari beberapa bagan: yang tercepat sampai yang terlama. Sejak versi 1.6."""
    catatan: list[str]
    lampiran: list[LampiranRecord]
    catatan_penyunting: list[str]
    """Catatan penyalin; bukan bagian dokumen."""
    sumber: SumberRecord | None
    tautan: str | None
    revisi: list[RevisiRecord]
    """Revisi-revisinya menurut `riwayat`-nya, yang terlama lebih dulu, yang sekarang terakhir; kosong bila tidak ditulis. Sejak versi 1.7."""
    perubahan_berkas: list[PerubahanBerkasRecord]
    """Perubahan berkas definisinya menurut git, yang terakhir lebih dulu; kosong bila tidak diketahui. Sejak versi 1.6."""


@documented
class UnitRecord(TypedDict):
    id: str
    alamat_lama: list[str]
    """Id-nya sebelum dipindah atau digabung. Sejak versi 1.7."""
    nama: str
    singkatan: str | None
    kepala: PejabatRecord | None


class PemdaRecord(UnitRecord):
    unit: list[UnitRecord]


@documented
class PeranRecord(TypedDict):
    id: str
    nama: str
    singkatan: list[str]
    """Sebutan lain yang berarti sama."""
    terdaftar: bool
    """false: tidak ada di daftar peran, hanya disebut SOP. Sejak versi 1.2."""
    sop: list[str]
    """Id SOP yang kolom pelaksananya menyebut peran ini."""


@documented
class PeraturanRecord(TypedDict):
    id: str
    judul: str
    jenis: str | None
    nomor: str | None
    tahun: str | None
    tentang: str | None
    status: Literal["berlaku", "diubah", "dicabut", "tidak diketahui"]
    dasar_status: str | None
    """Sumber status itu; kosong bila belum diperiksa. Sejak versi 1.4."""
    diganti_oleh: str | None
    """Id peraturan penggantinya."""
    diubah_oleh: list[str]
    """Id peraturan yang mengubahnya."""
    tautan: str | None
    terdaftar: bool
    """false: tidak ada di daftar peraturan, hanya disebut SOP."""
    sop: list[str]
    """Id SOP yang memakainya sebagai dasar hukum."""
    disebut_oleh: list[str]
    """Id SOP yang hanya menyebutnya di dalam judul peraturan lain. Sejak versi 1.4."""


@documented
class KatalogRecord(TypedDict):
    versi: str
    """Versi bentuk data ini. Kunci baru menaikkan angka kedua; kunci yang berubah atau hilang, angka pertama."""
    pembangkit: PembangkitRecord
    """Program yang menulis data ini. Sejak versi 1.6."""
    asal: AsalRecord | None
    """Keadaan definisi yang dibaca; kosong bila tidak diketahui. Sejak versi 1.6."""
    lisensi_data: str | None
    """Apa yang boleh diperbuat dengan data ini; kosong bila pemiliknya tidak menyebutnya. Sejak versi 1.6."""
    disembunyikan: list[Literal["nama", "nip"]]
    """Apa dari pejabat yang tidak diterbitkan; yang kosong di data mungkin hanya disembunyikan. Sejak versi 1.7."""
    pemda: list[PemdaRecord]
    peran: list[PeranRecord]
    peraturan: list[PeraturanRecord]
    sop: list[SopRecord]


def opendata_schema() -> dict[str, Any]:
    """The JSON Schema of `catalogue.json`; an SOP's own file is its `SopRecord`."""
    schema = schema_of(KatalogRecord, "catalogue.json", VERSION, "Data terbuka Katalog SOP")
    schema["$defs"]["SopRecord"]["properties"] |= _optional_boxes()
    return schema


def _optional_boxes() -> dict[str, Any]:
    """Of the form's table. The prescribed boxes are spelled out above: readers rely on them."""
    texts = {"type": "array", "items": {"type": "string"}}
    return {box.key: {**texts, "description": box.about} for box in FORM.boxes if box.optional}


def schema_of(record: type, file: str, version: str, about: str) -> dict[str, Any]:
    """The JSON Schema of a file whose whole content is `record`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{file} {version}",
        "description": f"{about}, versi {version}.",
        **_without_titles(TypeAdapter(record).json_schema()),
    }


def _without_titles(value: Any) -> Any:
    """The titles that pydantic makes of the keys say nothing to readers of the data."""
    if isinstance(value, dict):
        return {k: _without_titles(v) for k, v in value.items() if not (k == "title" and isinstance(v, str))}
    return [_without_titles(v) for v in value] if isinstance(value, list) else value
