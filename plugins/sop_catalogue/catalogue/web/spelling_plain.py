"""Words a slip away from others, by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

_SHOWN = 5


def slips(word: str, known: Sequence[str], most: int) -> list[str]:
    """The five nearest of `known`, no more than so many letters left out, added, changed or swapped away."""
    letters, size = _letters(word), len(word)
    found = [
        (distance, place)
        for place, other in enumerate(known)
        if abs(len(other) - size) <= most
        and (letters ^ _letters(other)).bit_count() <= 2 * most
        and (distance := _distance(word, other)) <= most
    ]
    return [known[place] for _, place in sorted(found)[:_SHOWN]]


def likest(text: str, known: Iterable[str], least: float) -> str | None:
    """The one of `known` that has most letters in common with `text`, in their order; at least this share of both."""
    shares = ((_share(text, other), other) for other in known)
    best, other = max(shares, key=lambda share: share[0], default=(0.0, None))
    return other if best >= least else None


@lru_cache(maxsize=65536)
def _letters(word: str) -> int:
    """A bit for each letter, or for several: a slip changes two of them at most."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 63)
    return found


def _distance(one: str, other: str) -> int:
    """Optimal string alignment: how many slips make `other` of `one`, none of them in what another has changed."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            least = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 < j and letter == other[j - 2] and one[i - 2] == wanted:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        before, last = last, row
    return last[-1]


def _share(one: str, other: str) -> float:
    whole = len(one) + len(other)
    return 1 - (whole - 2 * _common(one, other)) / whole if whole else 1.0


def _common(one: str, other: str) -> int:
    """The length of the longest common subsequence, whose letters are counted as bits (Hyyrö 2004)."""
    places: dict[str, int] = defaultdict(int)
    for i, letter in enumerate(one):
        places[letter] |= 1 << i
    full = (1 << len(one)) - 1
    free = full
    for letter in other:
        met = free & places.get(letter, 0)
        free = ((free + met) | (free - met)) & full
    return len(one) - free.bit_count()
