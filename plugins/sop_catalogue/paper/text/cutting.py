"""Texts cut in two where a sheet ends; no word and no mark is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ...definition.markup import Break, Em, Inline, Strong, Text
from ...pages.text.prose import Para, Prose

_WORD = re.compile(r"\S{1,60}\s*|\s+")
"""Where a text may go on on another sheet: behind a word, and inside one that no line holds."""


def parted(found: Prose, most: int, room: float, size: float) -> tuple[Prose, Prose]:
    """Like `split`, but between paragraphs where that is possible."""
    used = 0
    for i, para in enumerate(found):
        used += para.lines(room, size, most - used)
        if used > most:
            return (found[:i], found[i:]) if i else split(found, most, room, size)
    return found, ()


def pieces(found: Prose, most: int, room: float, size: float) -> Iterator[Prose]:
    """In parts of at most so many lines, unless nothing fits into these."""
    while found:
        first, rest = parted(found, most, room, size)
        yield first or rest
        found = rest if first else ()


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
