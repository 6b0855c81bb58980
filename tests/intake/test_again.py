"""Documents imported again: the same, edited since, changed; a run that was broken off; two that read at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event

import pytest

from sop_catalogue.cli import main
from sop_catalogue.commands.impor.changed import change, remaining
from sop_catalogue.commands.impor.coded import code_in, with_code, without_code
from sop_catalogue.commands.impor.crew import Crew
from sop_catalogue.commands.impor.readings import Doubt
from sop_catalogue.intake.pdf.reading import read_pdf
from sop_catalogue.intake.reading import recovered
from tests.intake.flows import sop_of
from tests.intake.shelf import Beside, defined, office, put, take_place

DOUBTS = ["panah tanpa ujung", "cabang tanpa label"]


@pytest.fixture
def unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    take_place(monkeypatch)
    monkeypatch.chdir(tmp_path)
    return office(tmp_path)


def test_what_has_not_changed_is_not_read_again(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = put(Path("lama/a.uji"), "Satu"), put(Path("lama/b.uji"), "Dua", benih=4, ragu=DOUBTS)
    assert main(["impor", "lama"]) == 0
    first, before = capsys.readouterr().out, defined(unit)
    pages = {page: page.read_bytes() for page in Path("laporan-impor").rglob("*.html")}
    Beside.read_so_far.clear()
    assert main(["impor", "lama"]) == 0
    assert Beside.read_so_far == []
    assert defined(unit) == before
    assert {page: page.read_bytes() for page in pages} == pages
    assert capsys.readouterr().out.replace(" (sudah diimpor; tidak ditulis lagi)", "") == first
    put(two, "Dua", benih=4, ragu=DOUBTS[:1])
    (unit.parent / "pemda.yml").write_text("nama: Kabupaten Lain\n", "utf-8")
    assert main(["impor", str(one)]) == 0
    assert Beside.read_so_far == ["a.uji"], "for another office it looks different"


@pytest.mark.parametrize("lost", ["*.png", "*.bacaan", "1.html"])
def test_what_is_missing_of_a_report_is_made_again(unit: Path, lost: str) -> None:
    put(Path("lama/a.uji"), "Satu", ragu=DOUBTS)
    assert main(["impor", "lama"]) == 0
    (file,) = Path("laporan-impor/dokumen").glob(f"*/{lost}")
    whole = file.read_bytes()
    file.unlink()
    assert main(["impor", "lama"]) == 0
    assert file.read_bytes() == whole
    assert len(defined(unit)) == 1


def test_marks_that_an_author_has_taken_away_are_not_told_again(
    unit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(Path("lama/a.uji"), "Satu", ragu=DOUBTS)
    assert main(["impor", "lama"]) == 0
    ((name, text),) = defined(unit).items()
    for left in (1, 0):
        lines = (unit / name).read_text("utf-8").splitlines(keepends=True)
        mark = next(k for k, line in enumerate(lines) if "# PERIKSA" in line)
        (unit / name).write_text("# Disunting\n" + "".join(lines[:mark] + lines[mark + 1 :]), "utf-8")
        capsys.readouterr()
        assert main(["impor", "lama"]) == 0
        assert ("1 perlu diperiksa" in capsys.readouterr().out) == bool(left)
    assert defined(unit)[name].count("# Disunting") == 2
    assert text.count("# PERIKSA") == 2


def test_a_definition_is_shown_as_its_author_has_made_it(
    unit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(Path("lama/a.uji"), "Satu", ragu=DOUBTS)
    assert main(["impor", "lama"]) == 0
    ((name, text),) = defined(unit).items()
    (page,) = Path("laporan-impor/dokumen").glob("*/1.html")
    assert "Kegiatan ke-3" in page.read_text("utf-8")
    (unit / name).write_text(text.replace("Kegiatan ke-3", "Menandatangani"), "utf-8")
    assert main(["impor", "lama"]) == 0
    html = page.read_text("utf-8")
    assert "Menandatangani" in html
    assert "Kegiatan ke-3" not in html
    assert [html.count(f'id="{side}-1"') for side in ("keraguan", "asal", "hasil")] == [1, 1, 1]
    (unit / name).write_text(text.replace("kegiatan: Kegiatan ke-3", "kegiatn: Salah"), "utf-8")
    capsys.readouterr()
    assert main(["impor", "lama"]) == 0
    assert "galat: " in capsys.readouterr().out


def test_lines_are_those_of_the_definition_as_it_stands() -> None:
    doubts = tuple(Doubt(words, line) for words, line in (("satu", 3), ("dua", 5), ("satu", 7)))
    text = "# sisipan\n\n\n# PERIKSA: satu\n  # PERIKSA: satu\n"
    assert [(one.words, one.line) for one in remaining(doubts, text)] == [("satu", 4), ("satu", 5)]


@pytest.mark.parametrize("title", ["Satu", "Judul lain"])
def test_a_document_that_changed_is_told_and_nothing_is_written_over(
    unit: Path, capsys: pytest.CaptureFixture[str], title: str
) -> None:
    file = put(Path("lama/a.uji"), "Satu", hukum=["UU 25/2009"])
    assert main(["impor", "lama"]) == 0
    (name,) = defined(unit)
    edited = (unit / name).read_text("utf-8") + "catatan_penyunting: Sudah diperiksa\n"
    (unit / name).write_text(edited, "utf-8")
    put(file, title, hukum=["UU 25/2009", "PP 96/2012"])
    capsys.readouterr()
    assert main(["impor", "lama"]) == 0
    out = capsys.readouterr().out
    assert "perlu dilihat" in out
    assert "dokumennya berubah" in out
    assert "Dasar Hukum" in out
    assert defined(unit) == {name: edited}
    assert "PP 96/2012" in Path(f"laporan-impor/baru/kab/dinas/{name}").read_text("utf-8")
    (*_, page) = sorted(Path("laporan-impor/dokumen").glob("*/1.html"), key=lambda p: p.stat().st_mtime)
    assert '<span class="tambah">+' in page.read_text("utf-8")


def test_every_definition_has_a_code_that_stays(unit: Path) -> None:
    """Also where it was taken away and imported again; an author's own stands in what a changed document gives."""
    file = put(Path("lama/a.uji"), ["Satu", "Dua"])
    assert main(["impor", "lama"]) == 0
    before = defined(unit)
    codes = {name: code_in(text) for name, text in before.items()}
    assert len({*codes.values(), ""}) == 3
    for name, text in before.items():
        assert sop_of(text).kode == codes[name]
        (unit / name).unlink()
    assert main(["impor", "lama"]) == 0
    assert defined(unit) == before
    (name, *_) = before
    (unit / name).write_text(with_code(without_code(before[name]), "milik-kami"), "utf-8")
    put(file, ["Satu", "Dua"], hukum=["UU 25/2009"])
    assert main(["impor", "lama"]) == 0
    anew = Path(f"laporan-impor/baru/kab/dinas/{name}").read_text("utf-8")
    assert (code_in(anew), "UU 25/2009" in anew) == ("milik-kami", True)


