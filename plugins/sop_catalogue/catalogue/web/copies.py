"""SOPs that stand in a catalogue twice: of one title, of one number, or with one and the same flow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..model import Catalogue, SopEntry
from .kinds import SnagKind
from .titles import words_of

_LEAST = 3
"""Steps that a flow must have so that two of them are no chance."""
_SAID = {SnagKind.SAME_TITLE: "judul", SnagKind.SAME_NUMBER: "nomor"}


class Copies(NamedTuple):
    sop: SopEntry
    others: tuple[SopEntry, ...]
    what: tuple[str, ...]
    """Of them is the same."""

    @property
    def why(self) -> str:
        *some, last = self.what
        joined = {0: "", 1: " dan "}.get(len(some), ", dan ")
        return f"{', '.join(some)}{joined}{last}nya sama"


def copies_of(catalogue: Catalogue, sops: Collection[SopEntry]) -> Iterator[Copies]:
    """Of these SOPs, in the whole catalogue; a pair is told once where both are among them."""
    flows: defaultdict[object, list[SopEntry]] = defaultdict(list)
    for sop in catalogue.sops:
        flows[_flow(sop)].append(sop)
    told: set[tuple[str, frozenset[str]]] = set()
    for sop in catalogue.sops:
        if sop in sops:
            same: defaultdict[tuple[SopEntry, ...], list[str]] = defaultdict(list)
            for what, others in _twins(sop, flows[_flow(sop)]):
                group = what, frozenset(one.id for one in (sop, *others))
                if group not in told:
                    told.add(group)
                    same[others].append(what)
            yield from (Copies(sop, others, tuple(what)) for others, what in same.items())


def _twins(sop: SopEntry, alike: list[SopEntry]) -> Iterator[tuple[str, tuple[SopEntry, ...]]]:
    for snag in sop.snags:
        if why := _SAID.get(snag.kind):
            yield why, snag.others
    others = tuple(other for other in alike if other is not sop)
    if others and sop.step_count >= _LEAST:
        yield "langkah-langkah", others


def _flow(sop: SopEntry) -> object:
    return tuple(tuple(words_of(step.kegiatan) for step in chart.steps) for chart in sop.charts)
