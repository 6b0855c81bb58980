"""Paths as the user sees them, and as they are compared."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from ..refused import RefusedError


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


def inside(path: Path, root: Path) -> str:
    """The path as findings say it; empty for the whole of the definitions' folder."""
    place = real(path)
    if root.is_relative_to(place):
        return ""
    if not place.is_relative_to(root):
        raise RefusedError(f"'{path}' di luar folder definisi '{shown(root)}'")
    return place.relative_to(root).as_posix()


def is_below(path: str, places: Iterable[str]) -> bool:
    """Whether it is one of the places, or in one; empty is the whole folder."""
    return any(not place or path == place or path.startswith(f"{place}/") for place in places)
