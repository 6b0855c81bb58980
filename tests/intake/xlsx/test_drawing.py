"""Shapes, connectors and texts of a drawing, however someone made them."""

from __future__ import annotations

import pytest

from sop_catalogue.intake.drawing.symbols import Form
from tests.intake.xlsx.book import Look, Sheet
from tests.intake.xlsx.routes import bent
from tests.intake.xlsx.shapes import Rect, anchored, around, connector, freeform, group, line, picture, shape
from tests.intake.xlsx.small import Small, arrows, chart, read


@pytest.mark.parametrize(
    ("preset", "form"),
    [
        ("flowChartTerminator", Form.CAPSULE),
        ("ellipse", Form.CAPSULE),
        ("flowChartProcess", Form.BOX),
        ("flowChartPredefinedProcess", Form.BOX),
        ("rect", Form.BOX),
        ("roundRect", Form.BOX),
        ("flowChartDecision", Form.DIAMOND),
        ("diamond", Form.DIAMOND),
        ("flowChartOffpageConnector", Form.CONNECTOR),
        ("homePlate", Form.CONNECTOR),
        ("flowChartDocument", Form.OTHER),
        ("namaYangTidakAda", Form.OTHER),
    ],
)
def test_forms_by_name(preset: str, form: Form) -> None:
    small = Small()
    small.symbol(0, 0)
    small.symbol(1, 1, preset)
    (found,) = [node.form for node in chart(small.sheet).nodes if node.step == 1] or [Form.CONNECTOR]
    assert found is form


def test_forms_drawn_by_hand() -> None:
    small = Small()
    small.symbol(0, 0)
    box = small.spot(1, 1)
    (x, y), corners = box.center, ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5), (0, 0.5))
    points = [(box.left + a * box.width, box.top + b * box.height) for a, b in corners]
    small.add(box, freeform(small.next(), [*points[:4], points[0]], (False, False)))
    assert [(n.form, n.lanes) for n in chart(small.sheet).nodes] == [(Form.BOX, (0,)), (Form.DIAMOND, (1,))]
    assert (x, y) == box.center


@pytest.mark.parametrize("anchor", ["twoCell", "oneCell", "absolute"])
def test_where_a_symbol_is_anchored(anchor: str) -> None:
    small = Small()
    box = small.spot(2, 1)
    small.add(box, shape(2, "rect", box), anchor)
    assert [(node.step, node.lanes) for node in chart(small.sheet).nodes] == [(2, (1,))]


def test_a_symbol_over_two_lanes_and_two_above_each_other() -> None:
    small = Small()
    left, right = small.spot(0, 0), small.spot(0, 1)
    wide = Rect(left.left, left.top, right.right, right.bottom)
    small.add(wide, shape(2, "flowChartDecision", wide))
    small.symbol(1, 2, down=15)
    small.symbol(1, 2, "flowChartDecision", down=-15)
    nodes = chart(small.sheet).nodes
    assert [(n.step, n.lanes, n.form) for n in nodes] == [
        (0, (0, 1), Form.DIAMOND),
        (1, (2,), Form.DIAMOND),
        (1, (2,), Form.BOX),
    ]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("mirrored", [(False, False), (True, False), (False, True), (True, True)])
def test_what_is_turned_and_mirrored_in_a_group_stays_where_it_is_seen(
    turned: int, mirrored: tuple[bool, bool]
) -> None:
    """An arrow without glue, drawn in a group such that it is seen from the upper symbol to the lower one."""
    small = Small()
    upper, lower = small.symbol(0, 1), small.symbol(1, 1)
    route = bent(upper[1], lower[1], "bottom", "top")
    (x, y), far = route.points[0], route.points[1][1] - route.points[0][1]
    seen = Rect(x - far / 2, y, x + far / 2, y + far)
    backwards = {0: mirrored[1], 180: not mirrored[1], 90: mirrored[0], 270: not mirrored[0]}[turned]
    level = turned in (90, 270)
    start, end = ((0.0, 50.0), (100.0, 50.0)) if level else ((50.0, 0.0), (50.0, 100.0))
    if backwards:
        start, end = end, start
    inner = line(small.next(), start, end)
    small.add(seen, group(small.next(), inner, seen, Rect(0, 0, 100, 100), turned, mirrored))
    assert arrows(chart(small.sheet)) == [(0, 1, "")]


