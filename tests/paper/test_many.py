"""Many SOPs of varied length: not one sheet off, no word broken without a sign."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.paper.settings import settings_from
from sop_catalogue.store.disk import DiskFolder
from tests.bench.variants import write_catalogue
from tests.paper.document import Look, sheets_of, write
from tests.site.build import REPOSITORY
from tests.turns import Share

pytestmark = pytest.mark.browser
FEW, MANY = 20, 40


@pytest.mark.parametrize(("paper", "first"), [("Letter", 1), ("F4", 2)])
def test_every_sheet_of_many_sops_is_one_page(
    tmp_path: Path, look: Look, paper: str, first: int, share: Share, nightly: bool
) -> None:
    """By day every other SOP of half as many for each paper, by night all."""
    count = MANY if nightly else FEW
    write_catalogue(tmp_path / "defs", REPOSITORY / "sop_defs", count, first)
    catalogue = CatalogueBuilder(DiskFolder(tmp_path / "defs"), "sop_defs").build()
    assert len(catalogue.sops) == count
    binder = write(tmp_path, share(catalogue.sops), settings_from({"kertas": paper}))
    seen = look(binder)
    assert len(seen.printed.reader.pages) == len(sheets_of(binder.sops))
    for sheet in seen.boxes:
        assert sheet["sheet"][3] - sheet["sheet"][1] <= sheet["least"] + 0.6
    assert not seen.broken
