"""Whether two names are of one person, however they are written."""

from __future__ import annotations

import re
from functools import lru_cache

from ...definition.daftar import Pejabat

_TITLES = frozenset(("dr", "drs", "dra", "drg", "drh", "ir", "prof", "h", "hj", "kh", "r", "rr", "apt", "ns"))
_FEWEST_DIGITS = 8
"""Of a NIP that tells people apart."""


@lru_cache(maxsize=4096)
def bare_name(name: str) -> str:
    """Without the titles before and behind it."""
    words = name.split(",", 1)[0].split()
    while len(words) > 1 and (words[0].endswith(".") or words[0].casefold() in _TITLES):
        del words[0]
    while len(words) > 1 and re.search(r"\w\.\w", words[-1]):
        del words[-1]
    return " ".join(words)


def digits(nip: str | None) -> str:
    """Of a NIP, where it has as many as tell people apart."""
    found = "".join(c for c in nip or "" if c in "0123456789")
    return found if len(found) >= _FEWEST_DIGITS else ""


def same_person(one: Pejabat, other: Pejabat) -> bool:
    """By NIP where both have one, else by name."""
    if digits(one.nip) and digits(other.nip):
        return digits(one.nip) == digits(other.nip)
    return bool(_key(one)) and _key(one) == _key(other)


def _key(person: Pejabat) -> str:
    return re.sub(r"\W+", "", bare_name(person.nama or "")).casefold()
