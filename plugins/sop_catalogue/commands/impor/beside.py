"""A program run beside: to its end, or to the end of its time; then with all that it started."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path

MOST_MEMORY = 2_000_000_000
"""Bytes that it may take, where that can be limited."""


def found(names: Iterable[str], usual: Iterable[str]) -> str | None:
    """On PATH; else where its installers put it, by patterns below the root of the disk."""
    if on_path := next(filter(None, map(shutil.which, names)), None):
        return on_path
    root = Path(Path.home().anchor)
    return next((str(path) for path in chain.from_iterable(map(root.glob, usual)) if path.is_file()), None)


def run(
    words: Sequence[str], longest: float, given: bytes = b"", environment: Mapping[str, str] | None = None
) -> bytes:
    """What it writes. `TimeoutError` where it takes longer; `OSError` where it cannot be run."""
    process = subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
        start_new_session=True,
    )
    try:
        _limit_memory(process.pid)
        return process.communicate(given, longest)[0]
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Also what outlived it: on Unix all of them are one group."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False
            )
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _limit_memory(pid: int) -> None:
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):
            resource.prlimit(pid, resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
