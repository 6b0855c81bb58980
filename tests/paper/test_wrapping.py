"""Lines are ended where browsers end them: every text of the real SOPs, in many widths, against Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.chart import letters
from sop_catalogue.pages.text.lines import count
from sop_catalogue.pages.text.prose import Prose, cell_prose, lines, prose
from sop_catalogue.theme.bundles import PRINT_STYLES
from tests.dressed import put
from tests.paper import fonts
from tests.paper.document import opened
from tests.paper.written import written

WIDTHS = (44, 61, 83, 107, 136, 171, 233, 360, 521)
SIZES = (8 / 0.75, 8.5 / 0.75, 12.0, 10 / 0.75)

_COUNT = """async ([texts, style]) => {
  await Promise.all(["400", "700", "italic 400", "italic 700"].map((kind) => document.fonts.load(`${kind} 12px Arimo`)));
  const boxes = texts.map(([html, width, size]) => {
    const box = document.createElement("div");
    box.style = `width:${width}px;font-size:${size}px;line-height:20px`;
    box.innerHTML = html;
    document.body.append(box);
    return box;
  });
  return boxes.map((box) => Math.round(box.getBoundingClientRect().height / 20));
}"""


def test_the_table_of_widths_is_that_of_the_fonts() -> None:
    """`python -m tests.paper.fonts` writes it anew."""
    assert letters.TABLE.read_text("utf-8") == fonts.table()


def test_slanted_letters_of_indonesian_are_as_wide_as_upright_ones() -> None:
    for weight in fonts.WEIGHTS:
        upright, slanted = fonts.advances(weight), fonts.advances(weight, "italic")
        assert all(upright[char] == slanted[char] for char in map(chr, range(32, 127)))


@given(st.text(max_size=80), st.integers(20, 400))
def test_any_text_has_some_number_of_lines(text: str, room: int) -> None:
    assert count(((text, False),), room, 12.0) >= 1


def texts(real: Catalogue) -> list[Prose]:
    found: dict[Prose, None] = {}
    for entry in real.sops:
        sop = entry.sop
        for chart in sop.semua_bagan:
            for step in chart.langkah:
                found |= dict.fromkeys(
                    [prose(step.kegiatan), *(cell_prose(cell.teks) for cell in step.cells if cell)]
                )
        found |= dict.fromkeys(prose(item.teks) for box in sop.boxes for item in sop.items(box))
    return list(found)


@pytest.mark.browser
def test_lines_are_those_of_chromium(real: Catalogue, page: Page, tmp_path: Path) -> None:
    blank = tmp_path / "kosong.html"
    sheets = f'<link rel="stylesheet" href="{put(tmp_path, PRINT_STYLES).as_uri()}">'
    blank.write_text(f'<!doctype html><meta charset="utf-8">{sheets}<body></body>', "utf-8")
    cases = [(text, WIDTHS[i % len(WIDTHS)], SIZES[i % len(SIZES)]) for i, text in enumerate(texts(real) * 3)]
    shown = opened(page, blank.as_uri()).evaluate(
        _COUNT, [[[written(text), width, size] for text, width, size in cases], ""]
    )
    planned = [lines(text, width, size) for text, width, size in cases]
    short = [case for case, plan, real in zip(cases, planned, shown, strict=True) if plan < real]
    long = [case for case, plan, real in zip(cases, planned, shown, strict=True) if plan > real]
    print(f"{len(cases)} sel: {len(short)} kurang, {len(long)} lebih")
    assert len(cases) > 1000
    assert len(short) <= len(cases) * 0.002, short
    assert len(long) <= len(cases) * 0.01, long
