"""The registers that many SOPs share: pemda, unit, peran, peraturan."""

from __future__ import annotations

from typing import Annotated, Literal

from .fields import Baris, BarisOpsional, Id, Isian, Tautan, TeksOpsional, YaTidak
from .shapes import Daftar, DaftarBaris, Pilihan, Ringkas


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


class Label(Isian, title="Label formulir"):
    """The words at the head of the form, where an office's own differ."""

    nomor: BarisOpsional = None
    """Pengganti "Nomor SOP"."""
    pembuatan: BarisOpsional = None
    """Pengganti "Tanggal Pembuatan"."""
    revisi: BarisOpsional = None
    """Pengganti "Tanggal Revisi"."""
    efektif: BarisOpsional = None
    """Pengganti "Tanggal Efektif"."""
    pengesahan: BarisOpsional = None
    """Pengganti "Tanggal Pengesahan"."""
    disahkan_oleh: BarisOpsional = None
    """Pengganti "Disahkan oleh"."""
    nama: BarisOpsional = None
    """Pengganti "Nama SOP"."""
    dasar_hukum: BarisOpsional = None
    """Pengganti "Dasar Hukum"."""
    kualifikasi_pelaksana: BarisOpsional = None
    """Pengganti "Kualifikasi Pelaksana"."""
    keterkaitan: BarisOpsional = None
    """Pengganti "Keterkaitan"."""
    peralatan_perlengkapan: BarisOpsional = None
    """Pengganti "Peralatan/Perlengkapan"."""
    peringatan: BarisOpsional = None
    """Pengganti "Peringatan"."""
    pencatatan_pendataan: BarisOpsional = None
    """Pengganti "Pencatatan dan Pendataan"."""
    no: BarisOpsional = None
    """Pengganti "No"."""
    kegiatan: BarisOpsional = None
    """Pengganti "Kegiatan", misalnya Uraian Prosedur."""
    pelaksana: BarisOpsional = None
    """Pengganti "Pelaksana"."""
    mutu_baku: BarisOpsional = None
    """Pengganti "Mutu Baku"."""
    kelengkapan: BarisOpsional = None
    """Pengganti "Kelengkapan"."""
    waktu: BarisOpsional = None
    """Pengganti "Waktu"."""
    output: BarisOpsional = None
    """Pengganti "Output"."""
    keterangan: BarisOpsional = None
    """Pengganti "Keterangan"."""


class Formulir(Isian, title="Formulir"):
    """How an office's form departs from the standard one."""

    label: Label | None = None
    """Kata-kata di kepala formulir yang berbeda dari bakunya."""
    tanpa_kolom: Daftar[Pilihan[Literal["kelengkapan", "waktu", "output", "keterangan"]]] = ()
    """Kolom yang tidak ada pada formulir ini."""
    nomor_kolom: YaTidak = False
    """Baris nomor kolom (1) (2) (3) … di bawah kepala tabel."""


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

    peran: Daftar[Annotated[Peran, Ringkas("nama")]]
    """Peran-peran yang dikenal di folder ini dan di bawahnya."""


class DaftarPeraturan(Isian, title="Daftar peraturan"):
    """The file `peraturan.yml`."""

    peraturan: Daftar[Peraturan]
    """Peraturan-peraturan yang dikenal di folder ini dan di bawahnya."""
