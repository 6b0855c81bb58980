"""Which titles a wording comes near to, without being one of them.

Two wordings are near when one says all that the other says: words may stand in another order, be misspelt or
abbreviated, and one side may say a little more. Where both have a word of substance that the other lacks (Surat Masuk,
Surat Keluar), they mean two things, however alike they look.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from ..model import PemdaEntry, SopEntry, UnitEntry
from .spelling import slips
from .titles import title_and_number, title_key, words_of

MOST = 3
"""Suggestions beyond these help nobody."""
_SHARE = 0.6
"""How much of the fuller wording the other must say."""
_SMALL = 0.1
"""Weight of a word that hardly tells one SOP from another."""
_JOINING = frozenset((
    "dan", "atau", "serta", "di", "ke", "dari", "pada", "dalam", "untuk", "bagi", "oleh", "dengan", "atas",
    "terhadap", "tentang", "yang", "secara",
))  # fmt: skip
_GENERIC = frozenset((
    "layanan", "pelayanan", "pengelolaan", "penyelenggaraan", "pelaksanaan", "pengurusan", "penyusunan",
    "pembuatan", "prosedur", "mekanisme", "proses", "tata", "cara", "kegiatan", "administrasi", "skpd", "opd",
    "sopd",
))  # fmt: skip
_TELLING = re.compile(r".*\d|[ivxlc]+$|.$")
"""Numbers and single letters: Semester I is no misspelt Semester II."""
_ASIDE = re.compile(r"\([^()\d]*\)")
_CROWD = 400
"""Beyond so many titles, a word no longer helps to find one of them."""

Words = tuple[str, ...]


class Nearness:
    """All titles by their words; `titles` says which SOPs bear each."""

    def __init__(self, titles: Mapping[str, Sequence[SopEntry]]) -> None:
        self._titles = titles
        self._words = {key: _words(key) for key in titles}
        self._candidates: dict[Words, list[str]] = {}
        self._spellings: dict[str, frozenset[str]] = {}
        self._by_unit: dict[UnitEntry, frozenset[str]] = {}
        self._found: dict[tuple[Words, PemdaEntry], list[SopEntry]] = {}

    def near(self, text: str, unit: UnitEntry) -> tuple[SopEntry, ...]:
        """The likeliest first: of the same unit, else of the same pemda. Another government's title is no guess."""
        title, _ = title_and_number(text)
        words = _words(title_key(_ASIDE.sub(" ", title)))
        hits = self._hits(words, unit.pemda)
        found = [sop for sop in hits if sop.unit is unit] or hits
        return tuple([sop for sop in found if sop.in_force] or found)[:MOST]

    def _hits(self, words: Words, pemda: PemdaEntry) -> list[SopEntry]:
        """Every SOP of the pemda that `words` come near to, once for all that say these words."""
        if (words, pemda) not in self._found:
            shares = [
                (self._share(words, self._words[key], self._places(sop.unit)), sop)
                for key in self._sharing(words)
                for sop in self._titles[key]
                if sop.unit.pemda is pemda
            ]
            ranked = sorted(shares, key=lambda share: (-share[0], share[1].id))
            self._found[words, pemda] = [sop for share, sop in ranked if share > _SHARE]
        return self._found[words, pemda]

    def _places(self, unit: UnitEntry) -> frozenset[str]:
        if unit not in self._by_unit:
            self._by_unit[unit] = _place_words(unit)
        return self._by_unit[unit]

    def _sharing(self, words: Words) -> list[str]:
        """The titles that have at least half of their words, or of `words`, in common."""
        if words not in self._candidates:
            postings = [
                self._by_word[spelled]
                for word in words
                for spelled in self._spelled(word)
                if spelled in self._by_word
            ]
            helpful = [titles for titles in postings if len(titles) <= _CROWD] or postings[:1]
            counts = Counter(key for titles in helpful for key in titles)
            found = [
                key for key, count in counts.items() if 2 * count >= min(len(words), len(self._words[key]))
            ]
            found += self._by_letters.get("".join(words), [])
            self._candidates[words] = list(dict.fromkeys(found))
        return self._candidates[words]

    def _share(self, wanted: Words, title: Words, places: frozenset[str]) -> float:
        """How much of the fuller wording the other says; 0 where they mean two things."""
        if "".join(wanted) == "".join(title):
            return 1
        rest, left, said = list(title), [], 0.0
        for word in wanted:
            if match := next((other for other in rest if other in self._spelled(word)), None):
                rest.remove(match)
                said += _weight(match)
            else:
                left.append(word)
        said += _abbreviated(left, rest) + _abbreviated(rest, left)
        more, less = (sum(_weight(word) for word in words if word not in places) for words in (left, rest))
        if said < 1 or (more >= 1 and less >= 1):
            return 0
        return said / (said + max(more, less))

    def _spelled(self, word: str) -> frozenset[str]:
        """The words that `word` may be meant as. One that titles use is not misspelt."""
        if word not in self._spellings:
            found: list[str] = []
            if word not in self._by_word and len(word) > 4 and not _TELLING.match(word):
                limit = 1 if len(word) < 8 else 2
                found = [other for other in slips(word, self._vocabulary, limit) if not _TELLING.match(other)]
            self._spellings[word] = frozenset((word, *found))
        return self._spellings[word]

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        by_word: dict[str, list[str]] = defaultdict(list)
        for key, words in self._words.items():
            for word in words:
                by_word[word].append(key)
        return dict(by_word)

    @cached_property
    def _vocabulary(self) -> list[str]:
        return list(self._by_word)

    @cached_property
    def _by_letters(self) -> dict[str, list[str]]:
        """Titles without their spaces: kerja sama, kerjasama."""
        by_letters: dict[str, list[str]] = defaultdict(list)
        for key, words in self._words.items():
            by_letters["".join(words)].append(key)
        return dict(by_letters)


def _place_words(unit: UnitEntry) -> frozenset[str]:
    """The words of a unit's own name, which its titles may carry or leave out."""
    names = (unit.data.nama, unit.data.singkatan, unit.pemda.data.nama, unit.pemda.data.singkatan)
    return frozenset(word for name in names if name for word in words_of(name).split())


def _words(key: str) -> Words:
    """The words that matter, each once: Surat Masuk dan Surat Keluar says "surat" of both."""
    return tuple(dict.fromkeys(word for word in key.split() if word not in _JOINING))


def _weight(word: str) -> float:
    return _SMALL if word in _GENERIC else 1


def _abbreviated(short: list[str], full: list[str]) -> float:
    """Take out the words of `short` that are initials of neighbours in `full`, with these; what they weigh."""
    said = 0.0
    for word in [word for word in short if 2 <= len(word) <= 6]:
        initials = "".join(other[0] for other in full)
        start = initials.find(word)
        if start >= 0:
            short.remove(word)
            del full[start : start + len(word)]
            said += 1
    return said
