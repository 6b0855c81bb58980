"""The official form on a sheet: its head, its boxes, and who signs."""

from __future__ import annotations

from dataclasses import dataclass

from ...pages.text.prose import Prose
from ..frame import Type
from ..text.line import Line


@dataclass(frozen=True, slots=True)
class Logo:
    of: str
    """The id of a unit or a pemda."""
    name: str
    """Of the one that it stands for."""
    picture: str
    """Which picture it is; another makes another sheet."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signs, with room for it between the office and the name."""

    where: tuple[str, ...]
    """Place and day."""
    office: tuple[str, ...]
    room: int
    """In px."""
    names: tuple[tuple[str, str], ...]
    """What each line is, and what it says."""


@dataclass(frozen=True, slots=True)
class Datum:
    label: Line
    value: str | Line | Signed
    """A line where it is the name of the SOP."""


@dataclass(frozen=True, slots=True)
class Kop:
    logo: Logo | None
    lines: tuple[Line, ...]
    subunit: Line | None


@dataclass(frozen=True, slots=True)
class FormHead:
    height: float
    kop: Kop
    data: tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class FormRemark:
    """Over the head; ours, not the document's."""

    height: float
    text: str


@dataclass(frozen=True, slots=True)
class FormBox:
    title: Line
    prose: Prose
    room: float
    """The width that its words have, in px."""
    going_on: bool = False


@dataclass(frozen=True, slots=True)
class FormBoxes:
    """Side by side."""

    height: float
    boxes: tuple[FormBox, ...]


@dataclass(frozen=True, slots=True)
class Form:
    width: int
    left: int
    """Of that, what stands left."""
    type: Type
    parts: tuple[FormRemark | FormHead | FormBoxes, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Side by side."""

    signs: tuple[Signed, ...]
    width: int
    """Of each, in px."""
    type: Type
    kind: str = ""
    """penetapan: of a decree."""
