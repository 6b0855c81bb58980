"""How the definition of an SOP came to be as it is, where git knows."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue.model import SopEntry
from ...definition.tanggal import DateFault, read_date
from ...store.past import Commit

MOST = 30


@dataclass(frozen=True, slots=True)
class CommitLine:
    day: str
    """As people read it; empty where it makes no sense."""
    iso: str
    author: str
    subject: str
    id: str
    """As far as people write it."""


@dataclass(frozen=True, slots=True)
class CommitsView:
    lines: tuple[CommitLine, ...]
    """The last first."""
    count: int

    @property
    def last(self) -> CommitLine:
        return self.lines[0]


def commits_view(entry: SopEntry) -> CommitsView | None:
    found = tuple(map(_line, entry.commits[:MOST]))
    return CommitsView(found, len(entry.commits)) if found else None


def _line(one: Commit) -> CommitLine:
    return CommitLine(_said(one.day), one.day, one.author, one.subject, one.id[:8])


def _said(day: str) -> str:
    try:
        return read_date(day).tampil if day else ""
    except DateFault:  # a clock that stood at no year of this world
        return ""
