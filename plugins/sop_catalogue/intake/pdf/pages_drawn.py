"""Pages of PDF files as pictures, by pypdfium2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pypdfium2

from ..page_pictures import Picture, grey_png
from ..primitives import Laid, UnreadableError
from .pages_painted import Painter

_SCALE, _LONGEST = 2.0, 2400
"""Pixels a point; and pixels at most, along the longer side."""


def pdf_pictures(data: bytes, pages: Mapping[int, Laid | None]) -> Iterator[Picture]:
    """Of these pages, counted from 1, laid as they were read; one that cannot be drawn is left out."""
    with Painter(data) as painter:
        for number, laid in sorted(pages.items()):
            try:
                yield (
                    _painted(painter, number, laid)
                    if laid
                    else _picture(painter.document[number - 1], number)
                )
            except (pypdfium2.PdfiumError, IndexError, ValueError, UnreadableError):
                continue


def _painted(painter: Painter, number: int, laid: Laid) -> Picture:
    grey = painter(number, _SCALE, laid)
    png = grey_png(grey.pixels, grey.wide, grey.high, grey.wide)
    return Picture(number, grey.wide / grey.fine, grey.high / grey.fine, png)


def _picture(page: pypdfium2.PdfPage, number: int) -> Picture:
    width, height = page.get_size()
    scale = min(_SCALE, _LONGEST / max(width, height, 1))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        png = grey_png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        bitmap.close()
    return Picture(number, width, height, png)
