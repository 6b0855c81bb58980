"""One revision of an SOP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ...definition.daftar import Pejabat
from ...definition.tanggal import Tanggal

if TYPE_CHECKING:
    from ..model import SopEntry


class Text(StrEnum):
    """What is known of a revision's text; the words are those of the data file."""

    PRESENT = "sekarang"
    SEALED = "utuh"
    """Its digest is the one that was written down."""
    UNSEALED = "tanpa-sidik"
    CHANGED = "berubah"
    LOST = "hilang"
    """It was kept, and cannot be read."""
    NONE = "tidak-disimpan"


@dataclass(eq=False, slots=True)
class Revision:
    number: int
    id: str
    """What its text stands under in addresses."""
    day: Tanggal | None = None
    reason: str = ""
    signer: Pejabat | None = None
    text: Text = Text.NONE
    source: bytes = field(default=b"", repr=False)
    """Its text; empty where there is none."""
    digest: str = ""
    """Of that text."""
    around: str = ""
    """Of what completes that text."""
    read: Callable[[], SopEntry | None] = field(default=lambda: None, repr=False)
    _entry: list[SopEntry | None] = field(default_factory=list, repr=False)

    @property
    def present(self) -> bool:
        return self.text is Text.PRESENT

    @property
    def entry(self) -> SopEntry | None:
        """Read only where it is asked for; None where it cannot be read."""
        if not self._entry:
            self._entry.append(self.read())
        return self._entry[0]

    @property
    def facts(self) -> tuple[object, ...]:
        """All that a page says of it, for keys."""
        signer = self.signer and self.signer.model_dump(mode="json")
        return self.number, self.id, self.day, self.reason, signer, self.text.value, self.around, self.digest
