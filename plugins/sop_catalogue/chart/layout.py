"""From lattice to pixels: lanes as wide and rows as high as their symbols, tracks and labels need."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil, inf

from ..definition.flow.model import Arrow, Flow, Shape
from .pentagon import Pentagon
from .routing.board import Routed
from .routing.lattice import FIRST_CHANNEL, LAST_CHANNEL, STEP, Lattice, Place, Side
from .routing.strand import Strand
from .spacing import TRACK, USUAL, Spacing
from .symbols import Body, body, even, pentagon

_AIRY, _FAR = 10.0, 13.0
"""From line to line, and from a rule between lanes to the first, where there is room."""
PENTAGON_MARGIN = 5.0
"""Over and under a pentagon, whose arrow comes through the border of its row."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A symbol with its size and its middle."""

    place: Place
    body: Body
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow as drawn: corner points from border to border."""

    index: int
    """Of its arrow in the flow."""
    stem: int
    """The same for lines that start as one."""
    arrow: Arrow
    points: tuple[Spot, ...]


@dataclass(slots=True)
class Needs:
    """Room that labels asked for, over what symbols and tracks need."""

    lane: float = 0.0
    widest: float = inf
    """No lane is made wider than this for a label's sake."""
    above: dict[int, float] = field(default_factory=dict)
    """Band → extra room over its symbols."""
    below: dict[int, float] = field(default_factory=dict)


@dataclass(slots=True)
class Layout:
    lane_width: float
    lanes: int
    tops: list[float]
    """Upper border of each row, and the lower border of the last."""
    boxes: dict[str, Box]
    lines: list[Line]

    @property
    def width(self) -> float:
        return self.lane_width * self.lanes

    def row_at(self, y: float) -> int:
        return bisect_right(self.tops, y, 1, len(self.tops) - 1) - 1


@dataclass(frozen=True, slots=True)
class _Band:
    """A row, or one storey of it."""

    top: float
    bottom: float
    middle: float


def bodies(flow: Flow, routed: list[Routed], spacing: Spacing = USUAL) -> dict[str, Body]:
    """Every symbol's body, large enough for what is attached to it."""
    reach: dict[tuple[int, bool], float] = {}
    for r in routed:
        for place, strand in ((r.wanted.source, r.strands[0]), (r.wanted.target, r.strands[-1])):
            key = (place.index, strand.upright)
            reach[key] = max(reach.get(key, 0.0), abs(strand.offset))
    found = {}
    for i, s in enumerate(flow.symbols):
        # On a diamond, attachments off the corner move along the slant, towards the next corner.
        spread = 5 if s.shape is Shape.DECISION else 2
        across, down = (reach.get((i, upright), 0.0) * spread for upright in (True, False))
        across, down = across + 12 if across else 0.0, down + 10 if down else 0.0
        found[s.key] = (
            pentagon(s.text, s.up is s.head, across)
            if isinstance(s, Pentagon)
            else body(s.shape, s.text, across, down, spacing)
        )
    return found


def arrange(
    lattice: Lattice,
    routed: list[Routed],
    sizes: dict[str, Body],
    needs: Needs,
    row_heights: Sequence[float] | None = None,
    lane_width: float | None = None,
    spacing: Spacing = USUAL,
) -> Layout:
    tracks: dict[tuple[bool, int], int] = {}
    for r in routed:
        for s in r.strands:
            key = (s.upright, s.line)
            tracks[key] = max(tracks.get(key, 0), s.track + 1)
    asked = min(needs.lane, needs.widest)
    wide = max(lane_width or 0.0, even(max(asked, _lane_width(lattice, sizes, tracks, spacing))))
    tops, bands = _rows(lattice, sizes, tracks, needs, row_heights, spacing)
    boxes = {
        key: Box(p, _spanning(sizes[key], p, wide), (p.first + p.last + 1) / 2 * wide, bands[p.band].middle)
        for key, p in lattice.places.items()
    }
    channels = _Channels(lattice, sizes, tracks, wide, spacing)
    at = {id(s): _coordinate(s, channels, bands) for r in routed for s in r.strands}
    lines = [Line(r.wanted.index, id(r.strands[0]), r.wanted.arrow, _points(r, boxes, at)) for r in routed]
    return Layout(wide, lattice.lanes, tops, boxes, lines)


def _spanning(b: Body, place: Place, lane_width: float) -> Body:
    extra = (place.last - place.first) * lane_width
    return Body(b.width + extra, b.height, b.shape, b.lines, b.size) if extra else b


def _lane_width(
    lattice: Lattice, sizes: dict[str, Body], tracks: dict[tuple[bool, int], int], spacing: Spacing
) -> float:
    symbol = max((b.width for b in sizes.values()), default=spacing.width)
    most = max(
        tracks.get((True, lane * STEP + part), 0)
        for lane in range(lattice.lanes)
        for part in (FIRST_CHANNEL, LAST_CHANNEL)
    )
    return symbol + 2 * spacing.channel(most, spacing.beside, spacing.off)


