"""One state of the files gives one site, whatever machine, day and folder it is built on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import Builder
from tests.site.build import build, copy_sample

ANOTHER_DAY = """
import datetime, mkdocs.utils
mkdocs.utils.get_build_datetime = lambda: datetime.datetime(2031, 7, 9, tzinfo=datetime.timezone.utc)
"""


@pytest.mark.parametrize(
    ("circumstances", "cold"),
    [
        ({"PYTHONHASHSEED": "1", "TZ": "Asia/Jayapura"}, True),
        ({"PYTHONHASHSEED": "2", "TZ": "America/Caracas", "LC_ALL": "C"}, False),
    ],
    ids=["cold", "warm"],
)
def test_two_builds_are_byte_identical(
    circumstances: dict[str, str], cold: bool, site: Builder, tmp_path: Path
) -> None:
    first = site(folder_urls=True)
    (tmp_path / "sitecustomize.py").write_text(ANOTHER_DAY, "utf-8")
    circumstances["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(tmp_path), os.environ.get("PYTHONPATH", "")])
    )
    source = copy_sample(tmp_path / "salinan") if cold else first.source
    again = build(
        source, tmp_path / "lagi", folder_urls=True, url=first.url, cwd=tmp_path, environment=circumstances
    )
    assert again.code == 0, again.log
    assert again.digests() == first.digests()
