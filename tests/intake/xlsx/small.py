"""A small flow table on a worksheet, to draw into by hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from sop_catalogue.intake.recovered import Chart, Recovered
from sop_catalogue.intake.xlsx.reading import read_xlsx
from tests.intake.xlsx.book import BOXED, HEADING, Look, Sheet, saved
from tests.intake.xlsx.routes import SITES, bent, drawn
from tests.intake.xlsx.shapes import Rect, anchored, label, shape

LANES = ("Staf", "Kasubbag", "Sekretaris")
HIGH = 60.0


@dataclass
class Small:
    """Columns: No, Kegiatan, the lanes, Kelengkapan, Waktu, Output."""

    sheet: Sheet = field(default_factory=lambda: Sheet("SOP"))
    lanes: tuple[str, ...] = LANES
    rows: int = 3
    top: int = 0
    first: int = 1
    """The number of its first step."""
    pieces: list[str] = field(default_factory=list)
    number: int = 1

    def __post_init__(self) -> None:
        sheet, last = self.sheet, 2 + len(self.lanes)
        sheet.widths |= {0: 5, 1: 30, **dict.fromkeys(range(2, last), 14)}
        for column, name in ((0, "No"), (1, "Kegiatan")):
            sheet.merge(self.top, column, self.top + 1, column, name, HEADING)
        sheet.merge(self.top, 2, self.top, last - 1, "Pelaksana", HEADING)
        sheet.merge(self.top, last, self.top, last + 2, "Mutu Baku", HEADING)
        for k, name in enumerate((*self.lanes, "Kelengkapan", "Waktu", "Output")):
            sheet.put(self.top + 1, 2 + k, name, HEADING)
        for k in range(self.rows):
            row = self.top + 2 + k
            sheet.heights[row] = HIGH
            for column in range(last + 3):
                sheet.put(row, column, None, BOXED)
            sheet.put(row, 0, float(self.first + k), BOXED)
            sheet.put(row, 1, f"Langkah {self.first + k}", BOXED)

    def spot(self, row: int, lane: int, wide: float = 50, high: float = 24, down: float = 0) -> Rect:
        """In the middle of a cell, or below that."""
        left, top = self.sheet.left(2 + lane), self.sheet.top(self.top + 2 + row)
        x, y = left + self.sheet.width(2 + lane) / 2, top + HIGH / 2 + down
        return Rect(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def next(self) -> int:
        self.number += 1
        return self.number

    def add(self, box: Rect, inner: str, kind: str = "twoCell") -> None:
        self.sheet.drawn.append(anchored(self.sheet, box, inner, kind))

    def symbol(
        self, row: int, lane: int, preset: str = "flowChartProcess", text: str = "", down: float = 0
    ) -> tuple[int, Rect]:
        box, number = self.spot(row, lane, down=down), self.next()
        self.add(box, shape(number, preset, box, text))
        return number, box

    def arrow(
        self,
        source: tuple[int, Rect],
        target: tuple[int, Rect],
        leaves: str = "bottom",
        enters: str = "top",
        heads: tuple[bool, bool] = (False, True),
    ) -> None:
        """Glued."""
        route = bent(source[1], target[1], leaves, enters)
        ties = (source[0], SITES[leaves]), (target[0], SITES[enters])
        self.add(route.anchor, drawn(self.next(), route, heads, ties))

    def say(self, box: Rect, text: str, *, bordered: bool = False) -> None:
        self.add(box, label(self.next(), box, text, bordered=bordered))

    def cell(self, row: int, column: int, value: str | float, format: str = "", lined: str = "ltrb") -> None:
        self.sheet.put(self.top + 2 + row, column, value, Look(lined, format=format))


def read(*sheets: Sheet) -> list[Recovered]:
    return read_xlsx("contoh.xlsx", saved(sheets))


def chart(*sheets: Sheet) -> Chart:
    (sop,) = read(*sheets)
    (found,) = sop.charts
    return found


def arrows(found: Chart) -> list[tuple[int, int, str]]:
    """By the places of their symbols, with the label, and what is special."""
    return sorted(
        (
            edge.source,
            edge.target,
            edge.label or ("garis" if edge.plain else "bolak-balik" if edge.two_way else ""),
        )
        for edge in found.edges
    )
