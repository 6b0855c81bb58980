"""Three columns: what leads to a box, the box itself, and what it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..layout import Spot
from .model import Edge, Node
from .svg import WIDE, Body, body_of

_GAP = 12
_BETWEEN = 76
"""Between columns: room for the arrows."""
_EXIT = 13
"""Between two arrows at the middle box."""
_HEADING = 16


@dataclass(frozen=True, slots=True)
class Beside:
    """A node beside the middle one."""

    node: Node
    both: bool = False
    """The arrow has a head at either end."""
    kind: str = ""
    """The arrow's, for the style sheet."""


@dataclass(frozen=True, slots=True)
class Around:
    middle: Node
    before: Sequence[Beside] = ()
    """Each leads to the middle."""
    after: Sequence[Beside] = ()
    """The middle leads to each."""
    headings: tuple[str, str] = ("", "")
    """Over the columns left and right of the middle."""


@dataclass(frozen=True, slots=True)
class Placed:
    body: Body
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Route:
    edge: Edge
    points: tuple[Spot, Spot, Spot, Spot]
    """A Bézier curve from border to border."""


@dataclass(slots=True)
class Places:
    spots: list[Placed] = field(default_factory=list)
    """The middle one first."""
    routes: list[Route] = field(default_factory=list)
    heads: list[tuple[str, float, float]] = field(default_factory=list)


def beside_places(around: Around) -> Places:
    """The middle of the middle box is the origin; y grows downwards."""
    most = max(len(around.before), len(around.after))
    middle = body_of(around.middle).taller(_EXIT * (most + 1))
    places = Places([Placed(middle, 0, 0)])
    for items, side in ((around.before, -1), (around.after, 1)):
        _column(places, items, side, around.headings[side > 0])
    return places


def _column(places: Places, items: Sequence[Beside], side: int, heading: str) -> None:
    bodies = [body_of(item.node) for item in items]
    if not bodies:
        return
    middle = places.spots[0].body
    x = side * (WIDE + _BETWEEN)
    y = -(sum(body.height for body in bodies) + _GAP * (len(bodies) - 1)) / 2
    if heading:
        places.heads.append((heading, x, y - _HEADING))
    for i, (item, body) in enumerate(zip(items, bodies, strict=True)):
        here = (x - side * WIDE / 2, y + body.height / 2)
        there = (side * WIDE / 2, middle.height * ((i + 1) / (len(items) + 1) - 0.5))
        _join(
            places, item, Placed(body, x, here[1]), *((here, there) if side < 0 else (there, here)), side > 0
        )
        y += body.height + _GAP


def _join(places: Places, item: Beside, spot: Placed, start: Spot, end: Spot, outwards: bool) -> None:
    places.spots.append(spot)
    other = len(places.spots) - 1
    edge = Edge(*((0, other) if outwards else (other, 0)), item.both, item.kind)
    (x1, y1), (x2, y2) = start, end
    bend = (x2 - x1) / 2
    places.routes.append(Route(edge, (start, (x1 + bend, y1), (x2 - bend, y2), end)))
