"""The form of the open data, as types; its JSON Schema is made of them, in the words of its readers.

A new key is a new minor version; a changed or dropped one, a new major.
"""

from __future__ import annotations

from typing import Any, Literal, get_args

from pydantic import ConfigDict, TypeAdapter, with_config
from typing_extensions import TypedDict

VERSION = "1.1"

Status = Literal["konsep", "berlaku", "diganti", "dicabut"]
STATUSES: tuple[Status, ...] = get_args(Status)

_documented = with_config(ConfigDict(use_attribute_docstrings=True))


@_documented
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


class TandaTanganRecord(PejabatRecord):
    tempat: str | None
    tanggal: TanggalRecord | None


@_documented
class DasarRecord(TypedDict):
    teks: str
    """Bunyi butir ini di dokumen."""
    peraturan: str | None
    """Id di daftar `peraturan`."""


@_documented
class RujukanRecord(TypedDict):
    teks: str
    """Bunyi butir ini di dokumen."""
    hasil: Literal["terhubung", "diri-sendiri", "luar", "ganda", "belum-ada"]
    """terhubung: SOP lain di katalog; luar: bukan SOP katalog ini; ganda: cocok dengan beberapa SOP."""
    sop: str | None
    """Id SOP yang dimaksud, bila ketemu."""


@_documented
class JalurRecord(TypedDict):
    nama: str
    """Seperti di kepala kolom; boleh kosong."""
    kelompok: str | None
    """Judul yang dipakai bersama kolom di sebelahnya."""
    peran: str | None
    """Id di daftar `peran`."""


@_documented
class SelRecord(TypedDict):
    teks: list[str]
    """Isi sel; beberapa bila berupa daftar."""
    sampai_langkah: int | None
    """Baris terakhir sel yang digabung, dihitung dari 1; kosong bila tidak digabung."""


@_documented
class LamanyaRecord(TypedDict):
    satuan: str
    """tahun, bulan, minggu, hari kalender, hari kerja, hari, jam, menit, atau detik."""
    jumlah: float


@_documented
class WaktuRecord(SelRecord):
    paling_cepat: list[LamanyaRecord]
    """Lamanya menurut satuan; batas bawah bila berupa rentang."""
    paling_lama: list[LamanyaRecord]
    """Batas atasnya."""
    tak_tentu: bool
    """Menyebut waktu, tetapi bukan angka: sesuai kebutuhan."""


@_documented
class LangkahRecord(TypedDict):
    no: str
    """Nomor seperti tertulis."""
    id: str | None
    """Nama langkah di berkas definisinya."""
    kegiatan: str
    kelengkapan: SelRecord | None
    waktu: WaktuRecord | None
    output: SelRecord | None
    keterangan: SelRecord | None
    tafsiran: list[Literal["pelaksana", "simbol", "panah"]]
    """Bagian yang disimpulkan dari teksnya, karena tidak tergambar di dokumen asal."""


@_documented
class SimbolRecord(TypedDict):
    id: str
    """Dipakai oleh `panah`."""
    langkah: int
    """Baris, dihitung dari 1."""
    pelaksana: list[int]
    """Kolom di `pelaksana`, dihitung dari 0; beberapa bila satu kotak melintasi kolom yang berdampingan."""
    bentuk: Literal["mulai", "selesai", "proses", "keputusan"]
    teks: str | None
    """Teks pendek di dalam simbol."""


@_documented
class PanahRecord(TypedDict):
    dari: str
    """Id simbol."""
    ke: str
    """Id simbol."""
    label: str | None
    berkepala: bool
    """false: garis tanpa kepala panah, yaitu kerja bersama."""


@_documented
class TotalWaktuRecord(TypedDict):
    teks: str | None
    """Jumlahnya dalam kata-kata."""
    paling_cepat: list[LamanyaRecord]
    paling_lama: list[LamanyaRecord]
    langkah_tak_tentu: int
    """Langkah yang waktunya bukan angka, dan tidak ikut dijumlahkan."""
    langkah_tanpa_waktu: int
    """Langkah yang tidak menyebut waktu."""


