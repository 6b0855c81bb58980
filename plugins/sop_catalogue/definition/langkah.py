"""What an author may write about the flow: lanes, steps, symbols, charts."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    model_validator,
)

from .fields import (
    Baris,
    BarisBolehKosong,
    BarisOpsional,
    Id,
    Isian,
    Teks,
    TeksOpsional,
    YaTidak,
    fault,
)
from .form import FORM
from .panah import Keluar, Keputusan, Panah, Penghubung
from .shapes import Daftar, DaftarBaris, DaftarPanjang, DaftarTeks, Diketahui, Pilihan
from .tafsiran import SatuBagan, Unsur


class Jalur(Isian, title="Kolom pelaksana"):
    """One lane (kolom pelaksana)."""

    nama: TeksOpsional = None
    """Nama di kepala kolom, persis seperti pada dokumen. Boleh kosong bila kolomnya memang tanpa nama."""
    id: Id = None
    """Nama pendek untuk dirujuk langkah; perlu bila nama kolomnya kembar atau kosong."""
    peran: BarisOpsional = None
    """Id atau nama jabatan di daftar peran, bila namanya di sini lain."""
    singkatan: DaftarBaris = ()
    """Sebutan lain untuk pelaksana ini, bila tidak ada di daftar peran."""


def _lane(value: Any) -> Any:
    """A lane's name alone; empty where the document has a column without a name."""
    if isinstance(value, dict | BaseModel):
        return value
    return {"nama": value}


class KelompokJalur(Isian, title="Kelompok pelaksana"):
    """Lanes under one heading."""

    kelompok: Baris
    """Judul di atas kolom-kolom ini."""
    pelaksana: Daftar[Annotated[Jalur, BeforeValidator(_lane, json_schema_input_type=BarisOpsional | Jalur)]]
    """Kolom-kolomnya."""


class Sel(Isian, title="Sel"):
    """One cell of the mutu baku."""

    teks: DaftarTeks
    """Isi sel: satu teks, atau daftar."""
    sampai: BarisOpsional = None
    """Sel ini digabung ke bawah sampai langkah itu (nomor atau id)."""


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, Sel):
        return value
    return value if isinstance(value, dict) else {"teks": value}


SelOpsional = Annotated[Sel | None, BeforeValidator(_cell, json_schema_input_type=Sel | DaftarTeks)]
Bentuk = Pilihan[Literal["mulai", "selesai", "proses", "keputusan"]]


class Simbol(Isian, title="Simbol"):
    """One symbol of a row that holds several."""

    di: DaftarBaris
    """Pelaksana yang kolomnya memuat simbol ini; dua pelaksana berdampingan: satu kotak selebar keduanya."""
    id: Id = None
    """Nama simbol, supaya panah dapat menujunya."""
    bentuk: Bentuk | None = None
    """mulai, selesai, proses, atau keputusan. Tanpa ini: proses; keputusan bila ada 'keputusan'."""
    teks: BarisOpsional = None
    """Teks pendek di dalam simbol."""
    ke: Panah = ()
    """Tujuan panah. Tanpa ini, panah menuju simbol berikutnya di baris ini, atau langkah berikutnya."""
    keputusan: Keputusan = ()
    """Cabang keputusan: label dan tujuannya, misalnya {Ya: lanjut, Tidak: 2}."""
    bolak_balik: YaTidak = False
    """ya: panahnya berkepala di kedua ujung, misalnya untuk konsultasi."""
    penghubung: Penghubung = Field(default_factory=dict)
    """Huruf atau angka penghubung (segi lima) panahnya bila terpotong halaman, seperti pada dokumen; menurut label bila panahnya beberapa: {Tidak: A}."""
    keluar: Keluar = Field(default_factory=dict)
    """Sisi simbol tempat panahnya keluar: atas, bawah, kiri, atau kanan; menurut label bila panahnya beberapa: {Ya: bawah, Tidak: kanan}."""
    garis_ke: DaftarBaris = ()
    """Garis tanpa panah ke simbol lain: kerja bersama."""
    diketahui: Diketahui = Field(default_factory=dict)
    """Temuan di simbol ini yang memang demikian adanya: kode temuan dan alasannya."""

    @model_validator(mode="after")
    def _placed(self) -> Self:
        if not self.di:
            raise fault(
                "simbol-tanpa-pelaksana",
                "simbol ini belum menyebut pelaksana",
                expected="di: nama pelaksana",
                remedy="tulis nama pelaksananya sesudah 'di:'",
            )
        return self


_OF_SYMBOLS = (
    "pelaksana",
    *(key for key in Simbol.model_fields if key not in ("di", "id", "garis_ke", "diketahui")),
)
"""What a step says of its one symbol, and each item of `simbol` of its own."""


