"""DOCX with native shapes: with the PDF that LibreOffice makes of them (kept here as data), and without."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from sop_catalogue.commands.impor.given import given
from sop_catalogue.commands.impor.kinds import kind_of
from sop_catalogue.commands.impor.office import converted, soffice
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.sop import Sop
from sop_catalogue.intake.drawing.symbols import Form
from sop_catalogue.intake.pdf.reading import read_pdf
from sop_catalogue.intake.primitives import Box, Document, Page, UnreadableError, Word
from sop_catalogue.intake.reading import recovered
from sop_catalogue.intake.recovered import Recovered
from sop_catalogue.intake.scanned.letters import NoLetters
from sop_catalogue.intake.word.reading import read_docx, read_drawn
from sop_catalogue.intake.wording.definition_text import definition_text
from tests.intake.flows import sop_of
from tests.intake.word.maker import HABITS, LANES, STEPS, docx

PDFS = Path(__file__).parent / "libreoffice"
EACH = pytest.mark.parametrize("habit", HABITS)
ARROWS = [(0, 1, ""), (1, 2, ""), (2, 1, "Tidak"), (2, 3, "Ya"), (3, 4, "")]
SYMBOLS = [
    (0, (0,), Form.CAPSULE, "Mulai"),
    (1, (1,), Form.BOX, ""),
    (2, (2,), Form.DIAMOND, ""),
    (3, (2,), Form.BOX, ""),
    (4, (1,), Form.CAPSULE, ""),
]


def drawn(habit: str) -> Recovered:
    pdf = recovered(read_pdf("x.docx", (PDFS / f"{habit}.pdf").read_bytes()))
    (found,) = read_drawn("x.docx", docx(habit), pdf)
    return found


def symbols(found: Recovered) -> list[tuple[int, tuple[int, ...], Form, str]]:
    (chart,) = found.charts
    return [(node.step, node.lanes, node.form, node.text) for node in chart.nodes]


def arrows(found: Recovered) -> list[tuple[int, int, str]]:
    (chart,) = found.charts
    return sorted((edge.source, edge.target, edge.label) for edge in chart.edges)


def assert_words(sop: Sop) -> None:
    assert (sop.nama, sop.nomor, sop.kop) == ("Pelayanan Permohonan", "12/SOP/2024", ("DINAS CONTOH",))
    assert [item.teks for box in sop.boxes for item in sop.items(box)] == [
        "Undang-Undang Nomor 25 Tahun 2009",
        "Peraturan Nomor 35 Tahun 2012",
        "Memahami tata naskah dinas",
    ]
    (chart,) = sop.semua_bagan
    assert [lane.name for lane in resolve(chart).flow.lanes] == list(LANES)
    for k, (step, (activity, *cells)) in enumerate(zip(chart.langkah, STEPS, strict=True), 1):
        assert step.kegiatan == activity
        assert resolve(chart).flow.rows[k - 1].number == str(k)
        said = (step.cell(key) for key in ("kelengkapan", "waktu", "output"))
        assert [" ".join(cell.teks) if cell else "" for cell in said] == cells


@EACH
def test_the_drawing_of_its_pdf_and_the_words_of_the_document(habit: str) -> None:
    found = drawn(habit)
    assert symbols(found) == SYMBOLS
    assert arrows(found) == ARROWS
    assert found.doubts == []
    assert_words(sop_of(definition_text(found)))
    assert found.source == "x.docx"
    assert found.digest == read_docx("x.docx", docx(habit))[0].digest


@EACH
def test_without_libreoffice(habit: str) -> None:
    """Shapes tell themselves where they stand, but for those that are placed on the page; the flow goes in order."""
    (found,) = read_docx("x.docx", docx(habit))
    if habit != "halaman":
        assert symbols(found) == SYMBOLS
    assert arrows(found) == [(k, k + 1, "") for k in range(4)]
    assert found.charts[0].inferred[-1] == "panah"
    text = definition_text(found)
    assert_words(sop_of(text))
    assert f"{9 if habit == 'vml' else 5} garis dan panah" in text
    assert ("5 simbol yang tempatnya tidak jelas" in text) == (habit == "halaman")
    assert ("tertulis “Tidak” di kolom Staf, “Ya” di kolom Kasubbag" in text) == (habit != "halaman")


def test_words_that_differ_stay_as_they_were_drawn() -> None:
    (other,) = read_docx("x.docx", docx("sel"))
    pdf = recovered(read_pdf("x.docx", (PDFS / "sel.pdf").read_bytes()))
    pdf[0].charts[0].steps[0].activity = ["Lain sekali"]
    (found,) = read_drawn("x.docx", docx("sel"), pdf)
    assert found.charts[0].steps[0].activity == ["Lain sekali"]
    assert found.charts[0].steps[1].activity == other.charts[0].steps[1].activity


def test_a_drawing_that_was_not_read_gives_way_to_the_document() -> None:
    pdf = recovered(read_pdf("x.docx", (PDFS / "sel.pdf").read_bytes()))
    pdf[0].charts[0].nodes.clear()
    (found,) = read_drawn("x.docx", docx("sel"), pdf)
    assert symbols(found) == SYMBOLS
    assert "panah" in found.charts[0].inferred


def test_a_document_without_tables_of_its_own_is_what_its_pdf_is() -> None:
    pdf = recovered(read_pdf("x.docx", (PDFS / "sel.pdf").read_bytes()))
    (found,) = read_drawn("x.docx", b"rusak", pdf)
    assert (symbols(found), found.source) == (SYMBOLS, "x.docx")
    with pytest.raises(UnreadableError, match="bukan berkas Word"):
        read_drawn("x.docx", b"rusak", [])


def test_a_pdf_that_cannot_be_read_costs_only_the_drawing() -> None:
    kind = kind_of(Path("x.docx"))
    assert kind and kind.drawn
    (found,) = kind.drawn("x.docx", docx("sel"), b"%PDF rusak")
    assert symbols(found) == SYMBOLS
    page = Page(1, 600, 500, (Word("Kata", Box(1, 1, 9, 9)),))
    with pytest.raises(UnreadableError):
        recovered(Document("x.pdf", (page,)))


@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not on this machine")
@EACH
def test_libreoffice_itself(habit: str, tmp_path: Path, nightly: bool) -> None:
    """Its PDFs that are kept here are those that it makes; by day one of them is enough."""
    if not nightly and habit != HABITS[0]:
        pytest.skip("by night")
    file = tmp_path / "sop.docx"
    file.write_bytes(docx(habit))
    (found,) = read_drawn(file.name, docx(habit), recovered(read_pdf("x", converted(file, "pdf"))))
    assert (symbols(found), arrows(found), found.doubts) == (SYMBOLS, ARROWS, [])


@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not on this machine")
def test_older_kinds_come_through_it(tmp_path: Path, nightly: bool) -> None:
    """What it saves as .doc and .rtf has hardly a shape left, so these tell only of words."""
    source = tmp_path / "sop.docx"
    source.write_bytes(docx("sel"))
    for ending in ("odt", "doc", "rtf") if nightly else ("odt",):
        old = tmp_path / f"lama.{ending}"
        old.write_bytes(converted(source, ending))
        (found,) = given(old).recovered(NoLetters())
        assert_words(sop_of(definition_text(found)))
        assert found.digest == sha256(old.read_bytes()).hexdigest()
        if ending == "odt":
            assert (symbols(found), arrows(found), found.doubts) == (SYMBOLS, ARROWS, [])
        else:
            assert found.doubts
