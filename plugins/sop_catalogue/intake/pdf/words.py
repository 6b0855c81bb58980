"""The letters of a PDF page become words."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from math import pi
from typing import Any

import pypdfium2.raw as c

from ..geometry import apart, around
from ..primitives import Box, Point, Ring, UnreadableError, Word, box_of

MOST_LETTERS, _MOST_PATCHES = 60_000, 400
"""Of a page."""
_PATCH = 40.0
"""What is higher covers more than a line."""
_HYPHENS = ("\x02", "\ufffe", "\u00ad")
"""How PDFium gives a hyphen at the end of a line."""
Alarm = Callable[[], None]
"""Called often while reading; raises when it has taken too long."""


class Place:
    """Where a point of a page lies once it is turned as it is read."""

    def __init__(self, page: Any) -> None:
        left, bottom, right, top = page.get_cropbox()
        self.turned = page.get_rotation() // 90 % 4
        self.left, self.bottom, self.right, self.top = left, bottom, right, top
        wide, high = right - left, top - bottom
        self.width, self.height = (high, wide) if self.turned % 2 else (wide, high)

    def at(self, x: float, y: float) -> Point:
        match self.turned:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x


class Layers:
    """What lies over what."""

    def __init__(self) -> None:
        self.painted: dict[int, int] = {}
        """When each piece of text is, by where the library keeps it."""
        self.patches: list[tuple[int, Box]] = []
        """White ones, with when they are."""

    def text(self, one: Any, when: int) -> None:
        self.painted[_address(one)] = when

    def patch(self, ring: Ring, when: int) -> None:
        if len(ring.points) == 4 and ring.box.height < _PATCH and len(self.patches) < _MOST_PATCHES:
            self.patches.append((when, ring.box))

    def hidden(self, text: Any, k: int, letter: Box) -> bool:
        """Some correct a form so: a patch over what stood there, something else on top."""
        if not self.patches:
            return False
        when = self.painted.get(_address(c.FPDFText_GetTextObject(text, k)), self.patches[-1][0])
        for later, patch in reversed(self.patches):
            if later <= when:
                return False
            if patch.holds(letter.center) and patch.height < 2.5 * letter.height:
                return True
        return False


def _address(one: Any) -> int:
    return ctypes.cast(one, ctypes.c_void_p).value or 0


def words_of(page: Any, place: Place, layers: Layers, alarm: Alarm) -> Iterator[Word]:
    """Letters side by side; a gap of a sixth of their height parts them."""
    text = page.get_textpage()
    count = text.count_chars()
    if count > MOST_LETTERS:
        raise UnreadableError("memuat terlalu banyak huruf dalam satu halaman")
    letters: list[tuple[str, Box]] = []
    spaced, bold = False, False
    painted: dict[tuple[str, int, int], Point] = {}
    for k in range(count):
        if k % 512 == 0:
            alarm()
        if c.FPDFText_IsGenerated(text, k) == 1:
            continue
        letter = chr(c.FPDFText_GetUnicode(text, k) or 32)
        if letter.isspace():
            if letters:
                yield _word(letters, spaced, bold)
            letters, spaced = [], True
            continue
        box = None if _askew(text, k) else _letter_box(text, k, place)
        if box is None or layers.hidden(text, k, box) or _painted_before(text, k, letter, box.width, painted):
            continue
        if letters and not _goes_on(letters[-1][1], box):
            last = letters[-1][1]
            yield _word(letters, spaced, bold)
            letters, spaced = [], _apart(last, box)
        if not letters:
            bold = c.FPDFText_GetFontWeight(text, k) >= 600
        letters.append((letter, box))
    if letters:
        yield _word(letters, spaced, bold)


def _askew(text: Any, k: int) -> bool:
    """As stamps across a page are."""
    angle = c.FPDFText_GetCharAngle(text, k) % (pi / 2)
    return bool(0.05 < angle < pi / 2 - 0.05)


def _painted_before(
    text: Any, k: int, letter: str, wide: float, painted: dict[tuple[str, int, int], Point]
) -> bool:
    """Some letters are painted twice, for a halo or where two strips of a drawing overlap: hardly apart.

    The second of two narrow ones, as in "diisi", stands beside the first.
    """
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(text, k, x, y)
    at = x.value, y.value
    spots = [(letter, round(at[0]) + dx, round(at[1]) + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    reach = min(1.0, 0.4 * wide)
    if any(spot in painted and apart(painted[spot], at) < reach for spot in spots):
        return True
    painted[spots[4]] = at
    return False


def _letter_box(text: Any, k: int, place: Place) -> Box | None:
    rect = c.FS_RECTF()
    if not c.FPDFText_GetLooseCharBox(text, k, rect):
        return None
    box = box_of((place.at(rect.left, rect.bottom), place.at(rect.right, rect.top)))
    inside = box.right >= 0 and box.bottom >= 0 and box.left <= place.width and box.top <= place.height
    return box if inside else None


def _goes_on(last: Box, box: Box) -> bool:
    high = max(last.height, 1)
    return abs(box.bottom - last.bottom) < high * 0.5 and -high * 0.6 < box.left - last.right < high * 0.17


def _apart(last: Box, box: Box) -> bool:
    return abs(box.bottom - last.bottom) >= last.height * 0.5 or box.left - last.right > last.height * 0.12


def _word(letters: list[tuple[str, Box]], spaced: bool, bold: bool) -> Word:
    text = "".join(letter for letter, _ in letters)
    box = around(box for _, box in letters)
    broken = text.endswith(_HYPHENS)
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "")
    return Word(text, box, spaced, broken, bold)
