"""The rows below a head become steps, with what is left of the drawing in each lane."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import shorten

from ..primitives import UnreadableError
from ..recovered import Node, Step
from ..table.headings import BEHIND
from ..table.rows import Cell as StepCell
from ..text import clean
from .heads import Head, is_duration
from .listed import items
from .model import EMPTY, Cell, Rows
from .signs import Left, left_in

MOST = 2000
"""Rows of a flow."""
_NUMBER = re.compile(r"(\d{1,3}[a-z]?)\s*[.,)]*(?:\s+|$)")
_RULE = re.compile(r"[-–—=_:|\s]*")


@dataclass(slots=True)
class Row:
    step: Step
    left: dict[int, Left] = field(default_factory=dict)
    """By lane, counted from 0."""
    seen: list[Node] = field(default_factory=list)
    """Symbols in a picture of it."""
    moved: bool = False
    """Its cells stood beside their columns: no lane in it is certain."""


@dataclass(slots=True)
class Steps:
    head: Head
    exact: bool
    rows: list[Row] = field(default_factory=list)

    def take(self, rows: Rows) -> None:
        """More rows of the table."""
        if len(self.rows) + len(rows) > MOST:
            raise UnreadableError(f"tabel langkahnya lebih dari {MOST} baris")
        rows = [
            row
            for row in rows
            if not all(_RULE.fullmatch(cell.text) or not cell.text for cell in row) or _signs(row)
        ]
        shifts = [0] * len(rows) if self.exact else self._shifts(rows)
        for k, (row, shift) in enumerate(zip(rows, shifts, strict=True)):
            self._row(row, shift, rows[k - 1] if k else ())
            self._outside(row, shift, rows[k - 1] if k else ())

    def _outside(self, row: Sequence[Cell], shift: int, above: Sequence[Cell]) -> None:
        """Words of no column are not lost in silence."""
        known = {k + shift for k, column in enumerate(self.head.columns) if column.kind}
        before = {id(cell) for cell in above}
        lost: list[str] = []
        for k, cell in enumerate(row):
            if cell.text and k > min(known) and k not in known and id(cell) not in before:
                lost.append(f"“{cell.text}”")
            before.add(id(cell))
        if lost and self.rows:
            said = shorten(", ".join(lost), 200, placeholder=" …")
            self.rows[-1].step.doubt(f"di luar kolom yang dikenal tertulis {said}; tidak ikut ditulis")

    def _shifts(self, rows: Rows) -> list[int]:
        """How far to the right each stands, by its duration; one without goes as those of its length beside it do."""
        duration = self.head.place("waktu")
        if duration is None:
            return [0] * len(rows)
        own = [_shift(row, duration) for row in rows]
        return [
            shift if shift is not None else next(
                (own[n] or 0 for n in sorted(range(len(rows)), key=lambda n: abs(n - k))
                 if own[n] is not None and len(rows[n]) == len(rows[k])), 0)
            for k, shift in enumerate(own)
        ]  # fmt: skip

    def _row(self, row: Sequence[Cell], shift: int, above: Sequence[Cell]) -> None:
        number, activity = self._said(row)
        left = self._left(row, shift, above)
        if self._goes_on(row, number, activity, shift):
            self._continue(row, activity, left, shift)
            return
        if not number and not activity and not any(self._cell(row, kind, shift).text for kind in BEHIND):
            return
        step = Step(number, activity, {}, 0)
        for kind in BEHIND:
            place = self.head.place(kind)
            cell = self._cell(row, kind, shift)
            if place is None or (self.exact and place < len(above) and cell is above[place]):
                self._stretch(kind, cell)
            elif texts := _texts(cell, kind):
                step.cells[kind] = StepCell(tuple(texts))
        self.rows.append(Row(step, left, moved=bool(shift) and bool(left)))

    def _said(self, row: Sequence[Cell]) -> tuple[str, list[str]]:
        number, activity = self.head.place("no"), self.head.place("kegiatan")
        assert activity is not None
        text = _at(row, number).text if number is not None and number != activity else ""
        said = [line for line in map(clean, _at(row, activity).lines) if line]
        source = text if number is not None else (said[0] if self.head.counted and said else "")
        if match := _NUMBER.match(source):
            rest = source[match.end() :].strip()
            if number is None:
                said = [*([rest] if rest else []), *said[1:]]
            elif rest and self.head.counted:
                said = [rest, *said]
            return match[1], said
        return text, said

    def _goes_on(self, row: Sequence[Cell], number: str, activity: Sequence[str], shift: int) -> bool:
        if number or not self.rows:
            return False
        if self.exact or not any(one.step.number for one in self.rows):
            return not activity
        whole = (
            is_duration(self._cell(row, "waktu", shift).text) and " " in self._cell(row, "waktu", shift).text
        )
        return not (whole and activity and activity[0][:1].isupper())

    def _continue(
        self, row: Sequence[Cell], activity: Sequence[str], left: dict[int, Left], shift: int
    ) -> None:
        last = self.rows[-1]
        words = [one.rest for one in left.values() if one.rest and activity and not one.signs]
        if activity:
            last.step.activity = [" ".join([*last.step.activity, *activity, *words])]
        for kind in BEHIND:
            if texts := _texts(self._cell(row, kind, shift), kind):
                had = last.step.cells.get(kind, StepCell())
                last.step.cells[kind] = StepCell(tuple(_joined([*had.texts], texts, kind)), had.rows)
        if not words and (signed := {k: one for k, one in left.items() if k not in last.left and one.signs}):
            last.left |= signed
            last.moved = last.moved or bool(shift)

    def _stretch(self, kind: str, cell: Cell) -> None:
        for row in reversed(self.rows):
            if had := row.step.cells.get(kind):
                if cell.text:
                    row.step.cells[kind] = StepCell(had.texts, had.rows + 1)
                return

    def _left(self, row: Sequence[Cell], shift: int, above: Sequence[Cell]) -> dict[int, Left]:
        found: dict[int, Left] = {}
        activity = self.head.place("kegiatan") or 0
        for lane, k in enumerate(self.head.lanes):
            cell = _at(row, k + shift) if k + shift > activity else EMPTY
            if self.exact and k < len(above) and cell is above[k]:
                continue
            one = left_in(cell)
            if one.signs or one.arrows or one.passages or one.rest:
                found[lane] = one
        return found

    def _cell(self, row: Sequence[Cell], kind: str, shift: int) -> Cell:
        place = self.head.place(kind)
        return EMPTY if place is None else _at(row, place + shift)


def _at(row: Sequence[Cell], k: int | None) -> Cell:
    return row[k] if k is not None and 0 <= k < len(row) else EMPTY


def _signs(row: Sequence[Cell]) -> bool:
    return any(cell.signs for cell in row)


def _shift(row: Sequence[Cell], duration: int) -> int | None:
    for shift in (0, 1, -1):
        if is_duration(_at(row, duration + shift).text):
            return shift
    return None


def _texts(cell: Cell, kind: str) -> list[str]:
    if kind == "waktu":
        return [cell.text] if cell.text else []
    found = items(cell.lines)
    if len(found) > 1 and all(one.startswith("- ") for one in found):
        return [one[2:] for one in found]
    return found


def _joined(had: list[str], more: list[str], kind: str) -> list[str]:
    """A text that a page's end cut goes on where nothing else begins."""
    begins = re.match(r"(?:\d{1,2}[.,)]|[-–•])", more[0])
    if had and (kind == "waktu" or not begins):
        return [*had[:-1], f"{had[-1]} {more[0]}", *more[1:]]
    return [*had, *more]