@_documented
class BaganRecord(TypedDict):
    judul: str | None
    pelaksana: list[JalurRecord]
    langkah: list[LangkahRecord]
    simbol: list[SimbolRecord]
    panah: list[PanahRecord]
    catatan_kaki: list[str]
    total_waktu: TotalWaktuRecord
    svg: str
    """Gambarnya sebagai berkas SVG, dari akar situs; sejak versi 1.1."""


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


@_documented
class SopRecord(TypedDict):
    id: str
    """`<pemda>/<unit>/<berkas>`."""
    url: str
    """Halamannya, dari akar situs."""
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
    nomor: str | None
    status: Status | None
    """Kosong bila tidak disebutkan."""
    diganti_oleh: str | None
    """Id SOP penggantinya; bunyi aslinya bila tidak ada di katalog."""
    menggantikan: list[str]
    """Id SOP yang digantikan."""
    jenis: list[str]
    tanggal: TanggalSopRecord
    disahkan_oleh: PejabatRecord | None
    tanda_tangan: list[TandaTanganRecord]
    dasar_hukum: list[DasarRecord]
    kualifikasi_pelaksana: list[str]
    keterkaitan: list[RujukanRecord]
    dirujuk_oleh: list[str]
    """Id SOP lain yang menyebut SOP ini di keterkaitannya."""
    peralatan_perlengkapan: list[str]
    peringatan: list[str]
    pencatatan_pendataan: list[str]
    bagan: list[BaganRecord]
    catatan: list[str]
    lampiran: list[LampiranRecord]
    catatan_penyunting: list[str]
    """Catatan penyalin; bukan bagian dokumen."""
    sumber: SumberRecord | None
    tautan: str | None


class UnitRecord(TypedDict):
    id: str
    nama: str
    singkatan: str | None
    kepala: PejabatRecord | None


class PemdaRecord(TypedDict):
    id: str
    nama: str
    singkatan: str | None
    kepala: PejabatRecord | None
    unit: list[UnitRecord]


@_documented
class PeranRecord(TypedDict):
    id: str
    nama: str
    singkatan: list[str]
    """Sebutan lain yang berarti sama."""
    sop: list[str]
    """Id SOP yang kolom pelaksananya menyebut peran ini."""


@_documented
class PeraturanRecord(TypedDict):
    id: str
    judul: str
    jenis: str | None
    nomor: str | None
    tahun: str | None
    tentang: str | None
    status: Literal["berlaku", "diubah", "dicabut", "tidak diketahui"]
    diganti_oleh: str | None
    """Id peraturan penggantinya."""
    diubah_oleh: list[str]
    """Id peraturan yang mengubahnya."""
    tautan: str | None
    terdaftar: bool
    """false: tidak ada di daftar peraturan, hanya disebut SOP."""
    sop: list[str]
    """Id SOP yang memakainya sebagai dasar hukum."""


@_documented
class KatalogRecord(TypedDict):
    versi: str
    """Versi bentuk data ini. Kunci baru menaikkan angka kedua; kunci yang berubah atau hilang, angka pertama."""
    pemda: list[PemdaRecord]
    peran: list[PeranRecord]
    peraturan: list[PeraturanRecord]
    sop: list[SopRecord]


def opendata_schema() -> dict[str, Any]:
    """The JSON Schema of `catalogue.json`; an SOP's own file is its `SopRecord`."""
    schema = TypeAdapter(KatalogRecord).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"catalogue.json {VERSION}",
        "description": f"Data terbuka Katalog SOP, versi {VERSION}.",
        **_without_titles(schema),
    }


def _without_titles(value: Any) -> Any:
    """The titles that pydantic makes of the keys say nothing to readers of the data."""
    if isinstance(value, dict):
        return {k: _without_titles(v) for k, v in value.items() if not (k == "title" and isinstance(v, str))}
    return [_without_titles(v) for v in value] if isinstance(value, list) else value