class Langkah(Isian, title="Langkah"):
    """One row of the flow table."""

    id: Id = None
    """Nama langkah, supaya panah tidak rusak bila ada baris disisipkan."""
    no: BarisBolehKosong = None
    """Nomor seperti pada dokumen, bila bukan nomor urut biasa; "" bila langkah ini tidak bernomor."""
    kegiatan: Teks
    """Apa yang dikerjakan."""
    pelaksana: DaftarBaris = ()
    """Siapa yang mengerjakan; lebih dari satu berarti dikerjakan bersama."""
    kerja_sama: Pilihan[Literal["garis", "kotak"]] = "garis"
    """Bila pelaksananya lebih dari satu: simbol-simbol dihubungkan garis, atau satu kotak melintasi kolomnya."""
    bentuk: Bentuk | None = None
    """mulai, selesai, proses, atau keputusan. Tanpa ini: yang pertama dan terakhir kapsul, lainnya kotak."""
    teks: BarisOpsional = None
    """Teks pendek di dalam simbol."""
    ke: Panah = ()
    """Tujuan panah bila bukan langkah berikutnya: nomor atau id langkah, lanjut, selesai, atau berhenti."""
    keputusan: Keputusan = ()
    """Cabang keputusan: label dan tujuannya, misalnya {Ya: lanjut, Tidak: 2}."""
    bolak_balik: YaTidak = False
    """ya: panahnya berkepala di kedua ujung, misalnya untuk konsultasi."""
    penghubung: Penghubung = Field(default_factory=dict)
    """Huruf atau angka penghubung (segi lima) panahnya bila terpotong halaman, seperti pada dokumen; menurut label bila panahnya beberapa: {Tidak: A}."""
    keluar: Keluar = Field(default_factory=dict)
    """Sisi simbol tempat panahnya keluar: atas, bawah, kiri, atau kanan; menurut label bila panahnya beberapa: {Ya: bawah, Tidak: kanan}."""
    simbol: Daftar[Simbol] = ()
    """Beberapa simbol dalam satu baris, menggantikan pelaksana, bentuk, teks, ke, keputusan dan yang lain tentang simbolnya."""
    halaman_baru: YaTidak = False
    """ya: pada cetakan, langkah ini memulai lembar baru."""
    kelengkapan: SelOpsional = None
    """Berkas dan alat yang diperlukan."""
    waktu: SelOpsional = None
    """Lamanya, misalnya 10 menit atau 1–3 hari kerja."""
    output: SelOpsional = None
    """Hasilnya."""
    keterangan: SelOpsional = None
    """Catatan pada kolom Keterangan."""
    tafsiran: Daftar[Pilihan[Unsur]] = ()
    """Bagian langkah ini yang tidak tergambar di dokumen asal dan disimpulkan dari teksnya: pelaksana, simbol (bentuknya), panah (yang keluar darinya)."""
    catatan_penyunting: DaftarTeks = ()
    """Catatan penyalin tentang langkah ini; bukan bagian dokumen."""
    diketahui: Diketahui = Field(default_factory=dict)
    """Temuan di langkah ini yang memang demikian adanya: kode temuan dan alasannya."""

    @model_validator(mode="after")
    def _one_way_of_saying(self) -> Self:
        if self.simbol and (twice := [key for key in _OF_SYMBOLS if getattr(self, key)]):
            raise fault(
                "simbol-ganda",
                f"langkah ini memakai 'simbol' dan juga {', '.join(twice)}",
                remedy="pindahkan semuanya ke dalam butir-butir 'simbol'",
            )
        return self

    def cell(self, column: str) -> Sel | None:
        """Of a column behind the lanes."""
        found: Sel | None = getattr(self, column)
        return found

    @property
    def cells(self) -> list[Sel | None]:
        """Behind the lanes, in the form's order."""
        return [self.cell(column.key) for column in FORM.columns]


def _lane_kind(value: Any) -> Literal["<kelompok>", "<jalur>"]:
    grouped = isinstance(value, KelompokJalur) or (isinstance(value, dict) and "kelompok" in value)
    return "<kelompok>" if grouped else "<jalur>"


_LaneOrGroup = Annotated[
    Annotated[Jalur, Tag("<jalur>")] | Annotated[KelompokJalur, Tag("<kelompok>")], Discriminator(_lane_kind)
]
DaftarJalur = Daftar[
    Annotated[
        _LaneOrGroup, BeforeValidator(_lane, json_schema_input_type=BarisOpsional | Jalur | KelompokJalur)
    ]
]
"""Lanes from left to right: names, lanes with more to say, or groups of lanes."""


class Bagan(Isian, title="Bagan"):
    """One chart of an SOP that has several."""

    judul: BarisOpsional = None
    """Judul di atas bagan."""
    pelaksana: DaftarJalur = ()
    """Kolom pelaksana dari kiri ke kanan. Tanpa ini: daftar pelaksana SOP, atau menurut urutan munculnya di langkah."""
    langkah: DaftarPanjang[Langkah]
    """Langkah-langkah menurut urutan."""
    catatan_kaki: DaftarTeks = ()
    """Catatan di bawah bagan."""
    tafsiran: Daftar[Pilihan[SatuBagan]] = ()
    """Yang disimpulkan pada setiap langkah bagan ini, karena tidak tergambar di dokumen asal."""

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not self.langkah:
            raise fault(
                "tanpa-langkah",
                "bagan ini belum memuat langkah",
                remedy="tambahkan 'langkah:' dengan butir-butirnya",
            )
        return self
