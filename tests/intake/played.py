"""Programs that a test plays: scripts of Python, found on PATH under another's name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest


def played(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program of that name runs the script, and is all that is on PATH."""
    program = folder / "bin" / name
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nimport os, sys, time\nfrom pathlib import Path\n{script}\n", "utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
