"""What an SOP was before: its revisions, and the texts of those that were kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from .daftar import Pejabat
from .fields import BarisOpsional, Isian, TanggalOpsional, fault, one_line
from .shapes import Ringkas

_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
"""As the code on a sheet may have it."""


def _number(value: Any) -> int:
    text = one_line(value)
    if not _NUMBER.fullmatch(text):
        raise fault(
            "nomor-revisi",
            "ini bukan nomor revisi",
            expected="angka 0 sampai 9999; 0 untuk naskah yang pertama",
            remedy="tulis angkanya saja, misalnya 1",
        )
    return int(text)


NomorRevisi = Annotated[
    int,
    BeforeValidator(_number),
    WithJsonSchema({"title": "nomor revisi", "type": ["integer", "string"], "pattern": r"^\s*\d{1,4}\s*$"}),
]


class Revisi(Isian, title="Revisi"):
    """One revision, the present one included."""

    nomor: NomorRevisi
    """Nomor revisi; 0 untuk naskah yang pertama."""
    tanggal: TanggalOpsional = None
    """Tanggal revisi ini; bila kosong, yang di 'tanggal'."""
    alasan: BarisOpsional = None
    """Mengapa direvisi."""
    disahkan_oleh: Annotated[Pejabat | None, Ringkas("jabatan")] = None
    """Pejabat yang mengesahkan revisi ini: jabatan, nama, NIP."""
    berkas: BarisOpsional = None
    """Berkas naskahnya di folder riwayat SOP ini; kosong bila naskahnya tidak ada lagi."""
    sidik: BarisOpsional = None
    """Sidik berkas itu (SHA-256), yang menunjukkan bahwa isinya tidak pernah diubah."""


def revision_number(dates: int, history: Iterable[Revisi]) -> int:
    """Of an SOP as it is: revised as often as it has dates, or as its history knows. A text that was kept is an earlier one."""
    return max([dates, *(item.nomor + bool(item.berkas) for item in history)])
