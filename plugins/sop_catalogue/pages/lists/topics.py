"""What the SOPs of a catalogue are about, by the words that stand in several of their names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...catalogue.model import SopEntry
from ..render import plain

MOST = 12
_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = """
atas atau bagi dalam dan dari dengan di kepada ke lain oleh pada para per sampai secara serta tentang terhadap untuk yang
layanan mekanisme operasional pelaksanaan pelayanan pembuatan pemberian penanganan penerbitan penerimaan pengajuan
pengelolaan pengiriman pengumpulan pengurusan penyusunan prosedur proses sop standar tata cara
"""
"""Words that tell nothing of what an SOP is about."""
_LEFT_OUT = frozenset(_EMPTY.split())


def topics(sops: Iterable[SopEntry]) -> list[tuple[str, int]]:
    """Each with how many names it stands in, the commonest first. Words that always stand together are one."""
    titles = [_words(sop) for sop in sops]
    found: dict[str, list[int]] = {}
    for number, title in enumerate(titles):
        for word in dict.fromkeys(title):
            found.setdefault(word, []).append(number)
    together: dict[tuple[int, ...], list[str]] = {}
    for word, numbers in found.items():
        if len(numbers) > 1:
            together.setdefault(tuple(numbers), []).append(word)
    said = [(_run(words, titles[numbers[0]]), len(numbers)) for numbers, words in together.items()]
    return sorted(said, key=lambda item: (-item[1], item[0]))[:MOST]


def _words(sop: SopEntry) -> list[str]:
    """Of its name, without what its office is called."""
    places = (sop.unit.data.nama, sop.unit.pemda.data.nama)
    own = {word for place in places for word in _WORD.findall(place.casefold())}
    return [word for word in _WORD.findall(plain(sop.name).casefold()) if word not in own | _LEFT_OUT]


def _run(words: list[str], title: list[str]) -> str:
    """As many of them as follow each other there."""
    start = title.index(words[0])
    return " ".join(word for word, own in zip(words, title[start:], strict=False) if word == own)
