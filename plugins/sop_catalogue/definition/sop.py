"""What an author may write about one SOP."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from .daftar import Formulir
from .fields import Baris, BarisOpsional, Isian, Tautan, TeksLampiran, TeksOpsional, fault
from .identitas import Identitas
from .langkah import Bagan, DaftarJalur, Langkah
from .layanan import Layanan
from .riwayat import Revisi, revision_number
from .shapes import Daftar, DaftarBaris, DaftarPanjang, DaftarTeks, Diketahui, Pilihan, Ringkas
from .tafsiran import SatuBagan, SatuSop


class TabelLampiran(Isian, title="Tabel lampiran"):
    """A table of an attachment."""

    judul: BarisOpsional = None
    """Judul tabel."""
    kepala: DaftarBaris = ()
    """Kepala kolom."""
    baris: Annotated[DaftarPanjang[Daftar[TeksOpsional]], Field(title="daftar baris")]
    """Baris-baris; tiap baris daftar isi selnya."""


class Lampiran(Isian, title="Lampiran"):
    """A sheet that belongs to the SOP beside the form."""

    judul: Baris
    """Judul lampiran."""
    isi: TeksLampiran = None
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


class Sop(Identitas, title="SOP"):
    """One SOP definition: the file an author edits."""

    formulir: Formulir | None = None
    """Hal yang berbeda pada formulir SOP ini."""
    layanan: Layanan | None = None
    """Yang perlu diketahui masyarakat, bila SOP ini layanan publik."""

    judul_bagan: BarisOpsional = None
    """Judul di atas bagan, bila ada."""
    pelaksana: DaftarJalur = ()
    """Kolom pelaksana dari kiri ke kanan. Tanpa ini: menurut urutan munculnya di langkah."""
    langkah: DaftarPanjang[Langkah] = ()
    """Langkah-langkah menurut urutan."""
    catatan_kaki: DaftarTeks = ()
    """Catatan di bawah bagan."""
    bagan: Daftar[Bagan] = ()
    """Beberapa bagan di bawah satu identitas, menggantikan langkah."""

    tafsiran: Daftar[Pilihan[SatuSop]] = ()
    """Yang disimpulkan, bukan dari dokumen: status, formulir (dokumen tidak memuat blok identitas), atau semua pelaksana, semua simbol, semua panah pada setiap bagan."""
    catatan: DaftarTeks = ()
    """Catatan bebas pada dokumen."""
    lampiran: Daftar[Lampiran] = ()
    """Lembar lain yang menyertai SOP."""
    catatan_penyunting: DaftarTeks = ()
    """Catatan penyalin; bukan bagian dokumen."""
    riwayat: Daftar[Revisi] = ()
    """Revisi-revisi SOP ini: nomor, tanggal, alasan, pengesah, dan naskah lamanya bila disimpan ('sop revisi')."""
    sumber: Annotated[Sumber | None, Ringkas("teks")] = None
    """Asal definisi ini."""
    tautan: Tautan = None
    """Alamat dokumen aslinya (https://…)."""
    diketahui: Diketahui = Field(default_factory=dict)
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

    @cached_property
    def semua_bagan(self) -> tuple[Bagan, ...]:
        """The charts, the single one included."""
        if self.bagan:
            return tuple(self._whole(chart) for chart in self.bagan)
        if not self.langkah:
            return ()
        return (
            Bagan.model_construct(
                judul=self.judul_bagan,
                pelaksana=self.pelaksana,
                langkah=self.langkah,
                catatan_kaki=self.catatan_kaki,
                tafsiran=self._of_all_charts,
            ),
        )

    @property
    def revision(self) -> int:
        """Its number."""
        return revision_number(self.tanggal.revisions if self.tanggal else 0, self.riwayat)

    @property
    def _of_all_charts(self) -> tuple[SatuBagan, ...]:
        return tuple(part for part in self.tafsiran if part != "status" and part != "formulir")

    def _whole(self, chart: Bagan) -> Bagan:
        """With what is said once for all charts."""
        said = (*chart.tafsiran, *self._of_all_charts)
        return chart.model_copy(update={"pelaksana": chart.pelaksana or self.pelaksana, "tafsiran": said})
