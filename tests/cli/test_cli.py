"""What all commands share: how they end when they are stopped, and how they say how far they are."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sop_catalogue import cli
from sop_catalogue.commands import check
from sop_catalogue.commands.progress import Progress

from .conftest import Sop


def test_ctrl_c_ends_a_command_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", stopped)
    assert cli.main(["check"]) == cli.INTERRUPTED
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("terminal", "said"),
    [
        (True, "".join(f"\rMencetak {done} dari 3 lembar" for done in (1, 2, 3)) + "\n"),
        (False, "".join(f"Mencetak {done} dari 3 lembar\n" for done in (1, 2, 3))),
    ],
)
def test_long_work_counts_in_one_line_on_a_terminal(
    terminal: bool, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    progress = Progress()
    for done in (1, 2, 3):
        progress(done, 3)
    Progress()(1, 1)
    assert capsys.readouterr() == ("", said)


def test_a_command_does_not_wait_for_the_others(tmp_path: Path) -> None:
    code = f"""
import sys
from sop_catalogue import cli
cli.main(["check", "--root", {str(tmp_path)!r}])
wanted = [f"sop_catalogue.commands.{{name}}" for name in cli.COMMANDS.values()]
print(*(name for name in wanted if name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "sop_catalogue.commands.check", done.stderr


def test_every_command_goes_by_its_name(sop: Sop) -> None:
    listed = re.findall(r"^    (\w+) +\S", sop("--help").out, re.MULTILINE)
    assert listed == [*cli.COMMANDS]
    for name in cli.COMMANDS:
        assert sop(name, "--help").out.startswith(f"pemakaian: sop {name} ")
