"""The command that sets everything up, on machines that lack something."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import run
from tests.browser.driving import chromium

SCRIPT = Path(run.__file__)
STEPS = {"gaya": 1, "paket": 0, "tipe": 2}
"""With their exit codes."""


def test_an_old_python_is_told_what_it_needs() -> None:
    code = f"import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path({str(SCRIPT)!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1
    assert "Perlu Python 3.11" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["apa"], 2), (["--help"], 0)])
def test_without_a_command_it_tells_the_commands(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(arguments) == code
    told = capsys.readouterr().out
    assert all(f"run.py {command} " in told for command in run.COMMANDS)


def test_the_package_is_installed_again_only_when_its_needs_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "base_prefix", "/")
    monkeypatch.setattr(run, "install", lambda _, extras: asked.append(extras))
    project = tmp_path / "pyproject.toml"
    project.write_text("1", "utf-8")
    for extras in ((), (), ("test",), ()):
        assert run.environment(*extras) == sys.executable
    project.write_text("2", "utf-8")
    run.environment()
    assert asked == [[], ["test"], ["test"]]


def test_what_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "call", lambda *_, **__: 1)
    with pytest.raises(run.Failure, match="sambungan internet"):
        run.install(sys.executable, ["test"])
    monkeypatch.setattr(run, "find_spec", lambda name: None if name == "ensurepip" else name)
    with pytest.raises(run.Failure, match="python3-venv"):
        run.make_environment(tmp_path)


@pytest.mark.parametrize(
    ("output", "code", "fails"),
    [
        ("INFO    -  Building\n", 0, False),
        ("INFO    -  Building\nWARNING -  Doc file …\n", 0, True),
        ("DeprecationWarning: …\n", 0, True),
        ("INFO    -  Building\n", 1, True),
    ],
)
def test_a_strict_build_is_silent(
    output: str, code: int, fails: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = subprocess.CompletedProcess([], code, stdout=output)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    built = run.strict_build("python")
    assert (bool(built.code), built.text) == (fails, output)


def test_all_steps_that_fail_are_named_and_each_talks_alone(capsys: pytest.CaptureFixture[str]) -> None:
    said = "print('satu', flush=True); import time; time.sleep(.2); print('dua'); raise SystemExit({code})"
    steps = {name: [sys.executable, "-c", said.format(code=code)] for name, code in STEPS.items()}
    with pytest.raises(run.Failure, match=r"gagal pada langkah: (gaya, tipe|tipe, gaya)$"):
        run.together({name: partial(run.told, command) for name, command in steps.items()})
    out = capsys.readouterr().out
    assert all(f"── {name}\nsatu\ndua\n" in out for name in steps)


def test_no_browser_is_a_failure_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chromium, "places", lambda: iter([Path("/tidak/ada")]))
    monkeypatch.setattr(chromium, "ways", lambda: iter([([sys.executable, "-c", "raise SystemExit(1)"],)]))
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    assert chromium.main() == 1
    assert "apt-get install chromium" in capsys.readouterr().err
    monkeypatch.setenv(chromium.VARIABLE, "/tidak/ada")
    assert chromium.main() == 1
    assert "/tidak/ada bukan peramban" in capsys.readouterr().err
