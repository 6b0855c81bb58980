"""Pages that are pictures: without Tesseract, by what it once said of one of ours."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pikepdf import Pdf

from sop_catalogue.commands.impor import tesseract
from sop_catalogue.definition.flow.model import Shape
from sop_catalogue.intake.drawing.symbols import Form
from sop_catalogue.intake.primitives import Document, Laid, UnreadableError
from sop_catalogue.intake.reading import recovered
from sop_catalogue.intake.recovered import Recovered
from sop_catalogue.intake.scanned import reading
from sop_catalogue.intake.wording.definition_text import definition_text
from tests.intake.made import LANES, saved
from tests.intake.scanned.letters import ASKEW, Recorded, read
from tests.intake.scanned.paper import ACTIVITIES, CELLS, FIELDS, drawn, printed, scanned, written

MISSING = "Tesseract tidak ditemukan"


@pytest.fixture(scope="module")
def page() -> bytes:
    return printed()


@pytest.fixture(scope="module")
def read_once(page: bytes) -> Document:
    return read(scanned(page, ASKEW), Recorded())


@pytest.fixture
def sop(read_once: Document) -> Recovered:
    (found,) = recovered(read_once)
    return found


def words(sop: Recovered) -> tuple[dict[str, str], list[list[str]]]:
    """Its fields, and its rows from cell to cell."""
    (chart,) = sop.charts
    rows = [
        [" ".join(step.activity), *(" ".join(step.cells[kind].texts) for kind in CELLS)]
        for step in chart.steps
    ]
    return sop.identity.fields, rows


WANTED = (
    {key: value for key, (_, value) in FIELDS.items()},
    [list(row) for row in zip(ACTIVITIES, *CELLS.values(), strict=True)],
)


def test_each_word_is_in_its_cell(sop: Recovered) -> None:
    assert words(sop) == WANTED
    assert [lane.name for lane in sop.charts[0].lanes] == list(LANES)


def test_symbols_that_stand_alone_are_certain_and_arrows_are_not(sop: Recovered) -> None:
    (chart,) = sop.charts
    assert [(node.step, node.lanes, node.form) for node in chart.nodes] == [
        (0, (0,), Form.CAPSULE),
        (1, (1,), Form.DIAMOND),
        (2, (2,), Form.BOX),
        (3, (0,), Form.CAPSULE),
    ]
    assert chart.inferred == ["panah"]
    assert "panahnya tidak" in chart.doubts[0]
    assert any("“Tidak”" in doubt for doubt in chart.steps[1].doubts)
    text = definition_text(sop)
    assert "tafsiran: semua panah" in text
    assert f"bentuk: {Shape.DECISION}" in text


def test_it_is_laid_straight(read_once: Document) -> None:
    (page,) = read_once.pages
    assert page.laid
    assert page.laid.turns == 0
    assert page.laid.fall == pytest.approx(-0.0227, abs=0.0015)
    assert recovered(read_once)[0].laid == {1: page.laid}


@pytest.mark.parametrize("askew", [-2.2, 0.0, 2.5])
def test_its_table_is_found_however_it_lay(page: bytes, askew: float) -> None:
    """What was read of it once stands within a point of where it is now."""
    (sop,) = recovered(read(scanned(page, askew), Recorded()))
    assert words(sop)[1] == WANTED[1]


def test_a_page_that_lies_on_its_side(page: bytes) -> None:
    letters = Recorded()
    letters.tables = ["", *letters.tables]
    document = read(scanned(page, 0, turns=1), letters)
    assert document.pages[0].laid == Laid(0.0, 3)
    assert words(recovered(document)[0]) == WANTED


def test_words_under_the_picture_need_no_one_who_reads(page: bytes) -> None:
    """As a scanner puts them there that reads itself."""
    letters = Recorded(missing=MISSING)
    document = read(scanned(page, 0.0, below="\n".join(written(drawn()))), letters)
    assert letters.asked == 0
    assert words(recovered(document)[0]) == WANTED


def test_useless_words_under_the_picture_are_read_again(page: bytes) -> None:
    letters = Recorded()
    wrong = "\n".join(re.sub(r"\(.*\)", "(##)", line) for line in written(drawn()))
    document = read(scanned(page, ASKEW, below=wrong), letters)
    assert letters.asked == 1
    assert words(recovered(document)[0]) == WANTED


def test_without_one_who_reads_it_says_so(page: bytes) -> None:
    with pytest.raises(UnreadableError, match=MISSING):
        recovered(read(scanned(page), Recorded(missing=MISSING)))


def test_a_page_that_is_not_read_is_told(page: bytes) -> None:
    """Beside others that say all by themselves."""
    document = read(_after(page, scanned(page)), Recorded(missing=MISSING))
    (sop,) = recovered(document)
    assert f"halaman 2 berupa gambar dan tidak dibaca: {MISSING}" in sop.charts[0].doubts
    assert sop.arrows == 4


def test_too_many_pages(page: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_PAGES", 2)
    letters = Recorded(tables=[""])
    document = read(_after(*[scanned(page)] * 3), letters)
    assert letters.asked <= 2 * 2
    assert "lebih dari" in document.pages[-1].unread


def test_a_scan_without_a_table_says_so(page: bytes) -> None:
    with pytest.raises(UnreadableError, match="tidak ditemukan di situ"):
        recovered(read(scanned(page), Recorded(tables=[""])))


@pytest.mark.skipif(bool(tesseract.missing()), reason="Tesseract with Indonesian is not on this machine")
def test_the_real_one(page: bytes) -> None:
    class Real(Recorded):
        def read(self, picture: bytes) -> str:
            return tesseract.words_of(picture)

    (sop,) = recovered(read(scanned(page, -0.9), Real()))
    assert words(sop) == WANTED


def _after(*pages: bytes) -> bytes:
    made = Pdf.new()
    for one in pages:
        made.pages.extend(Pdf.open(BytesIO(one)).pages)
    return saved(made)
