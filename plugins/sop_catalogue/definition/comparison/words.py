"""Two texts held against each other word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .values import Kind

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 1_000_000
"""Pairs of words that are looked at; texts longer than that are held to be others altogether."""
_AROUND = 5
"""Words that stay before and behind what differs, where a text is cut."""
_LONG = 120
"""Letters of a text that is never cut."""
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    kind: Kind | None
    """New, gone, or None for what both have."""


def runs(before: str, after: str) -> list[Run]:
    """Both texts at once, in reading order; where words stand for others, the old ones first."""
    one, other = _TOKEN.findall(before), _TOKEN.findall(after)
    found: list[Run] = []
    for a, a_end, b, b_end, same in _blocks(one, other):
        if same:
            found.append(Run("".join(one[a:a_end]), None))
            continue
        gone, new = "".join(one[a:a_end]), "".join(other[b:b_end])
        found += [Run(gone, Kind.GONE)] if gone else []
        found += [Run(new, Kind.NEW)] if new else []
    return found


def shortened(before: str, after: str) -> tuple[str, str]:
    """Long texts without most of what both begin and end with."""
    if max(len(before), len(after)) <= _LONG:
        return before, after
    one, other = before.split(" "), after.split(" ")
    short = min(len(one), len(other))
    start = next((k for k in range(short) if one[k] != other[k]), short)
    end = next((k for k in range(short - start) if one[-1 - k] != other[-1 - k]), short - start)
    return _without(one, start, end), _without(other, start, end)


def _without(words: Sequence[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), len(words) - max(0, end - _AROUND)
    left = [_CUT] if first else []
    right = [_CUT] if last < len(words) else []
    return " ".join([*left, *words[first:last], *right])


def _blocks(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int, int, bool]]:
    """A space alone between two differences is part of them."""
    if len(one) * len(other) > _MOST:
        yield 0, len(one), 0, len(other), one == other
        return
    a = b = 0
    for start, their_start, size in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        if size == 1 and one[start].isspace():
            continue
        if a < start or b < their_start:
            yield a, start, b, their_start, False
        if size:
            yield start, start + size, their_start, their_start + size, True
        a, b = start + size, their_start + size
