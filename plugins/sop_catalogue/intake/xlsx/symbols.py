"""What is drawn in the lanes: symbols, the lines between them, and words beside these."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..drawing.ink import Shape
from ..drawing.labels import Phrase
from ..drawing.net import TOUCH, distance
from ..drawing.symbols import Form, Mark, form_of, lanes_of, tell_connectors
from ..geometry import inside
from ..ooxml.outline import form
from ..ooxml.presets import NOTES, UNSAID
from ..primitives import Box, Point
from ..table.grid import Grid
from ..table.rows import TableRow
from ..text import clean
from .drawing import Anchored
from .styles import Style
from .writing import place_of

_LEAST = 5.0
_INSET = 4.0
_LOWER = 0.7


@dataclass(slots=True)
class Sorted:
    marks: list[Mark]
    by_id: dict[str, int]
    """The mark of each shape."""
    lines: list[Anchored]
    phrases: list[Phrase] = field(default_factory=list)


def symbols_among(drawn: Sequence[Anchored]) -> list[Anchored]:
    """Closed outlines that are not only the ground of a text."""
    tied, loose = _tied(drawn), _loose_ends(drawn)
    maybe = [one for one in drawn if _may_be(one, tied)]
    met = [one for one in maybe if one.id in tied or not one.text.text or _is_met(one, loose)]
    usual = sorted(one.box.height for one in met)[len(met) // 2] if met else 0.0
    known = set(map(id, met))
    return [one for one in maybe if id(one) in known or not _is_label(one, usual)]


def _may_be(shape: Anchored, tied: Collection[str]) -> bool:
    if shape.picture or shape.is_line or shape.preset.startswith(NOTES) or shape.preset in UNSAID:
        return False
    if min(shape.box.width, shape.box.height) < _LEAST:
        return False
    return shape.outlined or shape.filled or shape.id in tied


def _is_label(shape: Anchored, usual: float) -> bool:
    """Of those that no line leads to: a box made for text, or lower than the symbols are."""
    return shape.boxed or (shape.preset == "rect" and shape.box.height < _LOWER * usual)


def _tied(drawn: Iterable[Anchored]) -> set[str]:
    """The shapes that lines are glued to."""
    return {tie for one in drawn if one.is_line for tie in one.ties if tie}


def _loose_ends(drawn: Iterable[Anchored]) -> list[Point]:
    return [
        point
        for line in drawn
        if line.is_line
        for ring in line.rings
        for point, tie in zip((ring.points[0], ring.points[-1]), line.ties, strict=True)
        if not tie
    ]


def _is_met(shape: Anchored, ends: Iterable[Point]) -> bool:
    """By the end of a line."""
    mark = Mark(Form.BOX, shape.box, shape.rings[0].points, 0, ())
    return any(mark.box.holds(end, TOUCH) and distance(end, mark) <= TOUCH for end in ends)


def sorted_out(drawn: Sequence[Anchored], grid: Grid, rows: Sequence[TableRow]) -> Sorted:
    lines = [one for one in drawn if one.is_line and one.outlined and one.preset not in UNSAID]
    shapes = [one for one in symbols_among(drawn) if _belongs(one.box, grid)]
    found = Sorted([], {}, lines)
    for shape in _outermost(shapes, _tied(drawn)):
        row, lanes = _row_of(shape.box, rows), lanes_of(shape.box, grid)
        if row is not None and lanes and (mark := _mark(shape, row, lanes)):
            if shape.id:
                found.by_id.setdefault(shape.id, len(found.marks))
            found.marks.append(mark)
    tell_connectors(found.marks)
    known = set(map(id, shapes))
    said = [one for one in drawn if one.text.text and id(one) not in known and grid.flow.meets(one.box)]
    found.phrases = list(beside(found.marks, map(_phrase, said)))
    return found


def _belongs(box: Box, grid: Grid) -> bool:
    """In the lanes, and no ground under all of them."""
    flow = grid.flow
    return flow.holds(box.center, 1) and not (
        box.width > 0.98 * flow.width and box.height > 0.8 * flow.height
    )


def _outermost(shapes: Sequence[Anchored], tied: Collection[str]) -> Iterator[Anchored]:
    """Of a double border the outer one; of a shape and its copy on it, the one that lines are glued to, or the upper one."""
    boxes = [shape.box for shape in shapes]
    sizes = [box.width * box.height for box in boxes]
    ranks = [(shape.id in tied, k) for k, shape in enumerate(shapes)]
    for k, shape in enumerate(shapes):
        around = (n for n, box in enumerate(boxes) if n != k and box.around(boxes[k], 1))
        if not any(
            sizes[n] > 1.02 * sizes[k] or (boxes[k].around(boxes[n], 1) and ranks[n] > ranks[k])
            for n in around
        ):
            yield shape


def _mark(shape: Anchored, row: int, lanes: tuple[int, ...]) -> Mark | None:
    ring = max(
        (one for one in shape.rings if one.closed),
        key=lambda one: one.box.width * one.box.height,
        default=None,
    )
    if ring is None:
        return None
    as_drawn = form_of(Shape(ring.points, ring.curved))
    kind = form(shape.preset, ring, as_drawn) or Form.OTHER
    return Mark(kind, ring.box, ring.points, row, lanes, clean(shape.text.text))


def _row_of(box: Box, rows: Sequence[TableRow]) -> int | None:
    y = box.center[1]
    return next((k for k, row in enumerate(rows) if row.top - 1 <= y < row.bottom + 1), None)


def _phrase(shape: Anchored) -> Phrase:
    box, text = shape.box, shape.text
    inset = min(_INSET, box.width / 4, box.height / 4)
    inner = Box(box.left + inset, box.top + inset, box.right - inset, box.bottom - inset)
    return Phrase(
        clean(text.text), place_of(text.text, inner, Style(level=text.level, upright=text.upright), text.size)
    )


def beside(marks: Sequence[Mark], phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """A text that lies on a symbol is the symbol's."""
    for phrase in phrases:
        under = [m for m in marks if _lies_on(phrase, m)]
        if under:
            mark = min(under, key=lambda m: m.box.width * m.box.height)
            mark.text = f"{mark.text} {phrase.text}".strip()
        elif phrase.text.strip(" .:-–()*"):
            yield phrase


def _lies_on(phrase: Phrase, mark: Mark) -> bool:
    """All of it, where the symbol says something already."""
    if not mark.box.holds(phrase.box.center) or not inside(phrase.box.center, mark.points):
        return False
    return not mark.text or mark.box.around(phrase.box)
