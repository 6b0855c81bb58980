"""Graphviz' library in a process of its own: a graph that crashes it, or keeps it busy without end, costs no other."""

from __future__ import annotations

import atexit
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock

from ..errors import GraphvizFailed, GraphvizTooSlow
from . import worker
from .worker import DRAWN, READY, receive, send

NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # known to Windows alone


class GraphvizProcess:
    """Begins with the first graph, anew with the next after it has died, and ends with the process that it serves."""

    def __init__(self, limit: float) -> None:
        self.limit = limit
        """Seconds that one graph may take."""
        self._worker: _Worker | None = None
        self._works: bool | None = None
        self._too_slow: set[tuple[str, str]] = set()
        """Waited for in vain once, which is enough."""
        self._lock = Lock()
        atexit.register(self.end)

    def works(self) -> bool:
        """Whether the library can be loaded. What is found first holds, so that one Graphviz draws all of a build."""
        with self._alone():
            if self._works is None:
                self._works = self._begun() is not None
            return self._works

    def draw(self, dot: str, program: str) -> str:
        """The SVG of a graph."""
        if (program, dot) in self._too_slow:
            raise GraphvizTooSlow(self.limit)
        with self._alone():
            kind, data = self._answer(program, dot)
        if kind != DRAWN:
            raise GraphvizFailed(data.decode("utf-8", "replace"))
        return data.decode("utf-8")

    def end(self) -> None:
        """At once, whatever it is doing."""
        worker, self._worker = self._worker, None
        if worker:
            worker.end()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One thread at a time. Ctrl+C in the middle ends the worker: its answer would be taken for the next one's."""
        with self._lock:
            try:
                yield
            except BaseException:
                self.end()
                raise

    def _answer(self, program: str, dot: str) -> tuple[bytes, bytes]:
        worker = self._worker or self._begun()
        if not worker:
            raise GraphvizFailed("pygraphviz tidak dapat dimuat lagi")
        used, began = worker.used, time.monotonic()
        if answer := worker.ask(program.encode(), dot.encode("utf-8", "surrogatepass")):
            return answer
        self.end()
        if time.monotonic() - began >= self.limit:
            self._too_slow.add((program, dot))
            raise GraphvizTooSlow(self.limit)
        if used:  # what it drew before may have harmed it
            return self._answer(program, dot)
        raise GraphvizFailed("Graphviz berhenti mendadak")

    def _begun(self) -> _Worker | None:
        with suppress(OSError):
            self._worker = _Worker(self.limit)
            if self._worker.ready():
                return self._worker
        self.end()
        return None


class _Worker:
    """One run of the script."""

    used = False
    """Whether it was asked for anything yet."""

    def __init__(self, limit: float) -> None:
        command = [sys.executable, "-P", worker.__file__, str(limit)]
        # In a session of its own, Ctrl+C is left to the process that it serves.
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, creationflags=NO_WINDOW, start_new_session=True
        )  # fmt: skip
        assert self._process.stdin
        assert self._process.stdout
        self._input, self._output = self._process.stdin, self._process.stdout

    def ready(self) -> bool:
        """Waits until it is, or has given up."""
        return receive(self._output) == (READY, b"")

    def ask(self, program: bytes, dot: bytes) -> tuple[bytes, bytes] | None:
        """None where it dies of it."""
        self.used = True
        with suppress(OSError):
            send(self._input, program, dot)
            return receive(self._output)
        return None

    def end(self) -> None:
        with suppress(OSError), self._process:  # a pipe may still hold what it will not read
            self._process.kill()
