"""A route for every arrow of a flow, on the lattice: the simplest one first, then what all of them together make of it."""

from __future__ import annotations

from ...definition.flow.model import Flow
from ..text import longest_word
from .board import Routed, Wanted
from .lattice import Lattice
from .router import Router
from .together import regroup


def route(flow: Flow, lattice: Lattice) -> list[Routed]:
    """A route for every arrow whose ends exist, in the flow's order."""
    router = Router(lattice)
    by_stem: dict[int, list[int]] = {}
    for wanted in sorted(_wanted(flow, lattice), key=_urgency):
        mates = [router.done[i] for i in by_stem.get(wanted.stem, ())]
        if found := router.best(wanted, mates):
            router.put(found)
            by_stem.setdefault(wanted.stem, []).append(wanted.index)
    alone = [indexes[0] for indexes in by_stem.values() if len(indexes) == 1]
    router.improve(alone)
    if regroup(router, alone):
        router.improve(alone)
    return [router.done[i] for i in sorted(router.done)]


def _wanted(flow: Flow, lattice: Lattice) -> list[Wanted]:
    stems: dict[tuple[str, str, int], int] = {}
    found = []
    for i, a in enumerate(flow.arrows):
        if a.source in lattice.places and a.target in lattice.places and a.source != a.target:
            stem = stems.setdefault((a.source, a.label, 0 if a.of_decision and a.label else i + 1), i)
            label = min(longest_word(a.label, 10.0), 90.0)
            found.append(Wanted(i, a, lattice.places[a.source], lattice.places[a.target], stem, label))
    return found


def _urgency(wanted: Wanted) -> tuple[int, int]:
    down = wanted.target.band - wanted.source.band
    lanes = abs(wanted.target.first - wanted.source.first)
    return (0 if wanted.arrow.plain or wanted.arrow.leaves else 1 if down >= 0 else 2, abs(down) * 4 + lanes)
