"""What the other generators cost, as rows of the benchmark's table."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..measure import build
from ..report import Round
from ..variants import edit
from .tools import Tool


def peer_rows(tools: Sequence[Tool], turn: int) -> Round:
    """One round of each."""
    rows: Round = {}
    for tool in tools:
        for left in (tool.output, ".cache", "resources"):
            shutil.rmtree(tool.project / left, ignore_errors=True)
        rows[f"{tool.name}, cold" if tool.keeps else tool.name] = build(tool.project, tool.build, tool.output)
        if tool.keeps:
            rows[f"{tool.name}, second build"] = build(tool.project, tool.build, tool.output)
            with changed(tool, turn):
                rows[f"{tool.name}, one SOP edited"] = build(tool.project, tool.build, tool.output)
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
