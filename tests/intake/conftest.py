"""What this repository prints, for the way back."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.store.disk import DiskFolder
from tests.intake.printed import pdfs
from tests.site.build import REPOSITORY


@pytest.fixture(scope="session")
def real() -> Catalogue:
    return CatalogueBuilder(DiskFolder(REPOSITORY / "sop_defs"), "sop_defs").build()


@pytest.fixture(scope="session")
def sheets(real: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every SOP of this repository as a PDF."""
    return pdfs(real, DEFAULT, tmp_path_factory.mktemp("lembar"))
