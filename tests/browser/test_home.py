"""The home page in a browser: its search opens where it stands, and a post is found while its name is typed."""

from __future__ import annotations

import pytest

from tests.browser.driving.reader import Reader, until
from tests.browser.driving.search_box import BOX, search
from tests.browser.driving.visit import Door

PLACES = """() => {
  const at = css => document.querySelector(css).getBoundingClientRect().toJSON();
  return [at('.sop-hero [data-md-component=search-query]'), at('.sop-hero .md-search__output'), innerWidth];
}"""
POSTS = "[...document.querySelectorAll('#daftar-jabatan a')].filter(a => a.checkVisibility()).map(a => a.textContent)"

CLEAR = """() => {
  const field = document.querySelector('[data-sop-saring=daftar-jabatan] input');
  field.value = '';
  field.dispatchEvent(new Event('input'));
}"""


@pytest.mark.parametrize("width", [360, 1440])
def test_the_heros_search_opens_under_itself(width: int, http: Door, reader: Reader) -> None:
    page = reader.page(http, width=width)
    page.goto(http.to("index"))
    before, _, _ = page.evaluate(PLACES)
    page.click(BOX)
    search(page, "surat masuk")
    field, results, window = page.evaluate(PLACES)
    assert -1 < results["top"] - field["bottom"] < 8
    assert results["height"] > 100 and results["right"] <= window
    if width == 360:  # it fills the screen
        assert (results["left"], results["width"], field["top"]) == (0, 360, 0)
    else:
        assert field["top"] == before["top"] and abs(results["left"] - before["left"]) < 60
    page.keyboard.press("Escape")
    until(
        page,
        "!document.querySelector('.sop-hero .md-search__output').checkVisibility({visibilityProperty: true})",
    )
    assert reader.complaints == []


def test_a_post_is_found_while_it_is_typed(http: Door, reader: Reader) -> None:
    page = reader.page(http)
    page.goto(http.to("index"))
    shown = page.evaluate(POSTS)
    assert len(shown) == 6 and "Lurah" not in shown
    page.click("[data-sop-saring=daftar-jabatan] input")
    page.keyboard.type("lur")
    assert page.evaluate(POSTS) == ["Lurah"]
    page.evaluate(CLEAR)
    assert page.evaluate(POSTS) == shown
    assert reader.complaints == []
