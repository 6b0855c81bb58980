"""What npm brings for the checks of scripts: exactly these packages, from wherever npm finds them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import run
from tests.theme import tools


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((run.ROOT / name).read_text("utf-8"))
    return found


def test_the_lock_holds_what_is_asked_for_and_no_place() -> None:
    asked, packages = _read("package.json")["devDependencies"], _read(tools.LOCK)["packages"]
    assert packages.pop("")["devDependencies"] == asked
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked
    for name, package in packages.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", package["version"]), name
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_tools_are_got_once_for_every_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def npm(arguments: list[str], *, cwd: Path) -> int:
        asked.append(arguments)
        (cwd / "node_modules").mkdir(exist_ok=True)
        return 0

    monkeypatch.setattr(tools, "npm", npm)
    for text in ("1", "1", "2"):
        (tmp_path / tools.LOCK).write_text(text, "utf-8")
        assert tools.installed(tmp_path)
    assert asked == [["ci"], ["ci"]]


def test_without_a_network_it_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / tools.LOCK).write_text("{}", "utf-8")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(tools, "npm", lambda *_, **__: 1)
    assert tools.main("tsc") == 1
    assert "sambungan internet" in capsys.readouterr().err
