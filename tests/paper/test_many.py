"""Many SOPs of varied length: not one sheet off."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.paper.settings import settings_from
from sop_catalogue.store.disk import DiskFolder
from tests.bench.variants import write_catalogue
from tests.paper.document import Look, sheets_of, write
from tests.site.build import REPOSITORY

pytestmark = pytest.mark.browser
COUNT = 60


def test_every_sheet_of_many_sops_is_one_page(tmp_path: Path, look: Look) -> None:
    write_catalogue(tmp_path / "defs", REPOSITORY / "sop_defs", COUNT)
    binder = write(
        tmp_path,
        CatalogueBuilder(DiskFolder(tmp_path / "defs"), "sop_defs").build(),
        settings_from({"kertas": "F4"}),
    )
    assert len(binder.sops) == COUNT
    seen = look(binder)
    assert len(seen.printed.reader.pages) == len(sheets_of(binder.sops))
    for sheet in seen.boxes:
        assert sheet["sheet"][3] - sheet["sheet"][1] <= sheet["least"] + 0.6
