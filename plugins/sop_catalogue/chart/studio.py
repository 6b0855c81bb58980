"""What drawing needs of the machine: someone who draws, and a place where drawings are kept from build to build."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from typing import Protocol

from ..store.digest import digest
from ..store.kept import NOTHING, Kept
from ..store.program import program
from .drawing import Drawing, Strip

PINNED = "nop2"
"""Draws what has its place already (`neato -n2`); every other program finds the places itself."""


class Graphviz(Protocol):
    """Draws graphs; a process, a library or a browser may stand behind it."""

    @property
    def version(self) -> str:
        """For keys: the same for as long as it draws the same."""

    def render(self, dot: str, program: str = PINNED) -> str:
        """The SVG of a graph. Raises `ChartError`."""


@dataclass(frozen=True, slots=True)
class Studio:
    """Drawings are kept by the content they were drawn from, in strips and as files of their own."""

    graphviz: Graphviz
    kept: Kept = NOTHING

    @property
    def unkept(self) -> Studio:
        """The same, for drawings that are kept in something else."""
        return replace(self, kept=NOTHING)

    def key(self, *facts: object) -> str:
        """Of what is drawn from these; empty where it is not kept anyway."""
        return "" if self.kept is NOTHING else digest(program("chart"), self.graphviz.version, *facts)

    def strips(self, key: str) -> Drawing | None:
        if (found := self.kept.value(_strips(key), key)) is None:
            return None
        width, rows = found
        return Drawing(width, tuple(Strip(*row) for row in rows))

    def keep_strips(self, key: str, drawing: Drawing) -> None:
        self.kept.keep(_strips(key), key, [drawing.lane_width, [astuple(strip) for strip in drawing.rows]])

    def whole(self, key: str) -> str | None:
        """A picture as a file of its own."""
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
