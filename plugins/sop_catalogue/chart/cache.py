"""Drawings kept from build to build, by the content they were drawn from."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from typing import Any

from .drawing import Drawing, Strip


class DrawingCache:
    """A folder of small JSON files. Whatever is unreadable there is drawn again and written over."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @staticmethod
    def key(*parts: Any) -> str:
        return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:40]

    def get(self, key: str) -> Drawing | None:
        try:
            width, rows = json.loads(self._file(key).read_text("utf-8"))
            strips = tuple(Strip(float(high), *map(_text, texts)) for high, *texts in rows)
            return Drawing(float(width), strips)
        except (OSError, ValueError, TypeError):
            return None

    def put(self, key: str, drawing: Drawing) -> None:
        content = json.dumps(
            [drawing.lane_width, [astuple(strip) for strip in drawing.rows]],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        self._write(self._file(key), content)

    def get_svg(self, key: str) -> str | None:
        """The chart as a file of its own."""
        with suppress(OSError, ValueError):
            svg = self._file(key, "svg").read_text("utf-8")
            return svg if svg.endswith("</svg>\n") else None
        return None

    def put_svg(self, key: str, svg: str) -> None:
        self._write(self._file(key, "svg"), svg)

    def _write(self, target: Path, content: str) -> None:
        """A cache that cannot be written is no reason to fail."""
        with suppress(OSError, UnicodeError):
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
            try:
                with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                    file.write(content)
                Path(name).replace(target)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def _file(self, key: str, ending: str = "json") -> Path:
        return self.folder / key[:2] / f"{key}.{ending}"


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
