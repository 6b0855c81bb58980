"""The standing of an SOP in words, on the screen and on paper; colour and icon only repeat them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..catalogue.model import SopEntry
from ..definition.findings import Finding


@dataclass(frozen=True, slots=True)
class Status:
    key: str
    """For the style sheet."""
    text: str
    inferred: bool = False
    """No document states it."""


DRAFT = "KONSEP"
HELD_BACK = "Tidak dicetak, karena definisinya galat:"
UNSTATED = "tidak ada dokumen yang menyatakannya"
"""Of a status that was only concluded."""
_SAID = {
    "konsep": "Konsep, belum disahkan",
    "diganti": "Sudah diganti, tidak berlaku lagi",
    "dicabut": "Sudah dicabut, tidak berlaku lagi",
}
UNKNOWN = Status("tidak-disebut", "Status tidak disebutkan")


def status_of(entry: SopEntry) -> Status:
    key = entry.sop.keadaan
    return Status(key, entry.status_said.capitalize(), entry.status_inferred) if key else UNKNOWN


def standing(entry: SopEntry) -> str:
    """As a binder's lists have it; empty for one in force."""
    return entry.status_said.upper() if entry.sop.keadaan in _SAID else ""


def standing_said(entry: SopEntry) -> str:
    """As a sentence at the foot of its sheets; empty for one in force."""
    if entry.present:
        return f"Tidak berlaku lagi, digantikan revisi {entry.present.sop.revision}"
    said = _SAID.get(entry.sop.keadaan, "")
    return f"Tampaknya {said[0].lower()}{said[1:]} ({UNSTATED})" if said and entry.status_inferred else said


def stamp(entry: SopEntry, drafts: bool) -> str:
    """What is written across its sheets, which states a fact; `drafts`: all are printed as such."""
    if entry.present:
        return f"TIDAK BERLAKU – digantikan Rev. {entry.present.sop.revision}"
    return DRAFT if drafts else "" if entry.status_inferred else standing(entry)


def faults_said(faults: Iterable[Finding]) -> list[str]:
    """Why it is not printed, each once."""
    said = (f"{f.path}, baris {f.line}: {f'{f.field}: ' if f.field else ''}{f.message}" for f in faults)
    return list(dict.fromkeys(said))
