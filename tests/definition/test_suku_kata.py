"""Words divided at the end of a line, as the spelling rules divide them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.definition.suku_kata import ANYWHERE, SOFT, all_breaks, divided, with_breaks

WORDS = [
    "per-tang-gung-ja-waban",
    "pengad-mi-nis-trasi",
    "kepe-ga-waian",
    "sek-re-ta-ris",
    "inspek-to-rat",
    "kepala",
    "per-leng-kapan",
    "peren-ca-naan",
    "keu-angan",
    "sub-ba-gian",
    "per-mo-honan",
    "ben-da-hara",
    "koor-di-na-tor",
    "penye-leng-gara",
    "tang-gung",
    "seksi",
    "ber-kas",
    "masya-ra-kat",
    "akhir-nya",
    "(kepe-ga-waian),",
    "KEPE-GA-WAIAN",
    "2018",
    "x",
]


@pytest.mark.parametrize("word", WORDS)
def test_as_the_rules_have_it(word: str) -> None:
    assert "".join(divided(word.replace("-", ""))) == word


@pytest.mark.parametrize(
    "word",
    [
        "la-pang-an",
        "ta-hun",
        "ri-lis",
        "per-mo-hon-an",
        "kebi-ja-kan",
        "dinas",
        "DA-E-RAH",
        "(da-na)",
        "unit",
        "2018",
    ],
)
def test_what_a_word_without_room_gets_besides(word: str) -> None:
    """None of its parts is a single letter, nor looks like the me- of me-review."""
    text = word.replace("-", "")
    assert "-".join(text[a:b] for a, b in pairwise((0, *all_breaks(text), len(text)))) == word


@given(st.text(max_size=80))
def test_nothing_is_lost(text: str) -> None:
    assert with_breaks(text, lambda _: True).replace(SOFT, "").replace(ANYWHERE, "") == text.replace(
        SOFT, ""
    ).replace(ANYWHERE, "")
    assert with_breaks(text, lambda _: False) == text.replace("/", f"/{ANYWHERE}")


def test_a_sign_that_ends_a_line_counts_with_its_word() -> None:
    asked: list[str] = []

    def has_room(word: str) -> bool:
        asked.append(word)
        return False

    with_breaks("Sub-Bagian/KPA", has_room)
    assert asked == ["Sub-", "Bagian/", "KPA"]
