"""What to write so that a symbol is reached, or leads to an end: words that can be copied into the definition."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from .model import Arrow, Shape
from .symbols import STOP, Station, Then
from .targets import FINISH, Targets

_PLAIN = re.compile(r"\w[\w .()/-]*(?<! )")
"""What stands in a list of YAML without quotes."""
_MOST = 12
"""Targets of one arrow that a remedy lists."""
_BEGIN = "tulis 'bentuk: mulai' di sini bila alur lain dimulai di sini"


def copied(names: Sequence[str]) -> str:
    """Targets as they stand in a definition: one alone, or a list."""
    written = [name if _PLAIN.fullmatch(name) else '"' + name.replace('"', '\\"') + '"' for name in names]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"


class Advice:
    """For one chart whose targets are all known."""

    def __init__(
        self,
        stations: Sequence[Station],
        arrows: Sequence[Arrow],
        targets: Targets,
        reached: set[str],
        lost: Sequence[Station],
    ) -> None:
        self.targets, self.reached = targets, reached
        self.stations = list(stations)
        self.place = {s.symbol.key: i for i, s in enumerate(stations)}
        self.lost: dict[int, list[str]] = defaultdict(list)
        """By row."""
        for station in lost:
            self.lost[station.symbol.row].append(station.symbol.key)
        self._nameless: dict[Station, None] = {}
        """Those that need an id before they can be named as advised."""
        self.leaving: dict[str, list[Arrow]] = defaultdict(list)
        self.into: dict[int, list[Arrow]] = defaultdict(list)
        """By the row they lead to."""
        for arrow in arrows:
            if not arrow.plain:
                self.leaving[arrow.source].append(arrow)
                self.into[targets.stations[arrow.target].symbol.row].append(arrow)

    def reaching(self, station: Station) -> str:
        """For a symbol that no arrow reaches."""
        row = station.symbol.row
        before = self._before(station)
        asked = before.decides and before.symbol.row == row
        ways = [] if asked else self._fork(row)
        ways = ways or self._from(before, station)
        needed = [f"tulis 'id: {self._id(s)}' pada {self.targets.called(s)}; lalu " for s in self._nameless]
        self._nameless.clear()
        return "".join(needed) + "; atau ".join(ways)

    def ending(self, station: Station) -> str:
        """For a symbol that leads round and round."""
        lead = "" if self.targets.ends else "tambahkan langkah penutup; lalu "
        place = self.targets.called(station)
        if any(e.label for e in station.exits):
            label = "Lainnya" if any(e.label.casefold() == FINISH for e in station.exits) else "Selesai"
            return f"{lead}tulis '{label}: {FINISH}' di bawah '{station.field}' pada {place}"
        again = copied([name for e in station.exits for name in e.tujuan]) if station.exits else "lanjut"
        field = "ke" if station.shaped else "keputusan"
        remedy = f"tulis '{field}: {{Ulangi: {again}, Selesai: {FINISH}}}' pada {place}"
        return lead + remedy + (", dan hapus 'ke'" if station.exits and field != "ke" else "")

    def _fork(self, row: int) -> list[str]:
        """Whoever leads to another symbol of the row may lead to several at once."""
        giving = [a for a in self.into[row] if a.source in self.reached and self._may_give(a, row)]
        if not giving:
            return []
        first = min(giving, key=lambda a: self.targets.stations[a.source].symbol.row > row)
        giver, label = self.targets.stations[first.source], first.label
        wanted = {a.target for a in giving if (a.source, a.label) == (first.source, label)}
        wanted |= set(self.lost[row])
        exits = [name for e in giver.exits if e.label == label for name in e.tujuan]
        if len(wanted) + len(exits) > _MOST:
            return []
        names = [self._named(s) for s in self.targets.by_row[row] if s.symbol.key in wanted]
        others = [name for name in exits if self._row(name, giver) not in (None, row)]
        return [self._write(giver, label, [*others, *names])]

    def _may_give(self, arrow: Arrow, row: int) -> bool:
        source = self.targets.stations[arrow.source].symbol
        return source.shape is not Shape.END and source.row != row

    def _row(self, name: str, station: Station) -> int | None:
        key = self.targets.means(name, station)
        return self.targets.stations[key].symbol.row if key else None

    def _from(self, before: Station, station: Station) -> list[str]:
        """From the symbol above it, or as a start of its own."""
        begin = [_BEGIN] if self._may_begin(station) else []
        name, place = self._named(station), self.targets.called(before)
        if any(e.label for e in before.exits):
            return [f"arahkan sebuah cabang {place} ke '{copied([name])}'", *begin]
        if before.symbol.shape is Shape.END and station.symbol.shape is not Shape.END:
            shape = " sebagai ganti 'bentuk'" if before.shaped else ""
            return begin or [f"tulis 'ke: {copied([name])}' pada {place}{shape}"]
        return [self._write(before, "", [*self._leads_to(before), name]), *begin]

    def _may_begin(self, station: Station) -> bool:
        """Not where one beside it leads to it: the number of the row never means a start."""
        symbol = station.symbol
        beside = {
            self.targets.stations[a.source].symbol.row
            for a in self.into[symbol.row]
            if a.target == symbol.key
        }
        return not station.decides and symbol.shape is not Shape.END and symbol.row not in beside

    def _leads_to(self, station: Station) -> list[str]:
        """The targets it has now, as they would be written."""
        if station.exits:
            return [name for e in station.exits for name in e.tujuan if name != STOP]
        return [self._named(self.targets.stations[a.target]) for a in self.leaving[station.symbol.key]]

    def _write(self, station: Station, label: str, names: list[str]) -> str:
        place = self.targets.called(station)
        if len(names) > _MOST:
            return f"tambahkan '{names[-1]}' di bawah 'ke' pada {place}"
        if label:
            return f"tulis '{copied([label])}: {copied(names)}' di bawah '{station.field}' pada {place}"
        return f"tulis 'ke: {copied(names)}' pada {place}"

    def _before(self, station: Station) -> Station:
        """The nearest above that is reached, and has arrows of its own."""
        above = (self.stations[i] for i in reversed(range(self.place[station.symbol.key])))
        told = station.symbol.shape is Shape.END
        reached = (s for s in above if s.symbol.key in self.reached and (told or not self._chained(s)))
        return next(
            (s for s in reached if s.then is not Then.NOWHERE or s.joined or s.exits), self.stations[0]
        )

    def _chained(self, station: Station) -> bool:
        """One of several ends that follow one another: as no end, it would break the chain."""
        key = station.symbol.key
        into = (a.source for a in self.into[station.symbol.row] if a.target == key)
        ends = (self.targets.stations[k].symbol.shape is Shape.END for k in into)
        return station.symbol.shape is Shape.END and (bool(self.leaving[key]) or any(ends))

    def _named(self, station: Station) -> str:
        found = self.targets.address(station)
        if not found:
            self._nameless[station] = None
        return found or self._id(station)

    def _id(self, station: Station) -> str:
        """Made of its place."""
        row = station.symbol.row
        place = self.targets.by_row[row].index(station) + 1
        return f"simbol-{row + 1}-{place}"
