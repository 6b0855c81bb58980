"""A page as a picture of greys, and which of its pixels are dark: by operations on whole rows, for there are millions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_SOME = 13
"""Of so many pixels one is enough to know how dark ink is."""


@dataclass(frozen=True, slots=True)
class Grey:
    """A byte a pixel, row by row."""

    wide: int
    high: int
    pixels: bytes
    fine: float
    """Pixels a point."""

    def pgm(self) -> bytes:
        """As a file that OCR programs read."""
        return b"P5 %d %d 255\n" % (self.wide, self.high) + self.pixels


@dataclass(frozen=True, slots=True)
class Dark:
    """The same with 1 for what is dark, else 0."""

    wide: int
    high: int
    pixels: bytes

    @property
    def rows(self) -> Iterator[bytes]:
        return (self.pixels[k * self.wide : (k + 1) * self.wide] for k in range(self.high))

    @property
    def columns(self) -> Iterator[bytes]:
        return (self.pixels[k :: self.wide] for k in range(self.wide))


def dark_of(grey: Grey) -> Dark:
    least = threshold(grey.pixels)
    table = bytes(level <= least for level in range(256))
    return Dark(grey.wide, grey.high, grey.pixels.translate(table))


def threshold(pixels: bytes) -> int:
    """Up to which grey a pixel is ink: where ink and paper are each most alike (Otsu)."""
    some = pixels[::_SOME]
    counts = [some.count(level) for level in range(256)]
    whole, sum_ = len(some), sum(level * many for level, many in enumerate(counts))
    below = part = 0
    best, found = -1.0, 127
    for level, many in enumerate(counts):
        below += many
        part += level * many
        if not below or below == whole:
            continue
        apart = part / below - (sum_ - part) / (whole - below)
        between = below * (whole - below) * apart * apart
        if between > best:
            best, found = between, level
    return min(max(found, 60), 200)


def thickened(rows: Iterator[bytes]) -> Iterator[bytes]:
    """Each row with the next one: so a line that is a little askew has no breaks."""
    last: int | None = None
    long = 0
    for row in rows:
        this, long = int.from_bytes(row), len(row)
        if last is not None:
            yield (last | this).to_bytes(long)
        last = this
    if last is not None:
        yield last.to_bytes(long)


def smaller(dark: Dark, times: int) -> Dark:
    """A pixel of it is dark where any of those is that it stands for."""
    wide, high = dark.wide // times, dark.high // times
    rows: list[bytes] = []
    for y in range(high):
        tall = 0
        for k in range(times):
            start = (y * times + k) * dark.wide
            tall |= int.from_bytes(dark.pixels[start : start + wide * times])
        row = tall.to_bytes(wide * times)
        several = 0
        for k in range(times):
            several |= int.from_bytes(row[k::times])
        rows.append(several.to_bytes(wide))
    return Dark(wide, high, b"".join(rows))
