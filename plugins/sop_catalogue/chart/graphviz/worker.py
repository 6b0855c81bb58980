"""Draws graphs with pygraphviz for the process that started it; run as a script, so that nothing more is loaded.

`worker.py SECONDS` says on its output that it is ready. Then it answers every graph on its input with a picture,
or with the reason why there is none, until the input ends. Each message is a line of a word and a length, and as many
bytes. A graph that takes longer than SECONDS ends it, whatever the library is doing, and whoever is left to wait.
"""

from __future__ import annotations

import faulthandler
import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

READY, DRAWN, REFUSED = b"siap", b"gambar", b"galat"
_LOADING = 60.0
"""Seconds that the library may take to load."""


def main(limit: float) -> None:
    output = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)  # what a library prints must not come between the messages
    _without_dialogs()
    try:
        with _at_most(_LOADING, nowhere):
            pygraphviz = importlib.import_module("pygraphviz")
    except Exception:
        return
    send(output, READY, b"")
    while (asked := receive(sys.stdin.buffer)) is not None:
        program, dot = asked
        with _at_most(limit, nowhere):
            kind, answer = _answer(pygraphviz, program.decode(), dot.decode("utf-8", "surrogatepass"))
        send(output, kind, answer)


@contextmanager
def _at_most(seconds: float, log: int) -> Iterator[None]:
    """The timer of `faulthandler` needs neither Python's lock nor signals: it works inside a C library, on any system."""
    faulthandler.dump_traceback_later(seconds, exit=True, file=log)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def send(stream: IO[bytes], kind: bytes, data: bytes) -> None:
    stream.write(b"%s %d\n" % (kind, len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """The next message; None where the other side ended, in the middle of one as well."""
    kind, _, size = stream.readline().partition(b" ")
    if not size.endswith(b"\n"):
        return None
    data = stream.read(int(size))
    return (kind, data) if len(data) == int(size) else None


def _answer(pygraphviz: Any, program: str, dot: str) -> tuple[bytes, bytes]:
    graph = None
    try:
        graph = pygraphviz.AGraph(string=dot)
        # `args="-n2"` is ignored here: https://github.com/pygraphviz/pygraphviz/blob/main/pygraphviz/agraph.py
        return DRAWN, graph.draw(format="svg", prog=program)
    except Exception as error:
        return REFUSED, (str(error) or type(error).__name__).encode("utf-8", "replace")
    finally:
        if graph is not None:
            graph.close()


def _without_dialogs() -> None:
    """Windows would show a crash to the user, and wait until somebody has seen it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.SetErrorMode(msvcrt.SEM_FAILCRITICALERRORS | msvcrt.SEM_NOGPFAULTERRORBOX)


if __name__ == "__main__":
    try:
        main(float(sys.argv[1]))
    except OSError:  # nobody is left to be told
        os._exit(1)
