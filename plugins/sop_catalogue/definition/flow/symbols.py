"""Steps become rows and symbols; arrows are left for later."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from ..findings import Fault, Loc, Severity, shown
from ..langkah import Bagan, Langkah, Simbol
from ..panah import Cabang
from .lanes import Lanes, folded
from .model import Row, Shape, Symbol

STOP = "berhenti"
_COUNTS = re.compile(r"\d{1,9}")


Labelled = tuple[tuple[str, str], ...]
"""What is written for the arrows of each label; for all, where the label is empty."""


class Then(Enum):
    """Where a symbol leads when its author wrote nothing."""

    NEXT_SYMBOL = auto()
    NEXT_ROW = auto()
    NOWHERE = auto()


@dataclass(frozen=True, slots=True)
class Station:
    """A symbol, and what its author wrote about the ways out of it."""

    symbol: Symbol
    loc: Loc
    """Of the step, or of the item under `simbol`."""
    id: str = ""
    exits: tuple[Cabang, ...] = ()
    field: str = "ke"
    """Which field holds the exits."""
    joined: tuple[str, ...] = ()
    """Symbols it shares the work with: a line without arrowhead."""
    then: Then = Then.NEXT_ROW
    shaped: bool = False
    """Whether its author gave the shape."""
    two_way: bool = False
    connectors: Labelled = ()
    sides: Labelled = ()

    @property
    def decides(self) -> bool:
        return self.symbol.shape is Shape.DECISION

    @property
    def stops(self) -> bool:
        return bool(self.exits) and all(name == STOP for e in self.exits for name in e.tujuan)


class RowNames:
    """Every way of naming a row: its id, its number, `langkah 3`."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.ids: dict[str, int] = {}
        self.numbers: dict[str, int] = {}
        for row in rows:
            if row.id:
                self.ids.setdefault(row.id, row.index)
            if row.number:
                self.numbers.setdefault(folded(row.number), row.index)

    def find(self, name: str) -> int | None:
        """The row called `name`; of two rows with one number, the first."""
        key = folded(name)
        bare = key.removeprefix("langkah ")
        return self.ids.get(name, self.ids.get(key, self.numbers.get(key, self.numbers.get(bare))))


def rows_of(chart: Bagan, loc: Loc, faults: list[Fault]) -> list[Row]:
    """Steps without a number of their author's count on from the last whole one: 1, 1a, 2."""
    rows: list[Row] = []
    seen: set[str] = set()
    last = 0
    for i, step in enumerate(chart.langkah):
        number = str(last + 1) if step.no is None else step.no
        last = int(m[0]) if (m := _COUNTS.match(number)) else last
        rows.append(Row(i, number, step.id or "", bool(i) and step.halaman_baru))
        if step.halaman_baru and not i:
            message = "langkah pertama tidak dapat memulai halaman baru"
            place = (*loc, "langkah", i, "halaman_baru")
            faults.append(
                Fault(place, "halaman-baru", message, remedy="hapus barisnya", severity=Severity.WARNING)
            )
        if number in seen and step.no:
            faults.append(
                Fault(
                    (*loc, "langkah", i, "no"),
                    "nomor-ganda",
                    f"nomor langkah '{shown(number)}' sudah dipakai langkah lain",
                    shown(number),
                    remedy="beri nomor lain; atau, bila di dokumennya memang kembar, beri langkah ini 'id' untuk panah "
                    "yang menujunya dan 'diketahui: {nomor-ganda: …}'",
                    severity=Severity.WARNING,
                )
            )
        seen.add(number)
    return rows


def stations_of(chart: Bagan, lanes: Lanes, rows: list[Row], loc: Loc, faults: list[Fault]) -> list[Station]:
    """The symbols of all rows, in order."""
    stations: list[Station] = []
    for row, step in zip(rows, chart.langkah, strict=True):
        here = (*loc, "langkah", row.index)
        before = len(faults)
        maker = _Maker(lanes, row.index, faults)
        found = maker.several(step, here) if step.simbol else maker.plain(step, here)
        if not found and len(faults) == before:
            faults.append(
                Fault(
                    here,
                    "tanpa-pelaksana",
                    f"{row.called} belum menyebut pelaksana",
                    expected="pelaksana: nama jabatan",
                    remedy="tambahkan baris 'pelaksana: …'",
                    severity=Severity.WARNING,
                )
            )
        stations += found
    return _with_capsules(stations)


