"""What an author may write about one SOP."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from .daftar import Formulir, Pejabat, Pemda, Peraturan, UnitKerja
from .fields import Baris, BarisOpsional, Isian, TanggalOpsional, Tautan, Teks, TeksOpsional, YaTidak, fault
from .langkah import Bagan, DaftarJalur, Langkah
from .shapes import Daftar, DaftarBaris, DaftarTeks, Nama, Pilihan, Ringkas
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

    sop: BarisOpsional = None
    """Id, nomor, atau judul SOP yang dimaksud, bila teksnya tidak menyebutnya persis."""
    luar: YaTidak = False
    """ya: yang disebut bukan SOP di katalog ini, misalnya instansi lain."""


class Dasar(Butir, title="Butir dasar hukum"):
    """One item of Dasar Hukum."""

    peraturan: Nama[Peraturan] | None = None
    """Id di daftar peraturan, atau peraturannya ditulis di sini (jenis, nomor, tahun, tentang, status)."""


class TabelLampiran(Isian, title="Tabel lampiran"):
    """A table of an attachment."""

    judul: BarisOpsional = None
    """Judul tabel."""
    kepala: DaftarBaris = ()
    """Kepala kolom."""
    baris: Annotated[Daftar[Daftar[TeksOpsional]], Field(title="daftar baris")]
    """Baris-baris; tiap baris daftar isi selnya."""


class Lampiran(Isian, title="Lampiran"):
    """A sheet that belongs to the SOP beside the form."""

    judul: Baris
    """Judul lampiran."""
    isi: TeksOpsional = None
    """Teks lampiran."""
    tabel: Daftar[TabelLampiran] = ()
    """Tabel-tabelnya."""


class Sumber(Isian, title="Sumber"):
    """Where the definition was taken from."""

    teks: BarisOpsional = None
    """Uraian sumbernya."""
    berkas: BarisOpsional = None
    """Nama berkas dokumen asal."""
    halaman: BarisOpsional = None
    """Halaman di dokumen asal."""


class Sop(Isian, title="SOP"):
    """One SOP definition: the file an author edits."""

    nama: Baris
    """Nama SOP, seperti pada dokumen."""
    judul: BarisOpsional = None
    """Judul di katalog, bila nama pada dokumen keliru atau sama dengan SOP lain. Formulirnya tetap memuat `nama`."""
    nomor: BarisOpsional = None
    """Nomor SOP, persis seperti pada dokumen."""
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

    dasar_hukum: Daftar[Annotated[Dasar, Ringkas("teks")]] = ()
    """Peraturan yang mendasari; satu peraturan satu butir."""
    kualifikasi_pelaksana: Daftar[Annotated[Butir, Ringkas("teks")]] = ()
    """Kemampuan yang harus dimiliki para pelaksana."""
    keterkaitan: Daftar[Annotated[Rujukan, Ringkas("teks")]] = ()
    """SOP lain yang terkait, disebut dengan namanya."""
    peralatan_perlengkapan: Daftar[Annotated[Butir, Ringkas("teks")]] = ()
    """Alat dan bahan yang dipakai."""
    peringatan: Daftar[Annotated[Butir, Ringkas("teks")]] = ()
    """Akibat bila SOP ini tidak dijalankan sebagaimana mestinya."""
    pencatatan_pendataan: Daftar[Annotated[Butir, Ringkas("teks")]] = ()
    """Apa yang dicatat, dan di mana disimpan."""
    formulir: Formulir | None = None
    """Hal yang berbeda pada formulir SOP ini."""

    judul_bagan: BarisOpsional = None
    """Judul di atas bagan, bila ada."""
    pelaksana: DaftarJalur = ()
    """Kolom pelaksana dari kiri ke kanan. Tanpa ini: menurut urutan munculnya di langkah."""
    langkah: Daftar[Langkah] = ()
    """Langkah-langkah menurut urutan."""
    catatan_kaki: DaftarTeks = ()
    """Catatan di bawah bagan."""
    bagan: Daftar[Bagan] = ()
    """Beberapa bagan di bawah satu identitas, menggantikan langkah."""

    catatan: DaftarTeks = ()
    """Catatan bebas pada dokumen."""
    lampiran: Daftar[Lampiran] = ()
    """Lembar lain yang menyertai SOP."""
    catatan_penyunting: DaftarTeks = ()
    """Catatan penyalin; bukan bagian dokumen."""
    sumber: Annotated[Sumber | None, Ringkas("teks")] = None
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
