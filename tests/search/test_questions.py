"""Questions as citizens, staff and auditors put them, written before anybody looked at the site: `questions.tsv` has who
asks, the question, and the pages that answer it, judged from the definitions."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page

from tests.search.asked import asking
from tests.site.build import Site

FILE = Path(__file__).with_name("questions.tsv")
LEAST = 118
"""Of all. When they were new, 37 of the second sixty and 48 of the third were answered so."""


def test_the_page_named_first_answers_most_of_them(scripts: Page, own: Site) -> None:
    head, *lines = FILE.read_text("utf-8").splitlines()
    assert head.split("\t") == ["penanya", "pertanyaan", "jawaban"]
    ask = asking(scripts, (own.folder / "search/sop-cari.js").read_bytes())
    missed = []
    for line in lines:
        _, question, answers = line.split("\t")
        first = next((answer.location for answer in ask(question)), "nothing")
        if re.sub(r"\.html|#.*", "", first) not in answers.split():
            missed.append(f"{question} -> {first}")
    assert len(lines) - len(missed) >= LEAST, "\n".join(missed)
