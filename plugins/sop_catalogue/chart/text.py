"""How wide texts of a drawing are, and wrapping by that. The slack is for fonts a little wider than ours."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..definition.suku_kata import all_breaks, breaks, divided
from .letters import letter
from .letters import width as exact

_SLACK = 1.06
_AFTER = re.compile(r"(?<=[/\u2013\u2014-])(?=\w)")
_HYPHEN = "-"


def _em(char: str) -> float:
    if (known := letter(char)) is not None:
        return known
    if unicodedata.combining(char):
        return 0.0
    return 1.05 if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF else 0.78


@lru_cache(maxsize=8192)
def width(text: str, size: float) -> float:
    return sum(map(_em, text)) * size * _SLACK


@lru_cache(maxsize=8192)
def own_width(text: str, size: float, bold: bool = False) -> float | None:
    """As the shipped font has it, without slack; None where some other font must lend a letter."""
    return exact(text, bold) * size if all(letter(char, bold) is not None for char in text) else None


@lru_cache(maxsize=4096)
def wrap(text: str, room: float, size: float) -> tuple[str, ...]:
    """Lines no wider than `room`; a word that is wider is divided at a syllable, or else broken, never cut."""
    lines: list[str] = []
    line = ""
    for word, glue in _words(text):
        joined = f"{line}{glue}{word}" if line else word
        if width(joined, size) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        line = word
        while (end := _fitting(line, room, size)) < len(line):
            at = _divided(line, end, room, size)
            lines.append(line[:at] + _HYPHEN if at else line[:end])
            line = line[at or end :]
    return (*lines, line) if line else tuple(lines)


def _words(text: str) -> list[tuple[str, str]]:
    """Words, each with what joins it to the one before; a line may also end after a slash or a dash."""
    found = []
    for word in text.split():
        parts = [part for part in _AFTER.split(word) if part]
        found += [(part, "" if i else " ") for i, part in enumerate(parts)]
    return found


def _divided(word: str, end: int, room: float, size: float) -> int:
    """The last place up to `end` where a hyphen may stand, and has room to; 0 if there is none.

    Where the rules know none, it parts any two letters; what is no word goes on without a sign.
    """
    for places in (breaks(word), all_breaks(word), range(1, end + 1)):
        fitting = (
            at
            for at in places
            if at <= end and word[at - 1 : at + 1].isalpha() and width(word[:at] + _HYPHEN, size) <= room
        )
        if at := max(fitting, default=0):
            return at
    return 0


def _fitting(word: str, room: float, size: float) -> int:
    """How many of its letters fit, one at least; no more of them are looked at than that."""
    wide = 0.0
    for end, char in enumerate(word):
        wide += _em(char)
        if end and wide * size * _SLACK > room:
            return end
    return len(word)


@lru_cache(maxsize=4096)
def longest_word(text: str, size: float) -> float:
    return max((width(word, size) for word, _ in _words(text)), default=0.0)


@lru_cache(maxsize=4096)
def longest_part(text: str, size: float) -> float:
    """Of what is left of its words when all are divided wherever they may be."""
    return max((width(part, size) for word, _ in _words(text) for part in divided(word)), default=0.0)
