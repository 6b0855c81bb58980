"""What the other generators cost, as rows of the benchmark's table."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..measure import Ended, Run, build
from ..report import Round
from ..variants import edit
from .tools import Tool


def peer_rows(tools: list[Tool], turn: int) -> Round:
    """One round of each. One that cannot build this text is told, and left out from then on."""
    rows: Round = {}
    for tool in list(tools):
        try:
            rows |= _rows(tool, turn)
        except Ended as failure:
            tools.remove(tool)
            print(
                f"{failure}\n\nbench: {tool.name} is left out, for it does not build this text",
                file=sys.stderr,
            )
    return rows


def _rows(tool: Tool, turn: int) -> Round:
    def built() -> Run:
        return build(tool.project, tool.build, tool.output)

    for left in (tool.output, ".cache", "resources"):
        shutil.rmtree(tool.project / left, ignore_errors=True)
    if not tool.keeps:
        return {tool.name: built()}
    rows = {f"{tool.name}, cold": built(), f"{tool.name}, second build": built()}
    with changed(tool, turn):
        rows[f"{tool.name}, one SOP edited"] = built()
    return rows


def words(turn: int) -> str:
    """What an edited SOP says more."""
    return f"(perbaikan ke-{turn})"


def change(tool: Tool, turn: int) -> Path:
    files = tool.files()
    file = files[turn * 7919 % len(files)]
    if file.suffix == ".yml":
        edit(file, turn)
    else:
        file.write_bytes(file.read_bytes() + f"\n{words(turn)}\n".encode())
    return file


@contextmanager
def changed(tool: Tool, turn: int) -> Iterator[None]:
    """Afterwards all is as before."""
    before = {file: file.read_bytes() for file in tool.files()}
    file = change(tool, turn)
    try:
        yield
    finally:
        file.write_bytes(before[file])
