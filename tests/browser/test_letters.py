"""A chart as a file of its own is read with whatever letters a machine has: no label lies on anything in any of them."""

from __future__ import annotations

import base64
import io
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser

from tests.browser.driving.visit import Door
from tests.chart.flows import BACKBONE, EVERYTHING
from tests.chart.generated import generated
from tests.paper.fonts import FONTS
from tests.studio import standalone
from tests.turns import Share

LOOK = Path(__file__).with_name("letters.js").read_text("utf-8")
WIDTHS = {"as planned": 1.0, "wider than DejaVu's": 1.2, "narrow": 0.85}
"""DejaVu Sans is some 15 % wider than Arial and Liberation Sans, which are as wide as the shipped letters."""


@cache
def face(weight: str, stretch: float) -> str:
    """The shipped letters under the name that charts ask for, in another width."""
    font = TTFont(FONTS / f"arimo-latin-{weight}-normal.woff2")
    for name in font.getGlyphOrder():
        glyph, (advance, side) = font["glyf"][name], font["hmtx"][name]
        font["hmtx"][name] = round(advance * stretch), round(side * stretch)
        if glyph.numberOfContours > 0:
            glyph.coordinates.scale((stretch, 1))
    font.flavor, out = None, io.BytesIO()
    font.save(out)
    data = base64.b64encode(out.getvalue()).decode()
    return f"@font-face{{font-family:Arial;font-weight:{weight};src:url(data:font/ttf;base64,{data})}}"


@pytest.fixture(scope="module")
def charts(own_http: Door) -> dict[str, str]:
    """Those of the repository, and some that are harder."""
    files = {file.stem: file.read_text("utf-8") for file in own_http.site.folder.rglob("*-alur*.svg")}
    assert len(files) >= 24
    made = {"backbone": BACKBONE, "everything": EVERYTHING}
    made |= {f"generated {number}": generated(number) for number in range(25)}
    return files | {name: standalone(flow) for name, flow in made.items()}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_lies_on_anything(
    browser: Browser, charts: dict[str, str], width: str, share: Share
) -> None:
    """By day each chart in letters of one width, by night in all."""
    style = face("400", WIDTHS[width]) + face("700", WIDTHS[width])
    page = browser.new_page()
    page.set_content(f"<style>{style}</style><p style='font: 10px Arial'>a<b>b</b></p><main></main>")
    page.evaluate("document.fonts.ready.then(() => {})")
    labels, found, looked_at = 0, {}, share([*charts.items()])
    for name, svg in looked_at:
        page.evaluate("svg => { document.querySelector('main').innerHTML = svg; }", svg.partition("?>")[2])
        seen = page.evaluate(LOOK)
        labels += seen["labels"]
        if seen["found"]:
            found[name] = seen["found"]
        assert max(seen["off"], default=0) < 2, f"{name}: texts as long as planned"
    page.close()
    assert labels > 2 * len(looked_at)
    assert not found
