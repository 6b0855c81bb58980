"""The registers that many SOPs share: pemda, unit, peran, peraturan, sinonim."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import Field

from .alamat import AlamatPemda, AlamatUnit
from .aturan import AturanTemuan
from .fields import Baris, BarisBolehKosong, BarisOpsional, Id, Isian, Tautan, TeksOpsional, YaTidak
from .form import FORM, Column, ColumnKey, Part
from .layanan import Loket
from .shapes import Daftar, DaftarBaris, DaftarPanjang, Pilihan, Ringkas, with_fields

HIDDEN_NAME, HIDDEN_NIP = "(nama disembunyikan)", "(NIP disembunyikan)"
"""What stands for them where an office does not make them public."""
HIDDEN = re.compile(r"\(nama (?:\d+ )?disembunyikan\)")


def hidden_name(number: int) -> str:
    """Where a definition names several people, who are to stay several."""
    return HIDDEN_NAME.replace("nama", f"nama {number}")


class Pejabat(Isian, title="Pejabat"):
    """An official who heads or signs."""

    jabatan: BarisOpsional = None
    """Jabatan seperti tertulis, misalnya Plt. Kepala Dinas."""
    nama: BarisOpsional = None
    """Nama dengan gelar."""
    pangkat: BarisOpsional = None
    """Pangkat dan golongan."""
    nip: BarisOpsional = None
    """NIP seperti tertulis."""

    @property
    def named(self) -> str:
        """The name, where there is one that may be shown."""
        return "" if HIDDEN.search(self.nama or "") else self.nama or ""

    @property
    def numbered(self) -> str:
        """The NIP, likewise."""
        return "" if HIDDEN_NIP in (self.nip or "") else self.nip or ""


def _replaces(part: Part) -> str:
    example = f", misalnya {part.such_as}" if part.such_as else ""
    empty = ' Kosong ("") bila kepalanya memang kosong.' if part in FORM.heads else ""
    return f'Pengganti "{part.label}"{example}.{empty}'


def _kind(part: Part) -> Any:
    return BarisBolehKosong if part in FORM.heads else BarisOpsional


@with_fields({part.key: (_kind(part), Field(None, description=_replaces(part))) for part in FORM.parts})
class Label(Isian, title="Label formulir"):
    """The words of the form, where an office's own differ."""


