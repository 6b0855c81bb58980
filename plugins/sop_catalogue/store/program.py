"""What stands for this program in keys, so that nothing which other code made is taken for its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from .digest import digest

_MADE_BY = (".py", ".html", ".json")
"""Code, templates, tables."""


@cache
def program(room: str = "") -> str:
    """Changes whenever the program does, or what lies in one room of it."""
    return digest(*_parts(files("sop_catalogue").joinpath(room)))


def _parts(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _parts(item)
        elif item.name.endswith(_MADE_BY):
            yield item.name, item.read_bytes()
