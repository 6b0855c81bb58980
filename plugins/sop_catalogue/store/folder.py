"""A folder of files as the floors above see it: names and bytes. A disk stands behind it, or nothing but memory."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class Entry(NamedTuple):
    name: str
    is_folder: bool
    is_link: bool = False


class Folder(Protocol):
    """Paths in it are relative, with forward slashes."""

    @property
    def name(self) -> str:
        """Its own, for messages."""

    def entries(self, path: str) -> Iterable[Entry]:
        """What lies in the folder at `path`, itself when that is empty. Raises `OSError`."""

    def read(self, path: str, most: int) -> bytes:
        """A file, or the first `most` bytes of it. Raises `OSError`."""


class IsALinkError(OSError):
    """What a link leads to is not read: it could show the world any file of this machine."""


class NotAFileError(OSError):
    """A pipe or a device: whoever reads it may wait for ever."""


@dataclass(frozen=True, slots=True)
class PlainFolder:
    """Files that are in memory."""

    files: Mapping[str, bytes]
    name: str = "sop_defs"

    def entries(self, path: str) -> Iterable[Entry]:
        above = f"{path}/" if path else ""
        inside = (file[len(above) :].partition("/") for file in self.files if file.startswith(above))
        return sorted({Entry(name, bool(below)) for name, below, _ in inside})

    def read(self, path: str, most: int) -> bytes:
        if path not in self.files:
            raise FileNotFoundError(errno.ENOENT, "", path)
        return self.files[path][:most]
