"""On file:// Material asks for the index only once the box is opened; ours is read before, when the page is idle."""

from __future__ import annotations

import pytest

from tests.browser.driving.reader import AnyPage, Reader, until
from tests.browser.driving.search_box import BOX, SearchBox
from tests.browser.driving.visit import UNIT, Door

READ = """[...document.querySelectorAll('iframe')].flatMap(frame => [...frame.contentDocument.scripts])
  .filter(script => script.src.endsWith('/search/sop-cari.js')).length"""
OPENED = "document.querySelector('#__search').checked"
NEVER_IDLE = "window.requestIdleCallback = () => 0"


def _answers(page: AnyPage, file: Door) -> None:
    page.click(BOX)
    (answer,) = SearchBox(page, file).ask(["surat masuk"])
    assert answer.results[0].page == f"{UNIT}/surat-masuk"
    assert page.evaluate(READ) == 1


@pytest.mark.halved
def test_the_index_is_read_before_the_box_is_opened(file: Door, reader: Reader) -> None:
    page = reader.page(file)
    page.goto(file.to("index"))
    until(page, READ)
    assert page.evaluate(OPENED) is False
    _answers(page, file)
    assert reader.complaints == []


@pytest.mark.halved(1)
def test_a_page_that_was_never_idle_answers_too(file: Door, reader: Reader) -> None:
    page = reader.page(file, script=NEVER_IDLE)
    page.goto(file.to("index"))
    assert page.evaluate(READ) == 0
    _answers(page, file)
    assert reader.complaints == []
