"""What became of each step of a chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..flow.cells import merged
from ..flow.model import Shape, Symbol
from ..form import FORM
from ..langkah import Langkah, Sel, Simbol
from .aligned import Pair
from .exits import LABEL, exit_changes, exits, said_before, said_exit
from .texts import of_cell, of_text
from .twins import Side, Twins
from .values import About, Cell, Change, Kind, RowPair

_BARE = {"waktu"}
_SHAPES = {
    Shape.START: "kapsul",
    Shape.END: "kapsul",
    Shape.PROCESS: "kotak",
    Shape.DECISION: "belah ketupat",
}


class Steps:
    def __init__(self, twins: Twins, prefix: str) -> None:
        """`prefix` says which chart, where there are several."""
        self.twins, self.prefix = twins, prefix
        self._reach = [merged(side.written.langkah, side.flow.rows) for side in (twins.one, twins.other)]

    def pairs(self) -> Iterator[RowPair]:
        for pair in self.twins.pairs:
            changes = tuple(self._changes(pair))
            yield RowPair(pair.before, pair.after, pair.moved, self._cells(pair, changes), changes)

    def _changes(self, pair: Pair) -> Iterator[Change]:
        one, other = self.twins.one, self.twins.other
        a, b = pair.before, pair.after
        if a is None and b is not None:
            yield Change(Kind.NEW, About.STEP, self._place(other, b), after=other.written.langkah[b].kegiatan)
        elif b is None and a is not None:
            yield Change(Kind.GONE, About.STEP, self._place(one, a), before=one.written.langkah[a].kegiatan)
        elif a is not None and b is not None:
            place = self._place(other, b)
            if pair.moved:
                yield Change(Kind.MOVED, About.STEP, place, before=one.flow.rows[a].called)
            yield from self._number(place, a, b)
            yield from self._texts(place, a, b)
            yield from self._drawn(place, a, b)

    def _place(self, side: Side, row: int) -> str:
        called = f"{self.prefix}{side.flow.rows[row].called}"
        return called[0].upper() + called[1:]

    def _number(self, place: str, a: int, b: int) -> Iterator[Change]:
        """Told where one is none that counting gives."""
        one, other = self.twins.one.flow.rows, self.twins.other.flow.rows
        if not (_counted(self.twins.one, a) and _counted(self.twins.other, b)):
            yield from of_text(place, "nomor", one[a].number, other[b].number, quoted=False)

    def _texts(self, place: str, a: int, b: int) -> Iterator[Change]:
        mine, theirs = self.twins.one.written.langkah[a], self.twins.other.written.langkah[b]
        yield from of_text(place, "kegiatan", mine.kegiatan, theirs.kegiatan)
        for column in FORM.columns:
            key = column.key
            one, other = mine.cell(key), theirs.cell(key)
            yield from of_cell(place, key, _texts(one), _texts(other), quoted=key not in _BARE)
            yield from self._merged(place, key, a, b)

    def _merged(self, place: str, key: str, a: int, b: int) -> Iterator[Change]:
        before, after = self._reach[0].get((a, key)), self._reach[1].get((b, key))
        if (before is None) != (after is None) or (
            before is not None and self.twins.rows.get(before) != after
        ):
            one, other = self.twins.one.flow.rows, self.twins.other.flow.rows
            last = [
                "" if row is None else f"sampai {rows[row].called}"
                for row, rows in ((before, one), (after, other))
            ]
            yield from of_text(place, f"sel {key} yang digabung", *last, quoted=False)

    def _drawn(self, place: str, a: int, b: int) -> Iterator[Change]:
        one, other = self.twins.one, self.twins.other
        before, after = self.twins.moved_lanes(one.lanes_of(a)), tuple(other.lanes_of(b))
        if set(before) != set(after):
            yield from of_text(place, "pelaksana", _lanes(one, a), _lanes(other, b), quoted=False)
        else:
            yield from self._arranged(place, a, b, before == after)
        pairs = self.twins.leading(a, b)
        for mine, theirs in pairs:
            here = place if len(pairs) == 1 else f"{place}, {', '.join(map(other.called, theirs.lanes))}"
            if not self._concluded(mine, theirs):
                yield from of_text(here, "simbol", _SHAPES[mine.shape], _SHAPES[theirs.shape], quoted=False)
            yield from of_text(here, "teks simbol", mine.text, theirs.text)
            yield from exit_changes(self.twins, here, mine, theirs)
            yield from _by_hand(here, one.item(mine), other.item(theirs))
        yield from self._sheet(place, a, b)

    def _arranged(self, place: str, a: int, b: int, in_order: bool) -> Iterator[Change]:
        """The same pelaksana in other symbols."""
        one, other = self.twins.one, self.twins.other
        mine, theirs = one.written.langkah[a], other.written.langkah[b]
        if mine.kerja_sama != theirs.kerja_sama:
            yield from of_text(
                place, "kerja sama digambar dengan", mine.kerja_sama, theirs.kerja_sama, quoted=False
            )
        elif len(one.rows[a]) != len(other.rows[b]):
            counts = (f"{len(side.rows[row])} simbol" for side, row in ((one, a), (other, b)))
            yield from of_text(place, "digambar dengan", *counts, quoted=False)
        elif not in_order:
            yield from of_text(place, "urutan pelaksana", _lanes(one, a), _lanes(other, b), quoted=False)

    def _concluded(self, mine: Symbol, theirs: Symbol) -> bool:
        """Whether the shape follows from where the step stands, or from its arrows."""
        items = self.twins.one.item(mine), self.twins.other.item(theirs)
        return not any(item and item.bentuk for item in items)

    def _sheet(self, place: str, a: int, b: int) -> Iterator[Change]:
        mine, theirs = self.twins.one.written.langkah[a], self.twins.other.written.langkah[b]
        said = ["menyambung", "di lembar baru"]
        if a and b:
            where = (said[step.halaman_baru] for step in (mine, theirs))
            yield from of_text(place, "pada cetakan", *where, quoted=False)

    def _cells(self, pair: Pair, changes: tuple[Change, ...]) -> Mapping[str, Cell]:
        """What stands in the table; words that only follow from other changes stand as they are now."""
        one, other = (
            _cells(s, row) for s, row in ((self.twins.one, pair.before), (self.twins.other, pair.after))
        )
        if not one or not other:
            return {key: Cell(one.get(key, ""), other.get(key, "")) for key in one or other}
        parts = {change.part for change in changes if change.about is About.VALUE}
        if not parts & {"pelaksana", "simbol", "teks simbol", "urutan pelaksana"}:
            one["pelaksana"] = other["pelaksana"]
        assert pair.before is not None and pair.after is not None
        one["panah"] = "\n".join(self._led_before(pair.before, pair.after, changes))
        return {key: Cell(one[key], other[key]) for key in other}

    def _led_before(self, a: int, b: int, changes: tuple[Change, ...]) -> Iterator[str]:
        """Where its arrows led, in the numbers of today; where nothing is told of a label, as they lead now."""
        told = {change.part for change in changes if change.about is About.EXIT}
        told |= {change.before for change in changes if change.part == LABEL}
        anew = any(change.about is About.DECISION for change in changes)
        for mine, theirs in self.twins.leading(a, b):
            now = dict(_led(self.twins.other, theirs))
            for label, arrows in exits(self.twins.one, mine).items():
                if anew or label in told or (label and label not in now):
                    yield _line(label, said_before(self.twins, mine, arrows))
                elif label in now:
                    yield _line(label, now[label])


def _counted(side: Side, row: int) -> bool:
    before = side.flow.rows[row - 1].number if row else "0"
    return before.isdigit() and side.flow.rows[row].number == str(int(before) + 1)


def _texts(cell: Sel | None) -> tuple[str, ...]:
    return cell.teks if cell else ()


def _lanes(side: Side, row: int) -> str:
    return ", ".join(map(side.called, side.lanes_of(row)))


def _by_hand(place: str, one: Langkah | Simbol | None, other: Langkah | Simbol | None) -> Iterator[Change]:
    """How a document draws its arrows."""
    if one and other:
        yield from of_text(place, "sisi keluar panah", _pairs(one.keluar), _pairs(other.keluar), quoted=False)
        yield from of_text(
            place, "huruf penghubung", _pairs(one.penghubung), _pairs(other.penghubung), quoted=False
        )


def _pairs(said: Mapping[str, str]) -> str:
    return ", ".join(f"{label}: {text}" if label else text for label, text in said.items())


def _cells(side: Side, row: int | None) -> dict[str, str]:
    if row is None:
        return {}
    step = side.written.langkah[row]
    cells = {column.key: "\n".join(_texts(step.cell(column.key))) for column in FORM.columns}
    symbols = side.rows[row]
    doers = dict.fromkeys(_doer(side, symbol) for symbol in symbols)
    led = [_line(*said) for symbol in symbols for said in _led(side, symbol)]
    return {"kegiatan": step.kegiatan, "pelaksana": "\n".join(doers), "panah": "\n".join(led), **cells}


def _doer(side: Side, symbol: Symbol) -> str:
    shape = "" if symbol.shape is Shape.PROCESS else symbol.shape.value
    said = ", ".join(filter(None, (shape, symbol.text and f"“{symbol.text}”")))
    return f"{', '.join(map(side.called, symbol.lanes))}{f' ({said})' if said else ''}"


def _led(side: Side, symbol: Symbol) -> Iterator[tuple[str, str]]:
    """Label and target; not told where it is the next step."""
    for label, arrows in exits(side, symbol).items():
        if label or any(side.symbols[arrow.target].row != symbol.row + 1 for arrow in arrows):
            yield label, said_exit(side, symbol, arrows)


def _line(label: str, said: str) -> str:
    return f"{label}: {said}" if label else said
