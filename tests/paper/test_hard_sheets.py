"""Forms that are hard to print, in a real browser: still one page a sheet, nothing cut."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sop_catalogue.paper.settings import settings_from
from tests.paper.document import Look, write
from tests.paper.one_sop import made, sop
from tests.paper.samples.hard import BEGUN, HARD

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_hard_sheets(tmp_path: Path, look: Look, text: str) -> None:
    catalogue = made(tmp_path, text)
    binder = write(tmp_path, catalogue.sops, settings_from({}))
    seen = look(binder)
    assert len(seen.printed.reader.pages) == len(binder.sops[0].sheets)
    for sheet in seen.boxes:
        assert sheet["sheet"][3] - sheet["sheet"][1] <= sheet["least"] + 0.6
        assert all(over <= 1 for row in sheet["rows"] for cell in row["cells"] for over in cell)
    assert not seen.broken


def test_sheets_begin_where_their_author_begins_them(tmp_path: Path) -> None:
    (begun,) = write(tmp_path, made(tmp_path, BEGUN).sops, settings_from({})).sops
    steps = [re.findall(r"Tahap \d", str(sheet.pieces)) for sheet in begun.sheets if "alur" in sheet.kind]
    assert [[int(step[-1]) for step in found] for found in steps] == [[1, 2], [3], [4, 5, 6], [7, 8]]


def test_identity_and_flow_share_a_sheet_when_they_fit(tmp_path: Path) -> None:
    (short,) = write(tmp_path, made(tmp_path, sop()).sops, settings_from({})).sops
    assert [sheet.kind for sheet in short.sheets] == ["identitas alur"]
