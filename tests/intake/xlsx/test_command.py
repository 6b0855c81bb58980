"""`sop impor` of a workbook, from end to end."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.cli import main
from tests.intake.xlsx.office import HABITS, workbook


def test_a_workbook_becomes_a_definition(
    tmp_path: Path, real: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = tmp_path / "sop_defs/kab/dinas"
    unit.mkdir(parents=True)
    (unit.parent / "pemda.yml").write_text("nama: Kabupaten Contoh\n", "utf-8")
    (unit / "unit.yml").write_text("nama: Dinas Contoh\n", "utf-8")
    entry = next(entry for entry in real.sops if entry.id == "boalemo/diskominfo/lakip")
    (tmp_path / "Lakip.XLSX").write_bytes(workbook(entry.sop, HABITS[0]))
    monkeypatch.chdir(tmp_path)
    assert main(["impor", "Lakip.XLSX"]) == 0
    assert "siap" in (out := capsys.readouterr().out)
    assert "19 simbol, 21 panah" in out
    main(["check"])
    assert "galat [" not in capsys.readouterr().out
