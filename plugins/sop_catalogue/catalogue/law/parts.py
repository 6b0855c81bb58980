"""The regulations that one item of Dasar Hukum names: most name one, some join several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .names import NOWHERE, LawKey, Region, law_key


class Part(NamedTuple):
    """A stretch of the item; all of them together are the item as written."""

    text: str
    key: LawKey | None


_INSTRUMENT = (
    r"(?<![\w./-])(?:undang2\b|undang\s{0,9}[-–]?\s{0,9}undang|u\.?\s?u\.?(?=[\s\d-])|uud\b|p\.?\s?p\.?(?=[\s\d])|perp+u\b"
    r"|peraturan\b|per(?:men|pres|da|bup|gub|wal|wako|ka|ki|lem|ban|des|ma|pol)\w*|kep(?:utusan|p?res|men|bup|gub|wal)\w*"
    r"|instruksi\b|inpres\b|surat\s+edaran|s[ek]\b|[pk]m[ka]\b|tap\b|ketetapan\b|qanun\b|p(?:ojk|bi|kpu)\b|(?:per|kep)\b\.?\s+(?=[a-z]))"
)
_NEXT = re.compile(
    rf"(?P<joint>[;,\n]\s{{0,99}}+|\b(?:dan|serta|jo|jis|juncto|dengan)\b\.?\s{{0,99}}+)"
    rf"(?=(?:(?:pasal|lampiran|ayat)\b[^;,\n]{{0,40}}?)?{_INSTRUMENT})",
    re.IGNORECASE,
)
_BEGINS = re.compile(_INSTRUMENT, re.IGNORECASE)
_TAIL = re.compile(
    r"(?:[;,.(\s]|\b(?:dan|serta|jo|jis|juncto|sebagaimana|telah|diubah|beberapa|kali|terakhir|dengan)\b)+$",
    re.IGNORECASE,
)
_LONGEST_TAIL, _LONGEST_TITLE = 150, 1000
_ABOUT_LAWS = re.compile(rf"\btentang\b.*{_INSTRUMENT}.*\d", re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=4096)
def cited_parts(text: str, region: Region = NOWHERE) -> tuple[Part, ...]:
    """The item cut where another regulation with a number of its own begins."""
    parts: list[Part] = []
    for piece in _pieces(text):
        key = law_key(piece, region)
        if not parts or key:
            parts.append(Part(piece, key))
        else:
            parts[-1] = Part(parts[-1].text + piece, parts[-1].key)
    return tuple(parts)


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for cut in _NEXT.finditer(text):
        so_far = text[max(start, cut.start() - _LONGEST_TITLE) : cut.start()]
        joins = cut["joint"].strip().casefold() in ("dan", "serta")
        if joins and _ABOUT_LAWS.search(
            so_far
        ):  # it goes on with its title: "… tentang Perubahan atas UU 8/1974 dan UU …"
            continue
        if so_far.strip():
            yield text[start : cut.end()]
            start = cut.end()
    yield text[start:]


@lru_cache(maxsize=4096)
def named_within(part: str, region: Region = NOWHERE) -> tuple[LawKey, ...]:
    """Other regulations in the title of the one that a part names: "… tentang Perubahan atas UU 8/1974"."""
    own = law_key(part, region)
    starts = [found.start() for found in _BEGINS.finditer(part)]
    keys = (law_key(part[start:], region) for start in starts[1:])
    return tuple(dict.fromkeys(key for key in keys if key and key != own))


@lru_cache(maxsize=4096)
def title_of(part: str) -> str:
    """The regulation's own name in a part: no "Pasal …" before it, no joint behind it."""
    begins = _BEGINS.search(part)
    return without_tail(part[begins.start() if begins else 0 :])[0]


@lru_cache(maxsize=4096)
def without_tail(part: str) -> tuple[str, str]:
    """The part, and the joint to the next one behind it."""
    name = part[:-_LONGEST_TAIL] + _TAIL.sub("", part[-_LONGEST_TAIL:]) or part
    return name, part[len(name) :]
