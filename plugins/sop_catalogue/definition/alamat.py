"""What keeps addresses alive: a code that stays, and the addresses at which something stood before."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from .fields import fault, one_line, scalar, slug

SYSTEM_NAMES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index)$")
"""Names that Windows keeps for itself, and the one that every folder's own page has."""

_MOST_IN_CODE, _MOST_IN_ADDRESS = 24, 250
_CODE = r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*"
_PART = "[a-z0-9]+(?:-[a-z0-9]+)*"


def _code(value: Any) -> str | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    text = one_line(value)
    if not re.fullmatch(_CODE, text) or len(text) > _MOST_IN_CODE or SYSTEM_NAMES.match(text.lower()):
        plain = slug(text)[:_MOST_IN_CODE].strip("-")
        usable = plain and not SYSTEM_NAMES.match(plain)
        raise fault(
            "kode",
            "ini tidak dapat menjadi kode SOP",
            expected=f"huruf, angka, dan tanda hubung di antaranya; paling panjang {_MOST_IN_CODE}",
            remedy=f"misalnya '{plain if usable else 'k7m2p9'}'",
        )
    return text


Kode = Annotated[
    str | None,
    BeforeValidator(_code),
    WithJsonSchema(scalar("kode", maybe=True, pattern=rf"^\s*({_CODE})?\s*$", maxLength=_MOST_IN_CODE)),
]


def _address(fewest: int, most: int, example: str) -> Any:
    """Of so many parts, as the site's addresses have them."""

    def checked(value: Any) -> str:
        text = one_line(value)
        plain = re.sub(r"\.ya?ml$", "", text).strip("/")
        parts = plain.split("/")
        if (
            fewest <= len(parts) <= most
            and len(plain) <= _MOST_IN_ADDRESS
            and all(part and slug(part) == part for part in parts)
        ):
            return plain
        raise fault(
            "alamat-lama",
            "ini bukan alamat seperti di situs",
            expected=f"folder dan nama berkasnya dulu dengan huruf kecil, misalnya {example}",
            remedy="salin dari alamat halamannya, sesudah …/sop/ dan tanpa garis miring di ujungnya",
        )

    pattern = rf"^\s*/?{_PART}(/{_PART}){{{fewest - 1},{most - 1}}}(\.ya?ml)?/?\s*$"
    title = f"alamat lama, misalnya {example}"
    return Annotated[str, BeforeValidator(checked), WithJsonSchema(scalar(title, pattern=pattern))]


AlamatSop = _address(3, 99, "blitar/umum/surat-masuk")
AlamatUnit = _address(2, 2, "blitar/umum")
AlamatPemda = _address(1, 1, "blitar")
