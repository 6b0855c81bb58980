"""Graphviz itself: the library of pygraphviz where its wheels exist, else the `dot` program."""

from __future__ import annotations

import importlib.metadata
import subprocess
from functools import lru_cache
from importlib.util import find_spec

from ..errors import GraphvizFailed, GraphvizMissing, GraphvizTooSlow
from .process import NO_WINDOW, GraphvizProcess

PINNED = "nop2"
"""Draws what has its place already (`neato -n2`); every other program finds the places itself."""
LIMIT = 60.0
"""Seconds that one picture may take; the largest take one on a machine that is very busy."""
_library = GraphvizProcess(LIMIT)


def render(dot: str, program: str = PINNED) -> str:
    """The SVG of a graph."""
    if _installed() and _library.works():
        return _library.draw(dot, program)
    return _by_program(dot, program)


def close() -> None:
    """Ends what draws, if anything does; the next picture starts it anew. The end of this process does it by itself."""
    _library.end()


@lru_cache(maxsize=1)
def version() -> str:
    """Of the Graphviz that draws, for cache keys.

    Nothing is loaded for it, as a build with nothing to draw needs no Graphviz: a library that is there and cannot be
    loaded goes by its name, too.
    """
    if _installed():
        try:
            return f"pygraphviz {importlib.metadata.version('pygraphviz')}"
        except importlib.metadata.PackageNotFoundError:
            return "pygraphviz ?"
    import graphviz

    try:
        return "dot " + ".".join(map(str, graphviz.version()))
    except graphviz.ExecutableNotFound as error:
        raise GraphvizMissing from error
    except Exception as error:
        raise GraphvizFailed(str(error)) from error


@lru_cache(maxsize=1)
def _installed() -> bool:
    return find_spec("pygraphviz") is not None


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
