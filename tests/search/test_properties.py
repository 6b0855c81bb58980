"""What holds of every SOP, every step and every query."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.pages.form.words import row_anchors
from sop_catalogue.pages.render import plain
from sop_catalogue.pages.search.index import search_index
from tests.search.asked import Ask, asking

WORD = re.compile(r"\w+")
LETTERS = 200
"""So much of a query is read."""
SEPARATORS = st.sampled_from([" ", "  ", "\n", "\u00a0", "\t", ", ", "; ", " – ", "! "])
KNOWN = st.sampled_from(["surat", "masuk", "laporan", "kepala", "dinas", "data", "paraf", "2018", "menerima"])


@pytest.fixture(scope="module")
def ask_real(scripts: Page, real: Catalogue) -> Iterator[Ask]:
    yield asking(scripts, search_index(real, [], False))


def locations(ask: Ask, query: str) -> list[str]:
    return [answer.location for answer in ask(query)]


def test_a_title_however_pasted_finds_its_sop(ask_real: Ask, real: Catalogue) -> None:
    titles = {f"sop/{entry.id}.html": plain(entry.name) for entry in real.sops}
    for location, title in titles.items():
        same = {other for other, text in titles.items() if text == title}
        for typed in (
            title,
            title.upper(),
            title.replace(" ", "\u00a0"),
            title.replace(" ", "\n", 3),
            f"“{title}”.",
        ):
            assert locations(ask_real, typed)[0] in same | {location}, typed


def test_a_number_finds_its_sop(ask_real: Ask, real: Catalogue) -> None:
    numbers = {f"sop/{entry.id}.html": plain(entry.sop.nomor or "") for entry in real.sops}
    for number in filter(None, numbers.values()):
        found = locations(ask_real, number)
        assert numbers[found[0]] == number


def test_every_step_is_found_by_its_own_words(ask_real: Ask, real: Catalogue) -> None:
    for entry in real.sops:
        for chart in entry.charts:
            for step, anchor in zip(chart.steps, row_anchors(chart.flow, chart.number), strict=True):
                words = " ".join(WORD.findall(plain(step.kegiatan)))[:LETTERS].rsplit(" ", 1)[0]
                found = {answer.location: answer for answer in ask_real(f'"{words}"')}
                answer = found[f"sop/{entry.id}.html"]
                assert anchor in answer.open + answer.more, (entry.id, anchor)


@settings(max_examples=40)
@given(words=st.lists(KNOWN, min_size=1, max_size=4), between=SEPARATORS, upper=st.booleans())
def test_case_spaces_and_punctuation_change_nothing(
    ask_real: Ask, words: list[str], between: str, upper: bool
) -> None:
    typed = between.join(words)
    assert ask_real(typed.upper() if upper else typed) == ask_real(" ".join(words))


@settings(max_examples=60)
@given(query=st.text(max_size=60) | st.lists(KNOWN | st.text(max_size=6), max_size=6).map(" ".join))
def test_any_query_is_answered_with_pages_of_the_site_and_harmless_marks(
    ask_real: Ask, real: Catalogue, query: str
) -> None:
    pages = {f"sop/{entry.id}.html" for entry in real.sops}
    for answer in ask_real(query):
        assert answer.location in pages
        tags = set(re.findall(r"<[^>]*>", answer.html))
        assert all(
            re.fullmatch(r"</?(mark( data-md-highlight)?|(small|span)( class=\"[a-z-]+\")?)>", t)
            for t in tags
        )
        assert answer.html.count("<mark") == answer.html.count("</mark>")


@pytest.mark.usefixtures("ask_real")
def test_spellings_and_slips_are_mutual(scripts: Page) -> None:
    assert (
        scripts.evaluate("""() => {
          const words = index.words.filter(word => /^[a-z]{5,9}$/.test(word)).slice(0, 150);
          return words.flatMap(a => words.map(b => [a, b])).filter(
            ([a, b]) => sameSpelling(a, b) !== sameSpelling(b, a)
              || distance(a, b, 2) !== distance(b, a, 2));
        }""")
        == []
    )
