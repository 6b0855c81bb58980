"""The part of the open data that tells the charts of an SOP, as types."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

from ...definition.tafsiran import Unsur

documented = with_config(ConfigDict(use_attribute_docstrings=True))
"""Marks a type whose attribute docstrings stand in the schema."""


@documented
class JalurRecord(TypedDict):
    nama: str
    """Seperti di kepala kolom; boleh kosong."""
    kelompok: str | None
    """Judul yang dipakai bersama kolom di sebelahnya."""
    peran: str | None
    """Id di daftar `peran`."""


@documented
class SelRecord(TypedDict):
    teks: list[str]
    """Isi sel; beberapa bila berupa daftar."""
    sampai_langkah: int | None
    """Baris terakhir sel yang digabung, dihitung dari 1; kosong bila tidak digabung."""


@documented
class LamanyaRecord(TypedDict):
    satuan: str
    """tahun, bulan, minggu, hari kalender, hari kerja, hari, jam kerja, jam, menit, atau detik."""
    jumlah: float


@documented
class WaktuRecord(SelRecord):
    paling_cepat: list[LamanyaRecord]
    """Lamanya menurut satuan; batas bawah bila berupa rentang."""
    paling_lama: list[LamanyaRecord]
    """Batas atasnya."""
    tak_tentu: bool
    """Menyebut waktu, tetapi bukan angka: sesuai kebutuhan."""


@documented
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
    tafsiran: list[Unsur]
    """Bagian yang disimpulkan dari teksnya, karena tidak tergambar di dokumen asal; juga yang disimpulkan pada semua langkah."""


@documented
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


@documented
class PanahRecord(TypedDict):
    dari: str
    """Id simbol."""
    ke: str
    """Id simbol."""
    label: str | None
    berkepala: bool
    """false: garis tanpa kepala panah, yaitu kerja bersama."""
    bolak_balik: bool
    """true: berkepala di kedua ujung. Sejak versi 1.3."""


@documented
class RentangRecord(TypedDict):
    teks: str | None
    """Jumlahnya dalam kata-kata."""
    paling_cepat: list[LamanyaRecord]
    """Lewat jalur terpendek sampai langkah terakhir."""
    paling_lama: list[LamanyaRecord]
    """Lewat jalur terpanjang. Dari cabang yang berjalan bersamaan dihitung yang terlama."""


@documented
class TotalWaktuRecord(RentangRecord):
    dengan_pengembalian: RentangRecord | None
    """Bila tiap keputusan mengembalikan pekerjaan satu kali; kosong bila tidak ada yang mengembalikan. Sejak versi 1.2."""
    langkah_tak_tentu: int
    """Langkah yang waktunya bukan angka, dan tidak ikut dijumlahkan."""
    langkah_tanpa_waktu: int
    """Langkah yang tidak menyebut waktu."""
    langkah_tak_tersambung: int
    """Langkah yang tidak dituju panah, dan tidak ikut dijumlahkan. Sejak versi 1.2."""
    langkah_berbatas: int
    """Langkah yang hanya menyebut paling lama atau paling cepat, dan dihitung sebesar itu. Sejak versi 1.2."""


@documented
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
