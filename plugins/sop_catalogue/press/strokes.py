"""A page as the browser drew it: what no tag needs becomes an artifact, which no one hears.

Read with one expression, for a binder has some 250,000 operators. It knows what Skia writes, which is what every
Chromium prints with: no inline images, and letters as hexadecimal strings.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

_EVENT = re.compile(
    rb"""(?<!\S)(?:
      (?P<words>BT\s.*?\sET)
    | (?P<path>(?:(?:[-+.\d]++\s++)++(?:re|[mlcvy])\s++|h\s++)++(?:W\*?\s++)?(?P<paint>[fFSsBbn]\*?))
    | (?P<image>/\S+\s+(?:Do|sh))
    | (?P<moved>(?:[-+.\d]++\s++){6}cm)
    | (?P<saved>[qQ])
    | (?P<opened>/\S+\s*(?:<<\s*/MCID\s+(?P<number>\d+)\s*>>\s*BDC|<<.*?>>\s*BDC|/\S+\s+BDC|BMC))
    | (?P<closed>EMC)
    )(?!\S)""",
    re.DOTALL | re.VERBOSE,
)
_STEP = re.compile(rb"((?:[-+.\d]+\s+)+)(re|[mlcvy])")
_STROKE, _FOOT = b"/Artifact BMC", b"/Artifact <</Type/Pagination/Subtype/Footer>>BDC"

Matrix = tuple[float, float, float, float, float, float]
Spot = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, lower, right and upper, in points."""


@dataclass(frozen=True, slots=True)
class Drawn:
    data: bytes
    """The content, with all that is not heard marked as such."""
    strokes: frozenset[int]
    """The numbers of tagged parts that are but lines or a ground."""
    boxes: dict[int, Box]
    """Where the pictures are."""


def drawn(data: bytes, pictures: Collection[int], foot: Collection[int]) -> Drawn:
    """`pictures` and `foot`: the numbers of parts that are pictures, or repeat on every sheet."""
    page = _Page(data, pictures, foot)
    for event in _EVENT.finditer(data):
        page.see(event)
    return page.finished()


@dataclass(slots=True)
class _Page:
    data: bytes
    pictures: Collection[int]
    foot: Collection[int]
    out: list[bytes] = field(default_factory=list)
    written: int = 0
    """So much of the data is in `out`."""
    depth: int = 0
    """Of marks."""
    number: int | None = None
    mark: tuple[int, int] = (0, 0)
    """Where the outermost mark begins and ends."""
    words: bool = False
    """Or an image: whether there is more in it than paths."""
    loose: bool = False
    """Whether an artifact of ours is open."""
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    stack: list[Matrix] = field(default_factory=list)
    strokes: set[int] = field(default_factory=set)
    spots: dict[int, list[Spot]] = field(default_factory=dict)

    def see(self, event: re.Match[bytes]) -> None:
        match event.lastgroup:
            case "opened":
                self.open(event)
            case "closed":
                self.close()
            case "saved":
                self.save(event)
            case "moved":
                self.matrix = _times(_numbers(event[0]), self.matrix)
            case "path" if event["paint"] == b"n":
                pass
            case kind:
                self.paint(kind, event)

    def open(self, event: re.Match[bytes]) -> None:
        self.tidy(event.start())
        if not self.depth:
            number = event["number"]
            self.number = int(number) if number else None
            self.mark, self.words = event.span(), False
        self.depth += 1

    def close(self) -> None:
        self.depth -= 1
        if self.depth or self.number is None:
            return
        if self.number in self.foot:
            self.replace(*self.mark, _FOOT)
        elif not self.words and self.number not in self.pictures:
            self.replace(*self.mark, _STROKE)
            self.strokes.add(self.number)

    def save(self, event: re.Match[bytes]) -> None:
        self.tidy(event.start())
        if event[0] == b"q":
            self.stack.append(self.matrix)
        elif self.stack:
            self.matrix = self.stack.pop()

    def paint(self, kind: str | None, event: re.Match[bytes]) -> None:
        if not self.depth:
            if not self.loose:
                self.replace(event.start(), event.start(), _STROKE + b"\n")
                self.loose = True
            return
        self.words = self.words or kind != "path"
        if self.number is not None and self.number in self.pictures:
            spots = _path(event[0]) if kind == "path" else _CORNERS if kind == "image" else ()
            found = self.spots.setdefault(self.number, [])
            found += (_moved(spot, self.matrix) for spot in spots)

    def tidy(self, at: int) -> None:
        """An artifact ends where the state of the page or a tag begins or ends."""
        if self.loose:
            self.replace(at, at, b"EMC\n")
            self.loose = False

    def replace(self, start: int, end: int, by: bytes) -> None:
        self.out += (self.data[self.written : start], by)
        self.written = end

    def finished(self) -> Drawn:
        self.out.append(self.data[self.written :])
        if self.loose:
            self.out.append(b"\nEMC\n")
        boxes = {number: _around(spots) for number, spots in self.spots.items() if spots}
        return Drawn(b"".join(self.out), frozenset(self.strokes), boxes)


_CORNERS = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))
"""Of an image, before it is put in its place."""


def _path(data: bytes) -> Iterator[Spot]:
    for numbers, step in _STEP.findall(data):
        found = _numbers(numbers)
        if step == b"re":
            x, y, wide, high = found
            yield from ((x + right * wide, y + up * high) for right, up in _CORNERS)
        else:
            yield from zip(found[::2], found[1::2], strict=True)


def _numbers(data: bytes) -> tuple[float, ...]:
    return tuple(float(part) for part in data.split() if part != b"cm")


def _times(a: tuple[float, ...], b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _moved(spot: Spot, by: Matrix) -> Spot:
    x, y = spot
    return x * by[0] + y * by[2] + by[4], x * by[1] + y * by[3] + by[5]


def _around(spots: list[Spot]) -> Box:
    xs, ys = zip(*spots, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
