"""Regulations: found by id, by kind, number and year, or by title, in the nearest register first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...definition.daftar import Peraturan
from ...definition.fields import slug
from ...definition.markup import plain
from ..model import LawEntry
from .names import NOWHERE, LawKey, Region, regulation_key


class KnownLaws:
    """The regulations one scope knows: its own register first, then those of the folders around it."""

    def __init__(self, around: KnownLaws | None = None, region: Region = NOWHERE) -> None:
        self.around, self.region = around, region
        self.whole: bool = around.whole if around else True
        """False when a register could not be read, so that what is missing here may well exist."""
        self._by_id: dict[str, LawEntry] = {}
        self._by_key: dict[LawKey, LawEntry] = {}
        self._by_title: dict[str, LawEntry] = {}

    def add(self, law: LawEntry, id_: str = "") -> None:
        """`id_` is the id as written in this scope; the entry's own may carry its folders."""
        self._by_id.setdefault(id_ or law.id, law)
        law.key = law.key or regulation_key(law.data, self.region)
        if law.key:
            self._by_key.setdefault(law.key, law)
            if law.key.region:  # it names its region, so that others who cite it can mean no other
                self._outermost._by_key.setdefault(law.key, law)
        self._by_title.setdefault(_title_key(law.data.judul), law)

    def has_own(self, id_: str) -> bool:
        return id_ in self._by_id

    def get(self, id_: str) -> LawEntry | None:
        return next((law for one in self._outwards() if (law := one._by_id.get(id_))), None)

    def find(self, key: LawKey | None, text: str) -> LawEntry | None:
        """The one cited by `text`, which names `key`; by its words only when it names none by number."""
        return self._find(key, "" if key else _title_key(text))

    def described(self, data: Peraturan, region: Region) -> LawEntry | None:
        """The one that `data`, written in an SOP of `region`, describes once more."""
        return self.get(regulation_id(data)) or self.find(regulation_key(data, region), data.judul)

    def ids(self) -> Iterable[str]:
        for one in self._outwards():
            yield from one._by_id

    def _find(self, key: LawKey | None, title: str) -> LawEntry | None:
        for one in self._outwards():
            law = (one._by_key.get(key) if key else None) or (one._by_title.get(title) if title else None)
            if law:
                return law
        return None

    @property
    def _outermost(self) -> KnownLaws:
        return list(self._outwards())[-1]

    def _outwards(self) -> Iterator[KnownLaws]:
        one: KnownLaws | None = self
        while one is not None:
            yield one
            one = one.around


def regulation_id(law: Peraturan) -> str:
    """The id as written, or one made of kind, number and year; may be empty."""
    return law.id or slug(" ".join(filter(None, (law.jenis, law.nomor, law.tahun)))) or slug(law.judul)


def _title_key(text: str) -> str:
    return re.sub(r"[\W_]+", " ", plain(text).casefold()).strip()
