"""Marks on sheets as a reader sees them: set whole, and heavier than the rules beside them where they are drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from sop_catalogue.paper.settings import DEFAULT
from tests.paper.document import opened, write
from tests.paper.one_sop import made, sop

LONG = "kata " * 990


@pytest.mark.browser
def test_lanjutan_is_set_whole(tmp_path: Path, page: Page) -> None:
    step = f"kegiatan: {LONG}, kelengkapan: [{LONG}, {LONG}], output: [{LONG}, {LONG}]"
    text = sop().replace("kegiatan: Menulis", step)
    (tmp_path / "hasil").mkdir()
    document = write(tmp_path / "hasil", made(tmp_path / "defs", text).sops, DEFAULT)
    opened(page, document.address)
    marks = page.evaluate("""() => [...document.querySelectorAll(".alur tbody p")]
      .filter((p) => p.textContent.trim() === "(lanjutan)")
      .map((p) => [p.getBoundingClientRect().height, parseFloat(getComputedStyle(p).lineHeight)])""")
    assert len(marks) > 2
    assert all(high == line for high, line in marks)
    numbers = page.evaluate(
        "() => [...document.querySelectorAll('.alur tbody th')].map((cell) => cell.textContent)"
    )
    assert set(numbers) == {"1", "2", ""} or set(numbers) == {"1", "2"}


@pytest.mark.browser
def test_flow_lines_are_clearly_heavier_than_rules(tmp_path: Path, page: Page) -> None:
    (tmp_path / "hasil").mkdir()
    document = write(tmp_path / "hasil", made(tmp_path / "defs", sop()).sops, DEFAULT)
    widths = opened(page, document.address).evaluate("""() => {
      const rule = parseFloat(getComputedStyle(document.querySelector(".alur td")).borderBottomWidth);
      return [...document.querySelectorAll(".gambar :is(.sop-garis, .sop-simbol > :is(polygon, rect))")].map((line) =>
        parseFloat(getComputedStyle(line).strokeWidth) * line.getScreenCTM().a / rule);
    }""")
    assert len(widths) > 2
    assert min(widths) >= 1.6
