"""What the guide on searching promises: every example in it, asked of the site that it is a page of."""

from __future__ import annotations

import html
import re
from posixpath import join, normpath

import pytest
from playwright.sync_api import Page

from tests.search.asked import Ask, asking
from tests.site.build import REPOSITORY, Site

FOLDER = "panduan"
EXAMPLE = re.compile(
    r"`(?P<query>[^`]+)` → \[(?P<title>[^]]+)]\((?P<page>[^)]+)\.md\)(?:, langkah (?P<step>\w+))?$"
)
ROWS = [
    line
    for line in (REPOSITORY / "docs" / FOLDER / "mencari.md").read_text("utf-8").splitlines()
    if "` → " in line
]


@pytest.fixture(scope="module")
def ask_own(scripts: Page, own: Site) -> Ask:
    return asking(scripts, (own.folder / "search/sop-cari.js").read_bytes())


@pytest.mark.parametrize("row", ROWS, ids=range(len(ROWS)))
def test_an_example_finds_what_it_says(ask_own: Ask, row: str) -> None:
    example = EXAMPLE.search(row)
    assert example, row
    answer = ask_own(example["query"])[0]
    assert answer.location == normpath(join(FOLDER, example["page"])) + ".html"
    assert example["title"] in html.unescape(re.sub("<[^>]*>", "", answer.title))
    assert False not in answer.terms.values()
    if example["step"]:
        assert answer.open[0] == f"langkah-{example['step']}"


def test_there_are_examples() -> None:
    assert len(ROWS) > 15
