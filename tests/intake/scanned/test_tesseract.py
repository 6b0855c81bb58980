"""Tesseract as a program beside: one that only plays it."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sop_catalogue.commands.impor import reader, tesseract
from sop_catalogue.commands.impor.kinds import kind_of, read_in_folders
from sop_catalogue.commands.impor.reader import Reader
from sop_catalogue.commands.impor.shown import Office
from sop_catalogue.intake.primitives import UnreadableError
from tests.intake.played import played
from tests.intake.scanned.letters import ASKEW, RECORDED
from tests.intake.scanned.paper import printed, scanned

PLAYED = pytest.mark.skipif(os.name == "nt", reason="a script plays Tesseract")
PNG = b"\x89PNG\r\n\x1a\n"
LISTS = (
    "if '--list-langs' in sys.argv:\n    sys.exit(print('List of available languages (2):\\neng\\nind'))\n"
)


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """What was found on this machine, before and after."""
    for known in (tesseract.tesseract, tesseract.missing):
        known.cache_clear()
    yield
    for known in (tesseract.tesseract, tesseract.missing):
        known.cache_clear()


def plays(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str, lists: str = LISTS) -> None:
    played("tesseract", folder, monkeypatch, lists + script)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))


@PLAYED
def test_it_is_asked_for_one_page_in_one_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plays(
        tmp_path,
        monkeypatch,
        "print(sys.argv[1:], os.environ['OMP_THREAD_LIMIT'], len(sys.stdin.buffer.read()))",
    )
    said = tesseract.words_of(bytes(1000))
    assert said.startswith("['stdin', 'stdout', '-l', 'ind'")
    assert said.endswith("1 1000\n")


@PLAYED
def test_what_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plays(tmp_path, monkeypatch, "time.sleep(60)")
    monkeypatch.setattr(tesseract, "LONGEST", 1.0)
    with pytest.raises(UnreadableError, match="belum selesai membacanya setelah 1 detik"):
        tesseract.words_of(b"P5 1 1 255\n0")


@PLAYED
def test_without_indonesian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plays(tmp_path, monkeypatch, "", lists="print('eng')")
    assert "belum punya bahasa Indonesia" in tesseract.missing()


@pytest.mark.parametrize(
    ("system", "remedy"),
    [("linux", "tesseract-ocr-ind"), ("win32", "UB-Mannheim"), ("darwin", "brew install")],
)
def test_without_tesseract_it_says_what_to_do(
    system: str, remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "tesseract", lambda: None)
    monkeypatch.setattr(sys, "platform", system)
    assert remedy in tesseract.missing()


@PLAYED
def test_a_picture_becomes_a_pdf_under_a_name_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plays(
        tmp_path,
        monkeypatch,
        "Path(f'{sys.argv[2]}.pdf').write_bytes(sys.argv[1].encode() + Path(sys.argv[1]).read_bytes())",
    )
    file = tmp_path / "-l eng .PNG"
    file.write_bytes(PNG)
    made = tesseract.as_pdf(file)
    assert made.endswith(b"/gambar.png" + PNG)
    assert not list(tmp_path.glob("sop-impor-*"))


@PLAYED
@pytest.mark.parametrize(
    ("content", "script", "said"),
    [
        (b"/etc/hostname\n", "Path(f'{sys.argv[2]}.pdf').write_bytes(b'%PDF')", "bukan gambar"),
        (PNG, "sys.exit(1)", "tidak dapat dibuka"),
        (PNG, "Path(f'{sys.argv[2]}.pdf').write_bytes(bytes(99))", "lebih besar"),
    ],
    ids=["a list of files", "fails", "too large"],
)
def test_what_goes_wrong_with_a_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, script: str, said: str
) -> None:
    plays(tmp_path, monkeypatch, script)
    monkeypatch.setattr(tesseract, "LARGEST", 50)
    file = tmp_path / "foto.png"
    file.write_bytes(content)
    with pytest.raises(UnreadableError, match=said):
        tesseract.as_pdf(file)


@PLAYED
def test_a_scan_is_read_by_the_process_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plays(tmp_path, monkeypatch, f"print(Path({str(RECORDED)!r}).read_text('utf-8'))")
    file = tmp_path / "pindai.pdf"
    file.write_bytes(scanned(printed(), ASKEW))
    with Reader(Office("kab/dinas", {}, "")) as one:
        reading = one.read(file)
    assert not isinstance(reading.answer, str)
    (sop,) = reading.answer
    assert (sop.name, sop.symbols, sop.settled) == ("Pelayanan Surat Masuk", 4, False)
    assert [picture.page for picture in reading.proof.pictures] == [1]


@PLAYED
def test_who_waits_too_long_for_letters_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plays(tmp_path, monkeypatch, "")
    monkeypatch.setattr(reader, "LONGEST_LETTERS", 0.0)
    file = tmp_path / "pindai.pdf"
    file.write_bytes(scanned(printed()))
    with Reader(Office("kab/dinas", {}, "")) as one:
        assert "terlalu banyak waktu" in str(one.read(file).answer)


def test_pictures_in_folders_are_no_documents_unless_scanners_make_them() -> None:
    names = ("pindai.tif", "pindai.TIFF", "denah.png", "foto.jpg")
    assert all(kind_of(Path(name)) for name in names)
    assert [name for name in names if read_in_folders(Path(name))] == ["pindai.tif", "pindai.TIFF"]
