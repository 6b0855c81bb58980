"""What reading a document gives, as values that go from process to process and are kept from run to run."""

from __future__ import annotations

from dataclasses import dataclass

from ...intake.page_pictures import Picture
from ...intake.recovered import Spot


@dataclass(frozen=True, slots=True)
class Doubt:
    """A `# PERIKSA` of a definition."""

    words: str
    line: int
    """Of the definition, counted from 1."""
    chart: int | None = None
    """Counted from 0; none: it is about the identity."""
    anchor: str = ""
    """Of the row that it is about; empty: it is about the whole chart."""
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class RowPlace:
    anchor: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """An SOP as read from a document, ready to be written."""

    name: str
    text: str
    symbols: int
    arrows: int
    doubts: tuple[Doubt, ...] = ()
    faults: tuple[str, ...] = ()
    """What `sop check` would call an error."""
    pages: tuple[int, ...] = ()
    rows: tuple[RowPlace, ...] = ()

    @property
    def settled(self) -> bool:
        """Nothing of it has to be looked at."""
        return bool(self.symbols) and not (self.doubts or self.faults)


Answer = tuple[Imported, ...] | str
"""The SOPs of a document, or why there is none."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An SOP as the site shows it, in finished HTML."""

    identity: str
    charts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """What a report shows of a document beside its definitions."""

    drawn: tuple[Drawn, ...] = ()
    """Of each SOP; nothing where none could be drawn."""
    pictures: tuple[Picture, ...] = ()
    cells: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """Of each SOP of a document without pictures its rows, as they were read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that became of a document."""

    answer: Answer
    seconds: float = 0
    proof: Proof = Proof()
    lasting: bool = True
    """Whether reading it again would come to the same; what the machine was too slow or too small for may not."""
