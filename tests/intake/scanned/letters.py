"""Who reads letters in the tests: what Tesseract once said of a page, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sop_catalogue.intake.pdf.pages_painted import Painter
from sop_catalogue.intake.pdf.reading import read_pdf
from sop_catalogue.intake.primitives import Document, UnreadableError
from sop_catalogue.intake.scanned.letters import Letters
from sop_catalogue.intake.scanned.reading import with_scans

ASKEW = 1.3
"""Degrees, of the page that was recorded."""
RECORDED = Path(__file__).parent / "surat-masuk.tsv"


@dataclass
class Recorded:
    """Says the same of each picture, or what is next in turn."""

    tables: list[str] = field(default_factory=lambda: [RECORDED.read_text("utf-8")])
    missing: str = ""
    asked: int = 0

    def read(self, picture: bytes) -> str:
        assert picture.startswith(b"P5 ")
        self.asked += 1
        if self.missing:
            raise UnreadableError(self.missing)
        return self.tables[(self.asked - 1) % len(self.tables)]


def read(data: bytes, letters: Letters) -> Document:
    with Painter(data) as painter:
        return with_scans(read_pdf("pindai.pdf", data), painter, letters)
