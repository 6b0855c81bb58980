"""Values kept in a folder, each in a file of its own: found again whole, or not at all.

Two runs may share a folder, either may be stopped, the disk may fill up, and whatever else may have written there. So a
file says what it was made from and what its content adds up to; one that does not hold that is no file.

What no build has used for a month goes; else a folder would hold every drawing that ever was. The time of a file is that
of its last use, to the day: other builds, with other settings too, may use what this one does not, and what goes a moment
too early is only made again. Nothing goes that is not ours, for a user may have named any folder.
"""

from __future__ import annotations

import json
import os
import re
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from . import whole_file
from .kept import NOTHING, Kept

DAY = 86_400.0
_MONTH = 30 * DAY
_HEAD = re.compile(rb"[0-9a-f]{32} [0-9a-f]{8}\n")
"""How every kept file begins."""


class KeptFiles(Kept):
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def value(self, place: str, key: str) -> Any:
        with suppress(ValueError):
            if (data := self.data(place, key)) is not None:
                return json.loads(data)
        return None

    def keep(self, place: str, key: str, value: object) -> None:
        with suppress(ValueError):  # half a letter, which no file can hold
            data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
            self.keep_data(place, key, data)

    def data(self, place: str, key: str) -> bytes | None:
        try:
            head, _, data = (self.folder / place).read_bytes().partition(b"\n")
        except OSError:
            return None
        if head != _head(key, data):
            return None
        self.mark_used(place)
        return data

    def keep_data(self, place: str, key: str, data: bytes) -> None:
        with suppress(OSError):
            whole_file.write(self.folder / place, _head(key, data) + b"\n" + data)

    def mark_used(self, place: str) -> None:
        """The day is enough, and spares most of the writing."""
        file = self.folder / place
        with suppress(OSError):
            if abs(time.time() - file.stat().st_mtime) > DAY:
                os.utime(file)

    def sweep(self) -> None:
        """What cannot be removed stays."""
        now = time.time()
        for file in _files(self.folder):
            with suppress(OSError):
                age = abs(now - file.stat().st_mtime)  # a clock may have been wrong
                begun = fnmatch(file.name, whole_file.BEGUN)
                if (age > _MONTH and _is_ours(file.path)) or (age > DAY and begun):
                    Path(file.path).unlink()


def kept_in(folder: Path | None) -> Kept:
    """Without a folder, nothing is kept."""
    return KeptFiles(folder) if folder else NOTHING


def _head(key: str, data: bytes) -> bytes:
    return b"%s %08x" % (key.encode(), zlib.crc32(data))


def _files(folder: Path | os.DirEntry[str]) -> Iterator[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry)
            elif entry.is_file(follow_symlinks=False):
                yield entry


def _is_ours(file: str) -> bool:
    with Path(file).open("rb") as opened:
        return bool(_HEAD.match(opened.read(64)))
