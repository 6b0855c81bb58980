"""A text as a scanning service gives it: lines, Markdown, tables parted by tabs or bars, and HTML between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from ..primitives import UnreadableError
from ..recovered import Recovered
from ..tabled.model import Block, Cell, Line, Table
from ..tabled.reading import recovered
from .fragment import MOST_CELLS, blocks_of_html, lines_of

LARGEST = 5_000_000
_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*:?-{2,}:?\s*")
_EMPHASIS = re.compile(r"\*\*|__|^#{1,6}\s+|^>\s+")


def read_text(name: str, data: bytes) -> list[Recovered]:
    return recovered(list(_blocks(_decoded(data))), name, sha256(data).hexdigest())


def read_html(name: str, data: bytes) -> list[Recovered]:
    return recovered(blocks_of_html(_decoded(data)), name, sha256(data).hexdigest())


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST:
        raise UnreadableError(f"teksnya lebih besar dari {LARGEST // 1_000_000} MB")
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data:
        raise UnreadableError("isinya bukan teks")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _blocks(text: str) -> Iterator[Block]:
    rows: list[tuple[Cell, ...]] = []
    cells = 0
    for line in _lines(text):
        row = _row(line) if isinstance(line, str) else None
        if row is not None:
            cells += len(row)
            if cells > MOST_CELLS:
                raise UnreadableError(f"tabelnya lebih dari {MOST_CELLS} sel")
            if row:
                rows.append(row)
            continue
        if rows:
            yield Table(tuple(rows), exact=False)
            rows = []
        if isinstance(line, str):
            yield from (Line(one) for one in lines_of(_EMPHASIS.sub("", line).strip()))
        else:
            yield from line
    if rows:
        yield Table(tuple(rows), exact=False)


def _lines(text: str) -> Iterator[str | Sequence[Block]]:
    """Whole tables of HTML as blocks; what is bold over several lines is one."""
    lines = iter(text.splitlines())
    for line in lines:
        if "<table" in line.lower() and "\t" not in line:
            held = [line]
            while "</table" not in held[-1].lower():
                more = next(lines, None)
                if more is None:
                    break
                held.append(more)
            yield blocks_of_html("\n".join(held))
            continue
        while line.count("**") % 2 and (more := next(lines, None)) is not None:
            line = f"{line} {more.strip()}"
        yield line


def _row(line: str) -> tuple[Cell, ...] | None:
    """Of a table, or none; of a rule below a head nothing is left."""
    if "\t" in line:
        parts = line.split("\t")
    elif line.strip().startswith("|") and line.count("|") > 1:
        parts = _BAR.split(line.strip().strip("|"))
    else:
        return None
    if all(_RULE.fullmatch(part) for part in parts):
        return ()
    return tuple(Cell(tuple(lines_of(part.replace("\\|", "|").replace("**", "")))) for part in parts)
