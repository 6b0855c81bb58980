"""Drawings kept from build to build, by the content they were drawn from."""

from __future__ import annotations

import hashlib
from dataclasses import astuple
from pathlib import Path
from typing import Any

from ..store.keep import keep, kept, mark_used
from .drawing import Drawing, Strip


class DrawingCache:
    """A folder of small files. Whatever is unreadable there is drawn again and written over."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @staticmethod
    def key(*parts: Any) -> str:
        return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:40]

    def get(self, key: str) -> Drawing | None:
        if (found := kept(self._file(key), key)) is None:
            return None
        width, rows = found
        return Drawing(width, tuple(Strip(*row) for row in rows))

    def put(self, key: str, drawing: Drawing) -> None:
        keep(self._file(key), key, [drawing.lane_width, [astuple(strip) for strip in drawing.rows]])

    def get_svg(self, key: str) -> str | None:
        """The chart as a file of its own."""
        found: str | None = kept(self._file(key, "whole"), key)
        if found:  # pages that are kept do not ask for its strips, but may have to be made again
            mark_used(self._file(key))
        return found

    def put_svg(self, key: str, svg: str) -> None:
        keep(self._file(key, "whole"), key, svg)

    def _file(self, key: str, kind: str = "strips") -> Path:
        return self.folder / key[:2] / f"{key}.{kind}"
