"""A page of our own words, printed and laid on a scanner."""

from __future__ import annotations

from math import cos, radians, sin

import pypdfium2
from pikepdf import Dictionary, Name, Pdf

from tests.intake.made import BODY, ROW, Made, cell, saved, table

ACTIVITIES = (
    "Menerima surat permohonan",
    "Memeriksa kelengkapan berkas",
    "Menandatangani surat",
    "Mengarsipkan surat",
)
CELLS = {
    "kelengkapan": ("Surat", "Berkas", "Konsep surat", "Surat"),
    "waktu": ("5 menit", "1 jam", "30 menit", "5 menit"),
    "output": ("Agenda", "Catatan", "Surat", "Arsip"),
}
FIELDS = {
    "nomor": ("Nomor SOP", "800/12/2023"),
    "pembuatan": ("Tanggal Pembuatan", "2 Januari 2023"),
    "efektif": ("Tanggal Efektif", "9 Januari 2023"),
    "nama": ("Nama SOP", "Pelayanan Surat Masuk"),
}
DOTS, SHADE = 200, 238
"""Of the scanner: to the inch, and how light its paper is."""
_FONT = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
_LABEL, _VALUE, _HIGH = 420.0, 540.0, 24.0


def printed() -> bytes:
    return saved(_pdf(drawn()))


def drawn() -> Made:
    """Identity above a flow of four steps: capsules, a box and a diamond with its exits, all joined by arrows."""
    made = table(ACTIVITIES)
    for k, (label, value) in enumerate(FIELDS.values()):
        top = 50 + _HIGH * k
        made.box(_LABEL, top, _VALUE, top + _HIGH)
        made.box(_VALUE, top, 760, top + _HIGH)
        made.say(label, _LABEL + 4, top + 8)
        made.say(value, _VALUE + 4, top + 8)
    for texts, left in zip(CELLS.values(), (470, 550, 630), strict=True):
        for k, text in enumerate(texts):
            made.say(text, left + 4, BODY + ROW * k + 8)
    _flow(made)
    return made


def _flow(made: Made) -> None:
    first, second, third, last = cell(0, 0), cell(1, 1), cell(2, 2), cell(3, 0)
    _capsule(made, 0, 0)
    x, y = second.center
    made.shape((x - 20, y), (x, y - 12), (x + 20, y), (x, y + 12))
    made.symbol(2, 2)
    _capsule(made, 3, 0)
    made.arrow((first.right, first.center[1]), (x, first.center[1]), (x, y - 12))
    made.arrow((x + 20, y), (third.center[0], y), (third.center[0], third.top))
    made.arrow((x - 20, y), (last.center[0], y), (last.center[0], last.top))
    made.arrow(
        (third.center[0], third.bottom), (third.center[0], last.center[1]), (last.right, last.center[1])
    )
    made.say("Ya", x + 24, y - 10)
    made.say("Tidak", x - 50, y - 10)


def _capsule(made: Made, row: int, lane: int) -> None:
    box = cell(row, lane)
    x, y, r = box.left + 10, box.center[1], 10.0
    turns = [radians(90 + 15 * k) for k in range(13)]
    left = [(x + r * cos(a), y - r * sin(a)) for a in turns]
    right = [(box.right - 10 - (px - x), 2 * y - py) for px, py in left]
    made.shape(*left, *right)


def _pdf(made: Made) -> Pdf:
    page, pdf = made.page(), Pdf.new()
    pdf.add_blank_page(page_size=(page.width, page.height))
    lines = ["0.8 w", *written(made)]
    for stroke in page.strokes:
        points = [f"{x} {page.height - y}" for x, y in stroke.ring.points]
        lines.append(f"{points[0]} m {' l '.join(points[1:])} l {'s' if stroke.ring.closed else 'S'}")
    for fill in page.fills:
        points = [f"{x} {page.height - y}" for x, y in fill.rings[0].points]
        lines.append(f"{points[0]} m {' l '.join(points[1:])} l f")
    pdf.pages[0].Resources = Dictionary(Font=Dictionary(F=_FONT))
    pdf.pages[0].Contents = pdf.make_stream("\n".join(lines).encode())
    return pdf


def written(made: Made) -> list[str]:
    """Its words, in the language of PDF."""
    page = made.page()
    return [
        f"BT /F 7.5 Tf {word.box.left} {page.height - word.box.bottom + 1} Td ({word.text}) Tj ET"
        for word in page.words
    ]


def scanned(data: bytes, askew: float = 0.0, turns: int = 0, below: str = "") -> bytes:
    """Each page as a picture on a page; `askew` in degrees; `below`: what lies under the picture, in the language of PDF."""
    made = Pdf.new()
    document = pypdfium2.PdfDocument(data)
    for page in document:
        bitmap = page.render(scale=DOTS / 72, grayscale=True, rotation=90 * turns)
        wide, high = bitmap.width * 72 / DOTS, bitmap.height * 72 / DOTS
        light = bytes(min(level, SHADE) for level in range(256))
        rows = bytes(bitmap.buffer).translate(light)
        grey = b"".join(
            rows[k * bitmap.stride : k * bitmap.stride + bitmap.width] for k in range(bitmap.height)
        )
        picture = made.make_stream(grey, Type=Name.XObject, Subtype=Name.Image)
        picture.Width, picture.Height = bitmap.width, bitmap.height
        picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
        made.add_blank_page(page_size=(wide, high))
        made.pages[-1].Resources = Dictionary(XObject=Dictionary(I=picture), Font=Dictionary(F=_FONT))
        a, b = cos(radians(askew)), sin(radians(askew))
        x, y = wide / 2 - (a * wide / 2 - b * high / 2), high / 2 - (b * wide / 2 + a * high / 2)
        turned = f"q {a * wide} {b * wide} {-b * high} {a * high} {x} {y} cm /I Do Q"
        made.pages[-1].Contents = made.make_stream(f"{below}\n{turned}".encode())
    document.close()
    return saved(made)
