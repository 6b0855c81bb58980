"""Words wider than their column, with signs that show where they may be divided: at syllables, behind signs, or anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from ...chart.letters import width
from ...definition.markup import Break, Em, Inline, Strong, Text
from ...definition.suku_kata import ANYWHERE, SOFT, all_breaks, with_breaks
from .prose import Para, Prose

_SPACELESS = re.compile(r"\S+")
_BEHIND = re.compile(r"(?<=[.,:;_@&=+])(?=\w)")
_PART = re.compile(f"[^{SOFT}{ANYWHERE}-]+")
_LONGEST = 400
"""Letters of what is still taken for a word; what is longer breaks where its line ends."""


@lru_cache(maxsize=8192)
def divisible(found: Prose, room: float, size: float) -> Prose:
    """The same words; none of its lines ends inside one without a sign."""
    if all(_fits(para, room, size) for para in found):
        return found
    return tuple(para if _fits(para, room, size) else _divisible(para, room, size) for para in found)


def _fits(para: Para, room: float, size: float) -> bool:
    free = room - para.indent * size
    return not para.nodes or (para.widest_word * size <= free and para.first_word * size <= free)


def _divisible(para: Para, room: float, size: float) -> Para:
    free, lead = room / size - para.indent, para.lead

    def marked(found: re.Match[str]) -> str:
        nonlocal lead
        word, left, lead = found[0], free - lead, 0.0
        return word if _wide(word) <= left or len(word) > _LONGEST else _word(word, max(left, free / 2))

    return replace(para, nodes=_each(para.nodes, lambda text: _SPACELESS.sub(marked, text)))


def _word(word: str, free: float) -> str:
    signed = _BEHIND.sub(ANYWHERE, with_breaks(word, lambda _: True))
    signed = _PART.sub(lambda part: part[0] if _wide(f"{part[0]}-") <= free else _at_need(part[0]), signed)
    return _PART.sub(lambda part: part[0] if _wide(f"{part[0]}-") <= free else SOFT.join(part[0]), signed)


def _at_need(part: str) -> str:
    return SOFT.join(part[a:b] for a, b in pairwise((0, *all_breaks(part), len(part))))


def _wide(text: str) -> float:
    """In em, were it bold."""
    return width(text, True)


def _each(nodes: tuple[Inline, ...], change: Callable[[str], str]) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for node in nodes:
        match node:
            case Text(text):
                out.append(Text(change(text)))
            case Em(children) | Strong(children):
                out.append(type(node)(_each(children, change)))
            case Break():
                out.append(node)
    return tuple(out)
