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


DRAFT = "KONSEP"
HELD_BACK = "Tidak dicetak, karena definisinya galat:"
_MARKED = ("konsep", "diganti", "dicabut")
UNKNOWN = Status("tidak-disebut", "Status tidak disebutkan")


def status_of(entry: SopEntry) -> Status:
    key = entry.sop.keadaan
    return Status(key, key.capitalize()) if key else UNKNOWN


def standing(entry: SopEntry) -> str:
    """As it is marked on paper; empty for one in force."""
    return entry.sop.keadaan.upper() if entry.sop.keadaan in _MARKED else ""


def stamp(entry: SopEntry, drafts: bool) -> str:
    """What is written across its sheets; `drafts`: all are printed as such."""
    return DRAFT if drafts else standing(entry)


def faults_said(faults: Iterable[Finding]) -> list[str]:
    """Why it is not printed, each once."""
    said = (f"{f.path}, baris {f.line}: {f'{f.field}: ' if f.field else ''}{f.message}" for f in faults)
    return list(dict.fromkeys(said))
