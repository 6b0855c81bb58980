"""SOPs drawn in Excel as offices draw them, in several habits."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from random import Random

from sop_catalogue.definition.flow.model import Arrow, Flow, Shape, Symbol
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.langkah import Bagan, Langkah
from sop_catalogue.definition.markup import plain
from sop_catalogue.definition.sop import Sop
from tests.intake.xlsx.book import BOXED, HEADING, Look, Point, Sheet, saved
from tests.intake.xlsx.routes import SITES, Route, Sides, bent, drawn, straight
from tests.intake.xlsx.shapes import Rect, anchored, around, freeform, group, label, line, shape

PRESETS = {
    Shape.START: "flowChartTerminator",
    Shape.END: "flowChartTerminator",
    Shape.PROCESS: "flowChartProcess",
    Shape.DECISION: "flowChartDecision",
}
SIMPLE = {Shape.START: "roundRect", Shape.END: "roundRect", Shape.PROCESS: "rect", Shape.DECISION: "diamond"}
_ROUND = '<a:gd name="adj" fmla="val 50000"/>'
_LANES = 2
"""The column of the first lane."""
_BEHIND = ("kelengkapan", "waktu", "output", "keterangan")


@dataclass(frozen=True)
class Habit:
    name: str
    lines: str = "bent"
    """bent, straight: connectors; freeform: by hand; pieces: a straight line for each stretch."""
    glued: bool = True
    presets: dict[Shape, str] = field(default_factory=lambda: PRESETS)
    plain: bool = True
    anchor: str = "twoCell"
    grouped: bool = False
    """All that is drawn, in a group in a group that is measured anew."""
    bordered_labels: bool = False
    astray: float = 0
    """How far loose ends are from where they belong, at most."""
    apart: bool = False
    """The identity is on a worksheet of its own."""
    borders: bool = True
    split: int = 1
    """Rows of the worksheet that one step takes, merged where they hold text."""


HABITS = (
    Habit("glued"),
    Habit("straight", lines="straight", presets=SIMPLE, apart=True),
    Habit("blue", plain=False, split=3, bordered_labels=True),
    Habit("grouped", grouped=True, anchor="oneCell"),
    Habit("loose", glued=False, astray=1.5, anchor="absolute"),
    Habit("loose-straight", lines="straight", glued=False, astray=1.5, split=2),
    Habit("freeform", lines="freeform", glued=False, presets=SIMPLE, astray=1),
    Habit("pieces", lines="pieces", glued=False, astray=1),
    Habit("unlined", borders=False),
)


def workbook(sop: Sop, habit: Habit, seed: int = 0) -> bytes:
    first = Sheet("Identitas" if habit.apart else "SOP")
    row = _identity(first, sop, habit)
    sheets = [first]
    for k, chart in enumerate(sop.semua_bagan):
        if habit.apart or k:
            sheets.append(Sheet(f"Bagan {k + 1}"))
            row = 0
        if chart.judul:
            sheets[-1].put(row, 0, chart.judul)
        _Drawn(sheets[-1], chart, habit, row + 2, Random(seed)).draw()
    return saved(sheets)


def _identity(sheet: Sheet, sop: Sop, habit: Habit) -> int:
    """Returns the row behind it."""
    look = BOXED if habit.borders else Look()
    sheet.widths |= {0: 5, 1: 38}
    rows = [("Nomor SOP", sop.nomor or "-")]
    if sop.tanggal:
        rows += [
            (f"Tanggal {key.capitalize()}", day.tampil)
            for key in ("pembuatan", "efektif", "pengesahan")
            if (day := getattr(sop.tanggal, key))
        ]
    official = sop.disahkan_oleh
    said = (
        [official.jabatan, official.nama, f"NIP. {official.nip}" if official.nip else ""] if official else []
    )
    rows += [("Disahkan oleh", "\n".join(filter(None, said)) or "-"), ("Nama SOP", sop.nama)]
    sheet.merge(0, 0, len(rows) - 1, 3, "PEMERINTAH KABUPATEN CONTOH\nDINAS CONTOH", look)
    for row, (name, value) in enumerate(rows):
        sheet.merge(row, 4, row, 5, name, look)
        sheet.merge(row, 6, row, 10, f": {value}", look)
        sheet.heights[row] = 15 * (1 + value.count("\n"))
    row = len(rows)
    boxes = [
        (box, [f"{item.no}. {item.teks}" if item.no else item.teks for item in sop.items(box)])
        for box in sop.boxes
    ]
    boxes = [(box, [plain(text).replace("\n", " ") for text in items]) for box, items in boxes]
    for k in range(0, len(boxes), 2):
        pair = boxes[k : k + 2]
        high = max(len(items) for _, items in pair) + 1
        for (box, items), (left, right) in zip(pair, ((0, 3), (4, 10)), strict=False):
            _box(sheet, row, high, left, right, box.label, items, habit)
        row += high
    return row + 1


def _box(
    sheet: Sheet, row: int, high: int, left: int, right: int, name: str, items: list[str], habit: Habit
) -> None:
    """The label, then an item a row; only around all of it there is a border."""
    for r in range(row, row + high):
        for c in range(left, right + 1):
            sides = (
                ("t" * (r == row))
                + ("b" * (r == row + high - 1))
                + ("l" * (c == left))
                + ("r" * (c == right))
            )
            sheet.put(r, c, None, Look(sides if habit.borders else "", upright="top", wrapped=False))
    sheet.put(row, left, f"{name}:", sheet.cells[row, left][1])
    for k, item in enumerate(items, 1):
        marked = item if item.startswith(("-", "a.")) or item.split(".")[0].isdigit() else f"{k}. {item}"
        sheet.put(row + k, left, marked if len(items) > 1 else item, sheet.cells[row + k, left][1])


class _Drawn:
    """A chart on a worksheet, its head in `row`."""

    def __init__(self, sheet: Sheet, chart: Bagan, habit: Habit, row: int, r: Random) -> None:
        self.sheet, self.chart, self.habit, self.r = sheet, chart, habit, r
        self.flow: Flow = resolve(chart).flow
        self.behind = _LANES + len(self.flow.lanes)
        self.head = row
        self.body = row + 2 + any(lane.group for lane in self.flow.lanes)
        self.look = BOXED if habit.borders else Look()
        self.pieces: list[tuple[Rect, str]] = []
        self.number, self.loops = 1, 0

    def draw(self) -> None:
        self._widths()
        self._head()
        self._rows()
        boxes = {symbol.key: self._place(symbol) for symbol in self.flow.symbols}
        numbers = {symbol.key: self._symbol(symbol, boxes[symbol.key]) for symbol in self.flow.symbols}
        sides = Sides(list(boxes.values()))
        for arrow in sorted(self.flow.arrows, key=lambda a: not a.plain):
            self._arrow(arrow, boxes, numbers, sides)
        if self.habit.grouped:
            self._group()
        for box, inner in self.pieces:
            self.sheet.drawn.append(anchored(self.sheet, box, inner, self.habit.anchor))

    def _widths(self) -> None:
        wide = {0: 5, 1: 38, **dict.fromkeys(range(_LANES, self.behind), 15)}
        self.sheet.widths |= wide | dict(
            zip(range(self.behind, self.behind + 4), (22, 11, 22, 16), strict=True)
        )

    def _head(self) -> None:
        sheet, top, last = self.sheet, self.head, self.body - 1
        look = HEADING if self.habit.borders else Look(level="center", bold=True)
        sheet.merge(top, 0, last, 0, "No", look)
        sheet.merge(top, 1, last, 1, "Kegiatan", look)
        sheet.merge(top, _LANES, top, self.behind - 1, "Pelaksana", look)
        sheet.merge(top, self.behind, top, self.behind + 2, "Mutu Baku", look)
        sheet.merge(top, self.behind + 3, last, self.behind + 3, "Keterangan", look)
        for k, name in enumerate(("Kelengkapan", "Waktu", "Output")):
            sheet.merge(top + 1, self.behind + k, last, self.behind + k, name, look)
        for name, lanes in groupby(self.flow.lanes, key=lambda lane: lane.group):
            many = [lane.index + _LANES for lane in lanes]
            if name:
                sheet.merge(top + 1, many[0], top + 1, many[-1], plain(name), look)
            for column in many:
                own = plain(self.flow.lanes[column - _LANES].name)
                sheet.merge(top + 1 + bool(name), column, last, column, own, look)
        sheet.heights |= {top: 18, last: 32}

    def _rows(self) -> None:
        stacks = {
            row.index: 1 + max((s.stack for s in self.flow.symbols if s.row == row.index), default=0)
            for row in self.flow.rows
        }
        for k, (row, step) in enumerate(zip(self.flow.rows, self.chart.langkah, strict=True)):
            top, low = self._lines(k)
            for line_ in range(top, low + 1):
                self.sheet.heights[line_] = max(72.0, 48.0 * stacks[k]) / self.habit.split
                for column in range(_LANES, self.behind):
                    sides = "lr" + "t" * (line_ == top) + "b" * (line_ == low)
                    self.sheet.put(line_, column, None, Look(sides) if self.habit.borders else Look())
            self.sheet.merge(top, 0, low, 0, row.number, self.look)
            self.sheet.merge(top, 1, low, 1, plain(step.kegiatan), self.look)
        for n, key in enumerate(_BEHIND):
            self._cells(key, self.behind + n)

    def _lines(self, k: int) -> tuple[int, int]:
        top = self.body + k * self.habit.split
        return top, top + self.habit.split - 1

    def _cells(self, key: str, column: int) -> None:
        k = 0
        while k < len(self.chart.langkah):
            cell = self.chart.langkah[k].cell(key)
            last = self._last(cell.sampai, k) if cell and cell.sampai else k
            text = "\n".join(map(plain, cell.teks)) if cell else None
            self.sheet.merge(self._lines(k)[0], column, self._lines(last)[1], column, text, self.look)
            k = last + 1

    def _last(self, name: str, k: int) -> int:
        """The step that a cell is merged down to."""
        steps: list[Langkah] = list(self.chart.langkah)
        named = (
            n
            for n, (row, step) in enumerate(zip(self.flow.rows, steps, strict=True))
            if name in (row.number, step.id) and n > k
        )
        return next(named)

    def _place(self, symbol: Symbol) -> Rect:
        """In the middle of its cell; those of one cell above each other."""
        top, low = self._lines(symbol.row)
        upper, lower = self.sheet.top(top), self.sheet.top(low + 1)
        many = 1 + max(
            s.stack for s in self.flow.symbols if s.row == symbol.row and set(s.lanes) & set(symbol.lanes)
        )
        part = (lower - upper) / many
        y = upper + part * (symbol.stack + 0.5)
        left, right = (
            self.sheet.left(symbol.lanes[0] + _LANES),
            self.sheet.left(symbol.lanes[-1] + _LANES + 1),
        )
        x = (left + right) / 2
        wide, high = 52.0, min(26.0, 0.62 * part)
        if symbol.shape is Shape.DECISION:
            high = min(34.0, 0.7 * part)
        if len(symbol.lanes) > 1:
            wide = right - left - 22
        return Rect(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _symbol(self, symbol: Symbol, box: Rect) -> int:
        number, preset = self._next(), self.habit.presets[symbol.shape]
        adjusted = _ROUND if preset == "roundRect" else ""
        text = plain(symbol.text)
        self.pieces.append((box, shape(number, preset, box, text, plain=self.habit.plain, adjusted=adjusted)))
        return number

    def _arrow(self, arrow: Arrow, boxes: dict[str, Rect], numbers: dict[str, int], sides: Sides) -> None:
        source, target = boxes[arrow.source], boxes[arrow.target]
        leaves, enters = sides.choose(arrow.source, source, target)
        way = straight if self.habit.lines == "straight" and leaves != enters else bent
        shared = sides.taken[arrow.source].count(leaves) - 1
        self.loops += leaves == enters
        route = way(source, target, leaves, enters, *([9.0 + 3 * (self.loops % 4)] if way is bent else []))
        heads = (arrow.two_way, not arrow.plain)
        ties = (numbers[arrow.source], SITES[leaves]), (numbers[arrow.target], SITES[enters])
        if self.habit.lines == "freeform":
            points = self._astray(route)
            self.pieces.append((around(points), freeform(self._next(), points, heads)))
        elif self.habit.lines == "pieces":
            self._pieces(self._astray(route), heads)
        elif self.habit.glued:
            self.pieces.append((route.anchor, drawn(self._next(), route, heads, ties)))
        else:
            moved = self._moved(route)
            self.pieces.append((moved.anchor, drawn(self._next(), moved, heads, (None, None))))
        if arrow.label:
            self._label(plain(arrow.label), route, shared)

    def _shift(self) -> float:
        return self.r.uniform(-1, 1) * self.habit.astray * 0.7

    def _moved(self, route: Route) -> Route:
        dx, dy = self._shift(), self._shift()
        box = route.box
        moved = Rect(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)
        return Route(
            route.leaves,
            route.enters,
            route.points,
            route.preset,
            moved,
            route.turned,
            route.mirrored,
            route.adjusted,
        )

    def _astray(self, route: Route) -> list[Point]:
        return [(x + self._shift(), y + self._shift()) for x, y in route.points]

    def _pieces(self, points: list[Point], heads: tuple[bool, bool]) -> None:
        for k in range(len(points) - 1):
            ends = heads[0] and not k, heads[1] and k == len(points) - 2
            self.pieces.append(
                (around(points[k : k + 2]), line(self._next(), points[k], points[k + 1], ends))
            )

    def _label(self, text: str, route: Route, shared: int) -> None:
        """By the exit, or where others leave there too, farther on."""
        (x, y), wide = route.points[0], 4.4 * len(text) + 6
        if shared:
            (ax, ay), (bx, by) = route.points[-2:]
            x, y = ax + (bx - ax) * 0.3, ay + (by - ay) * 0.3
        if route.leaves in ("left", "right") and wide > 28 and len(route.points) == 2:
            y -= 17
        left, top = {
            "right": (x + 2, y - 12),
            "left": (x - 2 - wide, y - 12),
            "bottom": (x + 2, y + 2),
            "top": (x + 2, y - 14),
        }[route.leaves]
        box = Rect(left, top, left + wide, top + 11)
        self.pieces.append((box, label(self._next(), box, text, bordered=self.habit.bordered_labels)))

    def _group(self) -> None:
        """All shapes with their own coordinates kept, in a group that stretches them, in another one that undoes it."""
        corners = [p for box, _ in self.pieces for p in ((box.left, box.top), (box.right, box.bottom))]
        whole, other = around(corners), Rect(0, 0, 500, 400)
        inner = group(self._next(), "".join(piece for _, piece in self.pieces), other, whole)
        self.pieces = [(whole, group(self._next(), inner, whole, other))]
