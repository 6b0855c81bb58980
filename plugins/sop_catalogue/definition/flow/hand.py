"""The author's own hand on the drawing: heads at both ends, connectors, the side an arrow leaves by.

What cannot be drawn is a fault, and left to the drawing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..findings import Fault, Severity, did_you_mean, shown
from .lanes import folded
from .model import Arrow, Exit, Shape
from .symbols import Labelled, Station

_LONGEST = 3
"""Of a connector, in letters: as many as it has room for."""


def drawn_by_hand(arrows: Sequence[Arrow], stations: Sequence[Station], faults: list[Fault]) -> list[Arrow]:
    """The arrows as their author wants them; two that meet each other are one with two heads."""
    hand = _Hand(list(arrows), faults)
    for i, arrow in enumerate(arrows):
        if not arrow.plain:
            hand.own[arrow.source].append(i)
    for station in stations:
        hand.draw(station)
    return _met(hand.arrows, {s.symbol.key for s in stations if s.decides or s.symbol.shape is Shape.END})


@dataclass
class _Hand:
    arrows: list[Arrow]
    faults: list[Fault]
    own: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Of each symbol: the arrows that leave it."""
    told: set[Fault] = field(default_factory=set)
    targets: dict[str, str] = field(default_factory=dict)
    """Of each connector: where its arrow leads."""

    def draw(self, station: Station) -> None:
        own = self.own[station.symbol.key]
        if station.two_way:
            self.two_way(station, own)
        for i, name in self.named(station, "penghubung", station.connectors, own):
            self.connect(station, i, name)
        taken: dict[str, str] = {}
        for i, name in self.named(station, "keluar", station.sides, own):
            self.turn(station, i, name, taken)

    def two_way(self, station: Station, own: list[int]) -> None:
        if station.decides:
            message = "panah keputusan tidak dapat bolak-balik: labelnya hanya berlaku ke satu arah"
            self.fault(
                station,
                "bolak_balik",
                "bolak-balik",
                message,
                "hapus 'bolak_balik'; tulis panah baliknya di simbol lain",
            )
        elif not own:
            self.nowhere(station, "bolak_balik")
        else:
            for i in own:
                self.arrows[i] = replace(self.arrows[i], two_way=True)

    def named(
        self, station: Station, key: str, written: Labelled, own: list[int]
    ) -> Iterator[tuple[int, str]]:
        """Each arrow that is meant, and what is written for it."""
        if written and not own:
            self.nowhere(station, key)
            return
        labels = list(dict.fromkeys(self.arrows[i].label for i in own if self.arrows[i].label))
        for label, value in written:
            hits = [i for i in own if not label or folded(self.arrows[i].label) == folded(label)]
            yield from ((i, value) for i in hits)
            if not hits:
                remedy = did_you_mean(label, labels) or f"tulis '{key}: {value}', tanpa label"
                self.fault(
                    station,
                    key,
                    "label-asing",
                    f"tidak ada panah berlabel '{shown(label)}' dari simbol ini",
                    remedy,
                )

    def connect(self, station: Station, i: int, name: str) -> None:
        arrow = self.arrows[i]
        if len(name) > _LONGEST:
            message = f"penghubung '{shown(name)}' tidak muat dalam simbolnya"
            remedy = f"tulis satu huruf atau angka, paling banyak {_LONGEST}"
            self.fault(station, "penghubung", "penghubung-panjang", message, remedy)
        elif self.targets.setdefault(folded(name), arrow.target) != arrow.target:
            message = f"penghubung '{name}' sudah dipakai panah lain yang tujuannya lain"
            self.fault(station, "penghubung", "penghubung-kembar", message, "pakai huruf atau angka lain")
        else:
            self.arrows[i] = replace(arrow, connector=name)

    def turn(self, station: Station, i: int, name: str, taken: dict[str, str]) -> None:
        """A corner of a diamond is the way out of one label only."""
        arrow = self.arrows[i]
        if station.decides and taken.setdefault(name, arrow.label) != arrow.label:
            message = f"cabang '{shown(taken[name])}' dan '{shown(arrow.label)}' tidak dapat sama-sama keluar dari {name}"
            self.fault(
                station,
                "keluar",
                "keluar-bentrok",
                message,
                "tulis sisi lain untuk salah satunya, atau hapus 'keluar'",
            )
        else:
            self.arrows[i] = replace(arrow, leaves=Exit(name))

    def nowhere(self, station: Station, key: str) -> None:
        self.fault(station, key, "tanpa-panah", "simbol ini tidak punya panah keluar", f"hapus '{key}'")

    def fault(self, station: Station, key: str, code: str, message: str, remedy: str) -> None:
        found = Fault((*station.loc, key), code, message, remedy=remedy, severity=Severity.WARNING)
        if found not in self.told:
            self.told.add(found)
            self.faults.append(found)


def _met(arrows: Sequence[Arrow], one_way: set[str]) -> list[Arrow]:
    """Two without a word between the same two symbols, neither a decision nor an end, are one where the first stood."""
    kept: dict[tuple[str, str], int] = {}
    """Places."""
    out: list[Arrow] = []
    for arrow in arrows:
        here, back = (arrow.source, arrow.target), (arrow.target, arrow.source)
        if arrow.plain or arrow.label or not one_way.isdisjoint(here):
            out.append(arrow)
        elif back in kept and not arrow.leaves and not arrow.connector:
            out[kept[back]] = replace(out[kept[back]], two_way=True)
        else:
            kept[here] = len(out)
            out.append(arrow)
    return out