class Formulir(Isian, title="Formulir"):
    """How an office's form departs from the standard one."""

    label: Label | None = None
    """Kata-kata di kepala formulir yang berbeda dari bakunya."""
    tanpa_kolom: Daftar[Pilihan[ColumnKey]] = ()
    """Kolom yang tidak ada pada formulir ini."""
    nomor_kolom: YaTidak = False
    """Baris nomor kolom (1) (2) (3) … di bawah kepala tabel."""

    @property
    def words(self) -> dict[str, str]:
        """Every word of the form by its key: the office's own, or the standard one."""
        own = {key: word for key, word in self.label or () if word is not None}
        return {part.key: own.get(part.key, part.label) for part in FORM.parts}

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those behind the lanes."""
        return tuple(column for column in FORM.columns if column.key not in self.tanpa_kolom)


class Pemda(Isian, title="Pemda"):
    """A regional government."""

    nama: Baris
    """Nama lengkap, misalnya Pemerintah Kabupaten Blitar."""
    singkatan: BarisOpsional = None
    """Sebutan pendek, misalnya Kab. Blitar."""
    logo: BarisOpsional = None
    """Berkas gambar lambang di folder ini (svg, png, jpg atau webp)."""
    kepala: Pejabat | None = None
    """Kepala daerah."""
    formulir: Formulir | None = None
    """Bentuk formulir yang dipakai semua unit."""
    alamat_lama: Daftar[AlamatPemda] = ()
    """Nama folder pemda ini sebelum berganti; semua alamat di dalamnya tetap sampai."""
    aturan: AturanTemuan = Field(default_factory=dict)
    """Kode temuan dan tingkatnya, bagi SOP semua unit: galat, peringatan, saran, atau mati."""


class UnitKerja(Isian, title="Unit kerja"):
    """An office, or a part of one."""

    nama: Baris
    """Nama lengkap, misalnya Dinas Pendidikan."""
    singkatan: BarisOpsional = None
    """Sebutan pendek, misalnya Disdik."""
    logo: BarisOpsional = None
    """Berkas gambar lambang di folder ini (svg, png, jpg atau webp)."""
    kepala: Pejabat | None = None
    """Pimpinan unit."""
    formulir: Formulir | None = None
    """Bentuk formulir yang dipakai unit ini."""
    alamat_lama: Daftar[AlamatUnit] = ()
    """Alamat unit ini sebelum berganti nama atau digabung (pemda/unit); SOP di dalamnya yang namanya tetap ikut sampai."""
    aturan: AturanTemuan = Field(default_factory=dict)
    """Kode temuan dan tingkatnya, bagi SOP unit ini: galat, peringatan, saran, atau mati."""
    layanan: Loket | None = None
    """Tempat, jam, kontak, dan pengaduan semua layanan publik unit ini; yang ditulis di SOP-nya menang."""


class Peran(Isian, title="Peran"):
    """A role that acts in SOPs."""

    nama: Baris
    """Sebutan lengkap, misalnya Kepala Dinas."""
    id: Id = None
    """Nama pendek; tanpa ini dibuat dari namanya."""
    singkatan: DaftarBaris = ()
    """Sebutan lain yang berarti sama, misalnya Kadin."""
    uraian: TeksOpsional = None
    """Keterangan singkat tentang peran ini."""


class Peraturan(Isian, title="Peraturan"):
    """A regulation that SOPs rest on."""

    nama: BarisOpsional = None
    """Judul lengkap, bila tidak dapat disusun dari jenis, nomor, tahun dan tentang."""
    id: Id = None
    """Nama pendek; tanpa ini dibuat dari jenis, nomor dan tahun."""
    jenis: BarisOpsional = None
    """Jenis peraturan, misalnya Undang-Undang atau Peraturan Menteri Dalam Negeri."""
    nomor: BarisOpsional = None
    """Nomor peraturan."""
    tahun: BarisOpsional = None
    """Tahun peraturan."""
    tentang: BarisOpsional = None
    """Pokok yang diatur."""
    status: Pilihan[Literal["berlaku", "diubah", "dicabut", "tidak diketahui"]] = "tidak diketahui"
    """berlaku, diubah, dicabut, atau tidak diketahui."""
    dasar_status: BarisOpsional = None
    """Sumber status itu, misalnya Pasal 136 UU 5/2014; tanpa ini tertulis belum diperiksa."""
    diganti_oleh: BarisOpsional = None
    """Id peraturan penggantinya."""
    diubah_oleh: DaftarBaris = ()
    """Id peraturan yang mengubahnya."""
    tautan: Tautan = None
    """Alamat naskahnya (https://…)."""

    @property
    def judul(self) -> str:
        """The full title."""
        if self.nama:
            return self.nama
        parts = [
            self.jenis or "",
            f"Nomor {self.nomor}" if self.nomor else "",
            f"Tahun {self.tahun}" if self.tahun else "",
            f"tentang {self.tentang}" if self.tentang else "",
        ]
        return " ".join(filter(None, parts))


class DaftarPeran(Isian, title="Daftar peran"):
    """The file `peran.yml`."""

    peran: DaftarPanjang[Annotated[Peran, Ringkas("nama")]]
    """Peran-peran yang dikenal di folder ini dan di bawahnya."""


class DaftarPeraturan(Isian, title="Daftar peraturan"):
    """The file `peraturan.yml`."""

    peraturan: DaftarPanjang[Peraturan]
    """Peraturan-peraturan yang dikenal di folder ini dan di bawahnya."""


class DaftarSinonim(Isian, title="Daftar sinonim"):
    """The file `sinonim.yml`."""

    sama: DaftarPanjang[Baris] = ()
    """Kata-kata yang artinya sama bagi pencari, misalnya bansos = bantuan sosial."""
    berbeda: DaftarPanjang[Baris] = ()
    """Dua kata yang mirip tetapi lain artinya, misalnya SPPD bukan SPD."""
