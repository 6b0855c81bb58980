"""Each hostile text in each field, in batches: every document parsed by a browser, a share of them opened."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.driving.server import served
from tests.browser.driving.visit import Door, Visit
from tests.browser.hostile import hostile_pages
from tests.hostile import corpus
from tests.hostile.site import TAME, site_of_pairs

BATCH = 20
"""Texts: a site of some 500 documents."""
OPENED_EACH = 10
"""Every so manieth document is opened, beside one of each kind."""
BATCHES = math.ceil(len(corpus.texts()) / BATCH)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Emptied at once: all batches together would fill a small disk."""
    yield tmp_path
    shutil.rmtree(tmp_path)


@pytest.mark.usefixtures("only_by_night")
@pytest.mark.parametrize("number", range(BATCHES))
def test_each_text_in_each_field(visit: Visit, http: Door, folder: Path, number: int) -> None:
    texts = corpus.texts()[number * BATCH : (number + 1) * BATCH]
    site = site_of_pairs(folder, texts)
    assert site.code == 0, site.log
    for door in served(site):
        tame = hostile_pages.parsed(visit.page(http), http)
        found = hostile_pages.parsed(visit.page(door), door)
        tame |= {path: made for path, made in found.items() if TAME in path}
        hostile_pages.check_parts(found, tame.values())
        share = [*found][number % OPENED_EACH :: OPENED_EACH]
        hostile_pages.check_opened(
            visit, door, dict.fromkeys([*hostile_pages.of_each_kind(found, 1), *share])
        )
        assert hostile_pages.check_results(visit, door, ["Teks", *texts])
