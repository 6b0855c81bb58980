"""The small pictures of a PDF page, as dark and light pixels."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as c

from ..primitives import Box
from .arrows_drawn import Pixels

_FINE = 3.0
"""Pixels a point."""
_LARGEST, _MOST, _MOST_STORED = 40_000.0, 120_000.0, 2_000_000
"""Square points of one that may be an arrow, and of all on a page; stored pixels of one."""
_SMALLEST = 4.0
_DARK = 150


class Pictures:
    def __init__(self, document: Any, page: Any) -> None:
        self.document, self.page = document, page
        self.left = _MOST

    def small(self, one: Any, box: Box) -> Pixels | None:
        """None of what is too large for an arrow, or cannot be painted."""
        size = box.width * box.height
        if box.width + box.height < _SMALLEST or size > min(_LARGEST, self.left):
            return None
        self.left -= size + _SMALLEST
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        c.FPDFImageObj_GetImagePixelSize(one, wide, high)
        if not 0 < wide.value * high.value <= _MOST_STORED:
            return None
        kept = c.FS_MATRIX()
        if not c.FPDFPageObj_GetMatrix(one, kept):
            return None
        larger = c.FS_MATRIX(kept.a * _FINE, kept.b * _FINE, kept.c * _FINE, kept.d * _FINE, kept.e, kept.f)
        c.FPDFPageObj_SetMatrix(one, larger)
        try:
            painted = c.FPDFImageObj_GetRenderedBitmap(self.document, self.page, one)
        finally:
            c.FPDFPageObj_SetMatrix(one, kept)
        if not painted:
            return None
        try:
            return _pixels(painted)
        finally:
            c.FPDFBitmap_Destroy(painted)


def _pixels(painted: Any) -> Pixels | None:
    """Of a picture with blue, green, red and how opaque it is."""
    if c.FPDFBitmap_GetFormat(painted) != c.FPDFBitmap_BGRA:
        return None
    wide, high = c.FPDFBitmap_GetWidth(painted), c.FPDFBitmap_GetHeight(painted)
    stride = c.FPDFBitmap_GetStride(painted)
    data = ctypes.string_at(c.FPDFBitmap_GetBuffer(painted), stride * high)
    rows = (data[y * stride : y * stride + 4 * wide] for y in range(high))
    return Pixels(tuple(_dark(row) for row in rows))


def _dark(row: bytes) -> bytes:
    light = zip(row[0::4], row[1::4], row[2::4], row[3::4], strict=True)
    return bytes(alpha > 110 and (blue + green + red) / 3 < _DARK for blue, green, red, alpha in light)
