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


def render(dot: str) -> str:
    """The SVG of a graph whose nodes and edges all have their places (`neato -n2`)."""
    module = _in_process()
    if module is None:
        return _by_program(dot)
    graph = None
    try:
        graph = module.AGraph(string=dot)
        # `args="-n2"` is ignored here: https://github.com/pygraphviz/pygraphviz/blob/main/pygraphviz/agraph.py
        return str(graph.draw(format="svg", prog="nop2").decode("utf-8"))
    except Exception as error:
        raise GraphvizFailed(str(error) or type(error).__name__) from error
    finally:
        if graph is not None:
            graph.close()


def _by_program(dot: str) -> str:
    import graphviz

    try:
        svg: bytes = graphviz.pipe("neato", "svg", dot.encode("utf-8"), neato_no_op=2, quiet=True)
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
