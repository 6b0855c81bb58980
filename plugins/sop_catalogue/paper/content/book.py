"""What only the sheets of a binder show: its cover, its tabs, its decree."""

from __future__ import annotations

from dataclasses import dataclass

from ...pages.text.prose import Prose
from ..frame import Type
from .form import Logo


@dataclass(frozen=True, slots=True)
class CoverLines:
    place: str
    """atas, judul, bawah, tahun or ordner."""
    lines: tuple[str, ...]
    type: Type


@dataclass(frozen=True, slots=True)
class BookCover:
    height: float
    logo: Logo | None
    parts: tuple[CoverLines, ...]


@dataclass(frozen=True, slots=True)
class Spine:
    """A label for the back of a file."""

    file: str
    """How wide that is, in words."""
    width: int
    """Of the label, in px."""
    logo: Logo | None
    logo_height: int
    parts: tuple[CoverLines, ...]


@dataclass(frozen=True, slots=True)
class Spines:
    """Labels side by side, to cut out."""

    height: int
    labels: tuple[Spine, ...]
    type: Type
    """Of what is said below each."""


@dataclass(frozen=True, slots=True)
class TabTitle:
    number: int
    title: str
    above: str
    below: str
    top: int
    """Where at the edge its mark stands, in px from the sheet's upper margin."""
    type: Type
    title_type: Type


@dataclass(frozen=True, slots=True)
class DecreeHead:
    """Lines in capitals, in the middle."""

    lines: tuple[str, ...]
    type: Type
    titled: bool = False
    """The first of them names the decree."""


@dataclass(frozen=True, slots=True)
class Clause:
    label: str
    mark: str | None
    """Of an item; None for a text that is none. Empty where an item goes on."""
    prose: Prose
    type: Type