@dataclass(slots=True)
class _Maker:
    """Makes the symbols of one row."""

    lanes: Lanes
    row: int
    faults: list[Fault]

    def plain(self, step: Langkah, loc: Loc) -> list[Station]:
        """The common step: one symbol, or one a pelaksana, joined by lines, or one box over all."""
        found = [self.lanes.find(name, (*loc, "pelaksana", k)) for k, name in enumerate(step.pelaksana)]
        known = tuple(dict.fromkeys(lane for lane in found if lane is not None))
        if not known:
            return []
        spans: list[tuple[int, ...]] = [(lane,) for lane in known]
        if step.kerja_sama == "kotak":
            box = tuple(sorted(known))
            remedy = "pindahkan kolomnya di daftar pelaksana, atau pakai 'kerja_sama: garis'"
            spans = [box] if self.adjacent(box, (*loc, "pelaksana"), remedy) else spans
        first = self.station(step, loc, spans[0], 0)
        helper = Shape.PROCESS if first.decides else first.symbol.shape
        others = [
            Station(Symbol(self.key(k), self.row, span, helper), loc, then=Then.NOWHERE, shaped=first.shaped)
            for k, span in enumerate(spans[1:], 1)
        ]
        return [first, *others]

    def several(self, step: Langkah, loc: Loc) -> list[Station]:
        """A row whose symbols are written one by one."""
        stations: list[Station] = []
        height: dict[int, int] = defaultdict(int)
        for k, item in enumerate(step.simbol):
            here = (*loc, "simbol", k)
            found = [self.lanes.find(name, (*here, "di", n)) for n, name in enumerate(item.di)]
            span = tuple(sorted({lane for lane in found if lane is not None}))
            if not span:
                continue
            if not self.adjacent(span, (*here, "di"), "tulis satu butir simbol untuk tiap pelaksana"):
                span = span[:1]
            stack = max(height[lane] for lane in span)
            height.update(dict.fromkeys(span, stack + 1))
            stations.append(self.station(item, here, span, k, stack))
        for k, station in enumerate(stations[:-1]):
            stations[k] = replace(station, then=Then.NOWHERE if station.joined else Then.NEXT_SYMBOL)
        if stations and step.id and not stations[0].id:
            stations[0] = replace(stations[0], id=step.id)
        return stations

    def station(
        self, item: Langkah | Simbol, loc: Loc, span: tuple[int, ...], k: int, stack: int = 0
    ) -> Station:
        shape = Shape(item.bentuk) if item.bentuk else Shape.DECISION if item.keputusan else Shape.PROCESS
        self.check_exits(item, loc, shape)
        return Station(
            Symbol(self.key(k), self.row, span, shape, item.teks or "", stack),
            loc,
            item.id or "",
            item.keputusan or item.ke,
            "keputusan" if item.keputusan else "ke",
            item.garis_ke if isinstance(item, Simbol) else (),
            shaped=bool(item.bentuk),
            two_way=item.bolak_balik,
            connectors=tuple(item.penghubung.items()),
            sides=tuple(item.keluar.items()),
        )

    def check_exits(self, item: Langkah | Simbol, loc: Loc, shape: Shape) -> None:
        if item.keputusan and item.ke:
            self.faults.append(
                Fault(
                    (*loc, "ke"),
                    "panah-ganda",
                    "'ke' dan 'keputusan' tidak dapat dipakai bersama",
                    remedy="pindahkan tujuannya ke dalam 'keputusan' dengan labelnya, lalu hapus 'ke'",
                )
            )
        if item.keputusan and shape is not Shape.DECISION:
            self.faults.append(
                Fault(
                    (*loc, "bentuk"),
                    "bentuk-keputusan",
                    f"bentuknya '{shape}', tetapi ada 'keputusan'",
                    str(shape),
                    remedy="hapus baris 'bentuk'; bila memang bukan belah ketupat, ganti 'keputusan' dengan 'ke'",
                )
            )

    def adjacent(self, span: tuple[int, ...], loc: Loc, remedy: str) -> bool:
        if span == tuple(range(span[0], span[0] + len(span))):
            return True
        self.faults.append(
            Fault(
                loc,
                "tidak-berdampingan",
                "kolom para pelaksana ini tidak berdampingan, jadi tidak dapat menjadi satu kotak",
                remedy=remedy,
                severity=Severity.WARNING,
            )
        )
        return False

    def key(self, k: int) -> str:
        return f"s{self.row + 1}_{k + 1}"


def _with_capsules(stations: list[Station]) -> list[Station]:
    """The first and the last symbol, and whatever stops, become capsules when nobody said otherwise."""
    if not stations:
        return stations
    first, last = stations[0].loc, stations[-1].loc
    leaves = any(s.exits and not s.stops for s in stations if s.loc == last)
    shapes = {last: Shape.END} if not leaves else {}
    shapes |= {s.loc: Shape.END for s in stations if s.stops}
    shapes[first] = Shape.START
    decided = {s.loc for s in stations if s.decides}
    return [
        replace(s, symbol=replace(s.symbol, shape=shapes[s.loc]))
        if s.loc in shapes and s.loc not in decided and not s.shaped and s.symbol.shape is Shape.PROCESS
        else s
        for s in stations
    ]
