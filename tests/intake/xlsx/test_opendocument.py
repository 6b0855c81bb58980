"""A Calc document and the workbook that LibreOffice makes of it (kept here as data): its arrows stay glued."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.commands.impor.given import given
from sop_catalogue.commands.impor.office import soffice
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.intake.scanned.letters import NoLetters
from sop_catalogue.intake.wording.definition_text import definition_text
from sop_catalogue.intake.xlsx.drawing import Anchored
from sop_catalogue.intake.xlsx.opendocument import with_glue
from sop_catalogue.intake.xlsx.reading import read_xlsx
from sop_catalogue.intake.xlsx.workbook import leaves
from tests.intake.flows import drawn, flows_of, sop_of
from tests.intake.xlsx.book import saved
from tests.intake.xlsx.small import Small

CALC = Path(__file__).parent / "calc"
OWN, MADE = ((CALC / f"lakip.{ending}").read_bytes() for ending in ("ods", "xlsx"))


def glued(shapes: tuple[Anchored, ...]) -> int:
    """Lines of which both ends name a shape."""
    known = {shape.id for shape in shapes if not shape.is_line}
    return sum(shape.is_line and known.issuperset(shape.ties) for shape in shapes)


def test_what_its_lines_are_glued_to() -> None:
    (bare,) = leaves(MADE)
    (whole,) = with_glue([bare], OWN)
    assert (glued(bare.drawn), glued(whole.drawn)) == (0, 21)
    assert [shape.rings for shape in whole.drawn] == [shape.rings for shape in bare.drawn]


def comes_back(real: Catalogue, text: str) -> None:
    (entry,) = [entry for entry in real.sops if entry.id.endswith("/lakip")]
    before = [drawn(resolve(chart).flow) for chart in entry.sop.semua_bagan]
    assert [drawn(flow) for flow in flows_of(sop_of(text))] == before


def test_its_flow_comes_back(real: Catalogue) -> None:
    (found,) = read_xlsx("lakip.ods", MADE, OWN)
    assert found.doubts == []
    comes_back(real, definition_text(found))


def _without_one_shape(tmp_path: Path) -> bytes:
    file = tmp_path / "lain.ods"
    with ZipFile(CALC / "lakip.ods") as own, ZipFile(file, "w") as other:
        text = own.read("content.xml").decode()
        other.writestr("content.xml", text.replace("<draw:connector", "<draw:lain", 1).replace("</draw:connector>", "</draw:lain>", 1))  # fmt: skip
    return file.read_bytes()


def test_a_document_that_draws_otherwise_says_nothing(tmp_path: Path) -> None:
    book = leaves(MADE)
    small = leaves(saved([Small().sheet]))
    for own in (b"rusak", _without_one_shape(tmp_path), MADE):
        assert with_glue(book, own) == book
    assert with_glue(small, OWN) == small


@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not on this machine")
def test_libreoffice_itself(real: Catalogue, nightly: bool) -> None:
    if not nightly:
        pytest.skip("by night")
    (found,) = given(CALC / "lakip.ods").recovered(NoLetters())
    comes_back(real, definition_text(found))
