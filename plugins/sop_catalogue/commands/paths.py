"""Paths as the user sees them, and as they are compared."""

from __future__ import annotations

import os
import re
from pathlib import Path


def shown(path: Path) -> str:
    """A path as a message says it: from here, with forward slashes; in full where that is shorter to read."""
    try:
        relative = Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows
        return path.as_posix()
    return path.as_posix() if relative.startswith("../../..") else relative


def typed(path: Path) -> str:
    """A path as it is typed into a command, on Windows as elsewhere."""
    text = shown(path)
    return text if re.fullmatch(r"[\w./:+@~-]+", text) else f'"{text}"'


def real(path: Path) -> Path:
    """The one absolute spelling of a path; a link is followed to its folder, but not itself."""
    if path.is_dir():
        return Path(os.path.realpath(path))
    return Path(os.path.realpath(path.parent), path.name)
