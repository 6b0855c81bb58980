"""Office's own shapes: the same in Word, without LibreOffice, as in Excel."""

from __future__ import annotations

import pytest

from sop_catalogue.intake.drawing.symbols import Form
from sop_catalogue.intake.ooxml.presets import CAPSULES, FORMS
from sop_catalogue.intake.ooxml.xml import parsed
from sop_catalogue.intake.word.shapes import shapes_in
from tests.intake.word.drawn import Shape, anchored
from tests.intake.xlsx.shapes import shape
from tests.intake.xlsx.small import Small, chart

_OTHERS = ("roundRect", "flowChartDocument", "namaYangTidakAda", "wedgeRectCallout", "leftBrace")
_NS = 'xmlns:w="w" xmlns:wp="wp" xmlns:a="a" xmlns:wps="wps" xmlns:v="v"'


def in_word(xml: str) -> Form | None:
    root, _ = parsed(f"<r {_NS}>{xml}</r>".encode(), 100)
    ((found,),) = (list(shapes_in(one)) for one in root)
    return found.form


def in_excel(preset: str, text: str) -> Form | None:
    """Beside larger ones; connectors without partners are no nodes."""
    small = Small()
    small.symbol(0, 0)
    small.symbol(2, 0)
    box, number = small.spot(1, 1, 24, 24), small.next()
    small.add(box, shape(number, preset, box, text))
    found = chart(small.sheet)
    return next((node.form for node in found.nodes if node.step == 1), None)


@pytest.mark.parametrize("text", ["", "1"])
@pytest.mark.parametrize("preset", [*sorted(FORMS), *_OTHERS])
def test_a_shape_means_the_same(preset: str, text: str) -> None:
    """In a capsule as small and round as this one a number is that of a connector, in both."""
    word = in_word(anchored(Shape(preset, 10, 10, 24, 24, text), 0, 0))
    excel = in_excel(preset, text)
    assert (word if word is not Form.CONNECTOR else None) == excel
    numbered = preset in CAPSULES and text
    assert (word is Form.CONNECTOR) == (FORMS.get(preset) is Form.CONNECTOR or bool(numbered))


@pytest.mark.parametrize(
    ("attributes", "form"),
    [
        ("", Form.BOX),
        ('arcsize="10923f"', Form.BOX),
        ('arcsize=".5"', Form.CAPSULE),
        ('arcsize="."', Form.BOX),
    ],
)
def test_how_round_an_old_box_is(attributes: str, form: Form) -> None:
    box = f'<v:roundrect style="width:60pt;height:24pt" {attributes}/>'
    assert in_word(f"<w:pict>{box}</w:pict>") is form
