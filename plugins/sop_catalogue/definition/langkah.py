"""What an author may write about the flow: lanes, steps, symbols, arrows, charts."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    Discriminator,
    PlainSerializer,
    SkipValidation,
    Tag,
    WithJsonSchema,
    model_validator,
)

from .fields import (
    Baris,
    BarisOpsional,
    DaftarBaris,
    DaftarTeks,
    Id,
    Isian,
    Teks,
    TeksOpsional,
    as_list,
    choice,
    fault,
    listed,
    one_line,
    or_text,
)

Bentuk = choice("mulai", "selesai", "proses", "keputusan")


class Cabang(NamedTuple):
    """One arrow, or one exit that forks: its label and where it leads."""

    label: str
    """Empty: an arrow without words."""
    tujuan: tuple[str, ...]
    jalur: tuple[str | int, ...]
    """The rest of the way inside the field, for messages."""


_EXAMPLE = "{Ya: lanjut, Tidak: 2}"


def _targets(value: Any, label: str) -> tuple[str, ...]:
    if value is None:
        raise fault(
            "tanpa-tujuan",
            f"cabang '{label}' tidak menuju ke mana-mana" if label else "panah ini tidak bertujuan",
            remedy="tulis nomor atau id langkah tujuannya, lanjut, atau berhenti",
        )
    return tuple(one_line(item) for item in as_list(value))


def _exits(value: Any, *, labelled: bool) -> tuple[Cabang, ...]:
    if value is None or value == ():
        return ()
    if isinstance(value, dict):
        return tuple(Cabang(one_line(key), _targets(to, one_line(key)), (key,)) for key, to in value.items())
    if labelled:
        raise fault(
            "keputusan", "cabang keputusan belum berlabel", expected=f"label dan tujuan, misalnya {_EXAMPLE}"
        )
    if isinstance(value, list):
        if any(isinstance(item, dict | list) for item in value):
            raise fault(
                "panah",
                "tujuan panah harus berupa teks",
                expected="lanjut, nomor atau id langkah; misalnya [3, periksa]",
            )
        return tuple(Cabang("", _targets(item, ""), (i,)) for i, item in enumerate(value))
    return (Cabang("", _targets(value, ""), ()),)


_TARGET: dict[str, Any] = {"type": ["string", "integer"]}
_ONE_OR_MORE: dict[str, Any] = {"anyOf": [_TARGET, {"type": "array", "items": _TARGET, "minItems": 1}]}
_LABELLED: dict[str, Any] = {"type": "object", "additionalProperties": _ONE_OR_MORE}

_written = PlainSerializer(lambda exits: [{"label": e.label, "tujuan": list(e.tujuan)} for e in exits])
Panah = Annotated[
    SkipValidation[tuple[Cabang, ...]],
    BeforeValidator(lambda v: _exits(v, labelled=False)),
    _written,
    WithJsonSchema({"anyOf": [_TARGET, {"type": "array", "items": _TARGET}, _LABELLED, {"type": "null"}]}),
]
"""`3`, `[3, periksa]`, or `{Online: 3, Offline: 5}`."""
Keputusan = Annotated[
    SkipValidation[tuple[Cabang, ...]],
    BeforeValidator(lambda v: _exits(v, labelled=True)),
    _written,
    WithJsonSchema({"anyOf": [_LABELLED, {"type": "null"}]}),
]
"""`{Ya: lanjut, Tidak: 2}`; one exit may fork: `{Ya: [3, 4], Tidak: 2}`."""


class Jalur(Isian):
    """One lane (kolom pelaksana)."""

    nama: TeksOpsional = None
    """Nama di kepala kolom, persis seperti pada dokumen. Boleh kosong bila kolomnya memang tanpa nama."""
    id: Id = None
    """Nama pendek untuk dirujuk langkah; perlu bila nama kolomnya kembar atau kosong."""
    peran: BarisOpsional = None
    """Id atau nama jabatan di daftar peran, bila namanya di sini lain."""
    singkatan: DaftarBaris = ()
    """Sebutan lain untuk pelaksana ini, bila tidak ada di daftar peran."""


class KelompokJalur(Isian):
    """Lanes under one heading."""

    kelompok: Baris
    """Judul di atas kolom-kolom ini."""
    pelaksana: listed(or_text(Jalur, "nama"))  # type: ignore[valid-type]
    """Kolom-kolomnya."""


class Sel(Isian):
    """One cell of the mutu baku."""

    teks: DaftarTeks
    """Isi sel: satu teks, atau daftar."""
    sampai: BarisOpsional = None
    """Sel ini digabung sampai langkah itu (nomor atau id)."""


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, Sel):
        return value
    return value if isinstance(value, dict) else {"teks": value}


SelOpsional = Annotated[Sel | None, BeforeValidator(_cell, json_schema_input_type=Sel | DaftarTeks)]


class Simbol(Isian):
    """One symbol of a row that holds several."""

    di: DaftarBaris
    """Pelaksana yang kolomnya memuat simbol ini; dua pelaksana berdampingan: satu kotak selebar keduanya."""
    id: Id = None
    """Nama simbol, supaya panah dapat menujunya."""
    bentuk: Bentuk | None = None  # type: ignore[valid-type]
    """mulai, selesai, proses, atau keputusan."""
    teks: BarisOpsional = None
    """Teks pendek di dalam simbol."""
    ke: Panah = ()
    """Tujuan panah. Tanpa ini, panah menuju simbol berikutnya di baris ini, atau langkah berikutnya."""
    keputusan: Keputusan = ()
    """Cabang keputusan: label dan tujuannya."""
    garis_ke: DaftarBaris = ()
    """Garis tanpa panah ke simbol lain: kerja bersama."""

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if not self.di:
            raise fault(
                "simbol-tanpa-pelaksana", "simbol ini belum menyebut pelaksana", remedy="tambahkan 'di: …'"
            )
        return self


class Langkah(Isian):
    """One row of the flow table."""

    id: Id = None
    """Nama langkah, supaya panah tidak rusak bila ada baris disisipkan."""
    no: BarisOpsional = None
    """Nomor seperti pada dokumen, bila bukan nomor urut biasa."""
    kegiatan: Teks
    """Apa yang dikerjakan."""
    pelaksana: DaftarBaris = ()
    """Siapa yang mengerjakan; lebih dari satu berarti dikerjakan bersama."""
    kerja_sama: choice("garis", "kotak") = "garis"  # type: ignore[valid-type]
    """Bila pelaksananya lebih dari satu: simbol-simbol dihubungkan garis, atau satu kotak melintasi kolomnya."""
    bentuk: Bentuk | None = None  # type: ignore[valid-type]
    """mulai, selesai, proses, atau keputusan. Tanpa ini: yang pertama dan terakhir kapsul, lainnya kotak."""
    teks: BarisOpsional = None
    """Teks pendek di dalam simbol."""
    ke: Panah = ()
    """Tujuan panah bila bukan langkah berikutnya: nomor, id, lanjut, atau berhenti."""
    keputusan: Keputusan = ()
    """Cabang keputusan: label dan tujuannya."""
    simbol: listed(Simbol) = ()  # type: ignore[valid-type]
    """Beberapa simbol dalam satu baris, menggantikan pelaksana, bentuk, teks, ke dan keputusan."""
    kelengkapan: SelOpsional = None
    """Berkas dan alat yang diperlukan."""
    waktu: SelOpsional = None
    """Lamanya, misalnya 10 menit atau 1–3 hari kerja."""
    output: SelOpsional = None
    """Hasilnya."""
    keterangan: SelOpsional = None
    """Catatan pada kolom Keterangan."""
    tafsiran: listed(choice("pelaksana", "simbol", "panah")) = ()  # type: ignore[valid-type]
    """Bagian yang tidak tertulis di dokumen asal dan disimpulkan dari teksnya."""
    catatan_penyunting: DaftarTeks = ()
    """Catatan penyalin tentang langkah ini; bukan bagian dokumen."""

    @model_validator(mode="after")
    def _one_way_of_saying(self) -> Self:
        if self.simbol and (self.pelaksana or self.bentuk or self.teks or self.ke or self.keputusan):
            raise fault(
                "simbol-ganda",
                "langkah ini memakai 'simbol' dan juga pelaksana, bentuk, teks, ke, atau keputusan",
                remedy="pindahkan semuanya ke dalam butir-butir 'simbol'",
            )
        return self


def _lane(value: Any) -> Any:
    if isinstance(value, dict | BaseModel):
        return value
    return {"nama": one_line(value)}


def _lane_kind(value: Any) -> str:
    grouped = isinstance(value, KelompokJalur) or (isinstance(value, dict) and "kelompok" in value)
    return "<kelompok>" if grouped else "<jalur>"


_LaneOrGroup = Annotated[
    Annotated[Jalur, Tag("<jalur>")] | Annotated[KelompokJalur, Tag("<kelompok>")], Discriminator(_lane_kind)
]
DaftarJalur = listed(
    Annotated[_LaneOrGroup, BeforeValidator(_lane, json_schema_input_type=Baris | KelompokJalur | Jalur)]
)
"""Lanes from left to right: names, lanes with more to say, or groups of lanes."""


class Bagan(Isian):
    """One chart of an SOP that has several."""

    judul: BarisOpsional = None
    """Judul di atas bagan."""
    pelaksana: DaftarJalur = ()  # type: ignore[valid-type]
    """Kolom pelaksana dari kiri ke kanan. Tanpa ini: menurut urutan munculnya di langkah."""
    langkah: listed(Langkah)  # type: ignore[valid-type]
    """Langkah-langkah menurut urutan."""
    catatan_kaki: DaftarTeks = ()
    """Catatan di bawah bagan."""

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not self.langkah:
            raise fault(
                "tanpa-langkah",
                "bagan ini belum memuat langkah",
                remedy="tambahkan 'langkah:' dengan butir-butirnya",
            )
        return self
