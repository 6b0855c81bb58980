"""How long an SOP takes: the waktu of its steps added up."""

from __future__ import annotations

from ..definition.cells import merged
from ..definition.flow import Flow
from ..definition.langkah import Bagan, Langkah
from ..definition.markup import plain
from ..definition.waktu import TotalWaktu, Waktu, read_waktu, total


def chart_total(chart: Bagan, flow: Flow) -> TotalWaktu:
    """A merged cell counts once, and the rows it covers are not called silent."""
    reach = {row: last for (row, column), last in merged(chart, flow.rows).items() if column == "waktu"}
    covered = {row for first, last in reach.items() for row in range(first + 1, last + 1)}
    return total(step_waktu(step) for row, step in enumerate(chart.langkah) if row not in covered)


def step_waktu(step: Langkah) -> Waktu | None:
    return read_waktu(plain(" ".join(step.waktu.teks))) if step.waktu else None
