"""Where the data come from, and how they came to be as they are, as open data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ...store.past import Commit
from ..privacy.settings import Hiding
from . import past_types as records


@dataclass(frozen=True, slots=True)
class Publication:
    """What the definitions do not say of a catalogue that is made public."""

    name: str = "Katalog SOP"
    url: str = ""
    """With a slash at its end; empty where nobody knows where it will stand."""
    licence: str = ""
    """Of its data."""
    version: str = ""
    """Of the program that makes it."""


UNSAID = Publication()
GENERATOR = "sop-catalogue"


def generator_record(publication: Publication) -> records.PembangkitRecord:
    return {"nama": GENERATOR, "versi": publication.version or None}


def origin_record(head: Commit | None) -> records.AsalRecord | None:
    return {"commit": head.id, "tanggal": head.moment or None} if head else None


def hidden_parts(hidden: Hiding) -> list[Literal["nama", "nip"]]:
    parts: list[tuple[Literal["nama", "nip"], bool]] = [("nama", hidden.names), ("nip", hidden.nips)]
    return [part for part, left_out in parts if left_out]


def commit_records(commits: Iterable[Commit]) -> list[records.PerubahanBerkasRecord]:
    return [
        {
            "commit": one.id,
            "tanggal": one.moment or None,
            "oleh": one.author or None,
            "pesan": one.subject or None,
        }
        for one in commits
    ]
