"""How the width of a sheet is shared among the columns of the flow table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from ...definition.flow.model import Flow
from ...pages.form.words import lane_names
from ..content.words import GOES_ON
from ..frame import SMALL, TEXT, Type
from ..text.letters import width
from ..text.lines import length, runs, widest_word
from ..text.prose import Prose, cell_prose, prose

PAD_X, PAD_Y, RULE = 4, 3, 1
"""Inside a cell, and the line at its right and lower side, in px."""
READABLE = 32 / 30
"""From a drawing's px to the sheet's: its smallest letters, of 10 px, then measure 8 pt."""
_WIDEST_WORD, _BREAKABLE_WORD = 120, 76
"""In px: a word wider than this may be broken rather than widen its column; in the smallest type, one wider than that."""
_LEAST = 40
_WAKTU = 78
"""In px: up to this the column Waktu is as wide as its longest cell, so that "15 menit" is one line."""
_LANES = 0.62
"""The part of the sheet that lanes may take before their symbols are drawn smaller."""


@dataclass(frozen=True, slots=True)
class Cells:
    """What one step has to say, by column."""

    number: str
    kegiatan: Prose
    others: Mapping[str, Prose]

    def prose(self, column: str) -> Prose:
        return self.kegiatan if column == "kegiatan" else self.others.get(column, ())


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in px, borders included; they add up to the sheet's."""

    number: int
    kegiatan: int
    lane: int
    lanes: int
    others: Mapping[str, int]
    type: Type
    head: Type
    upright: bool
    """Whether the lanes' names stand upright."""
    scale: float
    """From the drawing's px to the sheet's."""

    @property
    def widths(self) -> tuple[int, ...]:
        """One by one, from left to right."""
        return self.number, self.kegiatan, *[self.lane] * self.lanes, *self.others.values()

    def room(self, column: str) -> float:
        """For the text of a cell."""
        wide = self.kegiatan if column == "kegiatan" else self.others[column]
        return wide - 2 * PAD_X - RULE

    def text_height(self, cells: Cells) -> float:
        """Of the row, as far as its words need it."""
        most = max((self.lines(cells, key) for key in ("kegiatan", *self.others)), default=1)
        return cell_height(max(most, 1), self.type)

    def lines(self, cells: Cells, column: str) -> int:
        return sum(para.lines(self.room(column), self.type.size) for para in cells.prose(column))


def cell_height(lines: int, kind: Type) -> float:
    return lines * kind.line + 2 * PAD_Y + RULE


def cells_of(number: str, kegiatan: str, others: Mapping[str, Sequence[str]]) -> Cells:
    return Cells(
        number, prose(kegiatan), {key: cell_prose(tuple(texts)) for key, texts in others.items() if texts}
    )


def breakable(text: str) -> str:
    """A head, which may go on in a new line after a slash."""
    return text.replace("/", "/\u200b")


def columns(
    flow: Flow,
    rows: Sequence[Cells],
    keys: Sequence[str],
    words: Mapping[str, str],
    room: int,
    lane: float,
    kind: Type,
    merged: Mapping[str, Prose],
) -> Columns:
    """`lane`: what the drawing needs for each, in its own px; `merged`: the words of cells over several rows."""
    lanes = len(flow.lanes)
    head = TEXT if kind is TEXT and lanes <= 5 else SMALL
    number = _number(rows, words["no"], kind, head)
    wanted = {
        key: _wish(rows, key, words[key], kind, head, merged.get(key, ())) for key in ("kegiatan", *keys)
    }
    least = number + sum(wish.least for wish in wanted.values())
    wide, upright, scale = _lane(flow, lane, head, room, least)
    shared = _share(wanted, room - number - wide * lanes)
    return Columns(number, shared.pop("kegiatan"), wide, lanes, shared, kind, head, upright, scale)


def _number(rows: Sequence[Cells], title: str, kind: Type, head: Type) -> int:
    widest = max((width(row.number) * kind.size for row in rows), default=0.0)
    widest = min(max(widest, _word(breakable(title), True) * head.size), 70.0)
    return int(max(24.0, widest + 2 * PAD_X + 2 * RULE + 1))


def _lane(flow: Flow, lane: float, head: Type, room: int, others: int) -> tuple[int, bool, float]:
    """The width of a lane, whether names stand upright in it, and the drawing's scale."""
    lanes = len(flow.lanes)
    if not lanes:
        return 0, False, READABLE
    names = [_word(breakable(name), True) * head.size + 2 * PAD_X + RULE + 1 for name in lane_names(flow)]
    least: float = ceil(lane * READABLE)
    left = room - others
    if least * lanes > max(left, room * 0.4):
        least = max(left, room * 0.4) / lanes
    upright = max(names) > max(least, min(left, room * _LANES) / lanes)
    wide = int(max(least, 0.0 if upright else max(names)))
    wide += wide % 2
    return wide, upright, min(READABLE, wide / lane)


@dataclass(frozen=True, slots=True)
class _Wish:
    least: int
    """So that no word breaks."""
    natural: float
    """So that the longest cell is one line."""
    typical: float


def _wish(rows: Sequence[Cells], key: str, title: str, kind: Type, head: Type, merged: Prose) -> _Wish:
    cap = _BREAKABLE_WORD if kind is SMALL else _WIDEST_WORD
    words, lines, cells = [_word(breakable(title), True) * head.size], [0.0], [0.0]
    for para in merged:
        words += [_word(GOES_ON, False) * kind.size]
        words += [
            min(widest_word(run) * kind.size, cap) + para.indent * kind.size for run in runs(para.nodes)
        ]
    for found in (row.prose(key) for row in rows):
        cell = 0.0
        for para in found:
            lead = para.indent if not para.hangs else width(para.mark)
            for run in runs(para.nodes):
                line = (length(run) + lead) * kind.size
                words.append(min(widest_word(run) * kind.size, cap) + max(lead, para.indent) * kind.size)
                lines.append(line)
                cell += line
        cells.append(cell)
    frame = 2 * PAD_X + RULE + 1
    natural = max(*lines, *words) + frame
    least = natural if key == "waktu" and natural <= _WAKTU else max(*words, _LEAST - frame) + frame
    typical = sqrt(sum(cell * cell for cell in cells) / max(len(rows), 1))
    return _Wish(int(least), natural, (max(cells) + typical) / 2)


def _word(text: str, bold: bool) -> float:
    return widest_word(((text, bold),))


def _share(wanted: Mapping[str, _Wish], room: int) -> dict[str, int]:
    """As many lines in each column as in the others, as far as no word breaks."""
    least = sum(wish.least for wish in wanted.values())
    if least >= room:
        found = {key: int(wish.least * room / least) for key, wish in wanted.items()}
    else:
        low, high = 0.2, 60.0
        for _ in range(14):
            lines = (low + high) / 2
            if sum(_at(wish, lines) for wish in wanted.values()) > room:
                low = lines
            else:
                high = lines
        widths = {key: _at(wish, high) for key, wish in wanted.items()}
        spare = room - sum(widths.values())
        whole = sum(widths.values())
        found = {key: int(wide + spare * wide / whole) for key, wide in widths.items()}
    found["kegiatan"] += room - sum(found.values())
    return found


def _at(wish: _Wish, lines: float) -> float:
    """The width at which the column's cells have about so many lines."""
    return max(wish.least, min(wish.natural, wish.typical / lines * 1.1))
