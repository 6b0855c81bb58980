"""What a page of a document consists of, whichever library read it: words, strokes, filled shapes.

Lengths are points; the origin is the upper left corner of the page as it is read, y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def center(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, point: Point, slack: float = 0) -> bool:
        x, y = point
        return self.left - slack <= x <= self.right + slack and self.top - slack <= y <= self.bottom + slack

    def around(self, other: Box, slack: float = 0) -> bool:
        return self.holds((other.left, other.top), slack) and self.holds((other.right, other.bottom), slack)

    def meets(self, other: Box, slack: float = 0) -> bool:
        return (
            self.left <= other.right + slack
            and other.left <= self.right + slack
            and self.top <= other.bottom + slack
            and other.top <= self.bottom + slack
        )

    def joined(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


def box_of(points: tuple[Point, ...]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    box: Box
    spaced: bool = True
    """Whether a space stands before it, where it follows another one on its line."""
    broken: bool = False
    """Ends with a hyphen that only the end of the line made."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Ring:
    """A line or an outline, its curves made straight."""

    points: tuple[Point, ...]
    closed: bool = False
    curved: bool = False

    @property
    def box(self) -> Box:
        return box_of(self.points)


@dataclass(frozen=True, slots=True)
class Stroke:
    ring: Ring
    width: float = 1
    white: bool = False
    """To be seen on colours only: a rule between cells, but no symbol's border."""


@dataclass(frozen=True, slots=True)
class Fill:
    """One filled shape; a ring inside another is its hole."""

    rings: tuple[Ring, ...]
    white: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """How the picture of a page was laid straight before it was read."""

    fall: float = 0
    """By how much its lines fell for each step to the right."""
    turns: int = 0
    """Quarters, clockwise."""


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    """Counted from 1."""
    width: float
    height: float
    words: tuple[Word, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    fills: tuple[Fill, ...] = ()
    pictured: float = 0
    """Which part of it a picture covers."""
    laid: Laid | None = None
    """Where it was read from its picture: then there are no arrows."""
    unread: str = ""
    """Why its picture was not read."""


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    """Of its file."""
    pages: tuple[Page, ...]
    digest: str = ""
    """Of its bytes."""


class UnreadableError(Exception):
    """Why nothing can be read from a document, in a sentence for its owner."""
