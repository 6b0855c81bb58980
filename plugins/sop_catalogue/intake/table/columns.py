"""The columns of a flow table, by what stands over them: number, activity, lanes, and those behind the lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..primitives import Box, Word
from ..text import plain
from .headings import BEHIND, LANES, QUALITY, kind_of
from .rules import Rules


@dataclass(frozen=True, slots=True)
class Column:
    left: float
    right: float
    kind: str
    """no, kegiatan, lane, or a key of the form behind the lanes."""
    name: str = ""
    group: str = ""
    """Over lanes: what several have in common."""

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def heads_of(
    words: Sequence[Word], rules: Rules, edges: Sequence[float], top: float, body: float
) -> list[list[str]]:
    return [_heading(words, rules, a, b, top, body) for a, b in pairwise(edges)]


def _heading(
    words: Sequence[Word], rules: Rules, left: float, right: float, top: float, body: float
) -> list[str]:
    """The texts over a column, the lowest first; those over several columns are part of each."""
    middle = (left + right) / 2
    cuts = [
        r.at
        for r in rules.level
        if top + 2 < r.at < body - 2 and r.crosses(middle, 0) and r.covers(left, right) > 0.8
    ]
    bounds = [body, *reversed(cuts), top]
    return [_cell_text(words, rules, middle, high, low) for low, high in pairwise(bounds)]


def _cell_text(words: Sequence[Word], rules: Rules, x: float, top: float, bottom: float) -> str:
    height = (top + bottom) / 2
    left = max((r.at for r in rules.upright if r.at < x and r.crosses(height, 0)), default=x)
    right = min((r.at for r in rules.upright if r.at > x and r.crosses(height, 0)), default=x)
    box = Box(left, top, right, bottom)
    return plain(word for word in words if box.holds(word.box.center))


def columns_of(edges: list[tuple[float, float]], heads: list[list[str]]) -> tuple[Column, ...] | None:
    """Which columns are which: lanes are those between the activities and what is behind the lanes."""
    kinds = [next((kind for text in head if (kind := kind_of(text))), "") for head in heads]
    if "kegiatan" not in kinds:
        return None
    start = _last_alike(heads, kinds.index("kegiatan"))
    end = _end_of_lanes(kinds, heads, start)
    columns = []
    for k, ((left, right), head) in enumerate(zip(edges, heads, strict=True)):
        if k < start:
            columns.append(Column(left, right, "no" if k == start - 1 else ""))
        elif k == start:
            columns.append(Column(left, right, "kegiatan"))
        elif k < end:
            columns.append(Column(left, right, "lane", *_lane_name(head)))
        else:
            columns.append(Column(left, right, kinds[k] if kinds[k] in BEHIND else ""))
    if not start < end - 1:
        return None
    return tuple(_grouped(_all_behind(columns, end)))


def _last_alike(heads: list[list[str]], k: int) -> int:
    """Where the head of the activities stands over their numbers, too."""
    return k + 1 if k + 1 < len(heads) and heads[k + 1] == heads[k] else k


def _all_behind(columns: list[Column], end: int) -> list[Column]:
    """Those without a known heading take the places that are left, in the form's order."""
    for k in range(end, len(columns)):
        taken = {column.kind for column in columns}
        if not columns[k].kind:
            left = [kind for kind in BEHIND if kind not in taken]
            columns[k] = replace(columns[k], kind=left[0] if left else "")
    return columns


def _end_of_lanes(kinds: list[str], heads: list[list[str]], start: int) -> int:
    """Every column under the heading of the lanes is one; else those before the first that is behind them."""
    for k in range(start + 1, len(kinds)):
        over = heads[k][1:] if len(heads[k]) > 1 else heads[k]
        if any(QUALITY.fullmatch(text) for text in heads[k]):
            return k
        if kinds[k] in BEHIND and not any(LANES.fullmatch(text) for text in over):
            return k
    return len(kinds)


def _lane_name(head: list[str]) -> tuple[str, str]:
    """Its name and its group's."""
    texts = [text for text in head if text]
    headed = any(LANES.fullmatch(text) for text in head[1:])
    """Then its own name may begin like such a heading: "Penanggung jawab arsip"."""
    own = [text for k, text in enumerate(head) if text and (not LANES.fullmatch(text) or (headed and not k))]
    if not own:
        return (texts[0] if texts and len(head) == 1 else ""), ""
    name = head[0] if head[0] in own else ""
    over = [text for text in own if text != name]
    return name, over[0] if over else ""


def _grouped(columns: list[Column]) -> list[Column]:
    """A group of one lane is none, unless its lane has a name besides."""
    return [
        replace(c, name=c.group, group="") if c.kind == "lane" and not c.name and c.group else c
        for c in columns
    ]


def labels_of(columns: tuple[Column, ...], heads: list[list[str]]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for column, head in zip(columns, heads, strict=True):
        if column.kind == "lane":
            for text in head:
                if LANES.fullmatch(text) and text != column.name:
                    found.setdefault("pelaksana", text)
        elif column.kind:
            found.setdefault(column.kind, next((text for text in head if text), ""))
            for text in head:
                if QUALITY.fullmatch(text):
                    found.setdefault("mutu_baku", text)
    if found.get("no") == found.get("kegiatan"):
        found.pop("no", None)
    return tuple(found.items())
