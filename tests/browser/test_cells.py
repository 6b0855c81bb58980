"""Every symbol stands in its own row and lane, whatever a reader's browser makes of the table.

Chromium and Firefox; 50 to 250 %; rows as planned, and rows that grew beyond all planning.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.browser.driving.reader import AnyPage, Reader
from tests.browser.driving.visit import Door
from tests.turns import Share

CHARTS = """() => [...document.querySelectorAll('.sop-alur')].map(table => ({
  shown: getComputedStyle(table).display === 'table',
  rows: [...table.querySelectorAll('tbody tr')].map(row => {
    const side = r => [r.left, r.top, r.right, r.bottom];
    const strip = row.querySelector('.sop-strip');
    return {
      height: row.getBoundingClientRect().height,
      lanes: [...row.querySelectorAll('td.l')].map(cell => side(cell.getBoundingClientRect())),
      symbols: [...row.querySelectorAll('.sop-simbol')].filter(s => s.checkVisibility()).map(symbol => ({
        key: symbol.dataset.simbol,
        box: side(symbol.querySelector('rect, polygon').getBoundingClientRect()),
        words: [...symbol.querySelectorAll('text')].map(t => side(t.getBoundingClientRect())),
      })),
      labels: strip ? [...strip.querySelectorAll('.sop-panah > text')].map(
        t => side(t.getBoundingClientRect())) : [],
    };
  }),
}))"""
GROW = """() => [...document.querySelectorAll('.sop-alur tbody tr')].forEach((row, i) => {
  if (i % 3 !== 2) row.querySelector('.kegiatan').append(' sampai tuntas dan tercatat'.repeat(30 * (i % 3 + 1)));
})"""
JOINS = """() => [...document.querySelectorAll('.sop-gambar')].flatMap(picture => {
  const [above, strip, below] = [...picture.children].map(part => part.getBoundingClientRect());
  const joined = i => picture.children[i].matches('.sop-ulur');
  return [joined(0) && above.bottom - strip.top, joined(2) && strip.bottom - below.top].filter(j => j !== false);
})"""
"""How far the lines that cross a row's border reach into the slice, where they go on."""
SLACK = 1.0
"""Pixels of the screen: borders are shared between cells and snapped to it."""
HARD = ("legalisasi", "sulit", "domisili")
"""The SOPs that hold every shape; all the sample's others are simpler."""
ZOOMS = (0.5, 0.8, 1, 1.5, 2.5)


@pytest.mark.halved
@pytest.mark.parametrize("zoom", ZOOMS)
def test_every_symbol_stands_in_its_own_row_and_lane(hard: Door, reader: Reader, zoom: float) -> None:
    # Wide enough that the steps stay a table: below that they are cards.
    page, seen = reader.page(hard, width=max(1800, round(1040 * zoom)), zoom=zoom), 0
    for sop in _hard(hard):
        page.goto(hard.url + sop["url"])
        seen += _check(page, sop, f"at {zoom:.0%}", SLACK / min(zoom, 1))
        assert min(page.evaluate(JOINS)) > 1, f"a line is broken between two rows at {zoom:.0%}"
        before = [row["height"] for chart in page.evaluate(CHARTS) for row in chart["rows"]]
        page.evaluate(GROW)
        after = [row["height"] for chart in page.evaluate(CHARTS) for row in chart["rows"]]
        assert sum(after) > sum(before)
        assert min(page.evaluate(JOINS)) > 1, f"a line is broken between two grown rows at {zoom:.0%}"
        seen += _check(page, sop, f"at {zoom:.0%}, rows grown", SLACK / min(zoom, 1))
    assert seen > 100


@pytest.mark.halved
@pytest.mark.parametrize("width", [360, 800])
def test_in_a_narrow_window_nothing_stands_in_a_wrong_place(hard: Door, reader: Reader, width: int) -> None:
    """As cards the rows are no table and show no chart; from where they are a table, all of it stands."""
    page, drawn = reader.page(hard, width=width), 0
    for sop in _hard(hard):
        page.goto(hard.url + sop["url"])
        page.evaluate(GROW)
        shown = [chart["shown"] for chart in page.evaluate(CHARTS)]
        drawn += _check(page, sop, f"{width} px", SLACK) if all(shown) else 0
        assert set(shown) <= {width > 700}
        words = page.evaluate("[...document.querySelectorAll('.sop-alur tbody tr')].map(r => r.innerText)")
        steps = [step for chart in sop["bagan"] for step in chart["langkah"]]
        assert len(words) == len(steps)
    assert (drawn > 50) == (width > 700)


def test_every_symbol_of_this_repository_stands_in_its_own_cell(
    own_http: Door, reader: Reader, share: Share
) -> None:
    """By day every other SOP in one browser, by night all in both."""
    page = reader.page(own_http)
    for sop in share(share.some(_catalogue(own_http))):
        page.goto(own_http.url + sop["url"])
        _check(page, sop, "", SLACK)
    assert reader.complaints == []


def _hard(door: Door) -> list[dict[str, Any]]:
    found = [sop for sop in _catalogue(door) if sop["id"].rpartition("/")[2] in HARD]
    assert len(found) == len(HARD)
    return found


def _catalogue(door: Door) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(door.site.read("catalogue.json"))["sop"]
    return found


def _check(page: AnyPage, sop: dict[str, Any], how: str, slack: float) -> int:
    """Compare what is drawn with what the open data says; gives the number of symbols drawn."""
    drawn = page.evaluate(CHARTS)
    assert len(drawn) == len(sop["bagan"])
    count = 0
    for chart, picture in zip(sop["bagan"], drawn, strict=True):
        told = {symbol["id"]: symbol for symbol in chart["simbol"]}
        for number, row in enumerate(picture["rows"], 1):
            low, high = min(c[1] for c in row["lanes"]), max(c[3] for c in row["lanes"])
            for label in row["labels"]:
                assert low - slack <= label[1] <= label[3] <= high + slack, f"{sop['id']} row {number} {how}"
            for symbol in row["symbols"]:
                where = told.pop(symbol["key"])
                place = f"{sop['id']} {symbol['key']} {how}"
                assert where["langkah"] == number, place
                _stands(symbol, [row["lanes"][lane] for lane in where["pelaksana"]], place, slack)
                count += 1
        assert not told, f"{sop['id']} {how}: not drawn: {sorted(told)}"
    return count


def _stands(symbol: dict[str, Any], cells: list[list[float]], place: str, slack: float) -> None:
    left, top = min(c[0] for c in cells), min(c[1] for c in cells)
    right, bottom = max(c[2] for c in cells), max(c[3] for c in cells)
    middle = (symbol["box"][0] + symbol["box"][2]) / 2
    assert abs(middle - (left + right) / 2) <= 2 * slack, place
    for box in (symbol["box"], *symbol["words"]):
        assert left - slack <= box[0], place
        assert box[2] <= right + slack, place
        assert top - slack <= box[1], place
        assert box[3] <= bottom + slack, place
