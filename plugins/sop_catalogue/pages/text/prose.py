"""Texts of cells and lists as paragraphs that can be measured."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from ...chart.letters import width
from ...definition.markup import Block, Inline, Items, Paragraph, Text, parse
from ..form.rows import own_mark
from .lines import Run, count, pieces, runs, widest_word

INDENT = 1.5
"""Of a list, in em, as the style sheet has it."""
_DASH, _HANG = "- ", 0.8
"""Before an item of a cell's list, and how far its further lines stand in, in em."""
_GAP = 0.35
"""Between the mark of an item and its text, at least."""


@dataclass(frozen=True)
class Para:
    """A paragraph with its mark, if it is the first of an item. Sheets are planned in many widths, so its measures are kept."""

    nodes: tuple[Inline, ...]
    indent: float = 0.0
    """In em."""
    mark: str = ""
    hangs: bool = False
    """The mark stands in the text's own first line; further lines are indented."""
    link: str = ""
    """The id of what it leads to: an SOP, or a part of a binder."""

    @cached_property
    def runs(self) -> list[Run]:
        return runs(self.nodes)

    @cached_property
    def widest_word(self) -> float:
        """In em."""
        return max(map(widest_word, self.runs), default=0.0)

    @cached_property
    def lead(self) -> float:
        """What the mark takes from the first line, in em."""
        own = width(self.mark) if self.mark else 0.0
        return own - self.indent if self.hangs else max(0.0, own + _GAP - INDENT) if own else 0.0

    @cached_property
    def first_word(self) -> float:
        """In em, with its mark, from which no line's end parts it."""
        first = next((piece for run in self.runs[:1] for piece in pieces(run)), None)
        return self.lead + first.wide if first else 0.0

    def lines(self, room: float, size: float, enough: float = math.inf) -> int:
        """Beyond `enough` some are left uncounted; see `count`."""
        room -= self.indent * size
        found = 0
        for i, run in enumerate(self.runs):
            found += count(run, room, size, 0.0 if i else self.lead * size, enough - found)
            if found > enough:
                break
        return found


Prose = tuple[Para, ...]


@lru_cache(maxsize=16384)
def prose(text: str) -> Prose:
    """An author's text."""
    return tuple(_paras(parse(text), 0.0))


@lru_cache(maxsize=16384)
def cell_prose(texts: tuple[str, ...]) -> Prose:
    """The texts of a cell: one as it is, several as a list with their own marks where they bring them."""
    if len(texts) == 1:
        return prose(texts[0])
    found: list[Para] = []
    for text in texts:
        mark, rest = own_mark(text)
        first, *more = prose(rest) or (Para(()),)
        found.append(replace(first, indent=_HANG, mark=f"{mark} " if mark else _DASH, hangs=True))
        found += [replace(para, indent=para.indent + _HANG) for para in more]
    return tuple(found)


def _paras(blocks: Iterable[Block], indent: float) -> Iterable[Para]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Para(block.children, indent)
            continue
        for i, item in enumerate(block.items):
            yield from _item(block, i, item, indent + INDENT)


def _item(items: Items, i: int, blocks: Sequence[Block], indent: float) -> Iterable[Para]:
    mark = items.mark if items.start is None else f"{items.start + i}."
    found = list(_paras(blocks, indent)) or [Para((), indent)]
    if found[0].mark or found[0].indent > indent:  # the item begins with a list
        found.insert(0, Para((), indent))
    yield replace(found[0], mark=mark)
    yield from found[1:]


def words(text: str, link: str = "") -> Prose:
    """A text without markup; `link` is the id of what it leads to."""
    return (Para((Text(text),), link=link),) if text else ()


def lines(found: Prose, room: float, size: float, enough: float = math.inf) -> int:
    """Beyond `enough` some are left uncounted; see `count`."""
    used = 0
    for para in found:
        used += para.lines(room, size, enough - used)
        if used > enough:
            break
    return used


def numbered(items: Iterable[tuple[str, Prose]]) -> Prose:
    """A list whose items bring their marks."""
    out: list[Para] = []
    for mark, item in items:
        first, *more = item or (Para(()),)
        out.append(
            replace(
                first, indent=first.indent + INDENT, mark=mark if not first.mark else f"{mark} {first.mark}"
            )
        )
        out += [replace(para, indent=para.indent + INDENT) for para in more]
    return tuple(out)
