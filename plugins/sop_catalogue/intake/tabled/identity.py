"""The identity block among lines and tables: what stands behind, beside or below its labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ...definition.fields import says_something
from ..identity import BOXES, NIP, STARTS, items_of
from ..recovered import Identity
from ..text import clean
from .listed import items
from .model import Block, Line

_INNER = re.compile(
    r"(?:nomor|no\.?)\s+(?:sop|standar)|(?:tanggal|tgl\.?)\s+\w+|disahkan|nama\s+(?:sop|standar)", re.I
)
_LONGEST_FIELD = 1500
"""Letters of a line in which several labels may stand."""
_LISTED = re.compile(r"\s*(?::|$|[-–•]|\*\)|\d{1,2}\s?[.,)]|\d{1,2}\s(?=[A-Z]))")
_NUMBER = re.compile(r"\d{1,2}\s?[.,)]?")
_TITLED = re.compile(r"\b(?:Drs?|Dra|Ir|Prof|H|Hj)\.\s?[A-Z]")
"""Where a name begins, behind a position in the same line."""
_OFFICE = re.compile(
    r"\b(?:dinas|badan|kantor|kecamatan|kelurahan|puskesmas|sekretariat|rumah sakit|inspektorat|pemerintah|bidang|bagian|upt\w*)\b",
    re.I,
)
_NINETEEN = re.compile(r"\b\d{8}\s?\d{6}\s?\d\s?\d{2,3}\b")


@dataclass(slots=True)
class _Part:
    """A label and what belongs to it."""

    key: str
    column: int
    lines: list[str] = field(default_factory=list)


class IdentityReader:
    """Of the blocks before a flow, or of those behind it."""

    def __init__(self) -> None:
        self.parts: list[_Part] = []
        self.beside: list[str] = []
        """What stands to the left of its labels."""
        self.above: list[str] = []
        self._open: list[_Part] = []
        """Where what follows may belong to: one, or those of one row side by side."""

    def read(self, block: Block) -> None:
        if isinstance(block, Line):
            if block.text:
                self._row([(0, [block.text])])
            return
        read: set[int] = set()
        for row in block.rows:
            own: list[tuple[int, list[str]]] = []
            for k, cell in enumerate(row):
                if id(cell) not in read and cell.text:
                    own.append((k, list(cell.lines)))
                read.add(id(cell))
            self._row(own)

    def _row(self, cells: Sequence[tuple[int, list[str]]]) -> None:
        labelled: list[_Part] = []
        rest: list[tuple[int, list[str]]] = []
        for column, lines in cells:
            parts = list(_labelled(lines, column))
            if parts and parts[0].key == "":
                rest.append((column, parts.pop(0).lines))
            if parts:
                labelled += parts
            elif labelled and labelled[-1].key not in BOXES and column > labelled[-1].column:
                labelled[-1].lines += _without_colon(rest.pop()[1])
        self.parts += labelled
        if labelled:
            boxes = [part for part in labelled if part.key in BOXES]
            last = labelled[-1]
            self._open = boxes or ([last] if last.key == "disahkan" or not any(last.lines) else [])
            self.beside += [line for column, lines in rest if column < labelled[0].column for line in lines]
        elif self._open:
            self._below(rest)
        else:
            self.above += [line for _, lines in rest for line in lines]

    def _below(self, cells: Sequence[tuple[int, list[str]]]) -> None:
        by_part: dict[int, list[str]] = {}
        for column, lines in cells:
            by_part.setdefault(self._nearest(column), []).extend(lines)
        for k, lines in by_part.items():
            self._open[k].lines += _with_number(lines)
        if self._open[0].key not in BOXES and self._open[0].key != "disahkan":
            self._open = []

    def _nearest(self, column: int) -> int:
        left = [k for k, part in enumerate(self._open) if part.column <= column]
        return left[-1] if left else 0

    @property
    def keys(self) -> set[str]:
        return {part.key for part in self.parts}

    def identity(self) -> Identity:
        found = Identity()
        for part in self.parts:
            lines = [line for line in map(clean, part.lines) if line]
            if part.key in BOXES:
                if said := items_of(_prepared(items(lines))):
                    found.boxes.setdefault(part.key, said)
            elif part.key == "disahkan":
                found.official = found.official or list(_official(lines))
            elif says_something(text := " ".join(lines).lstrip(": ")):
                found.fields.setdefault(part.key, text)
        if self.parts:
            found.head = self._head()
        return found

    def _head(self) -> list[str]:
        """The office: beside the labels, and in the line above them."""
        beside = [line for line in map(clean, self.beside) if re.search(r"[^\W\d]", line)][:6]
        above = [line for line in map(clean, self.above[-1:]) if _OFFICE.search(line) and not label_at(line)]
        return [*(line for line in above if line.lower() not in " ".join(beside).lower()), *beside]


def _labelled(lines: Iterable[str], column: int) -> Iterator[_Part]:
    """The texts of a cell by their labels; those before the first one under none."""
    current = _Part("", column)
    for line in _broken(map(clean, lines)):
        if label := label_at(line):
            if current.key or current.lines:
                yield current
            current = _Part(label[0], column)
            line = line[label[1] :].lstrip(": ")
        if line:
            current.lines.append(line)
    if current.key or current.lines:
        yield current


def _broken(lines: Iterable[str]) -> Iterator[str]:
    """Several labels in one line: "Nomor SOP : Tanggal Revisi : 2 Januari"."""
    for line in lines:
        if len(line) > _LONGEST_FIELD:
            yield line
            continue
        starts = [m.start() for m in _INNER.finditer(line) if m.start() and _colon_follows(line[m.start() :])]
        bounds = [0, *starts, len(line)]
        yield from (line[a:b].strip() for a, b in pairwise(bounds))


def _colon_follows(text: str) -> bool:
    label = label_at(text)
    return bool(label) and text[: label[1]].rstrip().endswith(":") if label else False


def label_at(text: str) -> tuple[str, int] | None:
    """Which label a text begins with, and where what it says begins."""
    for key, pattern in STARTS:
        if match := pattern.match(text):
            listed = key not in BOXES or _LISTED.match(text, match.end()) or match[0].rstrip().endswith(":")
            return (key, match.end()) if listed else None
    return None


def _without_colon(lines: Iterable[str]) -> list[str]:
    return [line for one in lines if (line := one.strip().removeprefix(":").strip())]


def _with_number(lines: Sequence[str]) -> list[str]:
    """A number in a cell of its own stands before the text beside it."""
    if len(lines) > 1 and _NUMBER.fullmatch(lines[0].strip()):
        return [f"{lines[0].strip()} {lines[1].strip()}", *lines[2:]]
    return list(lines)


def _prepared(texts: Sequence[str]) -> list[str]:
    """Numbers without a sign get one."""
    return [re.sub(r"^(\d{1,2})\s*,?\s+(?=[A-Z])", r"\1. ", text) for text in texts]


def _official(lines: Sequence[str]) -> Iterator[str]:
    """In one line: position, name with its degree, number."""
    text = " ".join(lines).lstrip(": ")
    number = _NINETEEN.search(text)
    if len(lines) == 1 and number:
        text = NIP.sub("", text[: number.start()]).strip(" .:")
        begins = named.start() if (named := _TITLED.search(text)) else len(text)
        yield from (part for part in (text[:begins].strip(), text[begins:]) if part)
        yield f"NIP. {number[0]}"
    else:
        yield from (line.lstrip(": ") for line in lines)
