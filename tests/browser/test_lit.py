"""A symbol that is pointed at, or whose words have the focus, shows where its arrows lead."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.driving.reader import AnyPage, Reader
from tests.browser.driving.visit import UNIT, Door

SHOWN = """() => {
  const lit = name => [...document.querySelectorAll(`${name}.sop-nyala`)];
  const look = e => { const s = getComputedStyle(e); return [s.stroke, parseFloat(s.strokeWidth)]; };
  const pieces = [...lit('.sop-panah').map(g => g.querySelector('.sop-garis')), ...lit('.sop-ulur > path')];
  return {
    arrows: [...new Set(lit('.sop-panah').map(g => `${g.dataset.dari}>${g.dataset.ke}`))].sort(),
    rows: lit('tr').map(row => row.id),
    looks: [...new Set(pieces.filter(Boolean).map(look).map(String))],
  };
}"""
ORDER = "[...document.querySelectorAll('.sop-strip')].map(strip => strip.innerHTML).join()"


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def page(request: pytest.FixtureRequest, http: Door, reader: Reader) -> AnyPage:
    page = reader.page(http, dark=request.param)
    page.emulate_media(reduced_motion="reduce")
    page.goto(http.to(f"{UNIT}/legalisasi"))
    return page


def _shown(page: AnyPage) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(SHOWN)
    return found


def _told(page: AnyPage) -> list[tuple[str, str, int, int]]:
    """Every arrow as the open data has it: from, to, and the rows of both."""
    chart = page.evaluate("fetch('legalisasi.json').then(found => found.json())")["bagan"][0]
    row = {symbol["id"]: symbol["langkah"] for symbol in chart["simbol"]}
    return [(a["dari"], a["ke"], row[a["dari"]], row[a["ke"]]) for a in chart["panah"]]


@pytest.mark.halved
def test_pointing_at_a_symbol_shows_its_arrows_and_the_rows_they_join(page: AnyPage, reader: Reader) -> None:
    told, before = _told(page), page.evaluate(ORDER)
    anchors = page.evaluate("[...document.querySelectorAll('.sop-alur tbody tr')].map(row => row.id)")
    plain = page.evaluate("getComputedStyle(document.querySelector('.sop-garis')).stroke")
    for key in page.evaluate(
        "[...document.querySelector('.sop-alur').querySelectorAll('.sop-simbol')].map(s => s.dataset.simbol)"
    ):
        page.hover(f".sop-simbol[data-simbol='{key}'] :is(rect, polygon)")
        mine = [arrow for arrow in told if key in arrow[:2]]
        shown = _shown(page)
        assert shown["arrows"] == sorted({f"{source}>{target}" for source, target, _, _ in mine})
        rows = sorted({row for arrow in mine for row in arrow[2:]})
        assert shown["rows"] == [anchors[row - 1] for row in rows]
        (look,) = shown["looks"]
        colour, _, width = look.rpartition(",")
        assert colour != plain
        assert float(width) > 2
    page.hover("h1")
    assert _shown(page) == {"arrows": [], "rows": [], "looks": []}
    assert page.evaluate(ORDER).replace(' class=""', "") == before
    assert reader.complaints == []


@pytest.mark.halved
def test_a_row_shows_what_all_its_symbols_show(page: AnyPage) -> None:
    page.hover("#langkah-2 td:last-child")
    told = [f"{a}>{b}" for a, b, start, end in _told(page) if 2 in (start, end)]
    assert _shown(page)["arrows"] == sorted(set(told))


@pytest.mark.halved
def test_a_click_goes_to_the_row_and_the_keyboard_goes_on_from_there(page: AnyPage) -> None:
    page.click("#langkah-2 .sop-simbol :is(rect, polygon)")
    assert page.url.endswith("#langkah-2")
    page.hover("h1")
    links = page.evaluate("document.querySelectorAll('#langkah-2 a').length")
    for _ in range(links):
        assert page.evaluate("document.activeElement.closest('tr').id") == "langkah-2"
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('tr').id") == "langkah-2a"
    assert "langkah-2a" in _shown(page)["rows"]
    page.keyboard.press("Enter")
    assert page.url.endswith("#langkah-2a")


@pytest.mark.halved(1)
def test_without_scripts_the_chart_is_whole_and_its_rows_can_be_reached(http: Door, reader: Reader) -> None:
    page = reader.page(http, scripts=False)
    page.goto(http.to(f"{UNIT}/legalisasi"))
    assert page.evaluate("document.querySelector('.sop-strip').checkVisibility()")
    page.click("#langkah-2 th a")
    assert page.url.endswith("#langkah-2")
