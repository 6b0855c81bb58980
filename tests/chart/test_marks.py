"""Stars at what was concluded: one at each symbol and arrow, beside everything else, and nothing moves for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from xml.etree import ElementTree

from sop_catalogue.chart import Drawing
from sop_catalogue.definition.flow.model import Flow
from sop_catalogue.definition.tafsiran import Tafsiran
from tests.studio import draw, draw_sheets, standalone

from .flows import EVERYTHING
from .generated import generated
from .real import real
from .seen import Rect, Seen, Spot, bounds, look, overlap

FEW, MANY = 15, 150
_STAR = re.compile(r'<g class="sop-tanda"><title>(.*?)</title><text x="(.*?)" y="(.*?)".*?</g>')
HALF, UNDER = 2.2, 0.58
"""Of a star's ink, and its middle over the baseline, in em of 13 px."""


@dataclass(frozen=True)
class Star:
    said: str
    rect: Rect
    owner: str
    """The key of its symbol, or the number of its arrow."""


def concluded(flow: Flow) -> Flow:
    """The same, of which the document shows nothing."""
    return replace(
        flow,
        symbols=tuple(replace(s, inferred=("pelaksana", "simbol")) for s in flow.symbols),
        arrows=tuple(replace(a, inferred=not a.plain) for a in flow.arrows),
    )


def stars(drawing: Drawing) -> Iterator[Star]:
    top = 0.0
    for strip in drawing.rows:
        for group in ElementTree.fromstring(strip.svg):
            owner = group.get("data-simbol") or group.get("data-panah") or ""
            for mark in group.iter("g"):
                if mark.get("class") == "sop-tanda":
                    (word,) = mark.iter("text")
                    x, y = float(word.get("x", "")), float(word.get("y", "")) - UNDER * 13 + top
                    assert word.text == "*" and y - HALF > top and y + HALF < top + strip.height
                    yield Star(mark.findtext("title") or "", (x - HALF, y - HALF, x + HALF, y + HALF), owner)
        top += strip.height


def touched(seen: Seen, star: Star) -> bool:
    """Whether a star lies on a line, a head, a label, or a symbol."""
    x1, y1, x2, y2 = star.rect
    corners = [(x, y) for x in (x1, x2) for y in (y1, y2)]
    for arrow in seen.arrows.values():
        ink = [bounds([a, b]) for a, b in pairwise(arrow.route or [])] + [
            bounds(head) for head in arrow.heads
        ]
        ink += [word.rect for word in arrow.words]
        if any(overlap((a - 0.1, b - 0.1, c + 0.1, d + 0.1), star.rect) for a, b, c, d in ink):
            return True
    return any(symbol.depth(corner) > 0 for symbol in seen.symbols.values() for corner in corners)


def bearers(seen: Seen) -> set[str]:
    """Every symbol, and of arrows that start as one the first."""
    starts: dict[tuple[str, Spot], int] = {}
    for i, arrow in sorted(seen.arrows.items()):
        if not arrow.plain and arrow.route:
            starts.setdefault((arrow.source, arrow.route[0]), i)
    return {*seen.symbols, *map(str, starts.values())}


def test_every_symbol_and_arrow_has_its_star_and_nothing_moves(nightly: bool) -> None:
    """Where a chart is crammed a star may touch something; it is seldom, and it is never left out."""
    crowded = total = 0
    for number in range(MANY if nightly else FEW):
        flow = concluded(generated(number))
        bare, drawing = draw(generated(number)), draw(flow)
        found, seen = list(stars(drawing)), look(bare, max(1, len(flow.lanes)))
        assert sorted(star.owner for star in found) == sorted(bearers(seen)), f"flow {number}"
        assert [_STAR.sub("", strip.svg) for strip in drawing.rows] == [strip.svg for strip in bare.rows]
        total += len(found)
        crowded += sum(touched(seen, star) for star in found)
        assert not any(overlap(a.rect, b.rect) for a, b in combinations(found, 2)), f"flow {number}"
    assert crowded <= total / 200


def test_no_star_touches_anything_in_the_charts_of_the_repository() -> None:
    for name, flow in [*real(), ("example", EVERYTHING)]:
        drawing = draw(concluded(flow))
        seen = look(drawing, len(flow.lanes))
        assert [star.owner for star in stars(drawing) if touched(seen, star)] == [], name


def test_a_star_says_what_was_concluded() -> None:
    symbols = (replace(EVERYTHING.symbols[0], inferred=("simbol",)), *EVERYTHING.symbols[1:])
    arrows = (replace(EVERYTHING.arrows[0], inferred=True), *EVERYTHING.arrows[1:])
    flow = replace(EVERYTHING, symbols=symbols, arrows=arrows)
    found = {star.owner: star.said for star in stars(draw(flow))}
    assert found == {symbols[0].key: "Disimpulkan: bentuk simbol", "0": "Disimpulkan: panah"}


def test_on_further_sheets_an_arrow_is_starred_where_it_starts() -> None:
    flow = concluded(EVERYTHING)
    sheets = draw_sheets(flow, [0, len(flow.rows) // 2])
    seen = look(draw(flow), len(flow.lanes))
    assert len(sheets) == 2
    assert sum(1 for sheet in sheets for _ in stars(sheet.drawing)) == len(bearers(seen))


def test_a_file_of_its_own_has_stars_and_says_below_what_they_are() -> None:
    told = Tafsiran(("panah",), (("simbol",), *[()] * (len(EVERYTHING.rows) - 1)))
    symbols = (replace(EVERYTHING.symbols[0], inferred=("simbol",)), *EVERYTHING.symbols[1:])
    svg = standalone(replace(EVERYTHING, symbols=symbols, inferred=told))
    words = " ".join(
        t.text or "" for t in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    )
    assert words.startswith("No* ")
    assert words.endswith(
        "* Disimpulkan, karena tidak tergambar di dokumen asal: bentuk simbol pada langkah 1; "
        "panah pada semua langkah."
    )
    assert svg.count(">*<") == 1 and " (disimpulkan: bentuk simbol)</title>" in svg
    assert "isimpulkan" not in standalone(EVERYTHING)
