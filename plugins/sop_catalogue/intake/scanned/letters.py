"""What an OCR program says of a page, as words: Tesseract's table of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ..primitives import Box, UnreadableError, Word

MOST_WORDS = 20_000
"""Of a page."""

_SURE = 30.0
"""Of 100: what it is less sure of is dirt."""
_WORD = "5"
_SAYS_NOTHING = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\d{1,2},")
"""At the beginning of a line: that of an item, whose full stop looks so on many scans."""
_MARKS = re.compile(r"[-–—•·*:()/.,;]{1,2}")


class Letters(Protocol):
    """Whatever reads letters in a picture."""

    @property
    def missing(self) -> str:
        """Why it can read none at all; empty where it can."""

    def read(self, picture: bytes) -> str:
        """A table of words, as Tesseract writes it; `UnreadableError` says why there is none."""


@dataclass(frozen=True, slots=True)
class NoLetters:
    missing: str = "hasil pindai tanpa teks"

    def read(self, picture: bytes) -> str:  # noqa: ARG002
        raise UnreadableError(self.missing)


def words_in(table: str, fine: float) -> Iterator[Word]:
    for row in table.splitlines()[:MOST_WORDS]:
        parts = row.split("\t")
        if len(parts) != 12 or parts[0] != _WORD:
            continue
        try:
            left, top, wide, high, sure = map(float, parts[6:11])
        except ValueError:
            continue
        text = parts[11].strip()
        if parts[5] == "1" and _NUMBER.fullmatch(text):
            text = f"{text[:-1]}."
        if sure < _SURE or not text or (_SAYS_NOTHING.fullmatch(text) and not _MARKS.fullmatch(text)):
            continue
        yield Word(text, Box(left / fine, top / fine, (left + wide) / fine, (top + high) / fine))
