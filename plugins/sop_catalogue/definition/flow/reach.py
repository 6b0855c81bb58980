"""Symbols that no arrow reaches, or from which no end can be reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..findings import MANY_FAULTS, Fault, Severity
from .advice import Advice
from .model import Arrow, Shape, passages
from .symbols import Station
from .targets import Targets

_Onward = Mapping[str, set[str]]


def check_reach(stations: Sequence[Station], arrows: Sequence[Arrow], targets: Targets) -> Iterator[Fault]:
    """Only where the way begins to be lost: what merely follows is found again with it."""
    if len(stations) < 2:
        return
    onward: dict[str, set[str]] = defaultdict(set)
    back: dict[str, set[str]] = defaultdict(set)
    tied: dict[str, set[str]] = defaultdict(set)
    for arrow in passages(arrows, lines=True):
        onward[arrow.source].add(arrow.target)
        back[arrow.target].add(arrow.source)
        if arrow.plain:
            tied[arrow.source].add(arrow.target)
    going = _spread({arrow.source for arrow in passages(arrows)}, tied)
    starts = {stations[0].symbol.key} | {s.symbol.key for s in stations if s.symbol.shape is Shape.START}
    ends = {s.symbol.key for s in stations if s.symbol.shape is Shape.END or s.symbol.key not in going}
    reached, ending = _spread(starts, onward), _spread(ends, back)
    lost = list(_heads((s for s in stations if s.symbol.key not in reached), onward))
    advice = Advice(stations, arrows, targets, reached, lost)
    for count, station in enumerate(lost):
        message = f"tidak ada panah yang sampai ke {targets.called(station)}"
        remedy = advice.reaching(station) if count < MANY_FAULTS else "arahkan sebuah panah ke sini"
        yield _warning(station, "tak-terjangkau", message, remedy)
    caught = (s for s in stations if s.symbol.key in reached - ending)
    for station in _heads(sorted(caught, key=lambda s: s.decides)[::-1], back):
        message = f"dari {targets.called(station)} alur tidak pernah selesai"
        yield _warning(station, "tak-berakhir", message, advice.ending(station))


def _warning(station: Station, code: str, message: str, remedy: str) -> Fault:
    return Fault(station.loc, code, message, remedy=remedy, severity=Severity.WARNING)


def _heads(stations: Iterable[Station], onward: _Onward) -> Iterator[Station]:
    """Those that are not found from one before them."""
    found: set[str] = set()
    for station in stations:
        if station.symbol.key not in found:
            yield station
            _spread({station.symbol.key}, onward, found)


def _spread(seeds: set[str], onward: _Onward, known: set[str] | None = None) -> set[str]:
    """All that the seeds lead to; what is known already, and what follows from it, is not gone through again."""
    seen, todo = known if known is not None else set(), list(seeds)
    seen |= seeds
    while todo:
        for key in onward.get(todo.pop(), set()) - seen:
            seen.add(key)
            todo.append(key)
    return seen
