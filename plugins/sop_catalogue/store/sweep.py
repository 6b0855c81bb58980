"""What a cache holds and no build has used for a month goes; else it would hold every drawing that ever was.

The time of a file is that of its last use, to the day. Other builds, with other settings too, may share the folder:
what any of them uses stays, and what goes a moment too early is only made again. Nothing goes that is not ours, for a
user may have named any folder.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path

from .keep import DAY, HEAD
from .whole_file import BEGUN

_MONTH = 30 * DAY


def sweep(folder: Path) -> None:
    """To be called at the end of a build, when all that it needs has been used. What cannot be removed stays."""
    now = time.time()
    for file in _files(folder):
        with suppress(OSError):
            age = abs(now - file.stat().st_mtime)  # a clock may have been wrong
            if (age > _MONTH and _is_ours(Path(file))) or (age > DAY and fnmatch(file.name, BEGUN)):
                Path(file).unlink()


def _files(folder: Path | os.DirEntry[str]) -> Iterator[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry)
            elif entry.is_file(follow_symlinks=False):
                yield entry


def _is_ours(file: Path) -> bool:
    """A kept value, or a PDF after its key."""
    with file.open("rb") as opened:
        start = opened.read(64)
    return bool(HEAD.match(start)) or start[16:21] == b"%PDF-"
