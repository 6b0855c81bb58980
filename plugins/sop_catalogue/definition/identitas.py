"""The identity of an SOP, as an author may write it: the head of its form, and the boxes below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from .alamat import AlamatSop, Kode
from .daftar import Pejabat, Pemda, Peraturan, UnitKerja
from .fields import Baris, BarisOpsional, Isian, TanggalOpsional, Teks, TeksOpsional, YaTidak
from .form import FORM, Box, Kind
from .shapes import Daftar, DaftarBaris, Diketahui, Nama, Pilihan, Ringkas, with_fields
from .tanggal import Tanggal


class TanggalSop(Isian, title="Tanggal"):
    """The dates of the identity block."""

    pembuatan: TanggalOpsional = None
    """Tanggal Pembuatan."""
    revisi: Daftar[TanggalOpsional] = ()
    """Tanggal Revisi; boleh beberapa."""
    efektif: TanggalOpsional = None
    """Tanggal Efektif."""
    pengesahan: TanggalOpsional = None
    """Tanggal Pengesahan, bila formulirnya memakai itu."""

    @property
    def revisions(self) -> int:
        """How often it was revised; a dash in the list is no revision."""
        return sum(1 for day in self.revisi if day and day.iso)


class TandaTangan(Pejabat, title="Tanda tangan"):
    """The signature below the flow table."""

    tempat: BarisOpsional = None
    """Tempat penandatanganan."""
    tanggal: TanggalOpsional = None
    """Tanggal penandatanganan."""


class Butir(Isian, title="Butir"):
    """One item of a list in the identity block."""

    teks: Teks
    """Bunyi butir ini."""
    no: BarisOpsional = None
    """Nomor atau tanda di depannya, bila bukan nomor urut biasa."""


class Rujukan(Butir, title="Butir keterkaitan"):
    """One item of Keterkaitan."""

    sop: DaftarBaris = ()
    """Id, nomor, atau judul SOP yang dimaksud, bila teksnya tidak menyebutnya persis; boleh beberapa."""
    luar: YaTidak = False
    """ya: yang disebut bukan SOP di katalog ini, misalnya instansi lain."""
    diketahui: Diketahui = Field(default_factory=dict)
    """Temuan di butir ini yang memang demikian adanya: kode temuan dan alasannya."""


class Dasar(Butir, title="Butir dasar hukum"):
    """One item of Dasar Hukum."""

    peraturan: Nama[Peraturan] | None = None
    """Id di daftar peraturan, atau peraturannya ditulis di sini (jenis, nomor, tahun, tentang, status)."""
    diketahui: Diketahui = Field(default_factory=dict)
    """Temuan di butir ini yang memang demikian adanya: kode temuan dan alasannya."""


_ITEMS: dict[Kind, Any] = {
    Kind.TEXT: Daftar[Annotated[Butir, Ringkas("teks")]],
    Kind.LAW: Daftar[Annotated[Dasar, Ringkas("teks")]],
    Kind.SOP: Daftar[Annotated[Rujukan, Ringkas("teks")]],
}


@with_fields({box.key: (_ITEMS[box.kind], Field((), description=box.about)) for box in FORM.boxes})
class Identitas(Isian):
    """What an SOP is, before what is done."""

    nama: Baris
    """Nama SOP, seperti pada dokumen."""
    judul: BarisOpsional = None
    """Judul di katalog, bila nama pada dokumen keliru atau sama dengan SOP lain. Formulirnya tetap memuat `nama`."""
    nomor: BarisOpsional = None
    """Nomor SOP, persis seperti pada dokumen."""
    kode: Kode = None
    """Kode pendek yang tidak pernah berganti, walau berkas, unit, atau pemdanya berganti nama; ada di kode QR cetakannya."""
    alamat_lama: Daftar[AlamatSop] = ()
    """Alamat SOP ini sebelum dipindah (pemda/unit/sop); yang membukanya diantar ke alamat sekarang."""
    pemda: Nama[Pemda] | None = None
    """Pemerintah daerah; tanpa ini menurut folder berkasnya."""
    unit: Nama[UnitKerja] | None = None
    """Unit kerja; tanpa ini menurut folder berkasnya."""
    subunit: BarisOpsional = None
    """Bagian di dalam unit, misalnya Sekretariat."""
    kop: DaftarBaris = ()
    """Baris-baris kepala formulir, bila lain dari nama pemda dan unit."""
    sampul: TeksOpsional = None
    """Tulisan pada halaman sampul dokumen."""
    tanggal: TanggalSop | None = None
    """Tanggal pembuatan, revisi, efektif, pengesahan."""
    disahkan_oleh: Annotated[Pejabat | None, Ringkas("jabatan")] = None
    """Pejabat yang mengesahkan: jabatan, nama, NIP."""
    tanda_tangan: Daftar[TandaTangan] = ()
    """Tempat, tanggal dan penanda tangan di bawah bagan, bila ada."""
    status: Pilihan[Literal["konsep", "berlaku", "diganti", "dicabut"]] | None = None
    """konsep, berlaku, diganti, atau dicabut. Kosongkan bila tidak diketahui."""
    diganti_oleh: BarisOpsional = None
    """Id, nomor, atau judul SOP penggantinya."""
    sebutan: DaftarBaris = ()
    """Nama lain yang dipakai SOP lain untuk menyebut SOP ini, misalnya yang lebih pendek."""
    jenis: Daftar[
        Pilihan[
            Literal[
                "teknis",
                "administratif",
                "makro",
                "mikro",
                "final",
                "parsial",
                "pelayanan",
                "rutin",
                "penugasan",
            ]
        ]
    ] = ()
    """Jenis SOP, misalnya teknis, mikro, final, pelayanan."""

    if TYPE_CHECKING:  # the prescribed boxes, for code that asks for one of them
        dasar_hukum: tuple[Dasar, ...]
        kualifikasi_pelaksana: tuple[Butir, ...]
        keterkaitan: tuple[Rujukan, ...]
        peralatan_perlengkapan: tuple[Butir, ...]
        peringatan: tuple[Butir, ...]
        pencatatan_pendataan: tuple[Butir, ...]

    @property
    def boxes(self) -> list[Box]:
        """Those that its form has."""
        return [box for box in FORM.boxes if self.items(box) or not box.optional]

    def items(self, box: Box) -> tuple[Butir, ...]:
        """What is written in a box."""
        found: tuple[Butir, ...] = getattr(self, box.key)
        return found

    @property
    def keadaan(self) -> str:
        """The status, as far as the definition says one."""
        return "diganti" if self.diganti_oleh and not self.status else self.status or ""

    @property
    def terbaru(self) -> Tanggal:
        """The latest date the document carries."""
        if not self.tanggal:
            return Tanggal(0)
        dates = (self.tanggal.pembuatan, *self.tanggal.revisi, self.tanggal.efektif, self.tanggal.pengesahan)
        return max((d for d in dates if d), key=lambda d: (d.tahun, d.bulan, d.hari), default=Tanggal(0))
