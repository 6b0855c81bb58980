"""A document as its reader gets it: with what LibreOffice makes of it, where its kind asks for that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import monotonic

from ...intake.page_pictures import Picture
from ...intake.primitives import Laid, UnreadableError
from ...intake.recovered import Recovered
from ...intake.scanned.letters import Letters
from .kinds import kind_of
from .office import LONGEST, converted, soffice
from .tesseract import as_pdf, missing

LARGEST = 80_000_000
"""Bytes of a document."""
_FIRST = range(1, 9)


@dataclass(frozen=True, slots=True)
class Given:
    file: Path
    instead: bytes | None = None
    """To be read in its place."""
    drawing: bytes | None = None
    """Its PDF, for the drawing."""
    letterless: str = ""
    """Why letters in pictures cannot be read."""

    def recovered(self, letters: Letters) -> list[Recovered]:
        """`UnreadableError` says why there is none."""
        kind = kind_of(self.file)
        if not kind:
            raise UnreadableError("jenis berkasnya tidak dikenal")
        own = self.file.read_bytes()
        data = own if self.instead is None else self.instead
        if kind.drawn and self.drawing:
            found = kind.drawn(self.file.name, data, self.drawing)
        elif kind.beside and self.instead is not None:
            found = kind.beside(self.file.name, data, own)
        else:
            found = kind.read(self.file.name, data, letters)
        for sop in found:  # what LibreOffice makes of a document differs each time
            sop.digest = sha256(own).hexdigest()
        return found

    def pictures(self, pages: Mapping[int, Laid | None]) -> tuple[Picture, ...]:
        """Of these pages; of its first ones where it does not say on which its SOPs stand."""
        kind = kind_of(self.file)
        if not kind or not kind.pictures or (kind.drawn and not self.drawing):
            return ()
        data = self.drawing or self.instead or self.file.read_bytes()
        return tuple(kind.pictures(data, pages or dict.fromkeys(_FIRST)))


def given(file: Path) -> Given:
    """Runs LibreOffice and Tesseract, in the process that asks: the one beside has a limit of memory, and is ended without what it started."""
    if file.stat().st_size > LARGEST:
        raise UnreadableError(f"lebih besar dari {LARGEST // 1_000_000} MB")
    kind, began = kind_of(file), monotonic()
    instead = converted(file, kind.through) if kind and kind.through else None
    if kind and kind.picture:
        instead = as_pdf(file)
    drawing = _drawing(file, LONGEST - (monotonic() - began)) if kind and kind.drawn else None
    return Given(file, instead, drawing, missing())


def _drawing(file: Path, longest: float) -> bytes | None:
    """What cannot be drawn can still be read."""
    if soffice() is None:
        return None
    try:
        return converted(file, "pdf", longest)
    except UnreadableError:
        return None
