"""Sheets through a browser that does not do as it was asked."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Pdf

from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.paper.values import PrintedSop, Sheet
from sop_catalogue.press import press
from sop_catalogue.refused import RefusedError


def blank(pages: int) -> bytes:
    """A tagged PDF with nothing on its pages."""
    pdf, out = Pdf.new(), BytesIO()
    for _ in range(pages):
        pdf.add_blank_page()
    pdf.Root.StructTreeRoot = Dictionary(K=Array(), ParentTree=Dictionary(Nums=Array()))
    pdf.save(out)
    return out.getvalue()


def test_pages_more_or_less_than_there_are_sheets_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "printed", lambda *_: blank(3))
    sheet = Sheet("alur", "Satu", "hal. 1", ("<section></section>",))
    made = press.Press(Path("peramban"), DEFAULT, tmp_path, {}).pieces(
        [PrintedSop("p/u/a", "Satu", (sheet,))]
    )
    with pytest.raises(
        RefusedError, match=r"peramban mencetak 3 halaman untuk 1 lembar \(mulai dari 'Satu'\)"
    ):
        next(made)
