"""Charts whose letters come out too small on an office's paper, however they are laid out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from ..catalogue.model import SopEntry
from ..chart.labels import SIZE
from ..chart.text import longest_word
from ..definition.findings import Fault, Severity, shown
from ..definition.flow.model import Flow
from .frame import frame
from .settings import PaperSettings
from .table.fit import CROWDED, LEAST
from .table.plan import Space, guessed_lane
from .table.planner import FlowPlanner

_SURE = 0.5
"""Of a sheet's width: lanes that need no more leave room for words, and need not be tried."""
_FOOT = 60
"""About so high, in px."""
_POINTS = 0.75 * SIZE


def paper_for(entry: SopEntry, settings: PaperSettings) -> PaperSettings:
    """With the wider paper, where the office has one and a chart of the SOP needs it."""
    wide = replace(settings, kertas=settings.kertas_lebar or settings.kertas)
    needed = frame(wide).width > frame(settings).width and any(_too_wide(entry, settings))
    return wide if needed else settings


def small_letters(entry: SopEntry, settings: PaperSettings) -> Iterator[Fault]:
    settings = paper_for(entry, settings)
    for i, (chart, scale) in enumerate(zip(entry.charts, _too_wide(entry, settings), strict=True)):
        if scale:
            at = ("bagan", i, "langkah") if entry.sop.bagan else ("langkah",)
            points = f"{scale * _POINTS:.1f}".replace(".", ",")
            yield Fault(at, "huruf-kecil",
                        f"bagan ini terlalu lebar untuk kertas {settings.kertas}: huruf di gambarnya dicetak {points} pt",
                        "", "paling kecil 7 pt", _remedy(chart.flow), Severity.ADVICE, on_key=True)  # fmt: skip


def _too_wide(entry: SopEntry, settings: PaperSettings) -> Iterator[float]:
    """The scale at which each chart is drawn, 0 where its letters are large enough."""
    sheet, fit = frame(settings), CROWDED[-1]
    width, room = sheet.room_width, sheet.room_height - _FOOT
    for chart in entry.charts:
        lanes = guessed_lane(chart.flow, inf, fit) * fit.scale * len(chart.flow.lanes)
        if lanes <= width * _SURE:
            yield 0.0
            continue
        planner = FlowPlanner(chart, entry.form, entry.form.words, width, settings.kerapatan)
        scale = planner.best(Space(room, room)).plan.columns.scale
        yield scale if scale < LEAST - 0.001 else 0.0


def _remedy(flow: Flow) -> str:
    """Lanes are wide for a label, or there are many."""
    widest = max(
        (arrow.label for arrow in flow.arrows), key=lambda label: longest_word(label, SIZE), default=""
    )
    many = f"bagi {len(flow.lanes)} pelaksananya ke beberapa bagan"
    first = (
        f"pendekkan label '{shown(widest)}', "
        if longest_word(widest, SIZE) > CROWDED[-1].spacing.width
        else ""
    )
    return f"{first}{many}, atau cetak di kertas yang lebih lebar (misalnya kertas_lebar: A3 di bawah cetak)"
