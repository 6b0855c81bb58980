"""What citizens are told of a service: the components of its Standar Pelayanan, and how to reach those who give it.

UU 25/2009 (Pasal 21) names the fourteen components; the guideline of PermenPANRB 15/2014 divides them into the six of
giving a service (service delivery), which are announced, and the eight of running it (manufacturing).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .fields import Baris, BarisOpsional, Isian
from .shapes import Daftar, DaftarBaris, DaftarTeks, Ringkas, with_fields


class Bagian(Enum):
    """The two parts of a Standar Pelayanan, as its readers know them."""

    PENYAMPAIAN = "Penyampaian layanan"
    PENGELOLAAN = "Pengelolaan layanan"


@dataclass(frozen=True, slots=True)
class Komponen:
    key: str
    label: str
    """As the regulation calls it."""
    about: str = ""
    """What an author writes there, as the guide and editors say it."""
    bagian: Bagian = Bagian.PENYAMPAIAN
    box: str = ""
    """Of the SOP's form, which says it already."""


KOMPONEN = (
    Komponen("syarat", "Persyaratan", "Yang harus dibawa atau dipenuhi pemohon; satu syarat satu butir."),
    Komponen("langkah", "Sistem, mekanisme, dan prosedur"),
    Komponen("waktu", "Jangka waktu pelayanan", "Berapa lama sampai selesai, misalnya 3 hari kerja."),
    Komponen("biaya", "Biaya/tarif", "Biaya yang dibayar pemohon, atau Gratis."),
    Komponen("produk", "Produk pelayanan", "Yang diterima pemohon di akhir."),
    Komponen("pengaduan", "Penanganan pengaduan, saran, dan masukan"),
    Komponen("dasar_hukum", "Dasar hukum", bagian=Bagian.PENGELOLAAN, box="dasar_hukum"),
    Komponen(
        "sarana",
        "Sarana dan prasarana, dan/atau fasilitas",
        "Sarana, prasarana, dan fasilitas bagi pemohon.",
        Bagian.PENGELOLAAN,
    ),
    Komponen("kompetensi", "Kompetensi pelaksana", bagian=Bagian.PENGELOLAAN, box="kualifikasi_pelaksana"),
    Komponen("pengawasan", "Pengawasan internal", "Siapa yang mengawasi, dan bagaimana.", Bagian.PENGELOLAAN),
    Komponen("jumlah_pelaksana", "Jumlah pelaksana", "Berapa petugas yang melayani.", Bagian.PENGELOLAAN),
    Komponen(
        "jaminan",
        "Jaminan pelayanan",
        "Kepastian bahwa layanan diberikan sesuai standarnya.",
        Bagian.PENGELOLAAN,
    ),
    Komponen(
        "keamanan",
        "Jaminan keamanan dan keselamatan pelayanan",
        "Komitmen memberi rasa aman dan bebas dari bahaya.",
        Bagian.PENGELOLAAN,
    ),
    Komponen(
        "evaluasi",
        "Evaluasi kinerja pelaksana",
        "Kapan dan bagaimana kinerja dinilai, misalnya survei kepuasan tiap semester.",
        Bagian.PENGELOLAAN,
    ),
)
"""In the order of the guideline."""


class Loket(Isian, title="Loket layanan"):
    """Where an office meets those it serves; of a unit, for all its services that say nothing else."""

    tempat: DaftarTeks = ()
    """Tempat pelayanan: loket, alamat, atau situsnya."""
    jam: DaftarTeks = ()
    """Hari dan jam pelayanan, misalnya Senin–Jumat 08.00–15.00."""
    kontak: DaftarTeks = ()
    """Nomor telepon, surel, atau alamat yang dapat dihubungi."""
    pengaduan: DaftarTeks = ()
    """Ke mana pengaduan, saran, dan masukan disampaikan."""


class BerkasFormulir(Isian, title="Formulir untuk pemohon"):
    """A blank form that applicants download."""

    berkas: Baris
    """Nama berkas di folder `formulir` di samping berkas SOP ini (pdf, docx, doc, xlsx, xls, odt, atau ods)."""
    judul: BarisOpsional = None
    """Sebutannya di halaman; tanpa ini menurut nama berkasnya."""


_OWN = [part for part in KOMPONEN if part.about]


@with_fields({part.key: (DaftarTeks, Field((), description=part.about)) for part in _OWN})
class Layanan(Loket, title="Layanan publik"):
    """An SOP as a service to the public."""

    pemohon: DaftarBaris = ()
    """Kolom pelaksana yang merupakan pemohon; tanpa ini dikenali dari namanya, misalnya Pemohon atau Masyarakat."""
    nama: BarisOpsional = None
    """Nama layanan seperti dikenal masyarakat, bila lain dari nama SOP."""
    formulir: Daftar[Annotated[BerkasFormulir, Ringkas("berkas")]] = ()
    """Formulir kosong yang dapat diunduh pemohon."""

    if TYPE_CHECKING:  # the components, for code that asks for one of them
        syarat: tuple[str, ...] = ()
        waktu: tuple[str, ...] = ()
        biaya: tuple[str, ...] = ()
        produk: tuple[str, ...] = ()
        sarana: tuple[str, ...] = ()
        pengawasan: tuple[str, ...] = ()
        jumlah_pelaksana: tuple[str, ...] = ()
        jaminan: tuple[str, ...] = ()
        keamanan: tuple[str, ...] = ()
        evaluasi: tuple[str, ...] = ()

    @property
    def texts(self) -> list[str]:
        """All that it says, as words to be found by."""
        own = (text for part in KOMPONEN for text in getattr(self, part.key, ()))
        forms = (form.judul or "" for form in self.formulir)
        return [self.nama or "", *own, *self.tempat, *self.jam, *self.kontak, *forms]
