"""The single values a definition is made of: what may be typed, and what it becomes.

Each kind's JSON Schema describes what may be typed; its title is what the reference calls it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from .tanggal import EXAMPLES, DateFault, Tanggal, read_date


class Isian(BaseModel):
    """Ground of every model: unknown keys are faults, attribute docstrings are what editors show."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def fault(code: Any, message: str, *, expected: str = "", remedy: str = "") -> PydanticCustomError:
    """A fault of ours inside pydantic's report."""
    return PydanticCustomError(code, "{pesan}", {"pesan": message, "mestinya": expected, "perbaikan": remedy})


_BAD_CHARACTERS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


_MOST_LETTERS = 5_000
"""Of one text; ten times as many as the longest that an office was seen to write."""
_MOST_IN_ATTACHMENT = 50_000


def _text(value: Any, most: int = _MOST_LETTERS) -> str:
    if isinstance(value, bool):
        value = "true" if value else "false"
    if isinstance(value, int | float):
        value = str(value)
    if value is None:
        raise _empty()
    if not isinstance(value, str):
        raise _not_text(value)
    if len(value) > most:
        raise _too_long(len(value), most)
    text = unicodedata.normalize("NFC", value).strip()
    if bad := _BAD_CHARACTERS.search(text):
        raise fault(
            "karakter",
            f"ada karakter tak terlihat (U+{ord(bad[0]):04X})",
            remedy="hapus isian ini lalu ketik ulang; jangan disalin-tempel",
        )
    if not text:
        raise _empty()
    return text


def says_something(text: str) -> bool:
    """A dash is how a form says: none."""
    return bool(text.strip(" -–—."))


