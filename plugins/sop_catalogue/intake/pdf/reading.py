"""PDF files, by pypdfium2: their pages as words, strokes and filled shapes."""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as c

from ..primitives import Document, Fill, Page, Point, Ring, Stroke, UnreadableError, box_of
from .arrows_drawn import arrows_in
from .small_pictures import Pictures
from .words import Alarm, Layers, Place, words_of

MOST_PAGES, MOST_OBJECTS, MOST_POINTS = 60, 40_000, 400_000
"""Of a document; of a page."""
_DEEPEST = 6
_CURVE = 6
"""Pieces that a Bézier curve becomes."""
_WHITE = 246

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


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
    place = Place(page)
    drawn = _Drawn(document, page, place, alarm)
    drawn.walk(c.FPDFPage_CountObjects(page), lambda k: c.FPDFPage_GetObject(page, k), _SAME, 0)
    area = place.width * place.height or 1
    return Page(
        index + 1,
        place.width,
        place.height,
        tuple(words_of(page, place, drawn.layers, alarm)),
        tuple(drawn.strokes),
        tuple(drawn.fills),
        min(1.0, drawn.pictured / area),
    )


class _Drawn:
    """All that is drawn on a page, forms inside it included."""

    def __init__(self, document: Any, page: Any, place: Place, alarm: Alarm) -> None:
        self.place, self.alarm = place, alarm
        self.strokes: list[Stroke] = []
        self.fills: list[Fill] = []
        self.pictured = 0.0
        self.seen = self.points = 0
        self.layers = Layers()
        self.pictures = Pictures(document, page)

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
            elif kind == c.FPDF_PAGEOBJ_TEXT:
                self.layers.text(one, self.seen)
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                self.picture(one, _times(_matrix(one), matrix))
            elif kind == c.FPDF_PAGEOBJ_FORM and deep < _DEEPEST:
                inner = _times(_matrix(one), matrix)
                self.walk(
                    max(0, c.FPDFFormObj_CountObjects(one)),
                    lambda n, form=one: c.FPDFFormObj_GetObject(form, n),  # type: ignore[misc]
                    inner,
                    deep + 1,
                )

    def picture(self, one: Any, matrix: Matrix) -> None:
        box = box_of(tuple(self.place.at(*_on(matrix, x, y)) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))))
        self.pictured += max(0.0, box.width) * max(0.0, box.height)
        self.alarm()
        pixels = self.pictures.small(one, box)
        for drawn in arrows_in(pixels, box) if pixels else ():
            if isinstance(drawn, Stroke):
                self.strokes.append(drawn)
            else:
                self.fills.append(drawn)

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
            white = min(red, green, blue) >= _WHITE
            self.fills.append(Fill(rings, white))
            if white and len(rings) == 1:
                self.layers.patch(rings[0], self.seen)
        if visible[1]:
            width = ctypes.c_float()
            c.FPDFPageObj_GetStrokeWidth(one, width)
            scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
            white = min(_color(one, c.FPDFPageObj_GetStrokeColor)[:3]) >= _WHITE
            self.strokes += (Stroke(ring, width.value * scale, white) for ring in rings)

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
