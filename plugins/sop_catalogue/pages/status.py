"""The standing of an SOP in words; colour and icon only repeat them."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalogue.model import SopEntry


@dataclass(frozen=True, slots=True)
class Status:
    key: str
    """For the style sheet."""
    text: str


UNKNOWN = Status("tidak-disebut", "Status tidak disebutkan")


def status_of(entry: SopEntry) -> Status:
    key = entry.sop.keadaan
    return Status(key, key.capitalize()) if key else UNKNOWN
