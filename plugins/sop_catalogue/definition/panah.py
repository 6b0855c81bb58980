"""What an author may write about arrows: where they lead, and how they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema

from .fields import Baris, fault, in_any_case, one_line, scalar
from .shapes import Pilihan, as_list


class Cabang(NamedTuple):
    """One arrow, or one exit that forks: its label and where it leads."""

    label: str
    """Empty: an arrow without words."""
    tujuan: tuple[str, ...]
    jalur: tuple[str | int, ...]
    """The rest of the way inside the field, for messages."""


_EXAMPLE = "{Ya: lanjut, Tidak: 2}"


def _labelled(value: Any) -> Any:
    if value is None:
        return {}
    if isinstance(value, dict | tuple):
        return value
    raise fault(
        "keputusan",
        "cabang keputusan belum berlabel",
        expected=f"label dan tujuan, misalnya {_EXAMPLE}",
        remedy="tulis label, titik dua, spasi, lalu tujuannya",
    )


def _maybe_labelled(value: Any) -> Any:
    if value is None or value == []:
        return {}
    return value if isinstance(value, dict | tuple) else {"": value}


def _exits(value: Any) -> tuple[Cabang, ...]:
    """Labels and their targets, each target with its way."""
    if isinstance(value, tuple):
        return value
    return tuple(
        Cabang(one_line(label) if label.strip() else "", to, (label,) if label else ())
        for label, to in value.items()
    )


def _somewhere(value: Any) -> Any:
    if value is None or value == []:
        raise fault(
            "tanpa-tujuan",
            "panah ini tidak menuju ke mana-mana",
            expected="nomor atau id langkah, lanjut, atau selesai",
            remedy="tulis tujuannya",
        )
    return as_list(value)


_TARGET: dict[str, Any] = scalar(
    "langkah tujuan",
    examples=["lanjut", "selesai", *range(1, 10)],
    description="lanjut (langkah berikutnya), selesai, nomor langkah, atau id langkah.",
)
"""Editors offer the examples; the ids of a file's own steps no schema can know."""
_TARGETS: dict[str, Any] = {"anyOf": [_TARGET, {"type": "array", "items": _TARGET, "minItems": 1}]}
_BY_LABEL: dict[str, Any] = {"type": "object", "additionalProperties": _TARGETS}
_ANY_ARROWS: dict[str, Any] = {
    "title": "tujuan, atau label dan tujuan",
    "anyOf": [_TARGET, {"type": "array", "items": _TARGET}, _BY_LABEL, {"type": "null"}],
}
_LABELLED_ARROWS: dict[str, Any] = {"title": "label dan tujuan", "anyOf": [_BY_LABEL, {"type": "null"}]}

if TYPE_CHECKING:
    Panah = tuple[Cabang, ...]
    Keputusan = tuple[Cabang, ...]
else:
    _Tujuan = Annotated[tuple[Baris, ...], BeforeValidator(_somewhere)]
    _Exits = Annotated[
        dict[str, _Tujuan],
        AfterValidator(_exits),
        PlainSerializer(lambda exits: [{"label": e.label, "tujuan": list(e.tujuan)} for e in exits]),
    ]
    Panah = Annotated[_Exits, BeforeValidator(_maybe_labelled), WithJsonSchema(_ANY_ARROWS)]
    Keputusan = Annotated[_Exits, BeforeValidator(_labelled), WithJsonSchema(_LABELLED_ARROWS)]
# `ke` takes `3`, `[3, periksa]`, or `{Online: 3, Offline: 5}`; `keputusan` only the last, and one exit may
# fork: `{Ya: [3, 4], Tidak: 2}`.


SISI = ("atas", "bawah", "kiri", "kanan")
_SIDE = {"title": "sisi", **in_any_case(SISI)}


def _by_label(value: Any) -> Any:
    """One value stands for all arrows."""
    if value is None:
        return {}
    return value if isinstance(value, dict) else {"": value}


def _per_arrow(title: str, one: dict[str, Any]) -> WithJsonSchema:
    kinds = one.get("anyOf", [one])
    return WithJsonSchema(
        {
            "title": title,
            "anyOf": [*kinds, {"type": "object", "additionalProperties": one}, {"type": "null"}],
        }
    )


if TYPE_CHECKING:
    Penghubung = dict[str, str]
    Keluar = dict[str, str]
else:
    _ByLabel = BeforeValidator(_by_label)
    Penghubung = Annotated[
        dict[str, Baris], _ByLabel, _per_arrow("teks, atau label dan teks", scalar("teks"))
    ]
    Keluar = Annotated[
        dict[str, Pilihan[Literal[SISI]]], _ByLabel, _per_arrow("sisi, atau label dan sisi", _SIDE)
    ]
