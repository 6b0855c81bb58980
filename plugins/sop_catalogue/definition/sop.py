"""What an author may write about one SOP."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, model_validator

from .daftar import Formulir, Pejabat, Pemda, Peraturan, UnitKerja
from .fields import (
    Baris,
    BarisOpsional,
    DaftarBaris,
    DaftarTeks,
    Field,
    Isian,
    TanggalOpsional,
    Teks,
    TeksOpsional,
    YaTidak,
    choice,
    fault,
    listed,
    or_text,
)
from .langkah import Bagan, DaftarJalur, Langkah
from .tanggal import Tanggal


class TanggalSop(Isian):
    """The dates of the identity block."""

    pembuatan: TanggalOpsional = None
    """Tanggal Pembuatan."""
    revisi: listed(TanggalOpsional) = ()  # type: ignore[valid-type]
    """Tanggal Revisi; boleh beberapa."""
    efektif: TanggalOpsional = None
    """Tanggal Efektif."""
    pengesahan: TanggalOpsional = None
    """Tanggal Pengesahan, bila formulirnya memakai itu."""


class TandaTangan(Pejabat):
    """The signature below the flow table."""

    tempat: BarisOpsional = None
    """Tempat penandatanganan."""
    tanggal: TanggalOpsional = None
    """Tanggal penandatanganan."""


class Butir(Isian):
    """One item of a list in the identity block."""

    teks: Teks
    """Bunyi butir ini."""
    no: BarisOpsional = None
    """Nomor atau tanda di depannya, bila bukan nomor urut biasa."""


class Rujukan(Butir):
    """One item of Keterkaitan."""

    sop: BarisOpsional = None
    """Id, nomor, atau judul SOP yang dimaksud, bila teksnya tidak menyebutnya persis."""
    luar: YaTidak = False
    """ya: yang disebut bukan SOP di katalog ini, misalnya instansi lain."""


class Dasar(Butir):
    """One item of Dasar Hukum."""

    peraturan: Annotated[
        str | Peraturan | None,
        BeforeValidator(lambda v: v, json_schema_input_type=Baris | Peraturan | None),
    ] = None
    """Id di daftar peraturan, atau peraturannya ditulis di sini (jenis, nomor, tahun, tentang, status)."""


class TabelLampiran(Isian):
    """A table of an attachment."""

    judul: BarisOpsional = None
    """Judul tabel."""
    kepala: DaftarBaris = ()
    """Kepala kolom."""
    baris: listed(listed(TeksOpsional))  # type: ignore[valid-type]
    """Baris-baris; tiap baris daftar isi selnya."""


class Lampiran(Isian):
    """A sheet that belongs to the SOP beside the form."""

    judul: Baris
    """Judul lampiran."""
    isi: TeksOpsional = None
    """Teks lampiran."""
    tabel: listed(TabelLampiran) = ()  # type: ignore[valid-type]
    """Tabel-tabelnya."""


class Sumber(Isian):
    """Where the definition was taken from."""

    teks: BarisOpsional = None
    """Uraian sumbernya."""
    berkas: BarisOpsional = None
    """Nama berkas dokumen asal."""
    halaman: BarisOpsional = None
    """Halaman di dokumen asal."""


def _link(value: str | None) -> str | None:
    if value and not re.match(r"https?://[^\s]+$", value):
        raise fault("tautan", "alamat ini bukan alamat web", expected="alamat yang diawali https://")
    return value


Tautan = Annotated[BarisOpsional, AfterValidator(_link)]


class Sop(Isian):
    """One SOP definition: the file an author edits."""

    nama: Baris
    """Nama SOP, seperti pada dokumen."""
    nomor: BarisOpsional = None
    """Nomor SOP, persis seperti pada dokumen."""
    pemda: Annotated[
        str | Pemda | None, BeforeValidator(lambda v: v, json_schema_input_type=Baris | Pemda | None)
    ] = None
    """Pemerintah daerah; tanpa ini menurut folder berkasnya."""
    unit: Annotated[
        str | UnitKerja | None, BeforeValidator(lambda v: v, json_schema_input_type=Baris | UnitKerja | None)
    ] = None
    """Unit kerja; tanpa ini menurut folder berkasnya."""
    subunit: BarisOpsional = None
    """Bagian di dalam unit, misalnya Sekretariat."""
    kop: DaftarBaris = ()
    """Baris-baris kepala formulir, bila lain dari nama pemda dan unit."""
    sampul: TeksOpsional = None
    """Tulisan pada halaman sampul dokumen."""
    tanggal: TanggalSop | None = None
    """Tanggal pembuatan, revisi, efektif, pengesahan."""
    disahkan_oleh: Annotated[
        Pejabat | None,
        BeforeValidator(
            lambda v: v if v is None else _official(v), json_schema_input_type=Baris | Pejabat | None
        ),
    ] = None
    """Pejabat yang mengesahkan: jabatan, nama, NIP."""
    tanda_tangan: listed(TandaTangan) = ()  # type: ignore[valid-type]
    """Tempat, tanggal dan penanda tangan di bawah bagan, bila ada."""
    status: choice("konsep", "berlaku", "diganti", "dicabut") | None = None  # type: ignore[valid-type]
    """konsep, berlaku, diganti, atau dicabut. Kosongkan bila tidak diketahui."""
    diganti_oleh: BarisOpsional = None
    """Id, nomor, atau judul SOP penggantinya."""
    jenis: listed(  # type: ignore[valid-type]
        choice(
            "teknis", "administratif", "makro", "mikro", "final", "parsial", "pelayanan", "rutin", "penugasan"
        )
    ) = ()
    """Jenis SOP, misalnya teknis, mikro, final, pelayanan."""

    dasar_hukum: listed(or_text(Dasar, "teks")) = ()  # type: ignore[valid-type]
    """Dasar Hukum."""
    kualifikasi_pelaksana: listed(or_text(Butir, "teks")) = ()  # type: ignore[valid-type]
    """Kualifikasi Pelaksana."""
    keterkaitan: listed(or_text(Rujukan, "teks")) = ()  # type: ignore[valid-type]
    """Keterkaitan dengan SOP lain."""
    peralatan_perlengkapan: listed(or_text(Butir, "teks")) = ()  # type: ignore[valid-type]
    """Peralatan/Perlengkapan."""
    peringatan: listed(or_text(Butir, "teks")) = ()  # type: ignore[valid-type]
    """Peringatan."""
    pencatatan_pendataan: listed(or_text(Butir, "teks")) = ()  # type: ignore[valid-type]
    """Pencatatan dan Pendataan."""
    formulir: Formulir | None = None
    """Hal yang berbeda pada formulir SOP ini."""

    judul_bagan: BarisOpsional = None
    """Judul di atas bagan, bila ada."""
    pelaksana: DaftarJalur = ()  # type: ignore[valid-type]
    """Kolom pelaksana dari kiri ke kanan. Tanpa ini: menurut urutan munculnya di langkah."""
    langkah: listed(Langkah) = ()  # type: ignore[valid-type]
    """Langkah-langkah menurut urutan."""
    catatan_kaki: DaftarTeks = ()
    """Catatan di bawah bagan."""
    bagan: listed(Bagan) = ()  # type: ignore[valid-type]
    """Beberapa bagan di bawah satu identitas, menggantikan langkah."""

    catatan: DaftarTeks = ()
    """Catatan bebas pada dokumen."""
    lampiran: listed(Lampiran) = ()  # type: ignore[valid-type]
    """Lembar lain yang menyertai SOP."""
    catatan_penyunting: DaftarTeks = ()
    """Catatan penyalin; bukan bagian dokumen."""
    sumber: Annotated[
        Sumber | None,
        BeforeValidator(
            lambda v: v if v is None or isinstance(v, dict | Sumber) else {"teks": v},
            json_schema_input_type=Baris | Sumber | None,
        ),
    ] = None
    """Asal definisi ini."""
    tautan: Tautan = None
    """Alamat dokumen aslinya (https://…)."""
    diketahui: dict[Baris, Teks] = Field(default_factory=dict)
    """Temuan yang memang demikian adanya: kode temuan dan alasannya."""

    @model_validator(mode="after")
    def _one_kind_of_flow(self) -> Self:
        if self.bagan and (self.langkah or self.judul_bagan or self.catatan_kaki):
            raise fault(
                "bagan-ganda",
                "ada 'bagan' dan juga 'langkah', 'judul_bagan' atau 'catatan_kaki' di luarnya",
                remedy="pindahkan semuanya ke dalam butir-butir 'bagan'",
            )
        if not self.bagan and not self.langkah and self.status != "konsep":
            raise fault(
                "tanpa-langkah",
                "SOP ini belum memuat langkah",
                remedy="tambahkan 'langkah:' dengan butir-butirnya, atau 'status: konsep'",
            )
        return self

    @property
    def keadaan(self) -> str:
        """The status, as far as the definition says one."""
        return "diganti" if self.diganti_oleh and not self.status else self.status or ""

    @property
    def semua_bagan(self) -> tuple[Bagan, ...]:
        """The charts, the single one included."""
        if self.bagan:
            return tuple(
                b if b.pelaksana else b.model_copy(update={"pelaksana": self.pelaksana}) for b in self.bagan
            )
        if not self.langkah:
            return ()
        return (
            Bagan.model_construct(
                judul=self.judul_bagan,
                pelaksana=self.pelaksana,
                langkah=self.langkah,
                catatan_kaki=self.catatan_kaki,
            ),
        )

    @property
    def terbaru(self) -> Tanggal:
        """The latest date the document carries."""
        if not self.tanggal:
            return Tanggal(0)
        dates = (self.tanggal.pembuatan, *self.tanggal.revisi, self.tanggal.efektif, self.tanggal.pengesahan)
        return max((d for d in dates if d), key=lambda d: (d.tahun, d.bulan, d.hari), default=Tanggal(0))


def _official(value: Any) -> Any:
    return value if isinstance(value, dict | Pejabat) else {"jabatan": value}
