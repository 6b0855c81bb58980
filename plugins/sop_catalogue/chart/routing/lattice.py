"""The grid an arrow may run on, before anything has a size.

Every lane has five vertical lines and every band (a row, or one storey of a row with stacked symbols) five
horizontal ones: channels beside the table's rules (0 and 4), the sides of the symbols (1 and 3), the middle (2).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from ...definition.flow.model import Flow, Shape, Symbol
from ..pentagon import Pentagon

FIRST_CHANNEL, NEAR_SIDE, MIDDLE, FAR_SIDE, LAST_CHANNEL = range(5)
STEP = 5
_LANE, _X = 84.0, (6.0, 14.0, 42.0, 70.0, 78.0)
_BAND, _Y = 56.0, (6.0, 14.0, 28.0, 42.0, 50.0)
"""Typical distances, to compare routes by; the true ones are known only after routing."""

Point = tuple[int, int]


class Side(IntEnum):
    TOP = 0
    BOTTOM = 1
    LEFT = 2
    RIGHT = 3

    @property
    def vertical(self) -> bool:
        """Lines leave this side upwards or downwards."""
        return self < Side.LEFT


@dataclass(frozen=True, slots=True)
class Port:
    """Where an arrow may be attached to a symbol."""

    x: int
    y: int
    side: Side
    point: Point
    upright: bool
    """Arrows leave upwards or downwards."""
    sign: int
    """1 when they leave towards greater coordinates."""
    outside: int
    """The channel just outside, for an upright one."""

    def leads(self, to: int) -> bool:
        """Whether going to that coordinate leads away from the symbol."""
        return (to - (self.y if self.upright else self.x)) * self.sign > 0


def _port(x: int, y: int, side: Side) -> Port:
    sign = 1 if side in (Side.BOTTOM, Side.RIGHT) else -1
    return Port(x, y, side, (x, y), side.vertical, sign, y + sign)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a symbol stands."""

    symbol: Symbol
    index: int
    band: int
    first: int
    last: int
    ports: tuple[Port, ...]


def _place(symbol: Symbol, index: int, band: int) -> Place:
    first, last = symbol.lanes[0], symbol.lanes[-1]
    y = band * STEP
    if isinstance(symbol, Pentagon):
        x = first * STEP + MIDDLE
        port = _port(x, y + FAR_SIDE, Side.BOTTOM) if symbol.head else _port(x, y + NEAR_SIDE, Side.TOP)
        return Place(symbol, index, band, first, last, (port,))
    ports = []
    for x in _tips(first, last) if symbol.shape is Shape.DECISION else _middles(first, last):
        ports += [_port(x, y + NEAR_SIDE, Side.TOP), _port(x, y + FAR_SIDE, Side.BOTTOM)]
    ports.append(_port(first * STEP + NEAR_SIDE, y + MIDDLE, Side.LEFT))
    ports.append(_port(last * STEP + FAR_SIDE, y + MIDDLE, Side.RIGHT))
    return Place(symbol, index, band, first, last, tuple(ports))


def _middles(first: int, last: int) -> list[int]:
    return [lane * STEP + MIDDLE for lane in range(first, last + 1)]


def _tips(first: int, last: int) -> list[int]:
    """Where the tip of a diamond is; between two lanes there is a rule, and lines keep to either side of it."""
    lane, between = divmod(first + last, 2)
    if between:
        return [lane * STEP + LAST_CHANNEL, (lane + 1) * STEP + FIRST_CHANNEL]
    return [lane * STEP + MIDDLE]


class Lattice:
    """Places of a flow's symbols, and which stretches of which lines they block."""

    def __init__(self, flow: Flow) -> None:
        self.lanes = max(len(flow.lanes), 1, *(s.lanes[-1] + 1 for s in flow.symbols), 1)
        self.rows = max(len(flow.rows), 1, *(s.row + 1 for s in flow.symbols), 1)
        bands = _storeys(flow)
        self.first_band: list[int] = []
        self.row_of: list[int] = []
        """Band → row."""
        for row in range(self.rows):
            self.first_band.append(len(self.row_of))
            depth = max((bands[s.key] + 1 for s in flow.symbols if s.row == row), default=1)
            self.row_of += [row] * depth
        self.bands = len(self.row_of)
        self.places: dict[str, Place] = {}
        for i, s in enumerate(flow.symbols):
            band = self.first_band[s.row] + bands[s.key]
            self.places[s.key] = _place(s, i, band)
        self.wall_x = [0] * (self.lanes * STEP)
        """For each vertical line, a bit for every horizontal line where a symbol is in the way."""
        self.wall_y = [0] * (self.bands * STEP)
        self.xs = [lane * _LANE + x for lane in range(self.lanes) for x in _X]
        self.ys = [band * _BAND + y for band in range(self.bands) for y in _Y]
        self.columns = [
            x for x in range(self.lanes * STEP) if x % STEP in (FIRST_CHANNEL, MIDDLE, LAST_CHANNEL)
        ]
        """The vertical lines arrows may take."""
        for place in self.places.values():
            self._block(place)

    def distance(self, a: Point, b: Point) -> float:
        return abs(self.xs[a[0]] - self.xs[b[0]]) + abs(self.ys[a[1]] - self.ys[b[1]])

    def _block(self, place: Place) -> None:
        x1, x2 = place.first * STEP + NEAR_SIDE, place.last * STEP + FAR_SIDE
        y1, y2 = place.band * STEP + NEAR_SIDE, place.band * STEP + FAR_SIDE
        for x in range(x1, x2 + 1):
            self.wall_x[x] |= stretch(y1, y2)
        for y in range(y1, y2 + 1):
            self.wall_y[y] |= stretch(x1, x2)


def stretch(a: int, b: int) -> int:
    """Bits of all places from `a` to `b`, both included, in either order."""
    return (2 << b - a) - 1 << a if a <= b else (2 << a - b) - 1 << b


def _storeys(flow: Flow) -> dict[str, int]:
    """Which storey of its row each symbol stands on.

    A symbol alone in its cell stands beside the stacked symbol it is joined to.
    """
    storey: dict[str, int] = {}
    by_row: dict[int, list[Symbol]] = {}
    for s in flow.symbols:
        by_row.setdefault(s.row, []).append(s)
    for symbols in by_row.values():
        taken: set[tuple[int, int]] = set()
        for s in sorted(symbols, key=lambda s: s.stack):
            level = s.stack
            while any((lane, level) in taken for lane in range(s.lanes[0], s.lanes[-1] + 1)):
                level += 1
            taken |= {(lane, level) for lane in range(s.lanes[0], s.lanes[-1] + 1)}
            storey[s.key] = level
        if len(symbols) > 1 and any(storey[s.key] for s in symbols):
            _lean(flow, symbols, storey)
    return storey


def _lean(flow: Flow, symbols: list[Symbol], storey: dict[str, int]) -> None:
    crowd = [lane for s in symbols for lane in range(s.lanes[0], s.lanes[-1] + 1)]
    keys = {s.key for s in symbols}
    stacked = {s.key for s in symbols if any(crowd.count(lane) > 1 for lane in s.lanes)}
    for s in symbols:
        if s.key in stacked:
            continue
        for arrow in flow.arrows:
            other = arrow.target if arrow.source == s.key else arrow.source if arrow.target == s.key else None
            if other in keys and other in stacked:
                storey[s.key] = storey[other]
                break
