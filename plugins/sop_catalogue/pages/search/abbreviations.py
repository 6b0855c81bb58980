"""What is called by several names: roles, what `sinonim.yml` says, and the abbreviations of offices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from ...catalogue.model import Catalogue
from ..render import plain

Names = list[str]

_IN_BRACKETS = re.compile(r"((?:[\w-]+ ){2,9})\(([A-Z][A-Z0-9]{1,7})\)")
_LITTLE = frozenset(("dan", "di", "ke", "dari", "untuk", "pada", "yang", "atau", "serta"))


def names_of(catalogue: Catalogue, texts: Iterable[str]) -> list[Names]:
    """Groups of names that mean the same, each once and in order."""
    groups = [
        *([role.data.nama, *role.data.singkatan] for role in catalogue.roles),
        *catalogue.synonyms.groups,
        *_common(),
        *sorted(set(_explained(texts))),
    ]
    found = (tuple(dict.fromkeys(map(plain, group))) for group in groups)
    return [list(group) for group in dict.fromkeys(found) if len(group) > 1]


@cache
def _common() -> list[Names]:
    """Those that every office uses."""
    text = files(__package__).joinpath("singkatan.txt").read_text("utf-8")
    return [line.split(" = ") for line in text.splitlines() if line]


def _explained(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Abbreviations that the catalogue itself explains, as in "Surat Permintaan Dana (SPD)"."""
    for text in texts:
        if "(" in text:
            for before, short in _IN_BRACKETS.findall(text):
                if long := _long_form(before.split(), short):
                    yield short, long


def _long_form(words: list[str], short: str) -> str:
    """The last of the words whose initials spell the abbreviation; little words may be left out of it."""
    for start in range(len(words) - 2, -1, -1):
        taken = words[start:]
        initials = "".join(word[0] for word in taken if word.lower() not in _LITTLE).upper()
        if initials == short != "SOP" and words[start].lower() not in _LITTLE:
            return " ".join(taken)
    return ""
