"""Texts of cells and lists as paragraphs that can be measured, and cut in two where a sheet ends."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape

from markupsafe import Markup

from ...definition.markup import Block, Break, Em, Inline, Items, Paragraph, Strong, Text, parse
from ...pages.form.rows import own_mark
from .letters import width
from .lines import Run, count, runs

INDENT = 1.5
"""Of a list, in em, as the style sheet has it."""
_DASH, _HANG = "- ", 0.8
"""Before an item of a cell's list, and how far its further lines stand in, in em."""
_GAP = 0.35
"""Between the mark of an item and its text, at least."""
_WORD = re.compile(r"\S{1,60}\s*|\s+")
"""Where a text may go on on another sheet: behind a word, and inside one that no line holds."""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph with its mark, if it is the first of an item."""

    nodes: tuple[Inline, ...]
    indent: float = 0.0
    """In em."""
    mark: str = ""
    hangs: bool = False
    """The mark stands in the text's own first line; further lines are indented."""
    link: str = ""
    """What it leads to; see `pages`."""

    def lines(self, room: float, size: float, enough: float = math.inf) -> int:
        """Beyond `enough` some are left uncounted; see `count`."""
        own = width(self.mark) if self.mark else 0.0
        first = own - self.indent if self.hangs else max(0.0, own + _GAP - INDENT) if own else 0.0
        room -= self.indent * size
        found = 0
        for i, run in enumerate(runs(self.nodes)):
            found += count(run, room, size, 0.0 if i else first * size, enough - found)
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


def line_prose(text: str) -> Prose:
    """Text where only a line fits: emphasis, and no blocks."""
    found = [para for part in parse(text) for para in _paras((part,), 0.0)]
    return tuple(
        replace(p, nodes=(Text(f"{p.mark} "), *p.nodes), indent=0.0, mark="") if p.mark else p for p in found
    )


def _paras(blocks: Iterable[Block], indent: float) -> Iterable[Para]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Para(block.children, indent)
            continue
        for i, item in enumerate(block.items):
            yield from _item(block, i, item, indent + INDENT)


def _item(items: Items, i: int, blocks: Sequence[Block], indent: float) -> Iterable[Para]:
    mark = "•" if items.start is None else f"{items.start + i}."
    found = list(_paras(blocks, indent)) or [Para((), indent)]
    if found[0].mark or found[0].indent > indent:  # the item begins with a list
        found.insert(0, Para((), indent))
    yield replace(found[0], mark=mark)
    yield from found[1:]


def runs_of(found: Prose) -> list[Run]:
    return [run for para in found for run in runs(para.nodes)]


def lines(found: Prose, room: float, size: float, enough: float = math.inf) -> int:
    """Beyond `enough` some are left uncounted; see `count`."""
    used = 0
    for para in found:
        used += para.lines(room, size, enough - used)
        if used > enough:
            break
    return used


def numbered(items: Iterable[tuple[str, Prose]], indent: float = INDENT) -> Prose:
    """A list whose items bring their marks."""
    out: list[Para] = []
    for mark, item in items:
        first, *more = item or (Para(()),)
        out.append(
            replace(
                first, indent=first.indent + indent, mark=mark if not first.mark else f"{mark} {first.mark}"
            )
        )
        out += [replace(para, indent=para.indent + indent) for para in more]
    return tuple(out)


def parted(found: Prose, most: int, room: float, size: float) -> tuple[Prose, Prose]:
    """Like `split`, but between paragraphs where that is possible."""
    used = 0
    for i, para in enumerate(found):
        used += para.lines(room, size, most - used)
        if used > most:
            return (found[:i], found[i:]) if i else split(found, most, room, size)
    return found, ()


def split(found: Prose, most: int, room: float, size: float) -> tuple[Prose, Prose]:
    """What fits into `most` lines, and the rest."""
    head: list[Para] = []
    left = most
    for i, para in enumerate(found):
        need = para.lines(room, size, left)
        if need <= left:
            head.append(para)
            left -= need
            continue
        first, rest = _split_para(para, left, room, size) if left else (None, para)
        return (*head, *((first,) if first else ())), (rest, *found[i + 1 :])
    return tuple(head), ()


def _split_para(para: Para, most: int, room: float, size: float) -> tuple[Para | None, Para]:
    words = sum(len(_words(text)) for text in _texts(para.nodes))

    def fits(wanted: int) -> bool:
        taken, _, _ = _take(para.nodes, wanted)
        return replace(para, nodes=taken).lines(room, size, most) <= most

    # Doubling first: a text of a hundred sheets is not measured whole for each of them.
    low, high = 0, 1
    while high <= words and fits(high):
        low, high = high, high * 2
    high = min(high, words + 1)
    while high - low > 1:
        middle = (low + high) // 2
        if fits(middle):
            low = middle
        else:
            high = middle
    first, rest, _ = _take(para.nodes, low)
    if not low:
        return None, para
    return replace(para, nodes=first), replace(para, nodes=rest, mark="", hangs=False)


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[str, ...]:
    """Kept, for cutting asks again and again."""
    return tuple(_WORD.findall(text))


def _texts(nodes: Iterable[Inline]) -> Iterable[str]:
    for node in nodes:
        match node:
            case Text(text):
                yield text
            case Em(children) | Strong(children):
                yield from _texts(children)


def _take(nodes: Sequence[Inline], words: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...], int]:
    """The first words, what follows them, and how many are still wanted."""
    for i, node in enumerate(nodes):
        match node:
            case Break():
                continue
            case Text(text):
                parts = _words(text)
                first: Inline = Text("".join(parts[:words]))
                rest: Inline = Text("".join(parts[words:]))
                left = words - len(parts)
            case Em(children):
                inner, outer, left = _take(children, words)
                first, rest = Em(inner), Em(outer)
            case Strong(children):
                inner, outer, left = _take(children, words)
                first, rest = Strong(inner), Strong(outer)
        if left < 0:
            return (*nodes[:i], first), (rest, *nodes[i + 1 :]), left
        words = left
        if not words:
            return tuple(nodes[: i + 1]), tuple(nodes[i + 1 :]), 0
    return tuple(nodes), (), words


def to_html(found: Prose) -> Markup:
    """Paragraph by paragraph, each where the measuring has it."""
    return Markup("".join(map(_para_html, found)))


def _para_html(para: Para) -> str:
    inner = _inline(para.nodes)
    if para.link:
        inner = f'<a href="{escape(para.link)}">{inner}</a>'
    if not para.indent:
        return f"<p>{inner}</p>"
    css = "gantung" if para.hangs else "butir" if para.mark else "lanjut"
    mark = f"<i>{escape(para.mark)}</i>" if para.mark else ""
    return f'<p class="{css}" style="padding-left:{para.indent:g}em">{mark}{inner}</p>'


def _inline(nodes: Iterable[Inline]) -> str:
    out = []
    for node in nodes:
        match node:
            case Text(text):
                out.append(escape(text))
            case Break():
                out.append("<br>")
            case Em(children):
                out.append(f"<em>{_inline(children)}</em>")
            case Strong(children):
                out.append(f"<strong>{_inline(children)}</strong>")
    return "".join(out)
