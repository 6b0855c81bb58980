"""Who is named in the definitions: everyone who signs, heads, or held an office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ...definition.daftar import HIDDEN, Pejabat
from ...definition.fields import says_something
from ...definition.pejabat import MasaJabatan

_NO_PEOPLE = frozenset(("langkah", "bagan", "lampiran", "layanan"))
"""Parts of an SOP that are long, and in which nobody signs."""
_SIGNERS = frozenset(("disahkan_oleh", "tanda_tangan", "kepala", "ditetapkan_oleh", "pejabat"))


@dataclass(frozen=True, slots=True)
class People:
    names: frozenset[str] = frozenset()
    """As they are written."""
    nips: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    """Which are nobody's name, wherever they stand."""


def people_of(found: Iterable[Mapping[str, Any]]) -> People:
    people = list(found)
    names, nips, offices = (frozenset(_said(people, key)) for key in ("nama", "nip", "jabatan"))
    return People(names, nips, offices)


def _said(people: Iterable[Mapping[str, Any]], key: str) -> Iterator[str]:
    for person in people:
        text = person.get(key)
        if isinstance(text, str) and says_something(text) and not HIDDEN.fullmatch(text):
            yield " ".join(text.split())


def people_in(part: object) -> Iterator[Mapping[str, Any]]:
    """In a definition that could be read."""
    if isinstance(part, (Pejabat, MasaJabatan)):
        yield dict(part)
    elif isinstance(part, BaseModel):
        for key, inner in part:
            if key not in _NO_PEOPLE:
                yield from people_in(inner)
    elif isinstance(part, tuple):
        for inner in part:
            yield from people_in(inner)


def people_among(values: object, key: str = "") -> Iterator[Mapping[str, Any]]:
    """In the plain values of one that is none: whatever stands where people do."""
    if isinstance(values, Mapping):
        if key in _SIGNERS:
            yield values
        for name, inner in values.items():
            yield from people_among(inner, str(name))
    elif isinstance(values, list):
        for inner in values:
            yield from people_among(inner, key)
