"""Which entry of one list is which of another: by what they say, not by their numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"\w+")
_MOST = 250_000
"""Pairs of entries that are held against each other one by one."""
_NEAR = 20
"""Places within which an entry worded anew is looked for, among those that stand for none yet."""
_NEARLY = 0.75
"""How like an entry must be that was moved and worded anew."""
Score = Callable[[int, int], float]
"""How like an entry of one is to an entry of the other, from 0 to 1."""
Steps = dict[int, int]
"""Places in one → places in the other."""


@dataclass(frozen=True, slots=True)
class Pair:
    before: int | None
    after: int | None
    moved: bool = False
    """Its neighbours are others; of two that changed places, one moved."""


def aligned(one: Sequence[Hashable], other: Sequence[Hashable], score: Score, enough: float) -> list[Pair]:
    """Every entry once, in the order of `other`; those that are gone behind what they stood behind.

    Equal ones belong together, wherever they stand; then, between these, those that are alike `enough`.
    """
    found = _equal(one, other)
    ordered = _in_order(found)
    found |= _alike(len(one), len(other), found, ordered, score, enough)
    found |= _elsewhere(len(one), len(other), found, score)
    return list(_told(len(one), len(other), found))


def likeness(one: str, other: str) -> float:
    """Of two texts: how many of their words, and of their pairs of letters, they share."""
    (words, letters), (their_words, their_letters) = _pieces(one), _pieces(other)
    return (_shared(words, their_words) + _shared(letters, their_letters)) / 2


def by_text(one: Sequence[str], other: Sequence[str], enough: float = 0.6) -> list[Pair]:
    """Texts alone."""

    def score(a: int, b: int) -> float:
        return likeness(one[a], other[b])

    return aligned(one, other, score, enough)


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[Counter[str], Counter[str]]:
    folded = text.casefold()
    return Counter(_WORD.findall(folded)), Counter(map("".join, pairwise(folded)))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 0.0


def _equal(one: Sequence[Hashable], other: Sequence[Hashable]) -> Steps:
    """First as they stand, then those that stand elsewhere."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    found = {k: k for k in range(start)}
    found |= {len(one) - k: len(other) - k for k in range(1, end + 1)}
    rest, others = one[start : len(one) - end], other[start : len(other) - end]
    if len(rest) * len(others) <= _MOST:
        for a, b, size in SequenceMatcher(None, rest, others, autojunk=False).get_matching_blocks():
            found |= {start + a + k: start + b + k for k in range(size)}
    taken = set(found.values())
    free: defaultdict[Hashable, list[int]] = defaultdict(list)
    for b in reversed(range(len(other))):
        if b not in taken:
            free[other[b]].append(b)
    for a, entry in enumerate(one):
        if a not in found and free[entry]:
            found[a] = free[entry].pop()
    return found


def _in_order(found: Steps) -> Steps:
    """As many as possible of those whose order is the same in both."""
    places = sorted(found)
    last: list[int] = []
    """Of the sequences found so far, by their length, the one that ends first."""
    behind: dict[int, int] = {}
    ends: list[int] = []
    for a in places:
        k = bisect_left(ends, found[a])
        behind[a] = last[k - 1] if k else -1
        ends[k : k + 1] = [found[a]]
        last[k : k + 1] = [a]
    kept: Steps = {}
    here = last[-1] if last else -1
    while here >= 0:
        kept[here] = found[here]
        here = behind[here]
    return kept


def _alike(many: int, others: int, found: Steps, ordered: Steps, score: Score, enough: float) -> Steps:
    """Between two that stand fast in both, those that are alike, the likest first; none past another."""
    taken = set(found.values())
    fast = [(-1, -1), *sorted(ordered.items()), (many, others)]
    new: Steps = {}
    for (a, b), (next_a, next_b) in pairwise(fast):
        rest = [k for k in range(a + 1, next_a) if k not in found]
        free = [k for k in range(b + 1, next_b) if k not in taken]
        rated = (
            (score(one, free[j]), -abs(i - j), one, free[j])
            for i, one in enumerate(rest)
            for j in range(max(0, i - _NEAR), min(len(free), i + _NEAR + 1))
        )
        here: Steps = {}
        for rate, _, one, other in sorted(rated, key=lambda item: (-item[0], -item[1], item[2], item[3])):
            if rate < enough:
                break
            if one not in here and all((one < x) == (other < y) and other != y for x, y in here.items()):
                here[one] = other
        new |= here
    return new


def _elsewhere(many: int, others: int, found: Steps, score: Score) -> Steps:
    """Of what is left, those that are nearly the same, not far away."""
    free = {*range(others)} - set(found.values())
    new: Steps = {}
    for a in (k for k in range(many) if k not in found):
        near = free.intersection(range(a - _NEAR, a + _NEAR + 1))
        likest = max(((score(a, b), -abs(a - b), b) for b in near), default=(0.0, 0, 0))
        if likest[0] >= _NEARLY:
            new[a] = likest[2]
            free.remove(likest[2])
    return new


def _told(many: int, others: int, found: Steps) -> Iterator[Pair]:
    ordered = _in_order(found)
    origin = {b: a for a, b in found.items()}
    gone: defaultdict[int, list[Pair]] = defaultdict(list)
    behind = -1
    for place in range(many):
        if place in ordered:
            behind = ordered[place]
        elif place not in found:
            gone[behind].append(Pair(place, None))
    yield from gone[-1]
    for b in range(others):
        a = origin.get(b)
        yield Pair(a, b, a is not None and a not in ordered)
        yield from gone[b]
