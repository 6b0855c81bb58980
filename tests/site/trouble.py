"""Ways to go wrong while a real build runs, each as a `sitecustomize` that the processes of the build read."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

FULL = """
import errno, os
def full(file):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
"""
CACHE_FULL = f"""{FULL}
import sop_catalogue.store.whole_file
sop_catalogue.store.whole_file.write = lambda file, data: full(file)
"""
SITE_FULL = f"""{FULL}
import mkdocs.utils
write = mkdocs.utils.write_file
mkdocs.utils.write_file = lambda data, path: full(path) if "surat-masuk" in str(path) else write(data, path)
"""
NO_PYGRAPHVIZ = """
import sys
sys.modules["pygraphviz"] = None
"""
UNREADABLE = """
import errno, os
from pathlib import Path
opened = Path.open
def refused(self, *how, **more):
    if self.name in {names}:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
    return opened(self, *how, **more)
Path.open = refused
"""
"""Permissions do not stop a root, who may run the tests."""
CRASHING_LIBRARY = """
import os, signal, pygraphviz
read = pygraphviz.AGraph.from_string
def picky(self, dot):
    if dot == {dot!r}:
        os.kill(os.getpid(), signal.SIGSEGV)
    return read(self, dot)
pygraphviz.AGraph.from_string = picky
"""
HANGING_LIBRARY = """
import ctypes, sys, time, pygraphviz
from sop_catalogue.chart.graphviz.process import GraphvizProcess
GraphvizProcess.limit = property(lambda self: {limit}, lambda self, other: None)
read = pygraphviz.AGraph.from_string
def picky(self, dot):
    while dot == {dot!r}:  # in C, and with Python's lock in its hands
        time.sleep(60) if sys.platform == "win32" else ctypes.PyDLL(None).sleep(60)
    return read(self, dot)
pygraphviz.AGraph.from_string = picky
"""
CRASHING_DOT = """#!/bin/sh
case "$1" in -V) echo "dot - graphviz version 12.2.1 (0)" >&2 ;; *) kill -SEGV $$ ;; esac
"""


def with_trouble(folder: Path, code: str) -> dict[str, str]:
    """The environment of a build in which `code` has run before it begins, and in all processes that it starts."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(code, "utf-8")
    known = os.environ.get("PYTHONPATH", "")
    return {"PYTHONPATH": os.pathsep.join(filter(None, [str(folder), known]))}


def crashing_dot(folder: Path) -> dict[str, str]:
    """The environment of a build whose only Graphviz is a program that crashes at every drawing."""
    found = with_trouble(folder, NO_PYGRAPHVIZ)
    for name in ("dot", "neato"):
        (folder / name).write_text(CRASHING_DOT, "utf-8")
        (folder / name).chmod(stat.S_IRWXU)
    return {**found, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


def damages() -> Iterator[Callable[[Path], object]]:
    """Ways to spoil a kept file, over and over."""
    while True:
        yield lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
        yield lambda file: file.write_bytes(b"")
        yield lambda file: file.write_bytes(bytes(file.stat().st_size))
        yield lambda file: file.write_bytes(b"\xff\xfe[[[[")
        yield lambda file: file.write_bytes(b"[" * 100_000)
        yield lambda file: file.write_bytes(b'{"versi": 99, "nilai": {}}')
        yield lambda file: file.write_bytes(b"versi-lain 00000000\n" + file.read_bytes().partition(b"\n")[2])
        yield lambda file: file.write_bytes(file.read_bytes().replace(b"a", b"b"))


def broken_off(source: Path, folder: Path, sign: signal.Signals) -> tuple[int, str]:
    """A build that is stopped as soon as it has begun to keep drawings; its code, and what it said."""
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(source / "mkdocs.yml")]
    command += ["--site-dir", str(folder), "--no-directory-urls"]
    # Child processes of a shell in the background may have been told to ignore an interrupt.
    running = subprocess.Popen(
        command, cwd=source, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONUTF8": "1", "SITE_URL": ""},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    end = time.monotonic() + 60
    while not any(source.glob(".cache/**/*.strips")) and running.poll() is None and time.monotonic() < end:
        time.sleep(0.002)
    running.send_signal(sign)
    said, _ = running.communicate(timeout=60)
    return running.returncode, said
