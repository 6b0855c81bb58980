"""`sop check`: what it looks at, what it says, how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import STEPS, Sop

UNIT = Path("sop_defs/pemda/unit")


def test_clean(sop: Sop, project: Path) -> None:
    done = sop("check", cwd=project)
    assert (done.code, done.err) == (0, "")
    assert done.out == "Bersih: 4 berkas diperiksa, tidak ada temuan.\n"


def test_a_finding_has_file_line_value_and_remedy(sop: Sop, project: Path) -> None:
    (project / UNIT / "rapat.yml").write_text(
        f"nama: Rapat\nketerkaitan: {{teks: X, sop: surat-masukk}}\n{STEPS}"
    )
    done = sop("check", cwd=project)
    assert done.code == 1
    assert done.out.startswith("sop_defs/pemda/unit/rapat.yml:2:")
    assert "tertulis : surat-masukk" in done.out
    assert "maksud Anda 'pemda/unit/surat-masuk'?" in done.out
    assert done.out.endswith("1 galat di 4 berkas.\n")


def test_known_oddities_are_shown_and_do_not_fail(sop: Sop, project: Path) -> None:
    more = "keterkaitan: {teks: X, sop: tidak-ada}\ndiketahui: {sop-asing: begitu di dokumennya}\n"
    (project / UNIT / "rapat.yml").write_text(f"nama: Rapat\n{more}{STEPS}")
    done = sop("check", cwd=project)
    assert done.code == 0
    assert "begitu di dokumennya" in done.out
    assert done.out.endswith("Bersih: 4 berkas diperiksa, 1 catatan.\n")


@pytest.mark.parametrize("path", ["sop_defs/pemda/unit/rapat.yml", "sop_defs/pemda/unit", "sop_defs", "."])
def test_of_a_part_only_its_findings_but_all_files_are_read(sop: Sop, project: Path, path: str) -> None:
    (project / UNIT / "lain.yml").write_text("nama: [\n")
    done = sop("check", path, cwd=project)
    assert ("lain.yml" in done.out) == (not path.endswith(".yml"))
    assert "sop-asing" not in done.out


@pytest.mark.parametrize("cwd", ["", "sop_defs", "sop_defs/pemda", "sop_defs/pemda/unit"])
def test_the_definitions_are_found_from_anywhere_in_the_project(sop: Sop, project: Path, cwd: str) -> None:
    assert sop("check", cwd=project / cwd).out.startswith("Bersih: 4 berkas")


def test_and_from_anywhere_by_a_path_into_them(sop: Sop, project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    assert sop("check", project / UNIT / "rapat.yml", cwd=elsewhere).out.startswith("Bersih: 1 berkas")
    assert sop("check", "--root", project / "sop_defs").out.startswith("Bersih: 4 berkas")
    done = sop("check")
    assert done.code == 2
    assert "--root" in done.err
    assert "sop init" in done.err


@pytest.mark.parametrize(
    "plugins",
    [
        "  - material/search\n  - sop-catalogue:\n      sop_defs: isi/definisi\n",
        "  sop-catalogue:\n    sop_defs: isi/definisi\n",
    ],
)
def test_the_settings_of_the_site_say_where_they_are(sop: Sop, project: Path, plugins: str) -> None:
    (project / "isi").mkdir()
    (project / "sop_defs").rename(project / "isi/definisi")
    emoji = "markdown_extensions:\n  - x:\n      a: !!python/name:material.x\n      b: !ENV [A, 1]\n"
    (project / "mkdocs.yml").write_text(f"site_name: X\nplugins:\n{plugins}{emoji}", "utf-8")
    (project / "docs").mkdir()
    assert sop("check", cwd=project / "docs").out.startswith("Bersih: 4 berkas")
    assert sop("check", cwd=project / "isi/definisi/pemda").out.startswith("Bersih: 4 berkas")


def test_settings_that_name_no_folder(sop: Sop, project: Path) -> None:
    (project / "mkdocs.yml").write_text("plugins: [{sop-catalogue: {sop_defs: hilang}}]\n")
    done = sop("check", cwd=project)
    assert (done.code, done.out) == (2, "")
    assert "hilang" in done.err


@pytest.mark.parametrize("settings", ["", "[", "plugins: {", "- a", "plugins: 3", "a: *b", "\x00"])
def test_settings_that_cannot_be_read_are_passed_over(sop: Sop, project: Path, settings: str) -> None:
    (project / "mkdocs.yml").write_text(settings)
    assert sop("check", cwd=project).code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "tidak-ada.yml"], "tidak ada berkas atau folder 'tidak-ada.yml'"),
        (["check", "--root", "tidak-ada"], "'tidak-ada' tidak ada"),
        (["check", "catatan.txt", "--root", "sop_defs"], "di luar folder definisi"),
        (["check", "sop_defs/catatan.txt"], "bukan berkas definisi: akhirannya bukan .yml"),
        (["check", "sop_defs/_arsip.yml"], "diawali . atau _"),
        (["check", "--format", "xml"], "--format: 'xml' tidak dikenal"),
        (["check", "--formt", "json"], "tidak dikenal: --formt"),
        (["check", "--root"], "--root perlu diikuti"),
        (["periksa"], "'periksa' tidak dikenal"),
        ([], "pemakaian: sop"),
    ],
)
def test_bad_usage_is_told_in_indonesian(sop: Sop, project: Path, words: list[str], said: str) -> None:
    for name in ("catatan.txt", "sop_defs/catatan.txt", "sop_defs/_arsip.yml"):
        (project / name).write_text("?")
    done = sop(*words, cwd=project)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    for english in ("usage:", "error:", "invalid", "required"):
        assert english not in done.err


def test_two_catalogues_at_once(sop: Sop, project: Path, tmp_path: Path) -> None:
    (tmp_path / "lain/sop_defs").mkdir(parents=True)
    assert "berlainan" in sop("check", project, tmp_path / "lain").err


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("rusak.yml", "nama: [", "kurung"),
        ("tab.yml", "nama: X\nlangkah:\n\t- kegiatan: A", "tab"),
        ("kosong.yml", "", "berkas-kosong"),
        ("latin.yml", b"nama: caf\xe9", "pengodean"),
        ("besar.yml", b"a" * 5_000_000, "berkas-besar"),
        ("dalam.yml", "a: " + "[" * 3000, "terlalu-dalam"),
        ("Nama Berspasi & Ganjil.yml", "nama: [", "kurung"),
        ("CON.yml", "nama: X", "nama-berkas"),
        ("Surat Masuk.yml", "nama: X", "nama-kembar"),
        ("surat.yml.txt", "nama: X", "akhiran"),
    ],
)
def test_any_file_gives_findings_never_a_traceback(
    sop: Sop, project: Path, name: str, content: str | bytes, code: str
) -> None:
    file = project / UNIT / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    whole = sop("check", cwd=project)
    assert whole.code == 1
    assert f"[{code}]" in whole.out
    if code != "nama-kembar":
        alone = sop("check", UNIT / name)
        assert (alone.code, f"[{code}]" in alone.out) == (1, True)


def test_odd_things_in_the_folder(sop: Sop, project: Path) -> None:
    (project / UNIT / "x.yml").mkdir()
    (project / UNIT / "putar.yml").symlink_to("putar.yml")
    (project / "sop_defs/lingkar").symlink_to("..")
    done = sop("check", cwd=project)
    assert done.code == 1
    assert done.out.count("[tak-terbaca]") == 2
    assert done.out.count("[tautan-folder]") == 1
    assert sop("check", UNIT / "x.yml").out.count("[tak-terbaca]") == 1
    assert sop("check", UNIT / "putar.yml").out.count("[tak-terbaca]") == 1


def test_an_empty_folder(sop: Sop, tmp_path: Path) -> None:
    (tmp_path / "sop_defs").mkdir()
    done = sop("check", cwd=tmp_path)
    assert (done.code, done.out) == (0, "Tidak ada berkas definisi (.yml) di sini.\n")


def test_json(sop: Sop, project: Path) -> None:
    (project / UNIT / "rapat.yml").write_text("nama: Rapat\nnomer: é\n", "utf-8")
    done = sop("check", "--format", "json", cwd=project)
    report = json.loads(done.out)
    finding = report.pop("temuan")[0]
    assert done.code == 1
    assert report == {
        "versi": "1.1",
        "akar": "sop_defs",
        "berkas": 4,
        "jumlah": {"galat": 1, "peringatan": 0, "saran": 0, "catatan": 0},
    }
    assert set(finding) == {
        "tingkat", "kode", "pesan", "berkas", "baris", "kolom", "isian", "tertulis", "mestinya", "perbaikan",
    }  # fmt: skip
    assert all(key in sop("check", "--help").out for key in (*report, *finding))


def test_equal_numbers_and_titles_are_told_unasked(sop: Sop, project: Path) -> None:
    for name in ("rapat", "lain"):
        (project / UNIT / f"{name}.yml").write_text(f"nama: Rapat Dinas\nnomor: 1/2026\n{STEPS}")
    done = sop("check", cwd=project)
    assert done.code == 0
    assert done.out.count("saran [judul-kembar]") == done.out.count("saran [nomor-kembar]") == 2
    assert "satu-arah" not in done.out
    assert sop("check", UNIT / "lain.yml").out.count("kembar]") == 2


def test_a_document_in_the_folder_is_told_and_fails_nothing(sop: Sop, project: Path) -> None:
    (project / UNIT / "Surat Masuk.DOCX").write_bytes(b"PK")
    done = sop("check", cwd=project)
    assert done.code == 0
    assert "sop_defs/pemda/unit/Surat Masuk.DOCX:1:1: saran [dokumen]" in done.out


def test_the_web_is_told_when_asked_and_never_fails(sop: Sop, project: Path) -> None:
    file = project / UNIT / "rapat.yml"
    file.write_text(f"nama: Rapat\nketerkaitan: [Surat Masuk, SOP Cuti Besar]\n{STEPS}")
    assert sop("check", cwd=project).out == "Bersih: 4 berkas diperiksa, tidak ada temuan.\n"
    done = sop("check", "--web", cwd=project)
    assert done.code == 0
    assert "sop_defs/pemda/unit/rapat.yml:2:1: saran [satu-arah]" in done.out
    assert "sop_defs/pemda/unit/rapat.yml:2:1: saran [sop-belum-ada]" in done.out
    assert "     1  Cuti Besar" in done.out
    assert done.out.endswith("Bersih: 4 berkas diperiksa, 2 saran.\n")


def test_the_web_of_a_part_and_as_json(sop: Sop, project: Path) -> None:
    for name in ("rapat", "lain"):
        (project / UNIT / f"{name}.yml").write_text(f"nama: {name}\nketerkaitan: [SOP Cuti Besar]\n{STEPS}")
    done = sop("check", "--web", "--format", "json", UNIT / "rapat.yml", cwd=project)
    report = json.loads(done.out)
    assert {found["berkas"] for found in report["temuan"]} == {"sop_defs/pemda/unit/rapat.yml"}
    assert {found["tingkat"] for found in report["temuan"]} == {"saran"}
    ids = ["pemda/unit/lain", "pemda/unit/rapat"]
    assert report["belum_ditulis"] == [{"judul": "Cuti Besar", "pemda": "pemda", "disebut_oleh": ids}]
    assert all(key in sop("check", "--help").out for key in report)


def test_a_near_title_fails_until_it_is_known(sop: Sop, project: Path) -> None:
    file = project / UNIT / "rapat.yml"
    near = f"nama: Rapat\nketerkaitan: [Surat Masukk]\n{STEPS}"
    file.write_text(near)
    done = sop("check", cwd=project)
    assert done.code == 1
    assert "Mungkin maksudnya “Surat Masuk”" in done.out
    file.write_text(f"{near}diketahui: {{sop-mirip: memang lain}}\n")
    assert sop("check", cwd=project).code == 0
    file.write_text(near.replace("[Surat Masukk]", "{teks: Surat Masukk, sop: pemda/unit/surat-masuk}"))
    assert sop("check", cwd=project).code == 0


def test_colours_only_on_a_terminal(sop: Sop, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / UNIT / "rapat.yml").write_text('nama: Rapat\nstatus: "\\e[2Jmati"\n')
    plain = sop("check", cwd=project).out
    assert "\x1b" not in plain
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    coloured = sop("check").out
    assert "\x1b[31mgalat" in coloured.replace(" ", "")
    assert "\x1b[2J" not in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert sop("check").out == plain


def run_process(cwd: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "sop_catalogue.cli", *words]
    return subprocess.run(command, cwd=cwd, env={**os.environ, **settings}, capture_output=True, check=False)


def test_a_console_that_speaks_no_utf8(project: Path) -> None:
    (project / UNIT / "rapat.yml").write_text("nama: Rapat\nstatus: “konsep” – 主\n", "utf-8")
    done = run_process(project, "check", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 1
    assert "“konsep” – 主" in done.stdout.decode("utf-8")
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix is needed")
def test_a_reader_that_goes_away(project: Path) -> None:
    for n in range(200):
        (project / UNIT / f"rusak-{n}.yml").write_text("nama: [\n" * 20)
    shell = f'"{sys.executable}" -m sop_catalogue.cli check | head -n 1'
    done = subprocess.run(["sh", "-c", shell], cwd=project, capture_output=True, check=False)
    assert b"rusak-0" in done.stdout
    assert done.stderr == b""


def test_a_chart_too_wide_for_the_paper_of_the_office_is_told(sop: Sop, project: Path) -> None:
    steps = "".join(f"  - {{kegiatan: Tahap {n}, pelaksana: {chr(65 + n) * 3}}}\n" for n in range(19))
    (project / UNIT / "rapat.yml").write_text(f"nama: Rapat\nlangkah:\n{steps}")
    done = sop("check", cwd=project)
    assert done.code == 0
    assert done.out.startswith("sop_defs/pemda/unit/rapat.yml:2:1: saran [huruf-kecil]")
    assert "untuk kertas A4" in done.out and "bagi 19 pelaksananya ke beberapa bagan" in done.out
    (project / "mkdocs.yml").write_text("plugins: [{sop-catalogue: {cetak: {kertas: Legal}}}]\n")
    assert "untuk kertas Legal" in sop("check").out
    (project / "mkdocs.yml").write_text("plugins: [{sop-catalogue: {cetak: false}}]\n")
    assert "huruf-kecil" not in sop("check").out
