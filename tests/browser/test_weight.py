"""What a first visit costs: few files, light ones, and nothing of the search before somebody searches."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.driving.search_box import BOX, SearchBox
from tests.browser.driving.visit import UNIT, Door, Visit
from tests.browser.driving.windows import Windows

MOST_FILES, MOST_BYTES = 12, 250_000
"""With fonts and the icon of the tab; bytes as a server sends them, compressed."""
OFFICE = "/lambang.svg"
"""On an SOP's page one file more: the logo of its office, at the head of the form."""
INDEX = "search/sop-cari.js"


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """In a window where nobody has been."""
    visitor = Visit(Windows(browser))
    yield visitor
    visitor.close()


@pytest.mark.parametrize(
    "address", ["index", f"{UNIT}/surat-masuk", "sop/index", "peta/index", "panduan/index"]
)
def test_a_first_visit_is_light(address: str, every_http: Door, visit: Visit) -> None:
    page = visit.page(every_http)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(every_http.to(address))
    page.wait_for_load_state("networkidle")
    files = {url.split("?")[0].removeprefix(every_http.url) for url in asked}
    assert not any(name in file for file in files for name in ("sop-cari", "search_index"))
    assert len([file for file in files if not file.endswith(OFFICE)]) <= MOST_FILES, sorted(files)
    assert sum(_compressed(every_http.site.folder / file) for file in files) <= MOST_BYTES
    page.click(BOX)
    (answer,) = SearchBox(page, every_http).ask(["surat masuk"])
    assert answer.results and any(url.endswith(INDEX) for url in asked)
    assert visit.complaints == []


def _compressed(file: Path) -> int:
    data = file.read_bytes()
    return len(data) if file.suffix == ".woff2" else len(gzip.compress(data))
