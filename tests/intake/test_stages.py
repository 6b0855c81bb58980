"""Single stages on plain values: no document, no library."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sop_catalogue.intake.drawing.ink import Head, Ink, Line, Shape, ink_of
from sop_catalogue.intake.drawing.labels import Phrase, labelled, phrases
from sop_catalogue.intake.drawing.net import net_of
from sop_catalogue.intake.drawing.symbols import Form, Mark, form_of
from sop_catalogue.intake.drawing.trace import traced
from sop_catalogue.intake.drawing.ways import Way
from sop_catalogue.intake.identity import items_of, official_of
from sop_catalogue.intake.primitives import Box, Fill, Page, Point, Ring, Stroke, Word
from sop_catalogue.intake.table.columns import Column
from sop_catalogue.intake.table.grid import Grid
from sop_catalogue.intake.table.rows import TableRow
from sop_catalogue.intake.table.rules import Rule, joined
from sop_catalogue.intake.text import paragraphs, plain


def ring(*points: Point, closed: bool = True) -> Ring:
    return Ring(points, closed)


def box(left: float, top: float, right: float, bottom: float) -> Ring:
    return ring((left, top), (right, top), (right, bottom), (left, bottom))


def page(*drawn: Stroke | Fill) -> Page:
    strokes = tuple(one for one in drawn if isinstance(one, Stroke))
    return Page(1, 800, 600, strokes=strokes, fills=tuple(one for one in drawn if isinstance(one, Fill)))


@pytest.mark.parametrize(
    "drawn",
    [
        Stroke(ring((10, 10), (60, 10), closed=False)),
        Fill((box(10, 9.5, 60, 10.5),)),
        Stroke(box(10, 9.8, 60, 10.2)),
    ],
    ids=["stroke", "thin rectangle", "flat outline"],
)
def test_however_a_line_is_painted_it_is_one(drawn: Stroke | Fill) -> None:
    assert ink_of(page(drawn)).lines == (Line(((10, 10), (60, 10))),)


def test_the_outline_of_a_bent_line_is_that_line() -> None:
    outline = ring((0, 9.5), (50.5, 9.5), (50.5, 40), (49.5, 40), (49.5, 10.5), (0, 10.5))
    (line,) = ink_of(page(Fill((outline,)))).lines
    assert sorted(line.points) == [(0, 10), (50, 10), (50, 40)]


@pytest.mark.parametrize(
    "drawn",
    [
        Fill((ring((50, 40), (47, 33), (53, 33)),)),
        Stroke(ring((47, 33), (50, 40), (53, 33), closed=False)),
        Fill((ring((47, 33), (50, 38.5), (53, 33), (53.6, 33.4), (50, 40), (46.4, 33.4)),)),
    ],
    ids=["filled", "two strokes", "outline of two strokes"],
)
def test_however_a_head_is_painted_it_points_one_way(drawn: Stroke | Fill) -> None:
    (head,) = ink_of(page(drawn)).heads
    assert head.tip == pytest.approx((50, 40), abs=0.5)
    assert head.back == pytest.approx((50, 33), abs=0.7)


def test_an_inside_its_border_and_a_frame_are_one_shape() -> None:
    symbol = box(10, 10, 60, 30)
    for drawn in (
        [Fill((symbol,), white=True), Stroke(symbol)],
        [Fill((box(9.5, 9.5, 60.5, 30.5), box(10.5, 10.5, 59.5, 29.5)))],
    ):
        (shape,) = ink_of(page(*drawn)).shapes
        assert shape.outlined
        assert shape.box == Box(10, 10, 60, 30)


@pytest.mark.parametrize(
    ("points", "form"),
    [
        (((0, 0), (40, 0), (40, 20), (0, 20)), Form.BOX),
        (((20, 0), (40, 10), (20, 20), (0, 10)), Form.DIAMOND),
        (((0, 0), (20, 0), (20, 15), (10, 20), (0, 15)), Form.CONNECTOR),
        (((10, 0), (20, 5), (20, 20), (0, 20), (0, 5)), Form.CONNECTOR),
        (((8, 0), (40, 0), (32, 20), (0, 20)), Form.OTHER),
    ],
)
def test_forms(points: tuple[Point, ...], form: Form) -> None:
    assert form_of(Shape(points)) is form


def test_pieces_of_a_rule_are_one() -> None:
    assert joined([Rule(10, 0, 50), Rule(10.4, 51, 90), Rule(10, 120, 130)]) == [
        Rule(10, 0, 90),
        Rule(10, 120, 130),
    ]


GRID = Grid(
    tuple(
        Column(x, x + 100, kind)
        for x, kind in ((0, "kegiatan"), (100, "lane"), (200, "lane"), (300, "lane"), (400, "waktu"))
    ),
    0,
    20,
    220,
)
ROWS = [TableRow(20 + 50 * k, 70 + 50 * k, str(k + 1)) for k in range(4)]


def mark(row: int, lane: int, form: Form = Form.BOX) -> Mark:
    left, top = 130 + 100 * lane, 35 + 50 * row
    points = ((left, top), (left + 40, top), (left + 40, top + 20), (left, top + 20))
    if form is Form.DIAMOND:
        points = ((left + 20, top), (left + 40, top + 10), (left + 20, top + 20), (left, top + 10))
    return Mark(form, Box(left, top, left + 40, top + 20), points, row, (lane,))


def down(x: float, y: float) -> Head:
    return Head((x, y), (x, y - 5))


def ways(
    marks: list[Mark], lines: Sequence[tuple[Point, ...]], heads: list[Head]
) -> list[tuple[int, int, str]]:
    found = traced(net_of(Ink(tuple(map(Line, lines)), tuple(heads)), GRID, ROWS, marks), marks)
    kinds = {True: "bolak-balik"}
    return sorted(
        (way.source, way.target, "garis" if way.plain else kinds.get(way.two_way, "")) for way in found.ways
    )


def test_an_arrow_between_two_symbols() -> None:
    assert ways([mark(0, 0), mark(1, 0)], [((150, 55), (150, 85))], [down(150, 85)]) == [(0, 1, "")]


def test_its_end_may_stay_short_of_the_symbol() -> None:
    assert ways([mark(0, 0), mark(1, 0)], [((150, 58), (150, 77))], [down(150, 77)]) == [(0, 1, "")]


def test_a_line_that_ends_on_another_joins_it() -> None:
    lines = [((150, 55), (150, 185)), ((230, 95), (150, 95))]
    marks = [mark(0, 0), mark(1, 1), mark(3, 0)]
    assert ways(marks, lines, [down(150, 185)]) == [(0, 2, ""), (1, 2, "")]


def test_a_line_that_begins_on_another_is_a_fork() -> None:
    lines = [((150, 55), (150, 185)), ((150, 110), (250, 110), (250, 135))]
    marks = [mark(0, 0), mark(3, 0), mark(2, 1)]
    assert ways(marks, lines, [down(150, 185), down(250, 135)]) == [(0, 1, ""), (0, 2, "")]


def test_lines_that_only_cross_do_not_meet() -> None:
    lines = [((250, 55), (250, 185)), ((170, 95), (330, 95))]
    marks = [mark(0, 1), mark(3, 1), mark(1, 0), mark(1, 2)]
    heads = [down(250, 185), Head((330, 95), (325, 95))]
    assert ways(marks, lines, heads) == [(0, 1, ""), (2, 3, "")]


def test_two_heads_and_none() -> None:
    lines = [((170, 45), (230, 45))]
    marks = [mark(0, 0), mark(0, 1)]
    right, left = Head((230, 45), (225, 45)), Head((170, 45), (175, 45))
    assert ways(marks, lines, [right, left]) == [(0, 1, "bolak-balik")]
    assert ways(marks, lines, []) == [(0, 1, "garis")]


def test_rules_of_the_table_are_no_arrows() -> None:
    lines = [((200, 20), (200, 220)), ((0, 70), (500, 70))]
    assert ways([mark(0, 0), mark(1, 1)], lines, []) == []


def word(text: str, left: float, top: float, width: float = 20) -> Word:
    return Word(text, Box(left, top, left + width, top + 8))


def test_a_label_goes_to_the_exit_that_it_stands_by() -> None:
    marks = [mark(0, 0, Form.DIAMOND), mark(1, 0), mark(0, 1)]
    lines = [((150, 55), (150, 85)), ((170, 45), (230, 45))]
    heads = [down(150, 85), Head((230, 45), (225, 45))]
    found = traced(net_of(Ink(tuple(map(Line, lines)), tuple(heads)), GRID, ROWS, marks), marks)
    said = phrases([word("Ya", 152, 57), word("Tidak", 174, 36)], marks, GRID.flow)
    labels, left = labelled(said, found.ways, marks)
    assert {found.ways[k].target: label for k, label in labels.items()} == {1: "Ya", 2: "Tidak"}
    assert left == []


def line(text: str, top: float, left: float = 0) -> list[Word]:
    words, x = [], left
    for part in text.split():
        words.append(word(part, x, top, 4.0 * len(part)))
        x += 4.0 * len(part) + 3
    return words


def test_a_label_makes_room_for_one_that_stands_by_no_other_arrow() -> None:
    """ "Ya" stands a little nearer to the start of the arrow to the left, of which "Tidak" tells, far along it."""
    ends = [Box(200, 100, 230, 130), Box(20, 100, 50, 130), Box(200, 160, 230, 180)]
    forms = (Form.DIAMOND, Form.BOX, Form.BOX)
    marks = [Mark(form, box, (), 0, (0,)) for form, box in zip(forms, ends, strict=True)]
    ways = [Way(0, 1, ((200, 115), (50, 115))), Way(0, 2, ((215, 130), (215, 160)))]
    said = [Phrase("Ya", Box(186, 124, 196, 132)), Phrase("Tidak", Box(110, 118, 130, 126))]
    assert labelled(said, ways, marks) == ({0: "Tidak", 1: "Ya"}, [])


def test_a_line_goes_on_where_its_next_word_had_no_room() -> None:
    assert paragraphs([*line("Berkas permohonan", 0), *line("lengkap", 9)], 0, 80) == [
        "Berkas permohonan lengkap"
    ]
    assert paragraphs([*line("Pena", 0), *line("Buku", 9)], 0, 80) == ["Pena", "Buku"]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("memper-", "baiki", "memperbaiki"),
        ("undang-", "undang", "undang-undang"),
        ("non-", "ASN", "non-ASN"),
        ("ADMI-", "NISTRASI", "ADMINISTRASI"),
        ("Uraian/", "Kegiatan", "Uraian/Kegiatan"),
        ("https://sop.contoh.go.i", "d/surat", "https://sop.contoh.go.id/surat"),
        ("https://sop.contoh.go.id", "lalu Simpan.", "https://sop.contoh.go.id lalu Simpan."),
        ("ﬁsik", "\u00a0dan", "fisik dan"),
    ],
)
def test_torn_words_are_mended(first: str, second: str, text: str) -> None:
    assert plain([word(first, 0, 0), word(second, 0, 9)]) == text


def test_items_and_officials() -> None:
    assert [(i.mark, i.text) for i in items_of(["1. Satu", "2. Dua"])] == [("", "Satu"), ("", "Dua")]
    assert [(i.mark, i.text) for i in items_of(["1. Satu", "3. Dua"])] == [("1.", "Satu"), ("3.", "Dua")]
    assert official_of(["Kepala Dinas", "Siti Aminah, S.Sos", "NIP. 1970 1"]) == {
        "jabatan": "Kepala Dinas",
        "nama": "Siti Aminah, S.Sos",
        "nip": "1970 1",
    }
