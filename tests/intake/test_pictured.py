"""Arrows that a maker left as small pictures."""

from __future__ import annotations

import pytest
from pikepdf import Dictionary, Name, Pdf

from sop_catalogue.intake.drawing.ink import ink_of
from sop_catalogue.intake.pdf.arrows_drawn import Pixels, arrows_in
from sop_catalogue.intake.pdf.reading import read_pdf
from sop_catalogue.intake.primitives import Box, Fill, Page, Point, Stroke
from tests.intake.made import saved

SCALE = 3
"""Pixels a point."""


def painted(
    wide: int, high: int, *lines: tuple[Point, Point], head: tuple[Point, Point] | None = None
) -> Pixels:
    """Lines one point thick, and a triangle from its tip to the middle of its back."""
    rows = [bytearray(wide * SCALE) for _ in range(high * SCALE)]
    for (ax, ay), (bx, by) in lines:
        _fill(rows, min(ax, bx) - 0.5, min(ay, by) - 0.5, max(ax, bx) + 0.5, max(ay, by) + 0.5)
    if head:
        (tx, ty), (bx, by) = head
        for k in range(31):
            part = k / 30
            x, y, half = tx + (bx - tx) * part, ty + (by - ty) * part, 3.5 * part
            level = abs(bx - tx) > abs(by - ty)
            _fill(
                rows,
                *(
                    (x - 0.2, y - half, x + 0.2, y + half)
                    if level
                    else (x - half, y - 0.2, x + half, y + 0.2)
                ),
            )
    return Pixels(tuple(map(bytes, rows)))


def _fill(rows: list[bytearray], left: float, top: float, right: float, bottom: float) -> None:
    for y in range(max(0, round(top * SCALE)), min(len(rows), round(bottom * SCALE))):
        for x in range(max(0, round(left * SCALE)), min(len(rows[0]), round(right * SCALE))):
            rows[y][x] = 1


def seen(pixels: Pixels) -> tuple[list[list[Point]], list[tuple[Point, Point]]]:
    """Its lines and its heads, whole points."""
    box = Box(100, 200, 100 + len(pixels.rows[0]) / SCALE, 200 + len(pixels.rows) / SCALE)
    found = arrows_in(pixels, box)
    strokes = tuple(one for one in found if isinstance(one, Stroke))
    ink = ink_of(
        Page(1, 800, 600, strokes=strokes, fills=tuple(one for one in found if isinstance(one, Fill)))
    )
    heads = [(_whole(head.tip), _whole(head.back)) for head in ink.heads]
    return [sorted(_whole(point) for point in line.points) for line in ink.lines], heads


def _whole(point: Point) -> Point:
    return round(point[0] - 100), round(point[1] - 200)


@pytest.mark.parametrize("long", [16, 60])
def test_a_straight_arrow_points_where_it_narrows(long: int) -> None:
    lines, heads = seen(painted(8, long, ((4, 0), (4, long)), head=((4, long), (4, long - 7))))
    assert lines == [[(4, 0), (4, long)]]
    assert [tip for tip, _ in heads] == [(4, long)]
    lines, heads = seen(painted(long, 8, ((0, 4), (long, 4)), head=((0, 4), (7, 4))))
    assert lines == [[(0, 4), (long, 4)]]
    assert [tip for tip, _ in heads] == [(0, 4)]


def test_an_elbow_is_two_lines_and_a_head() -> None:
    lines, heads = seen(painted(90, 40, ((0, 1), (85, 1)), ((85, 1), (85, 40)), head=((85, 40), (85, 33))))
    assert sorted(lines) == [[(0, 1), (85, 1)], [(85, 1), (85, 40)]]
    assert [tip for tip, _ in heads] == [(85, 40)]


def test_a_line_without_a_head_has_none() -> None:
    assert seen(painted(50, 4, ((0, 2), (50, 2)))) == ([[(0, 2), (50, 2)]], [])


def test_any_other_picture_is_no_arrow() -> None:
    squares = [((x, y), (x + 3, y)) for x in range(2, 36, 6) for y in range(2, 36, 4)]
    assert seen(painted(40, 40, *squares, ((0, 20), (40, 20)))) == ([], [])
    assert arrows_in(Pixels(()), Box(0, 0, 10, 10)) == []


def test_it_is_read_from_a_page() -> None:
    pixels = painted(60, 8, ((0, 4), (60, 4)), head=((60, 4), (53, 4)))
    made = Pdf.new()
    made.add_blank_page(page_size=(300, 200))
    light = b"".join(bytes(0 if dark else 255 for dark in row) for row in pixels.rows)
    image = made.make_stream(light, Type=Name.XObject, Subtype=Name.Image)
    image.Width, image.Height = len(pixels.rows[0]), len(pixels.rows)
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
    made.pages[0].Resources = Dictionary(XObject=Dictionary(I=image))
    made.pages[0].Contents = made.make_stream(b"q 60 0 0 8 100 92 cm /I Do Q")
    (page,) = read_pdf("contoh.pdf", saved(made)).pages
    (line,), (head,) = ink_of(page).lines, ink_of(page).heads
    assert [(round(x), round(y)) for x, y in line.points] == [(100, 104), (160, 104)]
    assert (round(head.tip[0]), round(head.tip[1])) == (160, 104)
