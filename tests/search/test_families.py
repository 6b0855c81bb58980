"""Words of one family, and words that only look like it; the vectors stand in families.tsv."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

VECTORS = [
    line.split("\t")
    for line in Path(__file__).with_name("families.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
_RELATED = "pairs => pairs.map(([a, b]) => [...roots(a)].some(root => roots(b).has(root)))"


def test_precision_and_recall(scripts: Page) -> None:
    related = scripts.evaluate(_RELATED, [pair[:2] for pair in VECTORS])
    wanted = [pair[2] == "ya" for pair in VECTORS]
    right = sum(is_so and should for is_so, should in zip(related, wanted, strict=True))
    wrong = [
        pair[:2] for pair, is_so, should in zip(VECTORS, related, wanted, strict=True) if is_so != should
    ]
    assert right / sum(related) >= 0.94, wrong
    assert right / sum(wanted) >= 0.97, wrong


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("kasubag", "kasubbag", True),
        ("sekertariat", "sekretariat", True),
        ("praktek", "praktik", True),
        ("disposisi", "dsiposisi", True),
        ("provinsi", "propinsi", True),
        ("izin", "ijin", True),
        ("pengadaan", "pengaduan", False),
        ("kurang", "kurung", False),
        ("surat", "syarat", False),
        ("masuk", "musik", False),
        ("peta", "pita", False),
    ],
)
def test_spellings_of_one_word(scripts: Page, one: str, other: str, same: bool) -> None:
    assert scripts.evaluate("([a, b]) => sameSpelling(a, b)", [one, other]) is same


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("surat", "surat", 0), ("surat", "suart", 1), ("surat", "urat", 1), ("jaringan", "jarinagn", 1),
     ("kepegawaian", "kepegwian", 2), ("surat", "tarus", 3), ("", "ab", 2)],
)  # fmt: skip
def test_slips_are_counted_up_to_the_most(scripts: Page, one: str, other: str, slips: int) -> None:
    assert scripts.evaluate("([a, b]) => distance(a, b, 2)", [one, other]) == slips
    assert scripts.evaluate("([a, b]) => distance(a, b, 1)", [one, other]) == min(slips, 2)
