"""The packages that CI and `run.py` install: exactly these, from wherever, and all that pyproject.toml asks for."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import run

from . import lock


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    assert list(lock.faults()) == []


def test_a_package_that_is_missing_or_out_of_bounds_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (run.ROOT / "pyproject.toml").read_text("utf-8")
    spoilt = text.replace('"pydantic>=2.10,<3"', '"pydantic>=3", "tidak-ada>=1"')
    assert spoilt != text
    (tmp_path / "pyproject.toml").write_text(spoilt, "utf-8")
    (tmp_path / "requirements").symlink_to(run.ROOT / "requirements")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    assert lock.main() == 1
    told = capsys.readouterr().err
    assert "pydantic" in told
    assert "tidak-ada>=1 terkunci pada tidak satu pun" in told
    assert "python run.py lock" in told


@pytest.mark.parametrize("name", run.LOCKS)
def test_every_package_has_hashes_and_no_place_of_its_own(name: str) -> None:
    assert all(pin.hashes for pin in lock.pins(name))
    text = (run.ROOT / f"requirements/{name}.txt").read_text("utf-8")
    assert not [word for word in ("://", "--index", "--find-links", " @ ") if word in text]


def test_both_locks_agree() -> None:
    assert set(lock.pins("site")) <= set(lock.pins("test"))


def test_every_dependency_is_bounded() -> None:
    project = tomllib.loads((run.ROOT / "pyproject.toml").read_text("utf-8"))
    texts = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    texts += [text for extra in project["project"]["optional-dependencies"].values() for text in extra]
    bounds = {text: {one.operator for one in Requirement(text).specifier} for text in texts}
    assert [text for text, operators in bounds.items() if not {">=", "<"} <= operators] == []


def test_pip_takes_nothing_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the packages nor in what builds this one; and there is a way around for systems the lock does not fit."""
    asked: list[tuple[str, ...]] = []

    def call(*command: str, **_: bool) -> int:
        asked.append(command)
        return 0

    monkeypatch.setattr(run, "call", call)
    monkeypatch.delenv(run.UNLOCKED, raising=False)
    run.install("python", ["test"])
    locked, own = (command for command in asked if "install" in command)
    assert {"--require-hashes", "requirements/test.txt"} <= set(locked)
    assert {"--no-deps", "--no-build-isolation"} <= set(own)
    asked.clear()
    monkeypatch.setenv(run.UNLOCKED, "1")
    run.install("python", ["test"])
    (free,) = (command for command in asked if "install" in command)
    assert free[-2:] == ("--editable", ".[test]")
    assert "--require-hashes" not in free


def test_one_command_makes_both_locks_with_hashes_for_all_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[list[str], str]] = []

    def ran(command: list[str], *, input: str, **_: object) -> subprocess.CompletedProcess[str]:
        asked.append((command, input))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(run, "environment", lambda *_: "python")
    monkeypatch.setattr(run, "call", lambda *_, **__: 0)
    monkeypatch.setattr(subprocess, "run", ran)
    assert run.lock(["--upgrade"]) == 0
    for command, builders in asked:
        assert {"--universal", "--generate-hashes", "--upgrade", "pyproject.toml"} <= set(command)
        assert "hatchling" in builders
        assert "editables" in builders
    assert [command[command.index("--output-file") + 1] for command, _ in asked] == [
        f"requirements/{name}.txt" for name in run.LOCKS
    ]
