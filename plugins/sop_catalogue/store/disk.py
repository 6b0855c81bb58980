"""A folder of a disk: only its own plain files are read, for what is read is published."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .folder import Entry, IsALinkError, NotAFileError


@dataclass(frozen=True, slots=True)
class DiskFolder:
    root: Path

    @property
    def name(self) -> str:
        return self.root.name

    def entries(self, path: str) -> Iterable[Entry]:
        with os.scandir(self.root / path) as found:
            return [Entry(entry.name, _is_folder(entry), entry.is_symlink()) for entry in found]

    def read(self, path: str, most: int) -> bytes:
        file = self.root / path
        mode = file.lstat().st_mode
        if stat.S_ISLNK(mode):
            raise IsALinkError(0, "hanya tautan (symlink) ke berkas lain")
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(mode):
            raise NotAFileError(0, "bukan berkas biasa")
        with file.open("rb") as opened:
            return opened.read(most)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Also where it is a link to one."""
    with suppress(OSError):
        return entry.is_dir()
    return False
