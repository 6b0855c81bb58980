"""Paragraphs with their marks, as the lists that a reader takes them for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from ...pages.text.prose import Para, Prose

_ORDERED = {"1": re.compile(r"\d"), "a": re.compile("[a-z]")}
"""How the marks of an ordered list begin, by its type in HTML."""


@dataclass(frozen=True, slots=True)
class Item:
    mark: Para | None
    """The paragraph that its mark stands before; None where it goes on from the sheet before."""
    indent: float
    """From what the list stands in, in em."""
    further: Nested


@dataclass(frozen=True, slots=True)
class Listing:
    kind: str
    """1 or a for an ordered list; empty for any other."""
    items: tuple[Item, ...]


Nested = tuple[Para | Listing, ...]


def nested(found: Prose, within: float = 0.0) -> Nested:
    """`within`: the indent of what it stands in, in em."""
    out: list[Para | Listing] = []
    for deeper, group in groupby(found, key=lambda para: para.indent > within):
        paras = tuple(group)
        out += _listings(paras, within) if deeper else paras
    return tuple(out)


def _listings(paras: Prose, within: float) -> Iterator[Listing]:
    """Another kind of mark begins another list."""
    depth = min(para.indent for para in paras)
    items = [_item(part, depth, within) for part in _parted(paras, depth)]
    kinds = [_kind(item.mark.mark) if item.mark else None for item in items]
    kinds[:1] = [kinds[0] if kinds[0] is not None else next(filter(None, kinds), "")]
    for kind, group in groupby(zip(kinds, items, strict=True), key=lambda pair: pair[0]):
        yield Listing(kind or "", tuple(item for _, item in group))


def _parted(paras: Prose, depth: float) -> Iterator[Prose]:
    """Item by item."""
    starts = [i for i, para in enumerate(paras) if para.mark and para.indent == depth]
    bounds = [*([] if starts[:1] == [0] else [0]), *starts, len(paras)]
    yield from (paras[a:b] for a, b in pairwise(bounds))


def _item(paras: Prose, depth: float, within: float) -> Item:
    marked = bool(paras[0].mark) and paras[0].indent == depth
    return Item(paras[0] if marked else None, depth - within, nested(paras[marked:], depth))


def _kind(mark: str) -> str:
    return next((kind for kind, begins in _ORDERED.items() if begins.match(mark)), "")
