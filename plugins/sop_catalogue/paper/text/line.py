"""Texts where only a line fits, and how many lines they take all the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ...definition import markup
from ...definition.markup import Inline
from ...pages.text.lines import count, runs
from ..frame import Type


@dataclass(frozen=True, slots=True)
class Line:
    """An author's text."""

    nodes: tuple[Inline, ...]

    @property
    def words(self) -> str:
        return " ".join(markup.inline_text(self.nodes).split())


@lru_cache(maxsize=4096)
def line(text: str) -> Line:
    return Line(markup.line(text))


def line_count(text: str, room: float, kind: Type, *, bold: bool = False) -> int:
    """Of an author's text, as `line` has it."""
    return said_lines(line(text), room, kind, bold=bold)


def text_lines(text: str, room: float, kind: Type, *, bold: bool = False) -> int:
    """Of a text without markup."""
    return count(((text, bold),), room, kind.size)


def said_lines(said: str | Line, room: float, kind: Type, *, bold: bool = False) -> int:
    """Of either."""
    if isinstance(said, str):
        return text_lines(said, room, kind, bold=bold)
    return sum(count(run, room, kind.size) for run in runs(said.nodes, bold))
