"""`sop beda`: two states of an SOP in words, as a page of its own, and as data."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from .conftest import Sop

BEFORE = "nama: Rapat\nlangkah:\n  - {kegiatan: Mengundang, pelaksana: Staf, waktu: 2 hari}\n"
AFTER = BEFORE.replace("2 hari", "1 hari kerja")
TOLD = "  - Langkah 1: waktu 2 hari → 1 hari kerja\n1 perubahan.\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "lama.yml").write_text(BEFORE)
    (tmp_path / "baru.yml").write_text(AFTER)
    return tmp_path


def test_two_files(sop: Sop, files: Path) -> None:
    done = sop("beda", "lama.yml", "baru.yml", "--html", "beda.html", "--json", "beda.json", cwd=files)
    assert done.code == 1
    assert done.out.startswith(f"Rapat: dari lama.yml ke baru.yml\n{TOLD}")
    found = json.loads((files / "beda.json").read_text("utf-8"))
    assert found["perubahan"] == [
        {"jenis": "berubah", "tentang": "isian", "tempat": "Langkah 1", "bagian": "waktu", "sebelum": "2 hari",
         "sesudah": "1 hari kerja", "kalimat": "Langkah 1: waktu 2 hari → 1 hari kerja"}
    ]  # fmt: skip
    assert found["bagan"] == [{"langkah": [{"sebelum": 1, "sesudah": 1, "jenis": "berubah"}]}]
    page = (files / "beda.html").read_text("utf-8")
    assert "url(" not in page and "http" not in page.replace("http-equiv", "").replace(
        "http://www.w3.org/2000/svg", ""
    )


def test_a_file_and_an_sop_of_the_catalogue(sop: Sop, project: Path) -> None:
    (project / "lama.yml").write_text(BEFORE)
    (project / "sop_defs/pemda/unit/rapat.yml").write_text(AFTER)
    done = sop("beda", "lama.yml", "rapat", cwd=project)
    assert (done.code, done.out) == (1, f"Rapat: dari lama.yml ke naskah sekarang\n{TOLD}")


def test_what_is_the_same_ends_well(sop: Sop, files: Path) -> None:
    done = sop("beda", "lama.yml", "lama.yml", cwd=files)
    assert (done.code, done.out) == (0, "Rapat: dari lama.yml ke lama.yml\nTidak ada perubahan.\n")


def test_what_is_unreadable_is_told_with_its_line(sop: Sop, files: Path) -> None:
    (files / "baru.yml").write_text("nama: Rapat\nlangkah: []\nkunci: x\n")
    done = sop("beda", "lama.yml", "baru.yml", cwd=files)
    assert done.code == 2
    assert "baru.yml belum terbaca" in done.err and ":3:" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lama.yml",), "sebutkan dua yang dibandingkan"),
        (("lama.yml", "tiada"), "SOP 'tiada' tidak ada"),
        (("lama.yml", "baru.yml", "--ke", "HEAD"), "--ke perlu --dari"),
        (("lama.yml", "baru.yml", "--dari", "HEAD"), "sebutkan satu SOP saja"),
    ],
)
def test_what_cannot_be_compared(sop: Sop, files: Path, words: tuple[str, ...], said: str) -> None:
    (files / "sop_defs").mkdir()
    done = sop("beda", *words, cwd=files)
    assert done.code == 2 and said in done.err


def test_commits(sop: Sop, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = project / "sop_defs/pemda/unit/rapat.yml"
    assert "tidak berada di repositori git" in sop("beda", "rapat", "--dari", "HEAD", cwd=project).err
    file.write_text(BEFORE)
    settings = ["-c", "user.name=S", "-c", "user.email=s@x", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "a"]):
        subprocess.run(["git", *settings, *words], cwd=project, check=True)
    file.write_text(AFTER)
    done = sop("beda", "rapat", "--dari", "HEAD", cwd=project)
    assert (done.code, done.out) == (1, f"Rapat: dari commit HEAD ke naskah sekarang\n{TOLD}")
    assert sop("beda", str(file), "--dari", "HEAD", "--ke", "HEAD", cwd=project).code == 0
    assert "commit '--all' tidak ada" in sop("beda", "rapat", "--dari=--all", cwd=project).err
    monkeypatch.setenv("PATH", "")
    assert "git tidak ditemukan" in sop("beda", "rapat", "--dari", "HEAD", cwd=project).err
