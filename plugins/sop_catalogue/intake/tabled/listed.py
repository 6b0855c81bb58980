"""Lists that were written in one line, or as lines of their own, become their items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..text import clean

_DASHED = re.compile(r"(?:(?<=\s)|^)[-–•]\s+(?=\S)")
_STARRED = re.compile(r"(?:(?<=\s)|^)\*\)\.?\s*")
_NUMBER = re.compile(r"(?:(?<=\s)|^)(\d{1,2})([.,)]|(?=\s[A-Z]))\s*(?=\S)")
_PAIR = re.compile(r"(?:(?<=\s)|^)(\d{1,2})\.(\d{1,2})\.?\s*(?=[^\W\d_])")
_LEADING = re.compile(r"(\d{1,2})\s*[,]\s*(?=\S)")


def items(lines: Sequence[str]) -> list[str]:
    """Of a cell. A number keeps its place, with a dot where another sign stood behind it."""
    found: list[str] = []
    for line in lines:
        if text := clean(line):
            found += _parted(text)
    return [one for one in found if one]


def _parted(text: str) -> list[str]:
    if _DASHED.match(text):
        return [f"- {part}" for one in _DASHED.split(text) if (part := one.strip())] or [text]
    if _STARRED.match(text):
        return _cut(text, [match.start() for match in _STARRED.finditer(text)])
    if match := _PAIR.match(text):
        return _cut(text, _starts(text, int(match[1]), int(match[2])))
    if match := _NUMBER.match(text):
        return [_LEADING.sub(r"\1. ", one, count=1) for one in _cut(text, _counted(text, match))]
    return [text]


def _starts(text: str, first: int, second: int) -> list[int]:
    """Where 4.1, 4.2, 4.3 … stand."""
    found = []
    for match in _PAIR.finditer(text):
        if (int(match[1]), int(match[2])) == (first, second):
            found.append(match.start())
            second += 1
    return found


def _counted(text: str, first: re.Match[str]) -> list[int]:
    """Where the numbers go on from the first one, each with the same sign behind it; one may be left out."""
    last, found = int(first[1]), [first.start()]
    for match in _NUMBER.finditer(text, first.end()):
        step = int(match[1]) - last
        if match[2] == first[2] and (step == 1 or (step == 2 and match[2])):
            found.append(match.start())
            last += step
    return found


def _cut(text: str, starts: Sequence[int]) -> list[str]:
    bounds = [0, *(at for at in starts if at), len(text)]
    return [text[a:b].strip() for a, b in pairwise(bounds)]
