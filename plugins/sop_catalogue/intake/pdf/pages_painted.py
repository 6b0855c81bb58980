"""Pages of PDF files as pixels, laid straight: for who looks for lines and letters in them."""

from __future__ import annotations

from types import TracebackType
from typing import Self

import pypdfium2
import pypdfium2.raw as c

from ..page_pictures import paper_scale
from ..primitives import Laid, UnreadableError
from ..scanned.picture import Grey

_LARGEST = 20_000_000
"""Pixels of a page."""


class Painter:
    """Open until it is left."""

    def __init__(self, data: bytes) -> None:
        self.document = pypdfium2.PdfDocument(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.document.close()

    def __call__(self, number: int, fine: float, laid: Laid) -> Grey:
        """`fine`: pixels a point of paper. Fewer where the page is too large."""
        page = self.document[number - 1]
        wide, high = page.get_size()
        paper = paper_scale(wide, high)
        wide, high = wide * paper, high * paper
        fine = min(fine, (_LARGEST / max(wide * high, 1)) ** 0.5)
        size = (high, wide) if laid.turns % 2 else (wide, high)
        across, down = (max(1, round(side * fine)) for side in size)
        matrix = _matrix(laid, wide, high, fine, paper)
        return Grey(across, down, _pixels(page, across, down, matrix), fine)


def _matrix(laid: Laid, wide: float, high: float, fine: float, paper: float) -> c.FS_MATRIX:
    """Turned, then each line moved up by what it falls, and each column to the side by as much."""
    ax, ay, bx, by, x, y = (
        (1, 0, 0, 1, 0.0, 0.0),
        (0, 1, -1, 0, high, 0.0),
        (-1, 0, 0, -1, wide, high),
        (0, -1, 1, 0, 0.0, wide),
    )[laid.turns % 4]
    fall = laid.fall
    across, down = (high, wide) if laid.turns % 2 else (wide, high)
    x, y = x + fall * (y - down / 2), y - fall * (x - across / 2)
    scale = fine * paper
    return c.FS_MATRIX(
        (ax + fall * ay) * scale,
        (ay - fall * ax) * scale,
        (bx + fall * by) * scale,
        (by - fall * bx) * scale,
        x * fine,
        y * fine,
    )


def _pixels(page: pypdfium2.PdfPage, across: int, down: int, matrix: c.FS_MATRIX) -> bytes:
    try:
        bitmap = pypdfium2.PdfBitmap.new_native(across, down, c.FPDFBitmap_Gray)
    except pypdfium2.PdfiumError:
        raise UnreadableError("terlalu besar untuk digambar") from None
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, across, down)
        window = c.FS_RECTF(0, 0, across, down)
        c.FPDF_RenderPageBitmapWithMatrix(bitmap.raw, page.raw, matrix, window, c.FPDF_GRAYSCALE)
        painted = bytes(bitmap.buffer)
        stride = bitmap.stride
    finally:
        bitmap.close()
    if stride == across:
        return painted
    return b"".join(painted[k * stride : k * stride + across] for k in range(down))
