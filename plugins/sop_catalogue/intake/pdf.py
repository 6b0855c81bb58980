"""PDF files, by pypdfium2: their pages as words, strokes and filled shapes."""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Callable, Iterator
from math import pi
from typing import Any

import pypdfium2
import pypdfium2.raw as c

from .geometry import around
from .primitives import Box, Document, Fill, Page, Point, Ring, Stroke, UnreadableError, Word, box_of

MOST_PAGES, MOST_OBJECTS, MOST_POINTS, MOST_LETTERS = 60, 40_000, 400_000, 60_000
"""Of a document; of a page."""
_DEEPEST = 6
_CURVE = 6
"""Pieces that a Bézier curve becomes."""
_WHITE = 246
_HYPHENS = ("\x02", "\ufffe", "\u00ad")
"""How PDFium gives a hyphen at the end of a line."""

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)
Alarm = Callable[[], None]
"""Called often while reading; raises when it has taken too long."""


def read_pdf(name: str, data: bytes, alarm: Alarm = lambda: None) -> Document:
    """`UnreadableError` says why there is nothing to read."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_why(str(error))) from None
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableError(
                f"memuat {len(document)} halaman, lebih dari {MOST_PAGES}; pecah menjadi beberapa berkas"
            )
        pages = tuple(_page(document, i, alarm) for i in range(len(document)))
    finally:
        document.close()
    return Document(name, pages, hashlib.sha256(data).hexdigest())


def _why(message: str) -> str:
    if "password" in message.lower():
        return "terkunci kata sandi; simpan ulang tanpa kata sandi"
    return "bukan PDF yang utuh; buka dan simpan ulang sebagai PDF"


def _page(document: Any, index: int, alarm: Alarm) -> Page:
    alarm()
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        raise UnreadableError(f"halaman {index + 1} rusak; buka dan simpan ulang sebagai PDF") from None
    place = _Place(page)
    drawn = _Drawn(place, alarm)
    drawn.walk(c.FPDFPage_CountObjects(page), lambda k: c.FPDFPage_GetObject(page, k), _SAME, 0)
    area = place.width * place.height or 1
    return Page(
        index + 1,
        place.width,
        place.height,
        tuple(_words(page, place, alarm)),
        tuple(drawn.strokes),
        tuple(drawn.fills),
        min(1.0, drawn.pictured / area),
    )


class _Place:
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


class _Drawn:
    """All that is drawn on a page, forms inside it included."""

    def __init__(self, place: _Place, alarm: Alarm) -> None:
        self.place, self.alarm = place, alarm
        self.strokes: list[Stroke] = []
        self.fills: list[Fill] = []
        self.pictured = 0.0
        self.seen = self.points = 0

    def walk(self, count: int, get: Callable[[int], Any], matrix: Matrix, deep: int) -> None:
        for k in range(count):
            self.seen += 1
            if self.seen > MOST_OBJECTS or self.points > MOST_POINTS:
                raise UnreadableError("gambarnya terlalu rumit untuk dibaca")
            if self.seen % 256 == 0:
                self.alarm()
            one = get(k)
            kind = c.FPDFPageObj_GetType(one)
            if kind == c.FPDF_PAGEOBJ_PATH:
                self.path(one, _times(_matrix(one), matrix))
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                self.picture(_times(_matrix(one), matrix))
            elif kind == c.FPDF_PAGEOBJ_FORM and deep < _DEEPEST:
                inner = _times(_matrix(one), matrix)
                self.walk(
                    max(0, c.FPDFFormObj_CountObjects(one)),
                    lambda n, form=one: c.FPDFFormObj_GetObject(form, n),  # type: ignore[misc]
                    inner,
                    deep + 1,
                )

    def picture(self, matrix: Matrix) -> None:
        box = box_of(tuple(self.place.at(*_on(matrix, x, y)) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))))
        self.pictured += max(0.0, box.width) * max(0.0, box.height)

    def path(self, one: Any, matrix: Matrix) -> None:
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        c.FPDFPath_GetDrawMode(one, filled, stroked)
        visible = (
            filled.value and _color(one, c.FPDFPageObj_GetFillColor)[3] > 8,
            stroked.value and _color(one, c.FPDFPageObj_GetStrokeColor)[3] > 8,
        )
        if not any(visible):
            return
        rings = tuple(self.rings(one, matrix))
        if visible[0] and rings:
            red, green, blue, _ = _color(one, c.FPDFPageObj_GetFillColor)
            self.fills.append(Fill(rings, min(red, green, blue) >= _WHITE))
        if visible[1]:
            width = ctypes.c_float()
            c.FPDFPageObj_GetStrokeWidth(one, width)
            scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
            self.strokes += (Stroke(ring, width.value * scale) for ring in rings)

    def rings(self, one: Any, matrix: Matrix) -> Iterator[Ring]:
        points: list[Point] = []
        bends: list[Point] = []
        curved = closed = False
        for k in range(c.FPDFPath_CountSegments(one)):
            segment = c.FPDFPath_GetPathSegment(one, k)
            x, y = ctypes.c_float(), ctypes.c_float()
            c.FPDFPathSegment_GetPoint(segment, x, y)
            point = self.place.at(*_on(matrix, x.value, y.value))
            kind = c.FPDFPathSegment_GetType(segment)
            self.points += 1
            if kind == c.FPDF_SEGMENT_MOVETO:
                if ring := _ring(points, closed, curved):
                    yield ring
                points, bends, curved, closed = [point], [], False, False
            elif kind == c.FPDF_SEGMENT_BEZIERTO:
                bends.append(point)
                if len(bends) == 3 and points:
                    points += _bent(points[-1], *bends)
                    bends, curved = [], True
            elif kind == c.FPDF_SEGMENT_LINETO:
                points.append(point)
            closed = closed or bool(c.FPDFPathSegment_GetClose(segment))
        if ring := _ring(points, closed, curved):
            yield ring


def _ring(points: list[Point], closed: bool, curved: bool) -> Ring | None:
    plain = [p for k, p in enumerate(points) if not k or p != points[k - 1]]
    if len(plain) < 2 or not all(abs(x) < 1e5 and abs(y) < 1e5 for x, y in plain):
        return None
    ends_meet = abs(plain[0][0] - plain[-1][0]) < 0.05 and abs(plain[0][1] - plain[-1][1]) < 0.05
    if ends_meet and len(plain) > 3:
        plain.pop()
        closed = True
    return Ring(tuple(plain), closed and len(plain) > 2, curved)


def _bent(a: Point, b: Point, c_: Point, d: Point) -> Iterator[Point]:
    for k in range(1, _CURVE + 1):
        t = k / _CURVE
        s = 1 - t
        w = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        yield (
            w[0] * a[0] + w[1] * b[0] + w[2] * c_[0] + w[3] * d[0],
            w[0] * a[1] + w[1] * b[1] + w[2] * c_[1] + w[3] * d[1],
        )


def _color(one: Any, get: Callable[..., Any]) -> tuple[int, int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(one, red, green, blue, alpha):
        return 0, 0, 0, 255
    return red.value, green.value, blue.value, alpha.value


def _matrix(one: Any) -> Matrix:
    found = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(one, found):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c_, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c_ * g + d * i, c_ * h + d * j, e * g + f * i + k, e * h + f * j + m


def _on(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c_, d, e, f = matrix
    return a * x + c_ * y + e, b * x + d * y + f


def _words(page: Any, place: _Place, alarm: Alarm) -> Iterator[Word]:
    """Letters side by side; a gap of a sixth of their height parts them."""
    text = page.get_textpage()
    count = text.count_chars()
    if count > MOST_LETTERS:
        raise UnreadableError("memuat terlalu banyak huruf dalam satu halaman")
    letters: list[tuple[str, Box]] = []
    spaced, bold = False, False
    painted: set[tuple[str, int, int]] = set()
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
        if box is None or _painted_before(text, k, letter, painted):
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


def _painted_before(text: Any, k: int, letter: str, painted: set[tuple[str, int, int]]) -> bool:
    """Some letters are painted twice, for a halo or where two strips of a drawing overlap."""
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(text, k, x, y)
    spots = [(letter, round(x.value) + dx, round(y.value) + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    if any(spot in painted for spot in spots):
        return True
    painted.add(spots[4])
    return False


def _letter_box(text: Any, k: int, place: _Place) -> Box | None:
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
