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
_SAID = {SnagKind.SAME_TITLE: "judulnya sama", SnagKind.SAME_NUMBER: "nomornya sama"}


class Copies(NamedTuple):
    sop: SopEntry
    others: tuple[SopEntry, ...]
    why: str


def copies_of(catalogue: Catalogue, sops: Collection[SopEntry]) -> Iterator[Copies]:
    """Of these SOPs, in the whole catalogue; a pair is told once where both are among them."""
    flows: defaultdict[object, list[SopEntry]] = defaultdict(list)
    for sop in catalogue.sops:
        flows[_flow(sop)].append(sop)
    told: set[tuple[str, frozenset[str]]] = set()
    for sop in catalogue.sops:
        if sop in sops:
            for why, others in _twins(sop, flows[_flow(sop)]):
                group = why, frozenset(one.id for one in (sop, *others))
                if group not in told:
                    told.add(group)
                    yield Copies(sop, others, why)


def _twins(sop: SopEntry, alike: list[SopEntry]) -> Iterator[tuple[str, tuple[SopEntry, ...]]]:
    for snag in sop.snags:
        if why := _SAID.get(snag.kind):
            yield why, snag.others
    others = tuple(other for other in alike if other is not sop)
    if others and sop.step_count >= _LEAST:
        yield "langkah-langkahnya sama", others


def _flow(sop: SopEntry) -> object:
    return tuple(tuple(words_of(step.kegiatan) for step in chart.steps) for chart in sop.charts)