def _nothing(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _empty() -> PydanticCustomError:
    return fault("kosong", "isian ini kosong", remedy="isi, atau hapus barisnya")


def _too_long(letters: int, most: int) -> PydanticCustomError:
    return fault(
        "teks-panjang",
        f"teks ini {letters} huruf, terlalu panjang untuk satu isian",
        expected=f"paling banyak {most} huruf",
        remedy="pecah menjadi beberapa butir, atau pindahkan ke 'lampiran'",
    )


def _not_text(value: Any) -> PydanticCustomError:
    if isinstance(value, list):
        return fault(
            "bukan-teks",
            "di sini tertulis daftar, padahal isiannya satu teks",
            expected="satu teks",
            remedy="tulis satu teks saja; teks yang diawali [ diapit tanda kutip",
        )
    return fault(
        "bukan-teks",
        "di sini tertulis kunci dan nilai, padahal isiannya satu teks",
        expected="satu teks",
        remedy="bila titik duanya bagian dari teks, apit seluruh teksnya dengan tanda kutip",
    )


def one_line(value: Any) -> str:
    """`value` as a text of one line."""
    return " ".join(_text(value).split())


def scalar(title: str, *, maybe: bool = False, **more: Any) -> dict[str, Any]:
    """The schema of one text; numbers and `true` are texts, too, but an editor that is told so would offer them."""
    refused = ["array", "object"] if maybe else ["array", "object", "null"]
    written = {} if maybe else {"pattern": r"\S"}
    said = f"Tulis satu {title}, bukan daftar atau kunci dan nilai."
    # Editors have words of their own for `not`; for a type they take ours.
    return {
        "title": title,
        "if": {"type": refused},
        "then": {"type": "string", "errorMessage": said},
        **written,
        **more,
    }


_TEXT_SCHEMA = WithJsonSchema(scalar("teks"))
_MAYBE_TEXT_SCHEMA = WithJsonSchema(scalar("teks", maybe=True))

Baris = Annotated[str, BeforeValidator(one_line), _TEXT_SCHEMA]
"""A text of one line."""

Teks = Annotated[str, BeforeValidator(_text), _TEXT_SCHEMA]
"""A text that may run over lines and use the small Markdown."""

BarisOpsional = Annotated[
    str | None, BeforeValidator(lambda v: None if _nothing(v) else one_line(v)), _MAYBE_TEXT_SCHEMA
]
BarisBolehKosong = Annotated[
    str | None,
    BeforeValidator(lambda v: "" if isinstance(v, str) and not v.strip() else v and one_line(v)),
    _MAYBE_TEXT_SCHEMA,
]
"""Where an empty text says that the document has none, and only a missing one stands for the usual."""
TeksOpsional = Annotated[
    str | None, BeforeValidator(lambda v: None if _nothing(v) else _text(v)), _MAYBE_TEXT_SCHEMA
]

TeksLampiran = Annotated[
    str | None,
    BeforeValidator(lambda v: None if _nothing(v) else _text(v, _MOST_IN_ATTACHMENT)),
    _MAYBE_TEXT_SCHEMA,
]

_LINK = r"\s*https?://\S+\s*"


def _link(value: str | None) -> str | None:
    if value and not re.fullmatch(_LINK, value):
        raise fault(
            "tautan",
            "alamat ini bukan alamat web",
            expected="alamat yang diawali https://",
            remedy="salin alamat lengkapnya dari peramban",
        )
    return value


Tautan = Annotated[
    BarisOpsional,
    AfterValidator(_link),
    WithJsonSchema({"title": "alamat web", "type": ["string", "null"], "pattern": rf"^(\s*|{_LINK})$"}),
]

_ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$")
_RESERVED = ("lanjut", "selesai", "berhenti")


def _id(value: Any) -> str | None:
    if value is None:
        return None
    text = one_line(value)
    if not _ID.match(text) or len(text) > 60 or text in _RESERVED:
        raise fault(
            "id",
            f"'{text}' sudah punya arti sendiri"
            if text in _RESERVED
            else "nama ini tidak dapat dipakai sebagai id",
            expected="huruf kecil, angka dan tanda hubung, diawali huruf",
            remedy=_id_remedy(text),
        )
    return text


def _id_remedy(text: str) -> str:
    suggestion = slug(text)
    usable = _ID.match(suggestion) and suggestion not in _RESERVED
    return f"misalnya '{suggestion if usable else 'periksa-berkas'}'"


@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """`text` as an id or a part of an address: a–z, 0–9 and hyphens only."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


Id = Annotated[
    str | None,
    BeforeValidator(_id),
    WithJsonSchema(
        {
            "title": "id",
            "type": ["string", "null"],
            "pattern": "^[a-z][a-z0-9]*([-_][a-z0-9]+)*$",
            "maxLength": 60,
            "not": {"enum": list(_RESERVED)},
        }
    ),
]

_YES, _NO = ("ya", "iya", "true"), ("tidak", "tdk", "false")


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = one_line(value).lower()
    if word not in _YES + _NO:
        raise fault(
            "ya-tidak",
            "isian ini bukan ya atau tidak",
            expected="ya atau tidak",
            remedy="tulis ya, atau tidak",
        )
    return word in _YES


def in_any_case(words: tuple[str, ...]) -> dict[str, Any]:
    """One of `words`, offered by editors as written here, taken in any case of letters."""
    spelled = ["".join(f"[{c.upper()}{c}]" if c.isalpha() else r"\s+" for c in word) for word in words]
    return {
        "anyOf": [{"enum": list(words)}, {"type": "string", "pattern": rf"^\s*({'|'.join(spelled)})\s*$"}]
    }


_YES_NO_SCHEMA = {
    "title": "ya atau tidak",
    "anyOf": [*in_any_case(_YES + _NO)["anyOf"], {"type": "boolean"}],
}
YaTidak = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema(_YES_NO_SCHEMA)]


def _date(value: Any) -> Tanggal | None:
    if isinstance(value, Tanggal):
        return value
    if _nothing(value):
        return None
    try:
        return read_date(one_line(value))
    except DateFault as error:
        raise fault("tanggal", str(error), expected=EXAMPLES, remedy=error.remedy) from None


TanggalOpsional = Annotated[
    Tanggal | None,
    BeforeValidator(_date),
    PlainSerializer(lambda t: t and {"teks": t.tampil, "iso": t.iso}),
    WithJsonSchema({"title": "tanggal", "type": ["string", "integer", "null"]}),
]
