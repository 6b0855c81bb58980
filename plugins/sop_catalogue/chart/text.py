"""Widths of text without a font at hand, and wrapping by them.

Widths are those of Helvetica and its metric twins (Arial, Liberation Sans); the slack covers other sans-serifs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SLACK = 1.06
_AFTER = re.compile(r"(?<=[/\u2013\u2014-])(?=\w)")
_WIDTHS = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "ckJsvxyz",
    556: "#$0123456789?Labdeghnopqu_",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_OF = {char: width / 1000 for width, chars in _WIDTHS.items() for char in chars}


def _em(char: str) -> float:
    if char in _OF:
        return _OF[char]
    if unicodedata.combining(char):
        return 0.0
    return 1.05 if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF else 0.78


@lru_cache(maxsize=8192)
def width(text: str, size: float) -> float:
    return sum(map(_em, text)) * size * _SLACK


@lru_cache(maxsize=4096)
def wrap(text: str, room: float, size: float) -> tuple[str, ...]:
    """Lines no wider than `room`; a word that is wider is broken, never cut."""
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
        while (head := _fitting(line, room, size)) < len(line):
            lines.append(line[:head])
            line = line[head:]
    return (*lines, line) if line else tuple(lines)


def _words(text: str) -> list[tuple[str, str]]:
    """Words, each with what joins it to the one before; a line may also end after a slash or a dash."""
    found = []
    for word in text.split():
        parts = [part for part in _AFTER.split(word) if part]
        found += [(part, "" if i else " ") for i, part in enumerate(parts)]
    return found


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
