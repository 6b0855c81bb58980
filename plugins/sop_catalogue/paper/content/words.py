"""Words on a sheet: headings and running text."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...pages.text.prose import Prose
from ..frame import Type
from ..text.line import Line

Said = str | Line
"""Words of ours, or an author's with his emphasis."""
DOT = " · "
"""Between the parts of a number at the foot."""
GOES_ON = "(lanjutan)"
"""At what goes on from the sheet before."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    said: Said
    type: Type
    of: str = ""
    """What it is the heading of: bagian, bagan, lampiran; empty within these."""
    going_on: bool = False

    @property
    def words(self) -> str:
        return self.said.words if isinstance(self.said, Line) else self.said


@dataclass(frozen=True, slots=True)
class Caption:
    """Over a table."""

    said: Line
    type: Type


@dataclass(frozen=True, slots=True)
class Text:
    prose: Prose
    type: Type
    kind: str
    """catatan or isi-lampiran."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Said in place of something."""

    text: str


@dataclass(frozen=True, slots=True)
class Centred:
    """In the middle of a sheet."""

    prose: Prose
    height: float


@dataclass(frozen=True, slots=True)
class FootLine:
    """At the foot of a sheet."""

    said: str
    number: str
    number_width: int
    """In px."""
    mark: Markup
    """A drawing, such as a QR code; may be empty."""
    again: bool
    """It stood on the sheet before, all but its number."""
    mark_last: bool = False
    """It stands on the right."""
    tabbed: bool = False
    """Before the number a binder writes its own."""
