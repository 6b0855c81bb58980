"""Targets become symbols, and order becomes arrows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ..findings import MANY_FAULTS, Fault, Loc, Severity, did_you_mean, shown
from .lanes import Lanes, folded
from .model import Arrow, Row, Shape
from .symbols import STOP, RowNames, Station, Then

NEXT, FINISH = "lanjut", "selesai"
_EXAMPLE = "misalnya {Ya: lanjut, Tidak: 2}"


def arrows_of(stations: list[Station], rows: list[Row], lanes: Lanes, faults: list[Fault]) -> list[Arrow]:
    targets = _Targets(stations, rows, lanes, faults)
    lines = _lines(stations, targets)
    joined = {frozenset((line.source, line.target)) for line in lines}
    arrows = list(lines)
    for k, station in enumerate(stations):
        written = _written(station, targets, faults)
        arrows += written
        if station.decides:
            _check_decision(station, written, faults)
        elif not station.exits:
            follower = _follower(station, stations[k + 1 : k + 2], targets)
            if follower and frozenset((station.symbol.key, follower)) not in joined:
                arrows.append(Arrow(station.symbol.key, follower))
    if not any(f.severity is Severity.ERROR for f in faults):
        _check_reach(stations, rows, arrows, faults)
    return arrows


def _lines(stations: list[Station], targets: _Targets) -> list[Arrow]:
    """Joint work: lines without arrowheads, from one to the next."""
    lines = []
    for k, station in enumerate(stations):
        for n, name in enumerate(station.joined):
            if found := targets.find(name, station, (*station.loc, "garis_ke", n)):
                lines.append(Arrow(station.symbol.key, found, plain=True))
        if k and station.then is Then.NOWHERE and station.loc == stations[k - 1].loc:
            lines.append(Arrow(stations[k - 1].symbol.key, station.symbol.key, plain=True))
    return lines


def _follower(station: Station, after: list[Station], targets: _Targets) -> str:
    if station.symbol.shape is Shape.END or station.then is Then.NOWHERE:
        return ""
    if station.then is Then.NEXT_SYMBOL:
        return after[0].symbol.key
    return targets.entry(station.symbol.row + 1)


def _written(station: Station, targets: _Targets, faults: list[Fault]) -> list[Arrow]:
    """The arrows that `ke` or `keputusan` names."""
    arrows: dict[Arrow, None] = {}
    labels: dict[str, str] = {}
    for exit_ in station.exits:
        loc = (*station.loc, station.field, *exit_.jalur)
        _check_label(exit_.label, labels, loc, station, faults)
        for k, name in enumerate(exit_.tujuan):
            if folded(name) == STOP and not station.decides:
                continue
            here = (*loc, k)
            found = targets.find(name, station, here)
            if not found:
                continue
            arrow = Arrow(station.symbol.key, found, exit_.label, of_decision=station.decides)
            if arrow in arrows:
                faults.append(
                    Fault(
                        here,
                        "tujuan-kembar",
                        f"tujuan '{shown(name)}' sudah dituju panah lain dari simbol ini",
                        shown(name),
                        remedy="hapus salah satu",
                        severity=Severity.WARNING,
                    )
                )
            arrows.setdefault(arrow)
    return list(arrows)


def _check_label(label: str, labels: dict[str, str], loc: Loc, station: Station, faults: list[Fault]) -> None:
    if label and folded(label) in labels:
        message = f"label '{shown(label)}' sama dengan '{shown(labels[folded(label)])}'"
        faults.append(Fault(loc, "label-kembar", message, remedy="bedakan labelnya", on_key=True))
    labels[folded(label)] = label
    if station.decides and not label:
        faults.append(
            Fault(
                loc,
                "cabang-tanpa-label",
                "cabang keputusan ini belum berlabel",
                expected=_EXAMPLE,
                remedy="beri label tiap cabang, di bawah 'keputusan'",
            )
        )


def _check_decision(station: Station, written: list[Arrow], faults: list[Fault]) -> None:
    leaving = sum(len(e.tujuan) for e in station.exits)
    missed = len(written) < leaving  # told already, at the target itself
    if leaving >= 2 and (missed or len({arrow.target for arrow in written}) > 1):
        return
    found = "belum punya cabang"
    if leaving:
        found = (
            "hanya punya satu cabang" if leaving == 1 else "bercabang, tetapi semuanya ke tempat yang sama"
        )
    faults.append(
        Fault(
            station.loc,
            "keputusan-buntu",
            f"keputusan ini {found}",
            expected=f"dua cabang atau lebih, {_EXAMPLE}",
            remedy="tambahkan atau betulkan cabangnya di bawah 'keputusan'",
            severity=Severity.WARNING,
        )
    )


def _check_reach(stations: list[Station], rows: list[Row], arrows: list[Arrow], faults: list[Fault]) -> None:
    """Symbols that no arrow reaches, or from which no end can be reached."""
    if len(stations) < 2:
        return
    onward: dict[str, set[str]] = defaultdict(set)
    back: dict[str, set[str]] = defaultdict(set)
    for arrow in arrows:
        for source, target in ((arrow.source, arrow.target), (arrow.target, arrow.source))[: 1 + arrow.plain]:
            onward[source].add(target)
            back[target].add(source)
    starts = {stations[0].symbol.key} | {s.symbol.key for s in stations if s.symbol.shape is Shape.START}
    ends = {s.symbol.key for s in stations if s.symbol.shape is Shape.END or not onward[s.symbol.key]}
    reached, ending = _spread(starts, onward), _spread(ends, back)
    for station in stations:
        number = rows[station.symbol.row].number
        if station.symbol.key not in reached:
            message, remedy = (
                f"tidak ada panah yang sampai ke langkah {number}",
                "arahkan sebuah panah ke sini, atau beri 'bentuk: mulai'",
            )
            faults.append(
                Fault(station.loc, "tak-terjangkau", message, remedy=remedy, severity=Severity.WARNING)
            )
        elif station.symbol.key not in ending:
            message, remedy = (
                f"dari langkah {number} alur tidak pernah selesai",
                "tambahkan cabang yang menuju akhir",
            )
            faults.append(
                Fault(station.loc, "tak-berakhir", message, remedy=remedy, severity=Severity.WARNING)
            )


def _spread(seeds: set[str], onward: Mapping[str, set[str]]) -> set[str]:
    seen, todo = set(seeds), list(seeds)
    while todo:
        for key in onward.get(todo.pop(), set()) - seen:
            seen.add(key)
            todo.append(key)
    return seen


class _Targets:
    """Finds the symbol that an arrow's target names."""

    def __init__(self, stations: list[Station], rows: list[Row], lanes: Lanes, faults: list[Fault]) -> None:
        self.rows, self.lanes, self.faults = rows, lanes, faults
        self.by_row: dict[int, list[Station]] = defaultdict(list)
        self.ids: dict[str, Station] = {}
        self.ends = [s for s in stations if s.symbol.shape is Shape.END]
        for station in stations:
            self.by_row[station.symbol.row].append(station)
            self._name(station)
        self.row_names = RowNames(rows)
        self._entries = self._entered()

    def _entered(self) -> list[str]:
        """For each row, the symbol an arrow enters it by."""
        found = [""] * (len(self.rows) + 1)
        for row in reversed(range(len(self.rows))):
            own = (s.symbol.key for s in self.by_row[row] if s.symbol.shape is not Shape.START)
            found[row] = next(own, found[row + 1])
        return found

    def _name(self, station: Station) -> None:
        if station.id in self.ids:
            message = f"id '{station.id}' sudah dipakai"
            self.faults.append(
                Fault((*station.loc, "id"), "id-ganda", message, station.id, remedy="beri id lain")
            )
        elif station.id:
            self.ids[station.id] = station

    def entry(self, row: int) -> str:
        """The symbol an arrow enters `row` by; of the next row that has one, when it has none."""
        return self._entries[row]

    def find(self, name: str, station: Station, loc: Loc) -> str:
        found = self._find(name, folded(name), station, loc)
        if found == station.symbol.key:
            self._miss(loc, name, "panah ini menuju simbolnya sendiri", "tulis langkah lain")
            return ""
        return found

    def _find(self, name: str, key: str, station: Station, loc: Loc) -> str:
        row = station.symbol.row
        if key == NEXT:
            return self.entry(row + 1) or self._miss(
                loc, name, "sesudah langkah ini tidak ada langkah lagi", "tulis tujuannya, atau selesai"
            )
        if name in self.ids:
            return self.ids[name].symbol.key
        if key in (FINISH, STOP):
            return self._end(row, station) or self._miss(
                loc,
                name,
                "bagan ini belum punya simbol selesai",
                "tambahkan langkah penutup, atau simbol dengan 'bentuk: selesai'",
            )
        step = self.row_names.find(name)
        if step is not None:
            return self.first(step) or self._miss(
                loc, name, f"langkah '{shown(name)}' tidak punya simbol", "isi pelaksana langkah itu"
            )
        return self._in_lane(key, row) or self._elsewhere(key) or self._unknown(loc, name)

    def first(self, row: int) -> str:
        """The symbol of `row` that its number stands for."""
        found = min(self.by_row[row], key=lambda s: s.symbol.shape is Shape.START, default=None)
        return found.symbol.key if found else ""

    def _end(self, row: int, station: Station) -> str:
        """The end capsule from here on; failing that, the last one above."""
        later = (s.symbol.key for s in self.ends if s.symbol.row >= row and s is not station)
        above = (s.symbol.key for s in reversed(self.ends) if s is not station)
        return next(later, "") or next(above, "")

    def _elsewhere(self, key: str) -> str:
        """`4 di Staf`: the symbol of a row in one lane."""
        step, sep, lane = key.partition(" di ")
        row = self.row_names.find(step) if sep else None
        return self._in_lane(lane, row) if row is not None else ""

    def _in_lane(self, key: str, row: int) -> str:
        lane = self.lanes.known(key)
        return next((s.symbol.key for s in self.by_row[row] if lane in s.symbol.lanes), "")

    def _unknown(self, loc: Loc, name: str) -> str:
        if name.isdigit():
            remedy = f"nomor langkah yang ada: {self.rows[0].number} sampai {self.rows[-1].number}"
        elif len(self.faults) < MANY_FAULTS:
            known = [*self.ids, *self.row_names.ids, *(lane.name for lane in self.lanes.all), NEXT, FINISH]
            remedy = did_you_mean(
                name, known, otherwise="tulis nomornya, atau beri langkah tujuannya 'id: …'"
            )
        else:
            remedy = ""
        return self._miss(loc, name, f"tidak ada langkah '{shown(name)}'", remedy)

    def _miss(self, loc: Loc, name: str, message: str, remedy: str) -> str:
        expected = "nomor atau id langkah, lanjut, atau selesai"
        self.faults.append(Fault(loc, "tujuan-asing", message, shown(name), expected, remedy))
        return ""
