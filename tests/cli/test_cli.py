"""What all commands share: how they end when they are stopped, and how they say how far they are."""

from __future__ import annotations

import sys

import pytest

from sop_catalogue import cli
from sop_catalogue.commands import check
from sop_catalogue.commands.progress import Progress


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
