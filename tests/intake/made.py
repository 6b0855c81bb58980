"""Small pages in our own words, drawn as offices draw them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pikepdf import Dictionary, Name, Pdf

from sop_catalogue.intake.primitives import Box, Document, Fill, Page, Point, Ring, Stroke, Word
from sop_catalogue.intake.reading import recovered
from sop_catalogue.intake.recovered import Chart, Recovered

LANES = ("Penerima", "Pemeriksa", "Kepala")
NO, ACTIVITY, LANE, BEHIND = 30.0, 120.0, 100.0, 80.0
"""How wide its columns are."""
LEFT, TOP, HEAD, ROW = 20.0, 200.0, 20.0, 60.0
"""Where its table begins, how high a band of its head and a row are."""
BODY = TOP + 2 * HEAD


class Made:
    """A page while it is drawn."""

    def __init__(self, number: int = 1) -> None:
        self.number = number
        self.words: list[Word] = []
        self.strokes: list[Stroke] = []
        self.fills: list[Fill] = []

    def say(self, text: str, left: float, top: float) -> None:
        for part in text.split():
            self.words.append(Word(part, Box(left, top, left + 4.0 * len(part), top + 8)))
            left += 4.0 * len(part) + 3

    def line(self, *points: Point) -> None:
        self.strokes.append(Stroke(Ring(points)))

    def shape(self, *points: Point) -> None:
        self.strokes.append(Stroke(Ring(points, closed=True)))

    def box(self, left: float, top: float, right: float, bottom: float) -> None:
        self.shape((left, top), (right, top), (right, bottom), (left, bottom))

    def head(self, tip: Point, back: Point) -> None:
        """A filled triangle."""
        (x, y), (bx, by) = tip, back
        dx, dy = (y - by) * 0.4, (bx - x) * 0.4
        self.fills.append(Fill((Ring((tip, (bx + dx, by + dy), (bx - dx, by - dy)), closed=True),)))

    def arrow(self, *points: Point) -> None:
        (ax, ay), (bx, by) = points[-2:]
        long = max(abs(bx - ax), abs(by - ay))
        back = bx - (bx - ax) * 5 / long, by - (by - ay) * 5 / long
        self.line(*points[:-1], back)
        self.head(points[-1], back)

    def symbol(self, row: int, lane: int) -> Box:
        """A box in the middle of its cell."""
        found = cell(row, lane)
        self.box(found.left, found.top, found.right, found.bottom)
        return found

    def page(self) -> Page:
        return Page(self.number, 842, 595, tuple(self.words), tuple(self.strokes), tuple(self.fills))


def cell(row: int, lane: int) -> Box:
    """Where the symbol of a row and a lane stands."""
    left, top = LEFT + NO + ACTIVITY + LANE * lane + 30, BODY + ROW * row + 20
    return Box(left, top, left + 40, top + 20)


def table(
    activities: Sequence[str],
    lanes: Sequence[str] = LANES,
    heads: tuple[str, str] = ("No", "Kegiatan"),
    number: int = 1,
    headed: bool = True,
) -> Made:
    """A flow table: number, activity, lanes, and three columns behind them; a row for each activity."""
    made = Made(number)
    wide = [NO, ACTIVITY, *(LANE for _ in lanes), BEHIND, BEHIND, BEHIND]
    xs = [LEFT]
    for one in wide:
        xs.append(xs[-1] + one)
    top = TOP if headed else BODY
    bottom = BODY + ROW * len(activities)
    inner = {*xs[3 : 2 + len(lanes)], *xs[3 + len(lanes) : -1]}
    for x in xs:
        made.line((x, top + HEAD if headed and x in inner else top), (x, bottom))
    for y in (*((TOP,) if headed else ()), *(BODY + ROW * k for k in range(len(activities) + 1))):
        made.line((xs[0], y), (xs[-1], y))
    if headed:
        made.line((xs[2], TOP + HEAD), (xs[-1], TOP + HEAD))
        made.say(heads[0], xs[0] + 4, TOP + 15)
        made.say(heads[1], xs[1] + 20, TOP + 15)
        for text, x in zip((*lanes, "Kelengkapan", "Waktu", "Output"), xs[2:], strict=False):
            made.say(text, x + 4, TOP + HEAD + 6)
        made.say("Pelaksana", xs[2] + 30, TOP + 6)
        made.say("Mutu Baku", xs[2 + len(lanes)] + 30, TOP + 6)
    for k, text in enumerate(activities):
        made.say(f"{k + 1}.", xs[0] + 8, BODY + ROW * k + 8)
        made.say(text, xs[1] + 4, BODY + ROW * k + 8)
    return made


def read(*pages: Made) -> Recovered:
    (found,) = recovered(Document("contoh.pdf", tuple(made.page() for made in pages)))
    return found


def chart(*pages: Made) -> Chart:
    (found,) = read(*pages).charts
    return found


def arrows(found: Chart) -> list[tuple[int, int, str]]:
    """By the places of their symbols, with their labels."""
    return sorted((edge.source, edge.target, edge.label) for edge in found.edges)


def pdf(content: str) -> bytes:
    """A page 300 by 200 points with a font F."""
    made = Pdf.new()
    made.add_blank_page(page_size=(300, 200))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    made.pages[0].Resources = Dictionary(Font=Dictionary(F=made.make_indirect(font)))
    made.pages[0].Contents = made.make_stream(content.encode("latin-1"))
    return saved(made)


def saved(made: Pdf) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()
