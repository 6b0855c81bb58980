"""How the width of a sheet is shared among the columns of the flow table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import ceil

from ...chart.letters import width
from ...definition.flow.model import Flow
from ...definition.suku_kata import past_slashes, with_breaks
from ...pages.form.shares import Wish, wish_of
from ...pages.form.words import lane_names
from ...pages.text.lines import widest_word
from ...pages.text.prose import Prose, cell_prose, prose
from ..content.words import GOES_ON
from ..frame import SMALL, TEXT, Type
from .fit import Fit
from .widths import Shared, widths

PAD_X, RULE = 4, 1
"""Inside a cell, and the line at its right and lower side, in px."""
_WIDEST_WORD, _BREAKABLE_WORD = 120, 76
"""In px: a word wider than this may be broken rather than widen its column; in the smallest type, one wider than that."""
_FREE_LINES = 2
"""For which a row has room beside its symbols."""
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

    def lane_head(self, name: str) -> str:
        """A lane's name, with the places where its words may be divided if they must."""
        return past_slashes(name) if self.upright else self.divided_head(name, self.lane - 2 * PAD_X - RULE)

    def divided_head(self, words: str, room: float) -> str:
        """With the places where those of its words may be divided that are wider than the room."""
        return with_breaks(words, lambda word: _word(word, True) * self.head.size > room)

    @property
    def widths(self) -> tuple[int, ...]:
        """One by one, from left to right."""
        return self.number, self.kegiatan, *[self.lane] * self.lanes, *self.others.values()

    @property
    def beside_room(self) -> float:
        """For a text left of the lanes, in one cell."""
        return self.number + self.kegiatan - 2 * PAD_X - RULE

    @property
    def words(self) -> dict[str, int]:
        """The widths of those that hold texts, by column."""
        return {"kegiatan": self.kegiatan, **self.others}

    def with_words(self, widths: Mapping[str, int]) -> Columns:
        others = {key: wide for key, wide in widths.items() if key != "kegiatan"}
        return replace(self, kegiatan=widths["kegiatan"], others=others)

    def room(self, column: str) -> float:
        """For the text of a cell."""
        return self.room_in(self.kegiatan if column == "kegiatan" else self.others[column])

    @staticmethod
    def room_in(wide: int) -> float:
        """The same, in a column so wide."""
        return wide - 2 * PAD_X - RULE

    def text_height(self, cells: Cells) -> float:
        """Of the row, as far as its words need it."""
        most = max((self.lines(cells, key) for key in ("kegiatan", *self.others)), default=1)
        return cell_height(max(most, 1), self.type)

    def lines(self, cells: Cells, column: str) -> int:
        return sum(para.lines(self.room(column), self.type.size) for para in cells.prose(column))


def cell_height(lines: int, kind: Type) -> float:
    return lines * kind.line + 2 * kind.pad + RULE


def cells_of(number: str, kegiatan: str, others: Mapping[str, Sequence[str]]) -> Cells:
    return Cells(
        number, prose(kegiatan), {key: cell_prose(tuple(texts)) for key, texts in others.items() if texts}
    )


@dataclass
class Sharing:
    """Of one chart's table: what its columns wish is the same in every drawing beside them."""

    flow: Flow
    rows: Sequence[Cells]
    keys: Sequence[str]
    words: Mapping[str, str]
    """The heads of its columns, without markup."""
    room: int
    merged: Mapping[str, Prose]
    """The words of cells over several rows."""
    wishes: dict[tuple[Type, Type], dict[str, Wish]] = field(default_factory=dict)
    """By the types of cells and head."""

    def columns(self, lane: float, fit: Fit) -> Columns:
        """`lane`: what the drawing needs for each, in its own px."""
        lanes, kind = len(self.flow.lanes), fit.type
        head = TEXT if kind is TEXT and lanes <= 5 else SMALL
        number = _number(self.rows, self.words["no"], kind, head)
        wanted = self.wished(kind, head)
        least = number + sum(wish.least for wish in wanted.values())
        wide, upright, scale = _lane(self.flow, lane, fit, head, self.room, least)
        room = self.room - number - wide * lanes
        shared = widths(wanted, self.shared, room, kind.size, 2 * PAD_X + RULE + 1)
        return Columns(number, shared.pop("kegiatan"), wide, lanes, shared, kind, head, upright, scale)

    def wished(self, kind: Type, head: Type) -> dict[str, Wish]:
        if (kind, head) not in self.wishes:
            self.wishes[kind, head] = {
                key: _wish(self.rows, key, self.words[key], kind, head, self.merged.get(key, ()))
                for key in ("kegiatan", *self.keys)
            }
        return self.wishes[kind, head]

    @cached_property
    def shared(self) -> list[Shared]:
        return [
            *(Shared({"kegiatan": row.kegiatan, **row.others}, _FREE_LINES) for row in self.rows),
            *(Shared({key: prose}, len(self.rows) * _FREE_LINES) for key, prose in self.merged.items()),
        ]


def _number(rows: Sequence[Cells], title: str, kind: Type, head: Type) -> int:
    widest = max((width(row.number) * kind.size for row in rows), default=0.0)
    widest = min(max(widest, _word(past_slashes(title), True) * head.size), 70.0)
    return int(max(24.0, widest + 2 * PAD_X + 2 * RULE + 1))


def _lane(flow: Flow, lane: float, fit: Fit, head: Type, room: int, others: int) -> tuple[int, bool, float]:
    """The width of a lane, whether names stand upright in it, and the drawing's scale.

    Names upright are hard to read: rather wider lanes, then words that are divided.
    """
    lanes = len(flow.lanes)
    if not lanes:
        return 0, False, fit.scale
    least: float = ceil(lane * fit.scale)
    left = room - others
    if least * lanes > max(left, room * 0.4):
        least = max(left, room * 0.4) / lanes
    most = max(least, min(left, room * _LANES) / lanes)
    parts = max(_heads(flow, head, True))
    upright = parts > most
    whole = () if upright or fit.divides else (wide for wide in _heads(flow, head, False) if wide <= most)
    wide = int(max(least, 0.0 if upright else parts, *whole))
    wide += wide % 2
    return wide, upright, min(fit.scale, wide / lane)


def _heads(flow: Flow, head: Type, parted: bool) -> list[float]:
    """How wide each lane must be for its name; `parted`: with words divided wherever they may be."""
    names = (with_breaks(name, lambda _: parted) for name in lane_names(flow))
    return [_word(name, True) * head.size + 2 * PAD_X + RULE + 1 for name in names]


def _wish(rows: Sequence[Cells], key: str, title: str, kind: Type, head: Type, merged: Prose) -> Wish:
    cap = _BREAKABLE_WORD if kind is SMALL else _WIDEST_WORD
    word = max(
        _word(past_slashes(title), True) * head.size, _word(GOES_ON, False) * kind.size if merged else 0.0
    )
    cells = [row.prose(key) for row in rows]
    return wish_of(key, word, cells, merged, kind.size, 2 * PAD_X + RULE + 1, cap)


def _word(text: str, bold: bool) -> float:
    return widest_word(((text, bold),))
