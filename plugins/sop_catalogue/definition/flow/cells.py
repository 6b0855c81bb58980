"""Cells of the mutu baku that are merged over several rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from ..findings import MANY_FAULTS, Fault, Loc, did_you_mean, shown
from ..form import FORM
from ..langkah import Bagan, Langkah, Sel
from .model import Row
from .symbols import RowNames


def merged(steps: Sequence[Langkah], rows: Sequence[Row]) -> dict[tuple[int, str], int]:
    """Row and column of each merged cell → the last row it covers."""
    out: dict[tuple[int, str], int] = {}
    names = RowNames(rows)
    for row, column, cell in _reaching(steps):
        last = names.find(cell.sampai or "")
        if last is not None and last > row:
            out[row, column] = last
    return out


def check_merged(chart: Bagan, rows: list[Row], loc: Loc) -> list[Fault]:
    """Merged cells that lead nowhere, or over something written."""
    faults: list[Fault] = []
    names = RowNames(rows)
    for row, column, cell in _reaching(chart.langkah):
        if len(faults) >= MANY_FAULTS:  # there can be as many as there are pairs of rows
            break
        here = (*loc, "langkah", row, column, "sampai")
        name = cell.sampai or ""
        last = names.find(name)
        if last is None:
            known = [r.id or r.number for r in rows]
            faults.append(
                Fault(
                    here,
                    "sampai-asing",
                    f"tidak ada langkah '{shown(name)}'",
                    shown(name),
                    "nomor atau id langkah di bawahnya",
                    did_you_mean(name, known),
                )
            )
        elif last <= row:
            message = f"langkah '{shown(name)}' tidak berada di bawah langkah ini"
            expected = "nomor atau id langkah di bawahnya"
            faults.append(
                Fault(
                    here,
                    "sampai-asing",
                    message,
                    shown(name),
                    expected,
                    "tulis langkah terakhir yang digabung",
                )
            )
        else:
            faults += islice(_covered(chart, rows, row, last, column, loc), MANY_FAULTS)
    return faults


def _covered(chart: Bagan, rows: list[Row], row: int, last: int, column: str, loc: Loc) -> Iterator[Fault]:
    for below in range(row + 1, last + 1):
        if chart.langkah[below].cell(column) is not None:
            message = f"sel '{column}' ini tertutup sel gabungan dari {rows[row].called}"
            yield Fault(
                (*loc, "langkah", below, column),
                "sel-tertutup",
                message,
                remedy="hapus isian ini, atau perpendek 'sampai' di atasnya",
            )


def _reaching(steps: Sequence[Langkah]) -> Iterator[tuple[int, str, Sel]]:
    for row, step in enumerate(steps):
        for column, cell in zip(FORM.columns, step.cells, strict=True):
            if cell and cell.sampai:
                yield row, column.key, cell
