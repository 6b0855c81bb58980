"""Regulations as an SOP cites them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import LawEntry


@dataclass(frozen=True, slots=True)
class CitedPart:
    text: str
    law: LawEntry | None


@dataclass(frozen=True, slots=True)
class Citation:
    """One item of Dasar Hukum and the regulations it names."""

    text: str
    number: str
    parts: tuple[CitedPart, ...] = ()
    """The text cut where another regulation begins."""

    @property
    def laws(self) -> tuple[LawEntry, ...]:
        return tuple(dict.fromkeys(part.law for part in self.parts if part.law))
