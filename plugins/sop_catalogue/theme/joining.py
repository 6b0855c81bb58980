"""Several sources as one, without their comments and indents."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rcssmin import cssmin
from rjsmin import jsmin

Read = Callable[[str], str]
"""Gives the text of a source, by its path."""

_URL = re.compile(r"""url\((["']?)(?![\w-]+:|[/#])([^"')]+)\1\)""")
_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (\w+))", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def joined_styles(sources: Sequence[str], place: str, read: Read) -> str:
    """In their order, as a stylesheet at `place`."""
    return str(cssmin("\n".join(_moved(read(source), source, place) for source in sources)))


def _moved(css: str, source: str, place: str) -> str:
    """With relative addresses as they are from another folder."""
    here, there = posixpath.dirname(source), posixpath.dirname(place)

    def moved(found: re.Match[str]) -> str:
        address = posixpath.relpath(posixpath.join(here, found[2]), there)
        return f"url({found[1]}{address}{found[1]})"

    return _URL.sub(moved, css) if here != there else css


def joined_scripts(entry: str, read: Read) -> str:
    """A module and all that it imports as one plain script, for browsers open no module from a file.

    Every module keeps a scope of its own and gives its exports away as an object, after those that it imports from.
    What is understood are imports of names and exports before what they name, each at the start of a line.
    """
    modules: dict[str, _Module] = {}
    _gather(entry, (), modules, read)
    body = "".join(f"const {module.name} = {module.text}();\n" for module in modules.values())
    return str(jsmin(f'(() => {{\n"use strict";\n{body}}})();\n'))


@dataclass(frozen=True, slots=True)
class _Module:
    name: str
    exports: list[str]
    text: str
    """A function that gives the exports."""


def _gather(path: str, above: tuple[str, ...], modules: dict[str, _Module], read: Read) -> None:
    """Put a module behind those that it imports."""
    if path in above:
        raise ValueError(f"{path} imports itself by way of {above[-1]}")
    if path in modules:
        return

    def taken(found: re.Match[str]) -> str:
        source = posixpath.normpath(posixpath.join(posixpath.dirname(path), found[2]))
        _gather(source, (*above, path), modules, read)
        names = [name for part in found[1].split(",") if (name := part.strip())]
        for name in names:
            if name not in modules[source].exports:
                raise ValueError(f"{path} imports {name}, which {source} does not export")
        return f"const {{ {', '.join(names)} }} = {modules[source].name};\n"

    text = _IMPORT.sub(taken, read(path))
    exports = _EXPORT.findall(text)
    text = _EXPORT.sub("", text)
    if left := _LEFT.search(text):
        raise ValueError(f"{path}: not understood: {left[0]}")
    body = f"() => {{\n{text}return {{ {', '.join(exports)} }};\n}}"
    modules[path] = _Module(f"${len(modules)}", exports, f"({body})")
