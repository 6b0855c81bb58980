"""Pages of PDF files as pictures, by pypdfium2."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pypdfium2

from ..page_pictures import Picture, grey_png

_SCALE, _LONGEST = 2.0, 2400
"""Pixels a point; and pixels at most, along the longer side."""


def pdf_pictures(data: bytes, pages: Collection[int]) -> Iterator[Picture]:
    """Of these pages, counted from 1; one that cannot be drawn is left out."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in sorted(pages):
            try:
                yield _picture(document[number - 1], number)
            except (pypdfium2.PdfiumError, IndexError, ValueError):
                continue
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, number: int) -> Picture:
    width, height = page.get_size()
    scale = min(_SCALE, _LONGEST / max(width, height, 1))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        png = grey_png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        bitmap.close()
    return Picture(number, width, height, png)