def _rows(
    lattice: Lattice,
    sizes: dict[str, Body],
    tracks: dict[tuple[bool, int], int],
    needs: Needs,
    row_heights: Sequence[float] | None,
    spacing: Spacing,
) -> tuple[list[float], list[_Band]]:
    """Borders of the rows, and the bands."""
    high = [0.0] * lattice.bands
    for key, place in lattice.places.items():
        high[place.band] = max(high[place.band], sizes[key].height)
    margin = [spacing.over] * lattice.bands
    for place in lattice.places.values():
        if isinstance(place.symbol, Pentagon):  # its row is made for it alone, and takes room from the others
            margin[place.band] = PENTAGON_MARGIN
    over = [
        spacing.channel(tracks.get((False, b * STEP + FIRST_CHANNEL), 0), margin[b], spacing.first)
        + needs.above.get(b, 0.0)
        for b in range(lattice.bands)
    ]
    under = [
        spacing.channel(tracks.get((False, b * STEP + LAST_CHANNEL), 0), margin[b], spacing.first)
        + needs.below.get(b, 0.0)
        for b in range(lattice.bands)
    ]
    tops, bands = [0.0], []
    for row, (first, last) in enumerate(pairwise([*lattice.first_band, lattice.bands])):
        least = sum(over[first:last]) + sum(under[first:last]) + sum(high[first:last])
        planned = row_heights[row] if row_heights and row < len(row_heights) else 0.0
        spare = max(planned - least, ceil(least) - least) / (last - first)
        y = tops[-1]
        for b in range(first, last):
            middle = y + spare / 2 + over[b] + high[b] / 2
            bottom = y + spare + over[b] + high[b] + under[b]
            bands.append(_Band(y, bottom, middle))
            y = bottom
        tops.append(y)
    return tops, bands


class _Channels:
    """Where the tracks beside the rules between lanes are: spread over the room that the symbols leave."""

    def __init__(
        self,
        lattice: Lattice,
        sizes: dict[str, Body],
        tracks: dict[tuple[bool, int], int],
        lane_width: float,
        spacing: Spacing,
    ) -> None:
        self.tracks, self.lane_width, self.spacing = tracks, lane_width, spacing
        self.gaps = [lane_width / 2] * lattice.lanes
        for key, place in lattice.places.items():
            gap = (lane_width - sizes[key].width) / 2
            for lane in range(place.first, place.last + 1):
                self.gaps[lane] = min(self.gaps[lane], gap)

    def at(self, s: Strand) -> float:
        """How far from its rule a strand is."""
        if not s.track and s.ports:  # at a tip that is on the rule itself
            return self.spacing.first
        off, beyond = self.spacing.off, self.tracks[True, s.line] - 1
        spare = max(self.gaps[s.line // STEP] - self.spacing.clear - off - beyond * TRACK, 0.0)
        pitch = TRACK + min(spare / 2 / beyond, _AIRY - TRACK) if beyond else TRACK
        spare -= (pitch - TRACK) * beyond
        return off + min(spare, _FAR - off) + s.track * pitch


def _coordinate(s: Strand, channels: _Channels, bands: list[_Band]) -> float:
    """The x of an upright strand, the y of a level one."""
    number = s.line // STEP
    if s.upright:
        low, high = number * channels.lane_width, (number + 1) * channels.lane_width
        middle = (low + high) / 2
        away = 0.0 if s.is_middle else channels.at(s)
    else:
        band = bands[number]
        low, high, middle = band.top, band.bottom, band.middle
        away = channels.spacing.first + s.track * TRACK
    if s.part == FIRST_CHANNEL:
        return low + away
    if s.part == LAST_CHANNEL:
        return high - away
    return middle + s.offset


def _points(r: Routed, boxes: dict[str, Box], at: dict[int, float]) -> tuple[Spot, ...]:
    first, last = r.strands[0], r.strands[-1]
    corners = [
        (at[id(a)], at[id(b)]) if a.upright else (at[id(b)], at[id(a)]) for a, b in pairwise(r.strands)
    ]
    return (
        _border(boxes[r.wanted.source.symbol.key], r.route.leaves, at[id(first)]),
        *corners,
        _border(boxes[r.wanted.target.symbol.key], r.route.enters, at[id(last)]),
    )


def _border(box: Box, side: Side, at: float) -> Spot:
    """On the symbol's border, where a strand meets it."""
    if side.vertical:
        half = box.body.height / 2 - box.body.inset(at - box.x, True)
        return at, box.y - half if side is Side.TOP else box.y + half
    half = box.body.width / 2 - box.body.inset(at - box.y, False)
    return (box.x - half if side is Side.LEFT else box.x + half), at
