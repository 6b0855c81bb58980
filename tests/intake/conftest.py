"""What this repository prints, for the way back."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.store.disk import DiskFolder
from tests.intake.printed import pdfs
from tests.site.build import REPOSITORY
from tests.site.shared import SharedSites


@pytest.fixture(scope="session")
def real() -> Catalogue:
    return CatalogueBuilder(DiskFolder(REPOSITORY / "sop_defs"), "sop_defs").build()


@pytest.fixture(scope="session")
def sheets(real: Catalogue, shared: SharedSites) -> dict[str, bytes]:
    """Every SOP of this repository as a PDF."""
    return shared.get("lembar", lambda place: pdfs(real, DEFAULT, place))
