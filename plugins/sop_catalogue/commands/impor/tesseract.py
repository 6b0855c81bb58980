"""Tesseract, where it is on the machine, reads the letters of a picture."""

from __future__ import annotations

import shutil
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ...intake.primitives import UnreadableError
from .beside import found, run

LONGEST, LARGEST = 60.0, 80_000_000
"""Seconds of a page, and bytes of the PDF of a picture."""
_LANGUAGE = "ind"
_SPARSE, _ONE_WORD = "11", "8"
"""How Tesseract takes a page apart: words wherever they are; and not at all, which is quick."""
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
_USUAL = {
    "win32": (
        "Program Files*/Tesseract-OCR/tesseract.exe",
        "Users/*/AppData/Local/Programs/Tesseract-OCR/tesseract.exe",
    ),
    "darwin": ("opt/homebrew/bin/tesseract", "usr/local/bin/tesseract", "opt/local/bin/tesseract"),
}
_INSTALL = {
    "win32": "pasang dari github.com/UB-Mannheim/tesseract/wiki, dan centang Indonesian di Additional language data",
    "darwin": "pasang dengan: brew install tesseract tesseract-lang",
}
_INSTALL_ELSEWHERE = "pasang dengan: sudo apt install tesseract-ocr-ind (Fedora: tesseract-langpack-ind)"
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
"""Of PNG, JPEG and TIFF. What begins otherwise Tesseract takes for a list of files to read."""


@cache
def tesseract() -> str | None:
    """Where it is."""
    return found(("tesseract",), _USUAL.get(sys.platform, ()))


@cache
def missing() -> str:
    """What there must be for a scanned page to be read; empty where it is."""
    program = tesseract()
    remedy = _INSTALL.get(sys.platform, _INSTALL_ELSEWHERE)
    if program is None:
        return f"hasil pindai hanya terbaca dengan Tesseract, yang tidak ditemukan di komputer ini; {remedy}"
    try:
        known = run([program, "--list-langs"], LONGEST).decode(errors="replace").split()
    except OSError:
        known = []
    if _LANGUAGE in known:
        return ""
    return f"Tesseract di komputer ini belum punya bahasa Indonesia (ind); {remedy}"


def words_of(picture: bytes) -> str:
    """Of a page, as a table."""
    said = ("-l", _LANGUAGE, "--dpi", "300", "--psm", _SPARSE, "tsv")
    return _run(["stdin", "stdout", *said], picture).decode("utf-8", errors="replace")


def as_pdf(file: Path) -> bytes:
    """A picture as a PDF that holds it: who reads it needs no decoder of its own for each kind of picture."""
    if why := missing():
        raise UnreadableError(why)
    with file.open("rb") as opened:
        if not opened.read(8).startswith(_BEGINNINGS):
            raise UnreadableError("bukan gambar PNG, JPEG, atau TIFF yang utuh")
    with TemporaryDirectory(prefix="sop-impor-", ignore_cleanup_errors=True) as folder:
        source, made = Path(folder, f"gambar{file.suffix.lower()}"), Path(folder, "gambar.pdf")
        shutil.copyfile(file, source)
        _run([str(source), str(made.with_suffix("")), "-l", _LANGUAGE, "--psm", _ONE_WORD, "pdf"])
        if not made.is_file() or not made.stat().st_size:
            raise UnreadableError("gambarnya tidak dapat dibuka; barangkali rusak, atau terlalu besar")
        if made.stat().st_size > LARGEST:
            raise UnreadableError(f"gambarnya lebih besar dari {LARGEST // 1_000_000} MB")
        return made.read_bytes()


def _run(words: list[str], given: bytes = b"") -> bytes:
    program = tesseract()
    assert program
    try:
        return run([program, *words], LONGEST, given, _ONE_THREAD)
    except TimeoutError:  # is an OSError, too
        raise UnreadableError(f"Tesseract belum selesai membacanya setelah {LONGEST:.0f} detik") from None
    except OSError as error:
        raise UnreadableError(f"Tesseract tidak dapat dijalankan ({error.strerror})") from None
