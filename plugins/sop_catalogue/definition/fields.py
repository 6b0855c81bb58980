"""The kinds of values a definition is made of: what may be typed, and what it becomes.

Each kind takes the shorthand an author writes (one text for a list of one) and hands on one canonical form;
its JSON Schema describes what may be typed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from .tanggal import EXAMPLES, DateFault, Tanggal, read_date


class Isian(BaseModel):
    """Ground of every model: unknown keys are faults, attribute docstrings are what editors show."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def fault(code: str, message: str, *, expected: str = "", remedy: str = "") -> PydanticCustomError:
    """A fault of ours inside pydantic's report."""
    context = {"pesan": message, "mestinya": expected, "perbaikan": remedy}
    return PydanticCustomError(code, "{pesan}", context)  # type: ignore[arg-type]


_BAD_CHARACTERS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        value = "true" if value else "false"
    if isinstance(value, int | float):
        value = str(value)
    if value is None:
        raise fault("kosong", "isian ini kosong", remedy="isi, atau hapus barisnya")
    if isinstance(value, list | dict):
        kind = "daftar" if isinstance(value, list) else "isian bertingkat"
        raise fault(
            "bukan-teks",
            f"di sini tertulis {kind}",
            expected="satu teks",
            remedy="tulis satu teks saja; teks yang memuat ': ' diapit tanda kutip",
        )
    text = unicodedata.normalize("NFC", value).strip()
    if bad := _BAD_CHARACTERS.search(text):
        raise fault(
            "karakter",
            f"ada karakter tak terlihat (U+{ord(bad[0]):04X})",
            remedy="hapus lalu ketik ulang bagian ini",
        )
    return text


def one_line(value: Any) -> str:
    return " ".join(_text(value).split())


def _nonempty(value: str) -> str:
    if not value:
        raise fault("kosong", "isian ini kosong", remedy="isi, atau hapus barisnya")
    return value


_SCALAR = {"type": ["string", "number", "boolean"]}
_MAYBE_SCALAR = {"type": ["string", "number", "boolean", "null"]}

Baris = Annotated[str, BeforeValidator(lambda v: _nonempty(one_line(v))), WithJsonSchema(_SCALAR)]
"""A text of one line."""

Teks = Annotated[str, BeforeValidator(lambda v: _nonempty(_text(v))), WithJsonSchema(_SCALAR)]
"""A text that may run over lines and use the small Markdown."""


def _maybe(value: Any, read: Any) -> str | None:
    return None if value is None else read(value) or None


BarisOpsional = Annotated[
    str | None, BeforeValidator(lambda v: _maybe(v, one_line)), WithJsonSchema(_MAYBE_SCALAR)
]
TeksOpsional = Annotated[
    str | None, BeforeValidator(lambda v: _maybe(v, _text)), WithJsonSchema(_MAYBE_SCALAR)
]

_ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$")


def _id(value: Any) -> str | None:
    if value is None:
        return None
    text = one_line(value)
    if not _ID.match(text) or len(text) > 60:
        raise fault(
            "id",
            "nama ini tidak dapat dipakai sebagai id",
            expected="huruf kecil, angka dan tanda hubung, diawali huruf",
            remedy=f"misalnya '{slug(text) or 'periksa-berkas'}'",
        )
    return text


def slug(text: str) -> str:
    """`text` as an id or a part of an address: a–z, 0–9 and hyphens only."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


Id = Annotated[
    str | None,
    BeforeValidator(_id),
    WithJsonSchema(
        {"type": ["string", "null"], "pattern": "^[a-z][a-z0-9]*([-_][a-z0-9]+)*$", "maxLength": 60}
    ),
]

_YES, _NO = ("ya", "true", "iya"), ("tidak", "false", "tdk")


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = one_line(value).lower()
    if word in _YES or word in _NO:
        return word in _YES
    raise fault("ya-tidak", "isian ini bukan ya atau tidak", expected="ya atau tidak")


YaTidak = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["ya", "tidak", True, False]})]


def as_list(value: Any) -> Any:
    """One value stands for a list of one; nothing, for none."""
    if value is None:
        return []
    return value if isinstance(value, list | tuple) else [value]


def listed(kind: Any) -> Any:
    """A list of `kind`, or one `kind` alone, or nothing."""
    return Annotated[
        tuple[kind, ...], BeforeValidator(as_list, json_schema_input_type=list[kind] | kind | None)
    ]


DaftarBaris = listed(Baris)
DaftarTeks = listed(Teks)


def choice(*words: str) -> Any:
    """One of a few words, in any case of letters."""

    def read(value: Any) -> Any:
        return value if not isinstance(value, str) else " ".join(value.lower().split())

    return Annotated[Literal[words], BeforeValidator(read)]  # type: ignore[valid-type]


def _date(value: Any) -> Tanggal | None:
    if value is None or isinstance(value, Tanggal):
        return value
    try:
        return read_date(one_line(value))
    except DateFault as error:
        raise fault("tanggal", str(error), expected=EXAMPLES, remedy=error.remedy) from None


TanggalOpsional = Annotated[
    Tanggal | None,
    BeforeValidator(_date),
    PlainSerializer(lambda t: t and {"teks": t.tampil, "iso": t.iso}),
    WithJsonSchema({"type": ["string", "integer", "null"]}),
]


def or_text(model: type[BaseModel], key: str) -> Any:
    """`model`, or a text alone, which then is its `key`."""

    def read(value: Any) -> Any:
        return value if isinstance(value, dict | BaseModel) else {key: value}

    return Annotated[model, BeforeValidator(read, json_schema_input_type=model | Baris)]


__all__ = [
    "Baris",
    "BarisOpsional",
    "DaftarBaris",
    "DaftarTeks",
    "Field",
    "Id",
    "Isian",
    "TanggalOpsional",
    "Teks",
    "TeksOpsional",
    "YaTidak",
    "as_list",
    "choice",
    "fault",
    "listed",
    "one_line",
    "or_text",
    "slug",
]
