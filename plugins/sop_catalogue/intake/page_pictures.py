"""Pictures of pages: sixteen greys are enough to read by, and make small files without a library."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    page: int
    """Counted from 1."""
    width: float
    height: float
    """Of the page, in the units of its `Box`es."""
    png: bytes


_LONGEST, _SHORTEST, _USUAL = 1300.0, 560.0, 900.0
"""Points: the longer side of papers."""


def paper_scale(width: float, height: float) -> float:
    """By how much lengths on a page are to be multiplied to be those on paper: photographs say no size, or a wrong one."""
    longer = max(width, height, 1e-6)
    return 1.0 if _SHORTEST <= longer <= _LONGEST else _USUAL / longer


_HIGH = bytes(((grey + 8) // 17) << 4 for grey in range(256))
_LOW = bytes((grey + 8) // 17 for grey in range(256))


def grey_png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Of a byte a pixel, `stride` of them a row; an odd last column is left out."""
    wide = width - width % 2
    even = (
        pixels if wide == stride else b"".join(pixels[k * stride : k * stride + wide] for k in range(height))
    )
    rows = _two_in_one(even)
    lines = b"".join(b"\0" + rows[k : k + wide // 2] for k in range(0, len(rows), wide // 2))
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, height, 4, 0, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(lines))
        + _chunk(b"IEND", b"")
    )


def _two_in_one(pixels: bytes) -> bytes:
    """As whole numbers, for a picture has millions of them."""
    high, low = pixels[0::2].translate(_HIGH), pixels[1::2].translate(_LOW)
    return (int.from_bytes(high) | int.from_bytes(low)).to_bytes(len(high))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