@pytest.mark.parametrize("turned", [90, 270])
@pytest.mark.parametrize("lying", [True, False])
def test_a_shape_on_its_side(turned: int, lying: bool) -> None:
    """Excel anchors it as it lies there; other programs as it was before."""
    small = Small()
    seen = small.spot(1, 1, wide=20, high=44)
    box = seen.lying()
    small.add(seen if lying else box, shape(2, "homePlate", box, "1", turned=turned))
    small.symbol(0, 0)
    (doubt,) = [doubt for step in chart(small.sheet).steps for doubt in step.doubts if "penghubung" in doubt]
    assert doubt == "penghubung 1 tidak jelas pasangannya"


def test_two_heads_and_none() -> None:
    small = Small()
    boxes = [small.symbol(row, lane) for row in range(2) for lane in range(2)]
    small.arrow(boxes[0], boxes[1], "right", "left", (True, True))
    small.arrow(boxes[2], boxes[3], "right", "left", (False, False))
    small.arrow(boxes[1], boxes[2], heads=(True, False))
    assert arrows(chart(small.sheet)) == [(0, 1, "bolak-balik"), (2, 1, ""), (2, 3, "garis")]


@pytest.mark.parametrize("joins", [True, False])
def test_a_line_that_joins_another_or_begins_on_it(joins: bool) -> None:
    small = Small()
    upper, lower = small.symbol(0, 0), small.symbol(2, 0)
    small.arrow(upper, lower)
    (x, y), (_, box) = small.spot(1, 0).center, small.symbol(1, 1)
    points = [(box.left, y), (x, y)] if joins else [(x, y), (box.left, y)]
    small.add(around(points), freeform(small.next(), points))
    assert arrows(chart(small.sheet)) == ([(0, 2, ""), (1, 2, "")] if joins else [(0, 1, ""), (0, 2, "")])


@pytest.mark.parametrize("preset", ["downArrow", "upArrow"])
def test_thick_arrows(preset: str) -> None:
    small = Small()
    upper, lower = small.symbol(0, 0), small.symbol(1, 0)
    x, _ = upper[1].center
    box = Rect(x - 6, upper[1].bottom + 1, x + 6, lower[1].top - 1)
    small.add(box, shape(small.next(), preset, box))
    assert arrows(chart(small.sheet)) == [(0, 1, "") if preset == "downArrow" else (1, 0, "")]


def test_an_end_that_is_glued_to_a_label_is_loose() -> None:
    small = Small()
    upper, lower = small.symbol(0, 0), small.symbol(1, 0)
    note = small.spot(0, 2)
    small.say(note, "Ya")
    route = bent(upper[1], lower[1], "bottom", "top")
    small.add(
        route.anchor,
        connector(small.next(), route.preset, route.box, ties=((upper[0], 2), (small.number - 1, 0))),
    )
    assert arrows(chart(small.sheet)) == [(0, 1, "")]


def decision() -> tuple[Small, Rect]:
    small = Small()
    choice, yes, no = small.symbol(0, 1, "diamond"), small.symbol(1, 1), small.symbol(1, 2)
    small.arrow(choice, yes)
    small.arrow(choice, no, "right", "top")
    return small, choice[1]


@pytest.mark.parametrize("bordered", [True, False])
def test_labels_in_boxes_for_text(bordered: bool) -> None:
    small, box = decision()
    x, y = box.center
    small.say(Rect(x + 2, box.bottom + 2, x + 22, box.bottom + 13), "Ya", bordered=bordered)
    small.say(Rect(box.right + 1, y - 13, box.right + 31, y - 2), "Tidak", bordered=bordered)
    assert arrows(chart(small.sheet)) == [(0, 1, "Ya"), (0, 2, "Tidak")]


