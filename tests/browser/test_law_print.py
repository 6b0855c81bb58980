"""The SOPs under a regulation on paper: a sheet a unit, to lie behind a letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sop_catalogue.pages.law.laws import Earlier, law_page
from sop_catalogue.pages.links import Links, law_address
from tests.browser.driving.bare import write_bare
from tests.pages.sample import STEPS, catalogue

CITING = STEPS + "dasar_hukum: UU 1/2001\n"
FILES = {
    "./peraturan.yml": "peraturan:\n  - {id: uu, jenis: Undang-Undang, nomor: 1, tahun: 2001, status: dicabut}\n",
    "a.yml": CITING,
    "b.yml": CITING,
    "kab/kantor/unit.yml": "nama: Kantor\n",
}


@pytest.mark.parametrize(
    ("more", "sheets"), [({}, 1), ({"kab/kantor/c.yml": CITING}, 3)], ids=["one unit", "two units"]
)
def test_a_sheet_a_unit(browser: Browser, tmp_path: Path, more: dict[str, str], sheets: int) -> None:
    found = catalogue(tmp_path / "sop_defs", FILES | more)
    (law,) = found.laws
    page = browser.new_page()
    page.goto(
        write_bare(
            tmp_path / "uu.html", law_page(law, Earlier.of([law]), Links(law_address(law))).html
        ).as_uri()
    )
    assert not page.get_by_text("Tindak lanjut").first.is_visible()
    page.emulate_media(media="print")
    assert page.get_by_text("Tindak lanjut").first.is_visible()
    assert (
        page.locator(".sop-dampak-kepala")
        .first.inner_text()
        .startswith("Lampiran. Daftar SOP yang berdasar pada Undang-Undang")
    )
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == sheets
    page.close()
