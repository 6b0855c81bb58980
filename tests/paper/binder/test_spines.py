"""Labels for files: as wide as these, with every word whole, and never more than a sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.paper.binder.binder import sop_binder
from sop_catalogue.paper.binder.front import CoverText
from sop_catalogue.paper.binder.part import PartMaker, part_id
from sop_catalogue.paper.binder.spines import spines
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import DEFAULT, PAPERS, settings_from
from tests.paper.binder.binder_words import parts, words
from tests.paper.document import on_disk, opened
from tests.studio import STUDIO

WITH = settings_from({"punggung": True})


def test_they_are_the_last_sheet_where_they_are_asked_for(real: Catalogue) -> None:
    unit = real.units[1]
    made = sop_binder(unit, WITH, KeptSheets(WITH, STUDIO).printed)
    assert made.parts[-1].id == part_id("punggung")
    text = words(made.parts[-1])
    assert text.count("DINAS PENDIDIKAN") == 3
    assert "Label Punggung" not in words(parts(made)[part_id("daftar-isi")])
    without = sop_binder(unit, DEFAULT, KeptSheets(DEFAULT, STUDIO).printed)
    assert part_id("punggung") not in parts(without)


@pytest.mark.browser
@pytest.mark.halved
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("jilid", [10, 40])
def test_each_is_a_little_narrower_than_its_file_and_breaks_no_word(
    paper: str, jilid: int, page: Page, tmp_path: Path
) -> None:
    settings = settings_from({"kertas": paper, "jilid": jilid})
    names = (
        "PEMERINTAH KABUPATEN KEPULAUAN MENTAWAI",
        "DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN",
    )
    part = spines(CoverText(names, "SOP", (), year="2023"), PartMaker(settings, "Buku"))
    assert len(part.sheets) == 1
    window = opened(page, on_disk(tmp_path, [part], settings).address)
    found = window.evaluate("""() => [...document.querySelectorAll(".punggung .label")].map((label) => {
      const mm = (px) => px * 25.4 / 96;
      const box = label.getBoundingClientRect();
      const sheet = label.closest(".isi").getBoundingClientRect();
      return [mm(box.width), mm(box.height), label.scrollHeight <= label.clientHeight,
              sheet.left <= box.left && box.right <= sheet.right];
    })""")
    assert [round(wide) for wide, *_ in found] == [36, 46, 66]
    assert all(round(high) == 190 and whole and inside for _, high, whole, inside in found)
    lines = window.evaluate("""() => [...document.querySelectorAll(".punggung p")].flatMap((para) => {
      const text = para.firstChild, range = document.createRange();
      return [...text.data.matchAll(/\\S+/g)].filter((word) => {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return range.getClientRects().length > 1;
      }).map((word) => word[0]);
    })""")
    assert lines == []
