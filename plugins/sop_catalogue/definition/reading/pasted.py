"""What word processors write in the place of what YAML reads: bullets for hyphens, no-break spaces, curly quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Fault, shown
from .decode import Place
from .yaml_spot import KEY, MAX_LINE

_SPACES = "\xa0\u2000-\u200a\u202f\u205f\u3000"
"""That look like a space and are none for YAML."""
_SPACE = re.compile(f"[{_SPACES}]")
_STRUCTURE = re.compile(rf"(?:[ {_SPACES}]*(?:-[ {_SPACES}]+)*(?:[A-Za-z_]+:(?=[ {_SPACES}]))?[ {_SPACES}]*)")
"""The beginning of a line, up to where its text begins."""
_MARKS = "•●◦▪■□○·‣⁃➢✓\uf0b7\uf0a7–—−"
_ITEM = re.compile(rf"( *)([{_MARKS}]|\d{{1,2}}[.)]|[a-z][.)])([ \t]+)(?=\S)")
_OPENS = re.compile(r" *(?:- +)*[A-Za-z_]+: *(?:#.*)?$")
_BLOCK = re.compile(r"[^#]*(?:: |- )[|>][-+0-9]* *(?:#.*)?$")
_CURLY = re.compile(rf"({KEY})([“”„\"])([^“”„\"]+)([“”\"])( +#.*| *)$")
_QUOTES = "“”„"
_SUSPECT = re.compile(rf"[{_SPACES}{_QUOTES}{_MARKS}]|^ *(?:\d{{1,2}}|[a-z])[.)]\s", re.MULTILINE)

Faults = list[tuple[Place, Fault]]


def as_typed(text: str) -> tuple[str, Faults]:
    """The text as its author would have typed it; curly quotes around a whole value are worth no words."""
    if not _SUSPECT.search(text):
        return text, []
    lines = text.split("\n")
    free = [i for i in _outside_blocks(lines) if len(lines[i]) < MAX_LINE]
    faults = _spaces(lines, free) + _items(lines, free)
    for i in free:
        lines[i] = _straight(lines[i])
    return "\n".join(lines), faults


def _outside_blocks(lines: list[str]) -> Iterator[int]:
    """The lines that are no text under `|` or `>`, nor empty, nor a comment."""
    inside = None
    for i, line in enumerate(lines):
        bare = line.strip(" \t")
        depth = len(line) - len(line.lstrip(" "))
        if not bare or (inside is not None and depth > inside):
            continue
        inside = depth if _BLOCK.match(line) else None
        if not bare.startswith("#"):
            yield i


def _spaces(lines: list[str], free: list[int]) -> Faults:
    found: list[Place] = []
    for i in free:
        begin = _STRUCTURE.match(lines[i])
        if begin and (odd := _SPACE.search(begin[0])):
            found.append((i + 1, odd.start() + 1))
            lines[i] = _SPACE.sub(" ", begin[0]) + lines[i][begin.end() :]
    if not found:
        return []
    others = ", ".join(str(line) for line, _ in found[1:6]) + (", …" if len(found) > 6 else "")
    fault = Fault(
        (),
        "spasi-khusus",
        "ada spasi khusus (dari Word atau halaman web), yang tampak seperti spasi biasa tetapi tidak terbaca"
        + (f"; juga di baris {others}" if others else ""),
        remedy="hapus lalu ketik ulang dengan tombol spasi",
    )
    return [(found[0], fault)]


def _items(lines: list[str], free: list[int]) -> Faults:
    """Each list once. Only under a key without a value: elsewhere such a line goes on with the text above it."""
    faults: Faults = []
    before, depth = "", None
    for i, after in zip(free, [*free[1:], None], strict=True):
        line = lines[i]
        item = _ITEM.match(line)
        indent = len(line) - len(line.lstrip(" "))
        if depth is not None and (indent < depth or (indent == depth and not item)):
            depth = None
        begins = bool(item) and depth is None and bool(_OPENS.match(before))
        before = line
        if not item or not (begins or len(item[1]) == depth):
            continue
        if begins:
            depth = len(item[1])
            faults.append(((i + 1, depth + 1), _bullet(item[2], line)))
        lines[i] = _hyphened(line, item, lines[after] if after is not None else "")
    return faults


def _bullet(mark: str, line: str) -> Fault:
    sign = "titik butir" if mark in "\uf0b7\uf0a7" else f"'{mark}'"
    named = "nomornya" if mark[0].isalnum() else sign
    return Fault(
        (),
        "butir",
        f"butir daftar ini diawali {sign}, seperti di Word",
        shown(line.strip()),
        "tanda hubung dan spasi ('- ') di awal setiap butir",
        f"ganti {named} dengan '-' di semua butir daftar ini",
    )


def _hyphened(line: str, item: re.Match[str], below: str) -> str:
    """As an item whose text begins where the keys below it do."""
    depth, below_depth = len(item[1]), len(below) - len(below.lstrip(" "))
    text = line[item.end() :]
    deeper = below_depth > depth + 1 and not _ITEM.match(below) and re.match(r"\w+:(\s|$)", text)
    width = below_depth - depth if deeper else 2
    return f"{item[1]}-{' ' * (width - 1)}{text}"


def _straight(line: str) -> str:
    m = _CURLY.match(line)
    if not m or (m[2] == m[4] == '"'):
        return line
    return f"{m[1]}'{m[3].replace(chr(39), chr(39) * 2)}'{m[5]}"
