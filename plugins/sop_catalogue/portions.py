"""Long lists in portions of a bearable weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def portions(items: Iterable[T], weight: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """In their order, none heavier than `most` unless it is a single item."""
    portion: list[T] = []
    whole = 0
    for item in items:
        own = weight(item)
        if portion and whole + own > most:
            yield portion
            portion, whole = [], 0
        portion.append(item)
        whole += own
    if portion:
        yield portion
