"""The catalogue of this repository, built once."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.model import Catalogue

from .definitions import catalogue as built


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return built()
