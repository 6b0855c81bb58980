from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sop_catalogue.cli import main

STEPS = "langkah:\n  - {kegiatan: Menerima, pelaksana: Loket}\n  - {kegiatan: Menyimpan, pelaksana: Loket}\n"


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


Sop = Callable[..., Done]


@pytest.fixture
def sop(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Sop:
    """Runs `sop` with these words, in a folder if one is given."""

    def run(*words: str | Path, cwd: Path | None = None) -> Done:
        if cwd:
            monkeypatch.chdir(cwd)
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Done(code, captured.out, captured.err)

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A catalogue without a fault, in a folder of its own."""
    place = tmp_path / "proyek"
    unit = place / "sop_defs/pemda/unit"
    unit.mkdir(parents=True)
    (unit.parent / "pemda.yml").write_text("nama: Pemda\n")
    (unit / "unit.yml").write_text("nama: Unit\n")
    (unit / "surat-masuk.yml").write_text(f"nama: Surat Masuk\n{STEPS}")
    (unit / "rapat.yml").write_text(f"nama: Rapat\nketerkaitan: {{teks: X, sop: surat-masuk}}\n{STEPS}")
    return place
