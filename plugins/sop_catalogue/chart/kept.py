"""Drawings kept from build to build, by the content they were drawn from."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..store.digest import digest
from ..store.kept import Kept
from ..store.program import program
from .drawing import Drawing, Strip
from .graphviz import engine


def key_of(*facts: object) -> str:
    """Of what these make, with this program and this Graphviz."""
    return digest(program("chart"), engine.version(), *facts)


@dataclass(frozen=True, slots=True)
class KeptDrawings:
    kept: Kept

    def strips(self, key: str) -> Drawing | None:
        if (found := self.kept.value(_strips(key), key)) is None:
            return None
        width, rows = found
        return Drawing(width, tuple(Strip(*row) for row in rows))

    def keep_strips(self, key: str, drawing: Drawing) -> None:
        self.kept.keep(_strips(key), key, [drawing.lane_width, [astuple(strip) for strip in drawing.rows]])

    def whole(self, key: str) -> str | None:
        """The picture as a file of its own."""
        found: str | None = self.kept.value(_whole(key), key)
        if found:  # pages that are kept do not ask for its strips, but may have to be made again
            self.kept.mark_used(_strips(key))
        return found

    def keep_whole(self, key: str, svg: str) -> None:
        self.kept.keep(_whole(key), key, svg)


def _strips(key: str) -> str:
    return f"{key[:2]}/{key}.strips"


def _whole(key: str) -> str:
    return f"{key[:2]}/{key}.whole"
