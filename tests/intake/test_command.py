"""`sop impor` from end to end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sop_catalogue.cli import main
from sop_catalogue.commands.impor import command, given
from sop_catalogue.commands.impor import office as office_program
from sop_catalogue.commands.impor.reader import Reader
from sop_catalogue.commands.impor.shown import Office
from tests.intake.word.maker import docx

ID = "boalemo/diskominfo/lakip"
OTHER = "blitar/dinas-pendidikan/pengelolaan-data-backbone"


@pytest.fixture
def office(tmp_path: Path, sheets: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue with one unit, and beside it a folder of what the office has."""
    unit = tmp_path / "sop_defs/kab/dinas"
    unit.mkdir(parents=True)
    (unit.parent / "pemda.yml").write_text("nama: Kabupaten Contoh\n", "utf-8")
    (unit / "unit.yml").write_text("nama: Dinas Contoh\n", "utf-8")
    old = tmp_path / "lama"
    (old / "dalam").mkdir(parents=True)
    (old / "lakip.pdf").write_bytes(sheets[ID])
    (old / "dalam" / "data.PDF").write_bytes(sheets[OTHER])
    (old / "dalam" / "rusak.pdf").write_bytes(b"%PDF-1.7 tidak utuh")
    (old / "denah.bmp").write_bytes(b"bukan SOP")
    (old / "halaman.html").write_text("hanya bila disebut", "utf-8")
    (old / "~$rapat.docx").write_bytes(b"sedang dibuka")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def defined(office: Path) -> dict[str, str]:
    files = (office / "sop_defs/kab/dinas").glob("*.yml")
    return {file.name: file.read_text("utf-8") for file in files if file.name != "unit.yml"}


def test_a_folder_with_a_broken_file(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impor", "lama"]) == 1
    out = capsys.readouterr().out
    assert [line.split(" ")[0] for line in out.splitlines()] == [
        *("siap", "gagal", "siap"),
        *("2", "Belum", "Periksa"),
    ]
    assert "lama/dalam/rusak.pdf: bukan PDF yang utuh" in out
    assert "19 simbol, 21 panah" in out
    assert len(defined(office)) == 2
    main(["check"])
    assert "galat [" not in capsys.readouterr().out


def test_nothing_is_written_twice_or_over(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impor", "lama/lakip.pdf", "--unit", "kab/dinas"]) == 0
    ((name, text),) = defined(office).items()
    target = office / "sop_defs/kab/dinas" / name
    target.write_text(text.replace("Mulai", "Disunting"), "utf-8")
    assert main(["impor", "lama/lakip.pdf"]) == 0
    assert "sudah diimpor" in capsys.readouterr().out
    assert "Disunting" in defined(office)[name]
    target.write_text("nama: Milik orang lain\n", "utf-8")
    assert main(["impor", "lama/lakip.pdf"]) == 0
    beside = name.replace(".yml", "-2.yml")
    assert defined(office) == {name: "nama: Milik orang lain\n", beside: text}


def test_a_text_as_a_scanning_service_gives_it(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scan = Path(__file__).parent / "marked_up/pindai/004_3dc229a0015e193f.txt"
    (office / "pindai").mkdir()
    (office / "pindai/kinerja.txt").write_bytes(scan.read_bytes())
    (office / "pindai/catatan.txt").write_text("bukan SOP", "utf-8")
    assert main(["impor", "pindai"]) == 1
    out = capsys.readouterr().out
    assert "perlu dilihat  pindai/kinerja.txt" in out
    assert "pindai/catatan.txt: tabel langkah" in out
    assert main(["impor", "lama/halaman.html"]) == 1
    (text,) = defined(office).values()
    assert "# PERIKSA: tertulis “Ya” di kolom Kepala Bidang" in text


@pytest.fixture
def word(office: Path) -> Path:
    (office / "lama/sop.docx").write_bytes(docx("sel"))
    return office / "lama/sop.docx"


@pytest.mark.skipif(os.name == "nt", reason="a script plays LibreOffice")
def test_word_with_a_drawing_made_by_libreoffice(
    word: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = Path(__file__).parent / "word/libreoffice/sel.pdf"
    program = tmp_path / "bin/soffice"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\n'
        f'/bin/mkdir -p "$2" && /bin/cp "{pdf}" "$2/dokumen.pdf"\n',
        "utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    assert main(["impor", str(word)]) == 0
    assert "siap           lama/sop.docx" in (out := capsys.readouterr().out), out
    assert "5 simbol, 5 panah" in out


def test_word_without_libreoffice(
    word: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(given, "soffice", lambda: None)
    monkeypatch.setattr(office_program, "soffice", lambda: None)
    word.with_suffix(".rtf").write_bytes(rb"{\rtf1 SOP}")
    assert main(["impor", str(word), str(word.with_suffix(".rtf"))]) == 1
    out = capsys.readouterr().out
    assert "perlu dilihat  lama/sop.docx" in out
    assert "lama/sop.rtf: LibreOffice tidak ditemukan; pasang, atau simpan dokumennya sebagai PDF" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tidak-ada.pdf"], "tidak ada"),
        (["lama/denah.bmp"], "simpan sebagai PDF"),
        (["sop_defs"], "tidak ada dokumen yang dapat dibaca"),
        (["lama", "--unit", "kab/lain"], "unit 'kab/lain' belum ada"),
    ],
)
def test_what_is_refused(
    office: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["impor", *words]) == 2
    assert said in capsys.readouterr().err
    assert not defined(office)


@pytest.mark.usefixtures("office")
def test_without_the_extra(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "find_spec", lambda _name: None)
    assert main(["impor", "lama"]) == 2
    assert 'pip install "sop-catalogue[impor]"' in capsys.readouterr().err


def test_a_document_that_takes_too_long_costs_only_itself(office: Path) -> None:
    with Reader(Office(), longest=0) as reader:
        late = reader.read(office / "lama/lakip.pdf")
    assert late.answer == "belum selesai terbaca setelah 0 detik"
    assert not late.lasting
    with Reader(Office()) as reader:
        assert isinstance(reader.read(office / "lama/lakip.pdf").answer, tuple)


@pytest.mark.skipif(os.name == "nt", reason="needs a signal")
def test_a_reader_that_dies_is_replaced(office: Path) -> None:
    with Reader(Office()) as reader:
        reader.read(office / "lama/dalam/rusak.pdf")
        assert reader._process is not None
        reader._process.kill()
        reader._process.join()
        assert "menghentikan pembacanya" in str(reader.read(office / "lama/lakip.pdf").answer)
        assert isinstance(reader.read(office / "lama/lakip.pdf").answer, tuple)
