"""The order of names, as browsers sort Indonesian (`Intl.Collator("id", {numeric: true})`): a list made here stands as
one that a reader has sorted."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = " _-‐–—,;:!?.·'\"()[]{}@*/\\&#%•`^+<=>|~$"
"""Before all figures and letters, in this order."""
_QUOTES = str.maketrans("‘’“”", "''\"\"")
_TOKENS = re.compile(r"([0-9]+)|(.)", re.DOTALL)

Order = tuple[tuple[int, int], ...]


def order_of(text: str) -> Order:
    """What `text` is sorted by: neither case nor accents tell words apart, and numbers count as numbers."""
    letters = unicodedata.normalize("NFKD", " ".join(text.split())).translate(_QUOTES).casefold()
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return tuple(_place(*found.groups()) for found in _TOKENS.finditer(bare))


def _place(figures: str | None, letter: str) -> tuple[int, int]:
    if figures:
        return 1, int(figures[:18])
    sign = _SIGNS.find(letter)
    return (0, sign) if sign >= 0 else (2, ord(letter))
