"""What is said around the flow: the head of the form, its boxes, and all that an SOP says beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from pydantic import BaseModel

from ..daftar import Pejabat
from ..form import FORM
from ..identitas import Butir, TandaTangan, TanggalSop
from ..layanan import KOMPONEN
from ..sop import Lampiran, Sop
from ..tanggal import Tanggal
from .texts import of_list, of_text
from .values import Change

_NO_CONTENT = {"sumber", "tafsiran", "diketahui", "catatan_penyunting", "kode", "alamat_lama", "riwayat"}
"""What is said of a definition, and not in it."""
_OF_THE_FLOW = {"pelaksana", "langkah", "catatan_kaki", "bagan", "judul_bagan"}
_LABELS = {part.key: part.label for part in (*FORM.head, *FORM.boxes)} | {
    "judul": "Judul di katalog",
    "pemda": "Pemerintah daerah",
    "unit": "Unit kerja",
    "subunit": "Bagian",
    "kop": "Kepala formulir",
    "tanda_tangan": "Tanda tangan",
    "diganti_oleh": "Diganti oleh",
    "sebutan": "Sebutan lain",
    "jenis": "Jenis SOP",
    "layanan": "Layanan",
    "tautan": "Dokumen asli",
}
_COMPONENTS = {part.key: part.label for part in KOMPONEN} | {"nama": "nama", "tempat": "tempat", "jam": "jam"}
_BARE = {"nomor", "tautan", "jenis", "status", "nip", *TanggalSop.model_fields}
"""Measures and names, which need no quotation marks."""
_BOXES = {box.key for box in FORM.boxes}
_ORDER = (*(row.key for row in FORM.head), *(box.key for box in FORM.boxes))


def identity_changes(one: Sop, other: Sop) -> Iterator[Change]:
    """In the order of the form; what the form does not know follows."""
    mine, theirs = _parts(one), _parts(other)
    for key in dict.fromkeys((*_ORDER, *mine, *theirs)):
        before, after = mine.get(key, ()), theirs.get(key, ())
        if before == after:
            continue
        place, _, part = key.partition(".")
        label = _LABELS.get(place, place.replace("_", " ").capitalize())
        said = _said(place, part)
        quoted = (part or place) not in _BARE
        if isinstance(before or after, str):
            yield from of_text(label, said, str(before or ""), str(after or ""), quoted=quoted)
        else:
            yield from of_list(label, said, tuple(before), tuple(after), quoted=quoted)


def _said(place: str, part: str) -> str:
    words = part.replace("_", " ")
    return _COMPONENTS.get(part, words) if place == "layanan" else words.upper() if part == "nip" else words


Texts = str | tuple[str, ...]


def _parts(sop: Sop) -> dict[str, Texts]:
    """Every text by its key, `disahkan_oleh.nama`; nothing of what is empty."""
    keys = (key for key in type(sop).model_fields if key not in _OF_THE_FLOW | _NO_CONTENT)
    found = (part for key in keys for part in _of(key, getattr(sop, key)))
    return {name: texts for name, texts in found if texts}


def _of(key: str, value: Any) -> Iterator[tuple[str, Texts]]:
    match value:
        case TanggalSop():
            for name in TanggalSop.model_fields:
                days = getattr(value, name)
                yield name, _days(days) if isinstance(days, tuple) else days.tampil if days else ""
        case Pejabat() | Mapping():
            yield from _within(key, value)
        case _ if key == "layanan" and value:
            yield from _within(key, value)
        case tuple():
            yield key, tuple(map(_item, value))
        case str():
            yield key, value
        case None:
            return
        case _:  # a form, or what stands in place of a name from a register
            yield key, getattr(value, "nama", "") or tuple(_leaves(_plain(value)))


def _within(key: str, value: Any) -> Iterator[tuple[str, Texts]]:
    for name in type(value).model_fields:
        inner = getattr(value, name)
        if inner:
            yield f"{key}.{name}", tuple(map(_item, inner)) if isinstance(inner, tuple) else _item(inner)


def _days(days: tuple[Tanggal | None, ...]) -> tuple[str, ...]:
    return tuple(day.tampil for day in days if day)


def _item(value: Any) -> str:
    """One item of a list as one text."""
    match value:
        case str():
            return value
        case Butir():
            return " ".join(filter(None, (value.no, value.teks)))
        case TandaTangan():
            day = value.tanggal.tampil if value.tanggal else ""
            return ", ".join(
                filter(None, (value.jabatan, value.nama, value.pangkat, value.nip, value.tempat, day))
            )
        case Lampiran():
            cells = chain.from_iterable((t.judul or "", *t.kepala, *_leaves(t.baris)) for t in value.tabel)
            return "\n".join(filter(None, (value.judul, value.isi, *cells)))
    return "; ".join(_leaves(_plain(value)))


def _plain(value: BaseModel) -> Any:
    return value.model_dump(mode="json", exclude_defaults=True)


def _leaves(value: Any) -> Iterator[str]:
    """All texts of a value, those of mappings under their keys."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from (f"{key}: {text}" for text in _leaves(inner))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner)
    elif value is not None:
        yield str(value)
