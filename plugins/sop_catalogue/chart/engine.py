"""Graphviz itself: in process through pygraphviz where its wheels exist, else the `dot` program."""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import Any

from .errors import GraphvizFailed, GraphvizMissing


@lru_cache(maxsize=1)
def _in_process() -> Any | None:
    try:
        return importlib.import_module("pygraphviz")
    except (ImportError, OSError):
        return None


PINNED = "nop2"
"""Draws what has its place already (`neato -n2`); every other program finds the places itself."""


def render(dot: str, program: str = PINNED) -> str:
    """The SVG of a graph."""
    module = _in_process()
    if module is None:
        return _by_program(dot, program)
    graph = None
    try:
        graph = module.AGraph(string=dot)
        # `args="-n2"` is ignored here: https://github.com/pygraphviz/pygraphviz/blob/main/pygraphviz/agraph.py
        return str(graph.draw(format="svg", prog=program).decode("utf-8"))
    except Exception as error:
        raise GraphvizFailed(str(error) or type(error).__name__) from error
    finally:
        if graph is not None:
            graph.close()


def _by_program(dot: str, program: str) -> str:
    import graphviz

    name, no_op = ("neato", 2) if program == PINNED else (program, None)
    try:
        svg: bytes = graphviz.pipe(name, "svg", dot.encode("utf-8"), neato_no_op=no_op, quiet=True)
        return svg.decode("utf-8")
    except graphviz.ExecutableNotFound as error:
        raise GraphvizMissing from error
    except Exception as error:
        raise GraphvizFailed(str(error)) from error


@lru_cache(maxsize=1)
def version() -> str:
    """Of the Graphviz that draws, for cache keys."""
    module = _in_process()
    if module is not None:
        return f"pygraphviz {getattr(module, '__version__', '?')}"
    import graphviz

    try:
        return "dot " + ".".join(map(str, graphviz.version()))
    except graphviz.ExecutableNotFound as error:
        raise GraphvizMissing from error
    except Exception as error:
        raise GraphvizFailed(str(error)) from error
