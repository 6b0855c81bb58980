"""The Graphviz of this machine: the library of pygraphviz where its wheels exist, else the `dot` program."""

from __future__ import annotations

import importlib.metadata
import subprocess
from functools import cached_property
from importlib.util import find_spec

from ..errors import GraphvizFailed, GraphvizMissing, GraphvizTooSlow
from ..studio import PINNED
from .process import NO_WINDOW, GraphvizProcess

LIMIT = 60.0
"""Seconds that one picture may take; the largest take one on a machine that is very busy."""


class LocalGraphviz:
    """Whoever holds it shares one process, which begins with the first picture."""

    def __init__(self, *, with_library: bool = True) -> None:
        installed = with_library and find_spec("pygraphviz") is not None
        self.library = GraphvizProcess(LIMIT) if installed else None

    def render(self, dot: str, program: str = PINNED) -> str:
        """The SVG of a graph."""
        if self.library and self.library.works():
            return self.library.draw(dot, program)
        return _by_program(dot, program)

    def close(self) -> None:
        """Ends what draws, if anything does; the next picture starts it anew. The end of this process does it by itself."""
        if self.library:
            self.library.end()

    @cached_property
    def version(self) -> str:
        """Of the Graphviz that draws.

        Nothing is loaded for it, as a build with nothing to draw needs no Graphviz: a library that is there and cannot be
        loaded goes by its name, too.
        """
        if self.library:
            try:
                return f"pygraphviz {importlib.metadata.version('pygraphviz')}"
            except importlib.metadata.PackageNotFoundError:
                return "pygraphviz ?"
        return _program_version()


def _program_version() -> str:
    import graphviz

    try:
        return "dot " + ".".join(map(str, graphviz.version()))
    except graphviz.ExecutableNotFound as error:
        raise GraphvizMissing from error
    except Exception as error:
        raise GraphvizFailed(str(error)) from error


def _by_program(dot: str, program: str) -> str:
    name, no_op = ("neato", ["-n2"]) if program == PINNED else (program, [])
    command = ["dot", f"-K{name}", "-Tsvg", *no_op]
    try:
        done = subprocess.run(
            command, input=dot.encode("utf-8"), capture_output=True, timeout=LIMIT, creationflags=NO_WINDOW
        )
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise GraphvizFailed(f"'dot' berakhir dengan kode {done.returncode}. {said}".strip())
        return done.stdout.decode("utf-8")
    except FileNotFoundError as error:
        raise GraphvizMissing from error
    except subprocess.TimeoutExpired as error:
        raise GraphvizTooSlow(LIMIT) from error
    except (OSError, ValueError) as error:
        raise GraphvizFailed(str(error)) from error
