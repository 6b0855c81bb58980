"""A map in words: who names whom, what is named in vain, and each unit in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ...catalogue.model import SopEntry, UnitEntry
from ...catalogue.web.neighbours import named_by, named_in_vain, naming
from ..links import Links
from ..render import plain, rich_line
from ..status import Status, status_of

_FOLDED = 10
"""More SOPs of one other unit around one SOP are counted, not listed."""


@dataclass(frozen=True, slots=True)
class Target:
    url: str
    name: Markup
    unit: str = ""
    """Empty where it is the map's own."""


@dataclass(frozen=True, slots=True)
class MapLine:
    """One SOP, all that it names, and all that names it."""

    url: str
    name: Markup
    status: Status
    named: Sequence[Target]
    naming: Sequence[Target]
    counts: tuple[int, int]
    """How many it names, in vain or not, and how many name it."""
    in_vain: int

    def __bool__(self) -> bool:
        return bool(self.named or self.naming or self.in_vain)


@dataclass(frozen=True, slots=True)
class InVainLine:
    text: str
    why: str
    by: Sequence[Target]


@dataclass(frozen=True, slots=True)
class Tie:
    """Another unit, and how often its SOPs name those of one, or are named by them."""

    url: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class UnitLine:
    url: str
    name: str
    pemda: str
    named: Sequence[Tie]
    """The most often named first."""
    naming: Sequence[Tie]
    sops: int
    inside: int
    outwards: int
    inwards: int
    in_vain: int
    alone: int

    @property
    def tied(self) -> bool:
        return bool(self.named or self.naming)


def map_line(sop: SopEntry, links: Links) -> MapLine:
    out, into, in_vain = named_by(sop), naming(sop), len(named_in_vain(sop))
    return MapLine(
        links.sop(sop),
        rich_line(sop.name),
        status_of(sop),
        _targets(out, sop.unit, links),
        _targets(into, sop.unit, links),
        (len(out) + in_vain, len(into)),
        in_vain,
    )


def in_vain_lines(unit: UnitEntry, links: Links) -> list[InVainLine]:
    """What nobody wrote or nobody can tell, each title once, with those who name it."""
    found: dict[str, tuple[str, str, list[Target]]] = {}
    for sop in unit.sops:
        for item in named_in_vain(sop):
            line = found.setdefault(item.key, (plain(item.text), item.why, []))
            line[2].append(Target(links.sop(sop), rich_line(sop.name)))
    return [InVainLine(*line) for line in found.values()]


def unit_line(unit: UnitEntry, links: Links) -> UnitLine:
    out = [other for sop in unit.sops for other in named_by(sop)]
    into = [other for sop in unit.sops for other in naming(sop)]
    inside = sum(other.unit is unit for other in out)
    return UnitLine(
        links.map(unit),
        unit.data.nama,
        unit.pemda.short,
        _ties(out, unit, links),
        _ties(into, unit, links),
        len(unit.sops),
        inside,
        len(out) - inside,
        sum(other.unit is not unit for other in into),
        sum(len(named_in_vain(sop)) for sop in unit.sops),
        sum(not (named_by(sop) or naming(sop) or named_in_vain(sop)) for sop in unit.sops),
    )


def _ties(sops: Sequence[SopEntry], home: UnitEntry, links: Links) -> list[Tie]:
    counts = Counter(sop.unit for sop in sops if sop.unit is not home)
    return [Tie(links.map(unit), plain(unit.data.nama), count) for unit, count in counts.most_common()]


def _targets(sops: Sequence[SopEntry], home: UnitEntry, links: Links) -> list[Target]:
    found: list[Target] = []
    for unit, members in groupby(
        sorted(sops, key=lambda s: (s.unit is not home, s.unit.id)), lambda s: s.unit
    ):
        same = list(members)
        name = plain(unit.data.nama) if unit is not home else ""
        if name and len(same) > _FOLDED:
            found.append(Target(links.map(unit), Markup(f"{len(same)} SOP"), name))
        else:
            found += [Target(links.sop(sop), rich_line(sop.name), name) for sop in same]
    return found
