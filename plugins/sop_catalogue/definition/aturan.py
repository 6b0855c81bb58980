"""How much a finding weighs, where an office says it."""

from __future__ import annotations

from typing import Annotated, Literal

from .fields import Baris, BarisOpsional, Isian
from .shapes import Pilihan, Ringkas

OFF = "mati"


class Aturan(Isian, title="Aturan"):
    """The level of one finding."""

    tingkat: Pilihan[Literal["galat", "peringatan", "saran", "mati"]]
    """galat, peringatan, saran, atau mati (tidak diperiksa)."""
    alasan: BarisOpsional = None
    """Mengapa; harus ada bila mati."""


AturanTemuan = dict[Baris, Annotated[Aturan, Ringkas("tingkat")]]
"""By the code of the finding."""
