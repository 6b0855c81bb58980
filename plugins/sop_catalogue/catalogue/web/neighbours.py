"""Which SOPs stand beside one: those it names, those that name it, those it names in vain, and the nearest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...definition.fields import says_something
from ..model import SopEntry
from .kinds import Verdict
from .mentions import steps_naming
from .titles import split_end, title_key
from .wording import NOTES

_IN_VAIN = (Verdict.MISSING, Verdict.NEAR, Verdict.AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another SOP, seen from one side."""

    sop: SopEntry
    mutual: bool
    """Whether both name each other."""
    steps: tuple[str, ...]
    """The steps that name it; empty where only keterkaitan does."""


@dataclass(frozen=True, slots=True)
class InVain:
    """What an SOP names and the catalogue does not have."""

    text: str
    verdict: Verdict
    maybe: tuple[SopEntry, ...]
    """What it may mean, the likeliest first."""

    @property
    def key(self) -> str:
        """The same for all who name the same."""
        return title_key(self.text)

    @property
    def why(self) -> str:
        return NOTES[self.verdict]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """All that stands around one SOP."""

    named: tuple[Neighbour, ...]
    naming: tuple[Neighbour, ...]
    in_vain: tuple[InVain, ...]
    replaced_by: SopEntry | None
    replaces: tuple[SopEntry, ...]

    def __bool__(self) -> bool:
        return bool(self.named or self.naming or self.in_vain or self.replaced_by or self.replaces)


def named_by(entry: SopEntry) -> tuple[SopEntry, ...]:
    """The SOPs that `entry` names in its keterkaitan or its steps, each once, in the order written."""
    return tuple(
        dict.fromkeys(
            target
            for item in entry.namings
            for target in item.targets
            if item.verdict is Verdict.LINKED and target is not entry
        )
    )


def naming(entry: SopEntry) -> tuple[SopEntry, ...]:
    """The SOPs that name `entry` in their keterkaitan or their steps, each once."""
    return tuple(dict.fromkeys((*entry.cited_by, *entry.mentioned_by)))


def named_in_vain(entry: SopEntry) -> tuple[InVain, ...]:
    """What `entry` names and nobody can tell which SOP that is, each title once."""
    found: dict[str, InVain] = {}
    for item in entry.namings:
        if item.verdict in _IN_VAIN and says_something(item.text):
            found.setdefault(title_key(item.text), InVain(split_end(item.text)[0], item.verdict, item.maybe))
    return tuple(found.values())


def neighbours_of(entry: SopEntry) -> Neighbours:
    out, into = named_by(entry), naming(entry)
    both = set(out) & set(into)
    return Neighbours(
        tuple(Neighbour(sop, sop in both, tuple(steps_naming(entry, sop))) for sop in out),
        tuple(Neighbour(sop, sop in both, tuple(steps_naming(sop, entry))) for sop in into),
        named_in_vain(entry),
        entry.replaced_by,
        tuple(entry.replaces),
    )


def nearest(found: Iterable[Neighbour], entry: SopEntry) -> list[Neighbour]:
    """Those bound both ways first, then those of its unit, then those of its pemda."""

    def distance(item: Neighbour) -> tuple[bool, bool, bool]:
        unit = item.sop.unit
        return not item.mutual, unit is not entry.unit, unit.pemda is not entry.unit.pemda

    return sorted(found, key=distance)
