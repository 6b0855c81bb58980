"""Files that nobody made in good faith: a sentence each, never a traceback."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Dictionary, Encryption, Name, Pdf

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.intake.pdf.reading import MOST_OBJECTS, MOST_PAGES, read_pdf
from sop_catalogue.intake.primitives import (
    Box,
    Document,
    Fill,
    Page,
    Ring,
    Stroke,
    UnreadableError,
    Word,
)
from sop_catalogue.intake.reading import recovered
from sop_catalogue.intake.wording.definition_text import definition_text

MANY, FEW = 2000, 30
MANY_INKED, FEW_INKED = 3000, 150


def outcome(data: bytes) -> str:
    try:
        return worded(read_pdf("x.pdf", data))
    except UnreadableError as reason:
        return str(reason)


def worded(document: Document) -> str:
    return "".join(definition_text(sop) for sop in recovered(document))


def blank(pages: int = 1, content: bytes = b"") -> bytes:
    made = Pdf.new()
    for _ in range(pages):
        made.add_blank_page()
        made.pages[-1].obj[Name.Contents] = made.make_stream(content)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_bytes_gone_wrong(sheets: dict[str, bytes], real: Catalogue, nightly: bool) -> None:
    whole = [sheets[entry.id] for entry in real.sops]
    for number in range(MANY if nightly else FEW):
        r = Random(number)
        data = bytearray(r.choice(whole))
        for _ in range(r.choice([1, 5, 50, 500])):
            data[r.randrange(len(data))] = r.randrange(256)
        if r.random() < 0.3:
            del data[r.randrange(len(data)) :]
        assert outcome(bytes(data))


@given(st.binary(max_size=2000))
def test_anything_at_all(data: bytes) -> None:
    assert outcome(data)
    assert outcome(b"%PDF-1.7\n" + data)


def test_a_password() -> None:
    made = Pdf.new()
    made.add_blank_page()
    out = BytesIO()
    made.save(out, encryption=Encryption(owner="a", user="b"))
    assert "kata sandi" in outcome(out.getvalue())


def test_no_words() -> None:
    assert "tidak memuat teks" in outcome(blank())


def test_too_many_pages() -> None:
    assert f"lebih dari {MOST_PAGES}" in outcome(blank(MOST_PAGES + 1))


def test_too_much_on_a_page() -> None:
    assert "terlalu rumit" in outcome(blank(1, b"0 0 m 9 9 l S\n" * (MOST_OBJECTS + 1)))


def test_a_drawing_inside_itself() -> None:
    made = Pdf.new()
    made.add_blank_page()
    form = made.make_stream(b"/A Do 0 0 m 9 9 l S", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 99, 99])
    form[Name.Resources] = Dictionary(XObject=Dictionary(A=form))
    made.pages[0].obj[Name.Resources] = Dictionary(XObject=Dictionary(A=form))
    made.pages[0].obj[Name.Contents] = made.make_stream(b"/A Do")
    out = BytesIO()
    made.save(out)
    assert "tidak memuat teks" in outcome(out.getvalue())


def test_what_takes_too_long_is_given_up() -> None:
    class TooLongError(Exception):
        pass

    def alarm() -> None:
        raise TooLongError

    with pytest.raises(TooLongError):
        read_pdf("x.pdf", blank(), alarm)


HEADINGS = (
    "No",
    "Kegiatan",
    "Pelaksana",
    "Staf",
    "Mutu",
    "Baku",
    "Waktu",
    "Output",
    "1",
    "2.",
    "Ya",
    "Dasar Hukum",
)
FRAME = tuple(Stroke(Ring(((x, 20), (x, 400)))) for x in (50, 100, 200, 300, 400, 500)) + tuple(
    Stroke(Ring(((50, y), (500, y)))) for y in (20, 40, 100, 200, 400)
)
HEAD = tuple(
    Word(text, Box(x, 22, x + 30, 30)) for text, x in (("Kegiatan", 110), ("Staf", 210), ("Waktu", 410))
)
CORNERS = (-50, 0, 20, 50, 100, 300, 500, 700)
"""Numbers at which something ends; at others little happens."""


def page(r: Random) -> Page:
    """A real head and frame, and any ink in it."""
    points = [(_number(r), _number(r)) for _ in range(r.randrange(9))]
    words = tuple(Word(r.choice(HEADINGS), Box(x, y, x + 20, y + 8)) for x, y in points)
    strokes = tuple(Stroke(_ring(r)) for _ in range(r.randrange(31)))
    fills = tuple(
        Fill(tuple(_ring(r) for _ in range(r.randint(1, 3))), r.random() < 0.5)
        for _ in range(r.randrange(21))
    )
    return Page(1, 600, 500, HEAD + words, FRAME + strokes, fills)


def _number(r: Random) -> float:
    return r.choice([r.choice(CORNERS), r.randrange(-50, 700), r.uniform(-50, 700)])


def _ring(r: Random) -> Ring:
    points = [(_number(r), _number(r)) for _ in range(r.randint(2, 9))]
    if r.random() < 0.3:  # upright, as most ink is
        points = [point for (x, y), (_, below) in pairwise(points) for point in ((x, y), (x, below))]
    return Ring(tuple(points), r.random() < 0.5, r.random() < 0.5)


def test_any_ink_in_a_table(nightly: bool) -> None:
    count, unread = MANY_INKED if nightly else FEW_INKED, 0
    for number in range(count):
        r = Random(number)
        document = Document("x.pdf", tuple(page(r) for _ in range(r.randint(1, 2))))
        try:
            assert worded(document), number
        except UnreadableError:
            unread += 1
    assert unread < count / 20


def test_a_table_without_a_row() -> None:
    """Its frame ends where its head does."""
    frame = tuple(stroke for stroke in FRAME if max(y for _, y in stroke.ring.points) <= 40)
    with pytest.raises(UnreadableError, match="tidak ditemukan"):
        recovered(Document("x.pdf", (Page(1, 600, 500, HEAD, frame),)))
