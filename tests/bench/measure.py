"""One command as a whole process: CPU time, wall time, peak memory; and what it left on the disk."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CAN_MEASURE = hasattr(os, "wait4")
MISSING = "CPU time and peak memory are missing: this system has no os.wait4 (on Windows, run it in WSL)."


class Ended(SystemExit):
    """A command that failed, with what it said: the end of the benchmark, unless somebody can do without."""


@dataclass(frozen=True, slots=True)
class Run:
    wall: float
    """Seconds."""
    cpu: float | None
    """User and system seconds of the process and its children."""
    peak: float | None
    """Largest resident memory of one process, in MB (10⁶ bytes)."""
    site_bytes: int = 0
    files: int = 0


MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")


def build(project: Path, command: Sequence[str] = MKDOCS, output: str = "site") -> Run:
    """One project, in a fresh process."""
    run = measure(command, project)
    sizes = [file.stat().st_size for file in (project / output).rglob("*") if file.is_file()]
    return Run(run.wall, run.cpu, run.peak, sum(sizes), len(sizes))


def measure(command: Sequence[str], folder: Path) -> Run:
    """Run to the end; a command that fails ends the benchmark with what it said.

    The caller must be small itself: until a child has started its program, Linux counts the memory of the
    process that made it as the child's own.
    """
    log = folder / "build.log"
    with log.open("wb") as out:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT)
        if CAN_MEASURE:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        else:
            process.wait()
        wall = time.perf_counter() - began
    if process.returncode:
        raise Ended(f"bench: {' '.join(command)} failed in {folder}:\n{log.read_text('utf-8')[-4000:]}")
    if not CAN_MEASURE:
        return Run(wall, None, None)
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)
