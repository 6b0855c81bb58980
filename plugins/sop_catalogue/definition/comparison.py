"""What two definitions of one SOP say differently, in words: boxes, steps, cells, symbols, arrows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from .flow.model import Flow, Symbol
from .flow.resolve import resolve
from .form import FORM
from .langkah import Bagan, Langkah
from .sop import Sop

_OF_THE_FLOW = {"pelaksana", "langkah", "catatan_kaki", "bagan", "judul_bagan"}
_NO_CONTENT = {"sumber", "tafsiran", "diketahui", "catatan_penyunting"}
"""What is said of a definition, and not in it."""
_NAMES = {part.key: part.label for part in FORM.parts}

Pairs = Sequence[tuple[int | None, int | None]]
"""Rows of one and of the other that are the same step."""


def differences(one: Sop, other: Sop) -> list[str]:
    """In the order of the form; nothing where both say the same."""
    found = [*_fields(one, other)]
    mine, theirs = one.semua_bagan, other.semua_bagan
    if len(mine) != len(theirs):
        found.append(f"{len(mine)} bagan menjadi {len(theirs)} bagan")
    for number, (a, b) in enumerate(zip(mine, theirs, strict=False), 1):
        place = f"bagan {number}, " if len(mine) > 1 else ""
        found += (f"{place}{said}" for said in _charts(a, b))
    return found


def _fields(one: Sop, other: Sop) -> Iterator[str]:
    mine, theirs = _plain(one), _plain(other)
    for key in Sop.model_fields:
        if key not in _OF_THE_FLOW | _NO_CONTENT and mine.get(key) != theirs.get(key):
            yield _NAMES.get(key, key.replace("_", " ").capitalize())


def _plain(model: Sop | Langkah) -> dict[str, Any]:
    return model.model_dump(mode="json", exclude_defaults=True)


def _charts(one: Bagan, other: Bagan) -> Iterator[str]:
    mine, theirs = resolve(one).flow, resolve(other).flow
    if one.judul != other.judul:
        yield "judul bagan"
    if _lanes(mine) != _lanes(theirs):
        yield "kolom pelaksana"
    yield from _rows(one, mine, other, theirs)
    if one.catatan_kaki != other.catatan_kaki:
        yield "catatan kaki"


def _lanes(flow: Flow) -> list[tuple[str, str]]:
    return [(lane.group, lane.name) for lane in flow.lanes]


def _rows(one: Bagan, mine: Flow, other: Bagan, theirs: Flow) -> Iterator[str]:
    pairs = _paired(one.langkah, other.langkah)
    twins = {a: b for a, b in pairs if a is not None and b is not None}
    for a, b in pairs:
        if a is None and b is not None:
            yield f"{theirs.rows[b].called} baru"
        elif a is not None and b is None:
            yield f"{mine.rows[a].called} (yang lama) tidak ada lagi"
        elif a is not None and b is not None:
            said = [*_cells(one.langkah[a], other.langkah[b]), *_drawn(mine, a, theirs, b, twins)]
            if said:
                yield f"{theirs.rows[b].called}: {', '.join(said)}"


def _paired(one: Sequence[Langkah], other: Sequence[Langkah]) -> Pairs:
    """Those in between that were worded anew stand for each other as long as there are as many."""
    found: list[tuple[int | None, int | None]] = []
    matcher = SequenceMatcher(None, [_words(s) for s in one], [_words(s) for s in other], autojunk=False)
    for _, a, a_end, b, b_end in matcher.get_opcodes():
        both = min(a_end - a, b_end - b)
        found += ((a + k, b + k) for k in range(both))
        found += ((k, None) for k in range(a + both, a_end))
        found += ((None, k) for k in range(b + both, b_end))
    return found


def _words(step: Langkah) -> str:
    return " ".join(step.kegiatan.casefold().split())


def _cells(one: Langkah, other: Langkah) -> Iterator[str]:
    if one.kegiatan != other.kegiatan:
        yield "kegiatan"
    for column in FORM.columns:
        if one.cell(column.key) != other.cell(column.key):
            yield column.key


def _drawn(one: Flow, a: int, other: Flow, b: int, twins: Mapping[int, int]) -> Iterator[str]:
    if [_symbol(one, s) for s in one.in_row(a)] != [_symbol(other, s) for s in other.in_row(b)]:
        yield "simbol"
    if _arrows(one, a, twins) != _arrows(other, b, {row: row for row in twins.values()}):
        yield "panah"


def _symbol(flow: Flow, symbol: Symbol) -> tuple[object, ...]:
    return symbol.shape, symbol.text, tuple(flow.lanes[lane].name for lane in symbol.lanes)


def _arrows(flow: Flow, row: int, rows: Mapping[int, int]) -> list[tuple[object, ...]]:
    """Those that leave a row; rows are called as the other flow calls them, symbols by their place among their row's."""
    found = []
    for arrow in flow.arrows:
        source, target = flow.symbol(arrow.source), flow.symbol(arrow.target)
        if source.row == row:
            ends = _place(flow, source), rows.get(target.row, -1), _place(flow, target)
            found.append((*ends, arrow.label, arrow.plain, arrow.two_way))
    return sorted(found)


def _place(flow: Flow, symbol: Symbol) -> int:
    return flow.in_row(symbol.row).index(symbol)
