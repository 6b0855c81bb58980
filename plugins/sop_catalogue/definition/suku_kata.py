"""Where an Indonesian word may be divided at the end of a line, as the spelling rules (EYD) have it.

Between vowels that are no diphthong, before a single consonant, after the first of several; ng, ny, sy and kh are one consonant.
Where the rules ask for the word's root, it is not divided.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

SOFT = "\u00ad"
"""Shown as a hyphen where a line ends with it, and nowhere else."""
ANYWHERE = "\u200b"
"""A line may end here, without a sign."""
_LEAST, _MOST = 3, 60
"""Letters on either side of a hyphen; longer than this is no word."""
_UNIT = re.compile("ai|au|ei|oi|ng|ny|sy|kh|.", re.IGNORECASE | re.DOTALL)
PREFIXES = frozenset({"be", "de", "di", "ke", "ko", "me", "pe", "re", "se", "te"})
"""Stand with a hyphen of their own before words of other languages (me-review), so that no line's end sets one there."""
_VOWELS = frozenset("aiueoAIUEO")
_SUFFIX = re.compile("(?:ng|ny|sy|kh|[^aiueo])an", re.IGNORECASE)
"""How words end whose root ends in a consonant (pe-la-yan-an), and others, too (per-ta-ma-kan)."""
_WORD = re.compile(r"[^\W\d_]+")
_LINE = re.compile(r"[^\W\d_]+[/-]?")
"""A word, and what may end a line behind it."""


@lru_cache(maxsize=4096)
def breaks(text: str) -> tuple[int, ...]:
    """After how many of its letters a piece of text without spaces may go on in a new line, behind a hyphen."""
    if len(text) > _MOST:
        return ()
    return tuple(word.start() + at for word in _WORD.finditer(text) for at in _within(word[0]))


@lru_cache(maxsize=4096)
def all_breaks(text: str) -> tuple[int, ...]:
    """With those that the rules would rather not have (ta-hun, lapang-an), for a word that has no room otherwise."""
    if len(text) > _MOST:
        return ()
    return tuple(word.start() + at for word in _WORD.finditer(text) for at in _at_need(word[0]))


def _within(word: str) -> list[int]:
    return [
        at
        for at in _syllables(word)
        if _LEAST <= at <= len(word) - _LEAST and not _SUFFIX.fullmatch(word, at)
    ]


def _at_need(word: str) -> list[int]:
    places = {
        len(word) - 2 if _SUFFIX.fullmatch(word, at) and word[at] not in "kK" else at
        for at in _syllables(word)
    }
    return sorted(at for at in places if 2 <= at <= len(word) - 2 and word[:at].lower() not in PREFIXES)


def _syllables(word: str) -> list[int]:
    starts, vowels = [0], []
    for i, unit in enumerate(_UNIT.findall(word)):
        starts.append(starts[-1] + len(unit))
        if unit[0] in _VOWELS:
            vowels.append(i)
    return [starts[a + (1 if b - a <= 2 else 2)] for a, b in pairwise(vowels)]


def divided(text: str) -> list[str]:
    """A piece of text without spaces in as many parts as may be, with their hyphens."""
    parts = [text[a:b] for a, b in pairwise((0, *breaks(text), len(text)))]
    return [*(f"{part}-" for part in parts[:-1]), parts[-1]]


def with_breaks(text: str, too_long: Callable[[str], bool]) -> str:
    """The text with signs that show where its long words may be divided, and that a line may end after a slash.

    `too_long` is asked of each word together with a slash or a hyphen behind it.
    """

    def marked(found: re.Match[str]) -> str:
        word = found[0]
        if not too_long(word):
            return word
        return SOFT.join(word[a:b] for a, b in pairwise((0, *breaks(word), len(word))))

    return past_slashes(_LINE.sub(marked, text))


def past_slashes(text: str) -> str:
    """The text, whose lines may end after a slash."""
    return text.replace("/", f"/{ANYWHERE}")