def test_labels_in_shapes_without_a_border_and_in_cells() -> None:
    small, box = decision()
    small.sheet.put(2, 4, "Tidak", Look("ltrb", upright="top"))
    note = Rect(box.center[0] + 2, box.bottom + 2, box.center[0] + 22, box.bottom + 13)
    inner = shape(small.next(), "rect", note, "Ya").replace(
        '<a:srgbClr val="000000"/></a:solidFill></a:ln>', '<a:srgbClr val="FFFFFF"/></a:solidFill></a:ln>'
    )
    small.add(note, inner)
    assert arrows(chart(small.sheet)) == [(0, 1, "Ya"), (0, 2, "Tidak")]


def test_a_text_that_lies_on_a_symbol_is_the_symbols() -> None:
    small = Small()
    _, box = small.symbol(0, 0)
    small.symbol(1, 1, text="Paraf\nbersama")
    small.say(box, "Setuju?")
    assert [node.text for node in chart(small.sheet).nodes] == ["Setuju?", "Paraf bersama"]


def test_a_chart_that_is_a_picture() -> None:
    small = Small()
    first, last = small.spot(0, 0), small.spot(2, 2)
    box = Rect(first.left, first.top, last.right, last.bottom)
    small.add(box, picture(2, box))
    assert "bagannya berupa gambar" in chart(small.sheet).doubts[0]


def test_hidden_shapes_and_alternatives() -> None:
    small = Small()
    small.symbol(0, 0)
    box = small.spot(1, 1)
    inner = shape(small.next(), "rect", box)
    small.add(box, inner.replace("<xdr:cNvPr ", '<xdr:cNvPr hidden="1" '))
    other = shape(small.next(), "diamond", box)
    small.add(
        box,
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="a14"><xdr:baru/></mc:Choice><mc:Fallback>{other}</mc:Fallback></mc:AlternateContent>',
    )
    assert [node.form for node in chart(small.sheet).nodes] == [Form.BOX, Form.DIAMOND]


def test_pentagons_of_two_worksheets_belong_together() -> None:
    first, second = Small(rows=2), Small(Sheet("Lanjutan"), rows=2, first=3)
    a, b = first.symbol(0, 0), first.symbol(1, 0, "flowChartOffpageConnector", "A")
    first.arrow(a, b)
    c, d = second.symbol(0, 0, "flowChartOffpageConnector", "A"), second.symbol(1, 1)
    second.arrow(c, d, "bottom", "left")
    found = chart(first.sheet, second.sheet)
    assert [(n.step, n.lanes) for n in found.nodes] == [(0, (0,)), (3, (1,))]
    assert arrows(found) == [(0, 1, "")]


def test_what_is_outside_of_the_lanes_is_no_symbol() -> None:
    small = Small()
    small.symbol(0, 0)
    for box in (Rect(10, 200, 40, 220), Rect(small.sheet.left(6) + 5, 70, small.sheet.left(6) + 30, 90)):
        small.add(box, shape(small.next(), "rect", box))
    ground = Rect(small.sheet.left(2), small.sheet.top(2), small.sheet.left(5), small.sheet.top(5))
    small.sheet.drawn.insert(0, anchored(small.sheet, ground, shape(small.next(), "rect", ground)))
    assert len(chart(small.sheet).nodes) == 1


def test_one_sop_a_worksheet() -> None:
    sheets = []
    for name in ("Surat Masuk", "Surat Keluar"):
        small = Small(Sheet(name))
        small.symbol(0, 0)
        sheets.append(small.sheet)
    assert [sop.charts[0].title for sop in read(*sheets)] == ["Surat Masuk", "Surat Keluar"]


@pytest.mark.parametrize("glued", [0, 1])
def test_a_symbol_and_its_copy_on_it_are_one(glued: int) -> None:
    small = Small()
    copies = [small.symbol(0, 0), small.symbol(0, 0)]
    small.arrow(copies[glued], small.symbol(1, 0))
    found = chart(small.sheet)
    assert len(found.nodes) == 2
    assert arrows(found) == [(0, 1, "")]