@pytest.mark.parametrize(
    "name", ["nama: Satu\n", "nama: >-\n  Satu\n  dua\n", '# a\nnama: "Satu: kode: x"\n']
)
def test_a_code_stands_behind_the_name(name: str) -> None:
    text = f"{name}nomor: 1\nlangkah:\n  - kegiatan: Satu\n    kode: lain\n"
    coded = with_code(text, "b2c3d4")
    assert coded.index("kode: b2c3d4\nnomor") == len(name)
    assert (code_in(coded), code_in(text), without_code(coded)) == ("b2c3d4", "", text)


def test_a_document_that_says_the_same_in_another_file_is_the_same(
    unit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = put(Path("lama/a.uji"), "Satu")
    assert main(["impor", "lama"]) == 0
    file.write_bytes(file.read_bytes() + b"\n")
    before = defined(unit)
    assert main(["impor", "lama"]) == 0
    assert "sudah diimpor" in capsys.readouterr().out
    assert defined(unit) == before


def test_several_sops_of_one_title_in_one_document_are_told_apart_again(unit: Path) -> None:
    put(Path("lama/a.uji"), ["Satu", "Satu", "Satu"])
    assert main(["impor", "lama"]) == 0
    before = defined(unit)
    assert len(before) == 3
    assert main(["impor", "lama"]) == 0
    assert defined(unit) == before


def test_a_definition_under_another_name_and_title_is_still_that_of_its_document(unit: Path) -> None:
    put(Path("lama/a.uji"), "Satu")
    assert main(["impor", "lama"]) == 0
    ((name, text),) = defined(unit).items()
    (unit / name).rename(unit / "lain.yml")
    (unit / "lain.yml").write_text(text.replace("nama: Satu", "nama: Kesatu"), "utf-8")
    assert main(["impor", "lama"]) == 0
    assert list(defined(unit)) == ["lain.yml"]


GOLDEN = """\
--- a.yml (yang ada)
+++ a.yml (dari dokumen)
@@ -2,5 +2,5 @@
 langkah:
   - kegiatan: Menerima surat
-    waktu: 5 menit
+    waktu: 1 jam
   - {kegiatan: Mencatat, pelaksana: Staf}
 sumber: {teks: Diimpor; SHA-256 …, berkas: a.pdf}"""


def test_a_change_is_shown_line_by_line_and_in_words() -> None:
    before = "nama: Uji\nlangkah:\n  - kegiatan: Menerima surat\n    waktu: 5 menit\n  - {kegiatan: Mencatat, pelaksana: Staf}\n"
    after = before.replace("5 menit", "1 jam").replace("  - {", "  # PERIKSA: panah\n  - {")
    source = "sumber: {{teks: Diimpor; SHA-256 {}, berkas: a.pdf}}\n"
    found = change(before + source.format("0" * 16), after + source.format("1" * 16), "a.yml")
    assert found
    assert found.said == ("Langkah 1: waktu 5 menit → 1 jam",)
    assert "\n".join(found.lines) == GOLDEN
    assert change(before, before.replace("langkah:\n", "langkah:\n  # PERIKSA: panah\n"), "a.yml") is None


def run(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "sop_catalogue.cli", "impor", "lama", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


@pytest.fixture
def pdfs(tmp_path: Path, sheets: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four real documents; a catalogue for them."""
    monkeypatch.chdir(tmp_path)
    unit = office(tmp_path)
    Path("lama").mkdir()
    for k, data in enumerate(list(sheets.values())[:4]):
        Path(f"lama/{k}.pdf").write_bytes(data)
    return unit


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
@pytest.mark.halved
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT] if os.name != "nt" else [])
def test_a_run_that_was_broken_off_goes_on(pdfs: Path, how: signal.Signals) -> None:
    broken = run("--kerja", "1")
    assert broken.stdout
    broken.stdout.readline()
    broken.stdout.readline()
    os.kill(broken.pid, how)
    out, _ = broken.communicate(timeout=60)
    so_far = defined(pdfs)
    assert 2 <= len(so_far) < 4
    assert all(text.endswith("\n") and "sumber:" in text for text in so_far.values())
    if how is signal.SIGINT:
        assert broken.returncode == 130
        assert "Jalankan lagi perintah yang sama" in out
        assert "dihentikan" in Path("laporan-impor/index.html").read_text("utf-8")
    again, _ = run().communicate(timeout=300)
    assert again.count("sudah diimpor") == len(so_far)
    assert len(defined(pdfs)) == 4
    assert all(defined(pdfs)[name] == text for name, text in so_far.items())


def test_two_that_read_at_once_give_what_one_gives(pdfs: Path) -> None:
    one, _ = run("--kerja", "1").communicate(timeout=300)
    alone = defined(pdfs)
    for file in alone:
        (pdfs / file).unlink()
    two, _ = run("--kerja", "2", "--laporan", "lain").communicate(timeout=300)
    assert two == one.replace("laporan-impor/", "lain/")
    assert defined(pdfs) == alone


def test_rows_stand_where_their_words_stand(sheets: dict[str, bytes]) -> None:
    document = read_pdf("x.pdf", next(iter(sheets.values())))
    (sop,) = recovered(document)
    for step in (step for chart in sop.charts for step in chart.steps):
        for spot in step.spots:
            page = document.pages[spot.page - 1]
            assert 0 <= spot.box.top < spot.box.bottom <= page.height
            assert spot.page in sop.pages
        found = {
            word.text for spot in step.spots for word in document.pages[spot.page - 1].words
            if spot.box.holds(word.box.center)
        }  # fmt: skip
        assert set(" ".join(step.activity).split()) & found


class Hand:
    def __init__(self) -> None:
        self.ended = Event()

    def end(self) -> None:
        self.ended.set()


def test_answers_come_in_the_order_of_the_questions() -> None:
    files = [Path(str(k)) for k in range(40)]

    def work(_hand: Hand, file: Path) -> str:
        time.sleep(0.02 if int(file.name) % 7 == 0 else 0)
        return file.name

    with Crew([Hand(), Hand(), Hand()]) as crew:
        assert list(crew.each(work, files)) == [str(k) for k in range(40)]


def test_whoever_stops_waiting_ends_all_hands() -> None:
    hands = [Hand(), Hand()]
    ended: list[bool] = []

    def work(hand: Hand, file: Path) -> str:
        if file.name != "0":
            ended.append(hand.ended.wait(120))
        return file.name

    with Crew(hands) as crew:
        assert next(crew.each(work, [Path(str(k)) for k in range(20)])) == "0"
    assert all(hand.ended.is_set() for hand in hands)
    assert all(ended)
