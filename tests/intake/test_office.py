"""Conversion by LibreOffice: one that only plays it, and the real one where it is."""

from __future__ import annotations

import os
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sop_catalogue.commands.impor import office
from sop_catalogue.commands.impor.office import MISSING, converted, soffice
from sop_catalogue.intake.pdf.reading import read_pdf
from sop_catalogue.intake.primitives import UnreadableError
from tests.intake.played import played

PLAYED = pytest.mark.skipif(os.name == "nt", reason="a script plays LibreOffice")
REAL = pytest.mark.skipif(soffice() is None, reason="LibreOffice is not on this machine")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    file = tmp_path / "-SOP lama .RTF"
    file.write_bytes(rb"{\rtf1 Pelayanan Surat Masuk}")
    return file


_MAKES = """
words = sys.argv[1:]
out, source = Path(words[words.index("--outdir") + 1]), Path(words[-1])
out.mkdir()
(out / f"{source.stem}.{words[words.index('--convert-to') + 1]}").write_bytes(source.read_bytes() + str(words).encode())
"""


@PLAYED
def test_the_document_under_a_name_of_ours(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played("soffice", tmp_path, monkeypatch, _MAKES)
    made = converted(document, "pdf").decode()
    assert made.startswith(r"{\rtf1 Pelayanan Surat Masuk}")
    assert "/dokumen.rtf" in made and "SOP lama" not in made


@PLAYED
def test_each_has_a_profile_of_its_own_that_is_gone_afterwards(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played("soffice", tmp_path, monkeypatch, _MAKES)
    profiles = {
        word
        for _ in range(2)
        for word in converted(document, "pdf").decode().split("'")
        if word.startswith("-env:UserInstallation=file:///")
    }
    assert len(profiles) == 2
    assert not [p for p in profiles if Path(p.removeprefix("-env:UserInstallation=file://")).exists()]


@PLAYED
@pytest.mark.parametrize(
    ("script", "said"),
    [("sys.exit(1)", "tidak dapat membukanya"), ("pass", "tidak dapat membukanya"), ("time.sleep(60)", "setelah 1 detik")],
    ids=["fails", "makes nothing", "takes too long"],
)  # fmt: skip
def test_what_goes_wrong(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    played("soffice", tmp_path, monkeypatch, script)
    with pytest.raises(UnreadableError, match=said):
        converted(document, "pdf", longest=1)


@PLAYED
def test_too_much_comes_of_it(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played("soffice", tmp_path, monkeypatch, _MAKES)
    monkeypatch.setattr(office, "LARGEST", 9)
    with pytest.raises(UnreadableError, match="lebih besar"):
        converted(document, "pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_its_children_end_with_it(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "anak"
    script = f"pid = os.fork()\nif pid:\n    Path({str(note)!r}).write_text(str(pid))\ntime.sleep(60)"
    played("soffice", tmp_path, monkeypatch, script)
    with pytest.raises(UnreadableError):
        converted(document, "pdf", longest=2)
    child = int(note.read_text())
    for _ in range(50):
        if (
            not Path(f"/proc/{child}").exists()
            or "Z" in Path(f"/proc/{child}/stat").read_text().split(")")[1][:3]
        ):
            return
        time.sleep(0.1)
    pytest.fail("a child still runs")


def test_without_libreoffice(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "soffice", lambda: None)
    with pytest.raises(UnreadableError, match="pasang, atau simpan"):
        converted(document, "pdf")
    assert "PDF" in MISSING


@REAL
def test_the_real_one_makes_a_pdf(document: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        for made in pool.map(converted, [document, document], ["pdf", "pdf"]):
            words = [word.text for page in read_pdf("x.pdf", made).pages for word in page.words]
            assert words == ["Pelayanan", "Surat", "Masuk"]


@REAL
def test_the_real_one_asks_nobody(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        file = tmp_path / "tautan.html"
        file.write_text(f'<p>Halo</p><img src="http://127.0.0.1:{server.getsockname()[1]}/x.png">', "utf-8")
        assert converted(file, "pdf").startswith(b"%PDF")
        with pytest.raises(TimeoutError):
            server.accept()
