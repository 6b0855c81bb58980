from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalogue.folder import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    root = tmp_path / "sop_defs"
    root.mkdir()
    return Folder(root)
