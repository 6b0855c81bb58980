"""Where the list of results is empty, the box says what can be typed; where it is not, only results are seen."""

from __future__ import annotations

import pytest

from tests.browser.driving.reader import Reader, until
from tests.browser.driving.search_box import BOX, SearchBox
from tests.browser.driving.visit import Door

HINTS = "document.querySelector('.sop-cari-petunjuk').checkVisibility()"


@pytest.mark.halved
@pytest.mark.parametrize("width", [360, 1440])
def test_hints_are_seen_until_something_is_found(width: int, http: Door, reader: Reader) -> None:
    page = reader.page(http, width=width)
    page.goto(http.to("index"))
    page.click("header label[for=__search]" if width < 1000 else BOX)
    until(page, HINTS)
    box = SearchBox(page, http)
    (none,) = box.ask(["xyzzy"])
    assert none.results == ()
    assert page.evaluate(HINTS) is True
    (some,) = box.ask(["surat masuk"])
    assert some.results
    assert page.evaluate(HINTS) is False
    assert reader.complaints == []
