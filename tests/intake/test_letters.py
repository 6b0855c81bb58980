"""Letters of a PDF page become words: what is painted twice is there once, what is covered is not there."""

from __future__ import annotations

import pytest

from sop_catalogue.intake.pdf.reading import read_pdf
from tests.intake.made import pdf


def said(content: str) -> str:
    (page,) = read_pdf("contoh.pdf", pdf(content)).pages
    return " ".join(word.text for word in page.words)


@pytest.mark.parametrize("size", [4, 6, 12])
def test_narrow_letters_beside_each_other_are_two(size: int) -> None:
    text = "diisi dipilih disetujui fillet http illuminasi"
    assert said(f"BT /F {size} Tf 20 100 Td ({text}) Tj ET") == text


def test_letters_painted_twice_are_one() -> None:
    halo = "BT /F 8 Tf 2 Tr 20 100 Td (disetujui) Tj ET"
    ink = "BT /F 8 Tf 0 Tr 20.3 100.2 Td (disetujui) Tj ET"
    assert said(f"{halo} {ink}") == "disetujui"


def test_a_patch_hides_what_it_was_put_over() -> None:
    old, new = "BT /F 8 Tf 20 100 Td (SOP-1/2020) Tj ET", "BT /F 8 Tf 20 101 Td (SOP-7/2024) Tj ET"
    assert said(f"{old} 1 g 18 96 60 12 re f 0 g {new}") == "SOP-7/2024"
    assert said(f"1 g 18 96 60 12 re f 0 g {new}") == "SOP-7/2024"
    assert said(f"{new} 1 g 0 0 300 200 re f") == "SOP-7/2024", "a ground painted late is none"
