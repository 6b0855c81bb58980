"""MkDocs in processes that have everything imported when they begin: of a small build that is the longer half."""

from __future__ import annotations

import multiprocessing
import os
import runpy
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

TOOL = "mkdocs"
"""ProperDocs, once imported, stands in its place."""
IMPORTED = (
    "mkdocs.commands.build",
    "material.plugins.search.plugin",
    "sop_catalogue.plugin",
    "sop_catalogue.press.site_pdf",
)
_STEADY = ("PYTHONUTF8", "PYTHONHASHSEED")
"""What tells Python at its start what it has to be, and what of it has long been settled."""
_FIRST = "sitecustomize.py"
"""What Python reads before anything else; here it comes after the imports, and changes what they have brought."""
LIMIT = 300.0


def can_run(tool: str, environment: Mapping[str, str]) -> bool:
    """Whether that is the same as in a Python of its own."""
    return (
        tool == TOOL
        and "forkserver" in multiprocessing.get_all_start_methods()
        and all(environment.get(key) == os.environ.get(key) for key in _STEADY)
    )


def run(words: Sequence[str], cwd: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """As `python -m` with these words: how it ended, and what it said."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*IMPORTED])
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        process = context.Process(target=_child, args=([*words], cwd, dict(environment), log))
        process.start()
        process.join(LIMIT)
        if process.exitcode is None:
            process.kill()
            raise TimeoutError(f"{words} takes over {LIMIT:.0f} s")
        return process.exitcode, log.read_text("utf-8")


def _child(words: list[str], cwd: Path, environment: dict[str, str], log: Path) -> None:
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(written, stream.fileno())
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for folder in environment.get("PYTHONPATH", "").split(os.pathsep):
        if (file := Path(folder, _FIRST)).is_file():
            runpy.run_path(str(file))
    sys.argv = words
    runpy.run_module(words[0], run_name="__main__", alter_sys=True)
