"""The head of a flow table among its rows: which column is which, and where the steps begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..table.columns import Column, columns_of, labels_of
from ..table.headings import BEHIND, LANES, NUMBERED, QUALITY, kind_of
from .model import EMPTY, Cell, Table

_HIGHEST, _NARROWEST = 4, 5
_UNIT = r"(?:detik|menit|mnt|jam|hari|hr|minggu|bulan|bln|tahun|thn)"
_DURATION = re.compile(rf"(?:[\d.,½¼/–-]+|\w+)?\s*(?:\([\w\s]{{1,20}}\)\s*)?{_UNIT}\b.{{0,24}}", re.I)
_COUNTED = re.compile(r"(\d{1,3})\s*[.,)]?(?:\s+(?=\D)|$)")


@dataclass(frozen=True, slots=True)
class Head:
    columns: tuple[Column, ...]
    body: int
    """The table's first row below it."""
    labels: dict[str, str] = field(default_factory=dict)
    numbered: bool = False
    shifted: bool = False
    """The headings did not stand over their columns."""
    counted: bool = False
    """Numbers stand before the activities, in one column with them."""

    def place(self, kind: str) -> int | None:
        return next((k for k, column in enumerate(self.columns) if column.kind == kind), None)

    @property
    def lanes(self) -> list[int]:
        return [k for k, column in enumerate(self.columns) if column.kind == "lane"]


def is_duration(text: str) -> bool:
    return bool(_DURATION.fullmatch(text)) or text.lower().startswith("sesuai ")


def head_at(table: Table, start: int = 0) -> tuple[int, Head] | None:
    """The next head from a row on, and in which row it begins."""
    for top in range(start, len(table.rows)):
        if _begins(table.rows[top]) and (head := _head(table, top)):
            return top, head
    return None


def _begins(row: Sequence[Cell]) -> bool:
    if len(row) < _NARROWEST:
        return False
    texts = [cell.text for cell in row]
    return any(kind_of(text) == "kegiatan" for text in texts) and any(
        LANES.fullmatch(text) or QUALITY.fullmatch(text) or kind_of(text) == "waktu" for text in texts
    )


def _head(table: Table, top: int) -> Head | None:
    rows = table.rows
    activity = next(k for k, cell in enumerate(rows[top]) if kind_of(cell.text) == "kegiatan")
    bottom, numbered = top + 1, False
    while bottom < min(len(rows), top + _HIGHEST) and _goes_on(rows[top], rows[bottom], activity):
        bottom += 1
    if bottom < len(rows) and _counts(rows[bottom]):
        numbered = True
        bottom += 1
    bands = rows[top : bottom - numbered]
    width = max(len(row) for row in bands)
    heads = [_over(bands, k, exact=table.exact) for k in range(width)]
    body = _body(rows, bottom)
    heads, counted = (heads, False) if table.exact else _with_numbers(_narrowed(heads, body), body)
    columns = columns_of([(k, k + 1) for k in range(len(heads))], heads)
    if columns is None:
        return None
    labels = {key: text for key, text in labels_of(columns, heads) if re.search(r"[^\W\d]", text)}
    columns, shifted = _settled(list(columns), body)
    return Head(columns, bottom, labels, numbered, shifted, counted)


def _goes_on(first: Sequence[Cell], row: Sequence[Cell], activity: int) -> bool:
    """A second row of headings says nothing of its own about the activities."""
    over = row[activity] if activity < len(row) else EMPTY
    said = [cell.text for cell in row if cell.text]
    return (
        (not over.text or over is first[activity]) and len(said) > 1 and any(map(str.isalpha, "".join(said)))
    )


def _counts(row: Sequence[Cell]) -> bool:
    texts = [cell.text for cell in row if cell.text]
    return len(texts) >= max(3, len(row) - 4) and all(NUMBERED.fullmatch(text) for text in texts)


def _over(bands: Sequence[Sequence[Cell]], k: int, *, exact: bool) -> list[str]:
    """The texts over a column, the lowest first."""
    found: list[str] = []
    last: Cell | None = None
    for row in bands:
        cell = row[k] if k < len(row) else EMPTY
        if not exact and not cell.text and row is bands[0]:
            cell = _from_left(row, k)
        if cell is not last:
            found.insert(0, cell.text)
        last = cell
    return found


def _from_left(row: Sequence[Cell], k: int) -> Cell:
    """Nothing tells which headings are wide; those of lanes and of the mutu baku are."""
    left = next((cell for cell in reversed(row[: k + 1]) if cell.text), EMPTY)
    return left if LANES.fullmatch(left.text) or QUALITY.fullmatch(left.text) else EMPTY


def _body(rows: Sequence[Sequence[Cell]], start: int) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows[start:]]


def _narrowed(heads: list[list[str]], body: Sequence[Sequence[str]]) -> list[list[str]]:
    """The heading of the mutu baku may begin too far to the left: over lanes."""
    usual = _durations(body)
    if usual is None or usual >= len(heads) or "waktu" not in map(kind_of, heads[usual]):
        return heads
    return [
        [text for text in head if not QUALITY.fullmatch(text)]
        if k < usual - 1 and len(head) > 1 and head[0] and not kind_of(head[0]) else head
        for k, head in enumerate(heads)
    ]  # fmt: skip


def _with_numbers(heads: list[list[str]], body: list[list[str]]) -> tuple[list[list[str]], bool]:
    """A head without a column for numbers over a body that has one."""
    if not heads or not any(kind_of(text) == "kegiatan" for text in heads[0]):
        return heads, False
    first = [row[0] for row in body if row and row[0]]
    if not first or sum(bool(_COUNTED.match(text)) for text in first) < 0.7 * len(first):
        return heads, False
    duration = next((k for k, head in enumerate(heads) if "waktu" in map(kind_of, head)), None)
    usual = _durations(body)
    if duration is not None and usual == duration + 1:
        return [["No"], *heads], True
    if len(heads) > 1 and not heads[1][0]:
        return [["No"], heads[0], *heads[2:]], True
    return heads, True


def _durations(body: Sequence[Sequence[str]]) -> int | None:
    counts = Counter(k for row in body for k, text in enumerate(row) if k > 1 and text and is_duration(text))
    return counts.most_common(1)[0][0] if counts else None


def _settled(columns: list[Column], body: Sequence[Sequence[str]]) -> tuple[tuple[Column, ...], bool]:
    """Where durations stand under no or another heading, those behind the lanes go by them."""
    usual = _durations(body)
    said = next((k for k, column in enumerate(columns) if column.kind == "waktu"), None)
    if usual is None or usual >= len(columns):
        return tuple(columns), False
    shifted = said is None and columns[usual - 1].kind in BEHIND
    if not (shifted or _output_is_empty(columns, body, usual)):
        return tuple(columns), False
    for k, column in enumerate(columns):
        if column.kind in BEHIND:
            at = k - usual + 1
            columns[k] = replace(column, kind=BEHIND[at] if 0 <= at < len(BEHIND) else "")
    return tuple(columns), shifted


def _output_is_empty(columns: Sequence[Column], body: Sequence[Sequence[str]], duration: int) -> bool:
    """Its heading stands a column too far to the right."""
    output = next((k for k, column in enumerate(columns) if column.kind == "output"), None)
    if output is None or output <= duration + 1 or columns[duration].kind != "waktu":
        return False
    return not any(row[output : output + 1] != [] and row[output] for row in body)
