"""The mark across a sheet: on every one, and none is another size for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import DEFAULT, PAPERS, settings_from
from tests.paper.document import Look, opened, sheets_of, write
from tests.paper.one_sop import made, sop
from tests.studio import STUDIO
from tests.turns import Share


@pytest.mark.parametrize("status", ["konsep", "diganti", "dicabut"])
def test_what_is_not_in_force_says_so_on_every_sheet(tmp_path: Path, status: str) -> None:
    (entry,) = made(tmp_path, sop(status=status, lampiran="{judul: L, isi: Isi}", sampul="Sampul")).sops
    sheets = KeptSheets(settings_from({"bolak_balik": True}), STUDIO).printed(entry).sheets
    assert len(sheets) >= 4
    assert all(f">{status.upper()}</text>" in sheet.printed for sheet in sheets)


@pytest.mark.parametrize("more", [{}, {"status": "berlaku"}])
def test_nothing_is_written_across_others(tmp_path: Path, more: dict[str, str]) -> None:
    (entry,) = made(tmp_path, sop(**more)).sops
    assert "stempel" not in KeptSheets(DEFAULT, STUDIO).printed(entry).sheets[0].printed


@pytest.mark.parametrize(
    ("revised", "said"), [("", "hal. 1 dari 1"), ("tanggal: {revisi: [1 Mei 2020]}\n", "Rev. 1 · hal. 1 dari 1")]
)  # fmt: skip
def test_no_revision_is_told_where_there_is_none(tmp_path: Path, revised: str, said: str) -> None:
    (entry,) = made(tmp_path, sop() + revised).sops
    assert KeptSheets(DEFAULT, STUDIO).printed(entry).sheets[0].number == said


@pytest.mark.browser
@pytest.mark.parametrize("paper", PAPERS)
def test_a_draft_has_the_sheets_of_the_real_thing(
    real: Catalogue, look: Look, tmp_path: Path, paper: str, share: Share
) -> None:
    """By day each SOP on one paper, by night on all."""
    settings = settings_from({"kertas": paper, "draf": True})
    document = write(tmp_path, share(real.sops), settings)
    found = look(document)
    assert len(found.printed.reader.pages) == len(sheets_of(document.sops))
    assert all("KONSEP" in text for text in found.printed.texts)


@pytest.mark.browser
def test_it_stands_inside_its_sheet_and_makes_nothing_smaller(
    real: Catalogue, page: Page, tmp_path: Path
) -> None:
    document = write(tmp_path, real.sops, settings_from({"draf": True}))
    outside = opened(page, document.address).evaluate("""() => [...document.querySelectorAll(".lembar")].filter((sheet) => {
      const own = sheet.getBoundingClientRect(), text = sheet.querySelector(".stempel > text").getBoundingClientRect();
      return text.left < own.left || text.right > own.right || text.top < own.top || text.bottom > own.bottom
        || sheet.scrollWidth > sheet.clientWidth || sheet.scrollHeight > sheet.clientHeight;
    }).length""")
    assert outside == 0
