"""What an arrow's target names: steps by number or id, symbols by id or lane, `lanjut`, `selesai`."""

from __future__ import annotations

from collections import defaultdict

from ..findings import MANY_FAULTS, Fault, Loc, did_you_mean, shown
from .lanes import Lanes, folded
from .model import Row, Shape
from .symbols import STOP, RowNames, Station

NEXT, FINISH = "lanjut", "selesai"


class Targets:
    """Every symbol of one chart, and how it is called."""

    def __init__(self, stations: list[Station], rows: list[Row], lanes: Lanes, faults: list[Fault]) -> None:
        self.rows, self.lanes, self.faults = rows, lanes, faults
        self.stations = {station.symbol.key: station for station in stations}
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
        """The symbol that `name` means where it stands at `station`; a fault when there is none."""
        found = self.means(name, station)
        if found == station.symbol.key:
            self._miss(loc, name, "panah ini menuju simbolnya sendiri", "tulis langkah lain")
            return ""
        if not found:
            self._miss(loc, name, *self._why(name))
        return found

    def means(self, name: str, station: Station) -> str:
        """The symbol that `name` means where it stands at `station`; empty when there is none."""
        key, row = folded(name), station.symbol.row
        if key == NEXT:
            return self.entry(row + 1)
        if name in self.ids:
            return self.ids[name].symbol.key
        if key in (FINISH, STOP):
            return self._end(row, station)
        step = self.row_names.find(name)
        if step is not None:
            return self.first(step)
        return self._in_lane(key, row) or self._elsewhere(key)

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

    def address(self, station: Station) -> str:
        """What to write to mean a symbol; empty when it needs an id first."""
        symbol, row = station.symbol, self.rows[station.symbol.row]
        step = next((name for name in (row.id, row.number) if self.row_names.find(name) == row.index), "")
        if station.id or not step:
            return station.id
        for lane in symbol.lanes if len(self.by_row[row.index]) > 1 else ():
            name = self.lanes.all[lane].name
            if name and self._in_lane(folded(name), row.index) == symbol.key:
                return f"{step} di {name}"
        return step if self.first(row.index) == symbol.key else ""

    def called(self, station: Station) -> str:
        """A symbol in a message's words: its step, and which one of it where that has several."""
        row = self.rows[station.symbol.row]
        if len(self.by_row[row.index]) == 1:
            return row.called
        lanes = " dan ".join(self.lanes.all[i].name or f"pelaksana ke-{i + 1}" for i in station.symbol.lanes)
        _, kind, item = ("", *station.loc)[-3:]
        which = f"simbol {int(item) + 1} " if kind == "simbol" else ""
        return f"{which}{row.called} (kolom {shown(lanes)})"

    def _why(self, name: str) -> tuple[str, str]:
        """Why `name` means no symbol, and what to do."""
        key = folded(name)
        if key == NEXT:
            return "sesudah langkah ini tidak ada langkah lagi", "tulis tujuannya, atau selesai"
        if key in (FINISH, STOP):
            return (
                "bagan ini belum punya simbol selesai",
                "tambahkan langkah penutup, atau simbol dengan 'bentuk: selesai'",
            )
        if self.row_names.find(name) is not None:
            return f"langkah '{shown(name)}' tidak punya simbol", "isi pelaksana langkah itu"
        step, sep, _ = key.partition(" di ")
        row = self.row_names.find(step) if sep else None
        if row is not None and self.by_row[row]:
            return f"tidak ada simbol '{shown(name)}'", self._in_row(row)
        return f"tidak ada langkah '{shown(name)}'", self._nearest(name)

    def _in_row(self, row: int) -> str:
        """Which symbols it has instead."""
        known = [f"'{name}'" for station in self.by_row[row] if (name := self.address(station))]
        return f"tulis {' atau '.join(known)}" if known else "beri simbol tujuannya 'id: …'"

    def _nearest(self, name: str) -> str:
        numbers = [row.number for row in self.rows if row.number]
        if name.isdigit() and numbers:
            return f"nomor langkah yang ada: {numbers[0]} sampai {numbers[-1]}"
        if len(self.faults) >= MANY_FAULTS:
            return ""
        known = [*self.ids, *self.row_names.ids, *(lane.name for lane in self.lanes.all), NEXT, FINISH]
        return did_you_mean(name, known, otherwise="tulis nomornya, atau beri langkah tujuannya 'id: …'")

    def _miss(self, loc: Loc, name: str, message: str, remedy: str) -> None:
        expected = "nomor atau id langkah, lanjut, atau selesai"
        self.faults.append(Fault(loc, "tujuan-asing", message, shown(name), expected, remedy))
