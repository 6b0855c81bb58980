"""Cuts the picture into the rows of the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from ..definition.tafsiran import CALLED, called
from .drawing import Strip
from .labels import Label
from .layout import Box, Layout, Line, Spot
from .marks import Marks
from .pentagon import Pentagon
from .picture import Picture
from .svg import n, shape, spots, star, text

_NUDGE = "-.5"
"""Lines stand on whole numbers; moved by half a pixel they are crisp."""
_HIDDEN = 'aria-hidden="true" focusable="false"'
Crossing = dict[float, list[int]]
"""The lines across one border of two rows: which arrows, at each x."""


def cut(
    layout: Layout,
    picture: Picture,
    labels: list[Label],
    marks: Marks,
    steps: Sequence[int | None] | None = None,
) -> tuple[Strip, ...]:
    """`steps`: for each row, which of the whole flow it is, when that is not the same."""
    rows = len(layout.tops) - 1
    ink: list[list[str]] = [[] for _ in range(rows)]
    crossing: list[Crossing] = [{} for _ in range(rows + 1)]
    for i, line in enumerate(layout.lines):
        own = [label for label in labels if label.line == i]
        mark = marks.lines.get(i)
        for row, parts in _pieces(layout, picture, i, crossing).items():
            words = "".join(_words(label, layout.tops[row]) for label in own if label.row == row)
            if mark and layout.row_at(mark[1]) == row:
                words += star(mark, CALLED["panah"], layout.tops[row])
            ink[row].append(_arrow(line, parts + words))
    for key, box in layout.boxes.items():
        row = box.place.symbol.row
        ink[row].append(_symbol(box, picture.outlines[key], marks.symbols.get(key), layout.tops[row]))
    return tuple(
        _strip(layout, row, "".join(ink[row]), crossing, steps[row] if steps else row) for row in range(rows)
    )


def _strip(layout: Layout, row: int, ink: str, crossing: list[Crossing], step: int | None) -> Strip:
    numbered = "" if step is None else f' data-langkah="{step + 1}"'
    high, wide = layout.tops[row + 1] - layout.tops[row], layout.width
    svg = (
        f'<svg class="sop-strip" width="{n(wide)}" height="{n(high)}" viewBox="{_NUDGE} {_NUDGE} {n(wide)} {n(high)}"'
        f"{numbered} {_HIDDEN}>{ink}</svg>"
    )
    return Strip(high, svg, _filler(wide, crossing[row]), _filler(wide, crossing[row + 1]))


def _filler(wide: float, crossing: Crossing) -> str:
    if not crossing:
        return ""
    lines = "".join(
        f'<path data-panah="{" ".join(map(str, arrows))}" d="M{n(x)} 0V1"/>'
        for x, arrows in sorted(crossing.items())
    )
    return (
        f'<svg class="sop-ulur" width="{n(wide)}" viewBox="{_NUDGE} 0 {n(wide)} 1" preserveAspectRatio="none" {_HIDDEN}>'
        f"{lines}</svg>"
    )


def _pieces(layout: Layout, picture: Picture, index: int, crossing: list[Crossing]) -> dict[int, str]:
    """The path of one arrow, row by row; notes where it crosses borders."""
    parts: dict[int, list[str]] = {}
    tops, pen = layout.tops, -1
    for (ax, ay), (bx, by) in pairwise(picture.paths[index]):
        for row, start, end in _by_rows(layout, ay, by):
            path = parts.setdefault(row, [])
            if row != pen:
                path.append(f"M{n(ax)} {n(start - tops[row])}")
            path.append(f"H{n(bx)}" if ay == by else f"V{n(end - tops[row])}")
            if pen >= 0 and row != pen:
                crossing[max(row, pen)].setdefault(ax, []).append(layout.lines[index].index)
            pen = row
    drawn = {row: f'<path class="sop-garis" d="{"".join(ds)}"/>' for row, ds in parts.items()}
    for head in picture.heads[index]:
        row = layout.row_at(sum(y for _, y in head) / len(head))
        drawn[row] = drawn.get(row, "") + f'<polygon class="sop-kepala" points="{spots(head, tops[row])}"/>'
    return drawn


def _by_rows(layout: Layout, start: float, end: float) -> Iterator[tuple[int, float, float]]:
    """A vertical stroke in its direction, cut at the borders of rows; a level one is in one row anyway."""
    here, last = layout.row_at(start), layout.row_at(end)
    way = 1 if last >= here else -1
    for row in range(here, last + way, way):
        far = layout.tops[row + 1] if way > 0 else layout.tops[row]
        yield row, start, end if row == last else far
        start = far


def _arrow(line: Line, inner: str) -> str:
    kind = "sop-panah sop-panah--garis" if line.arrow.plain else "sop-panah"
    return (
        f'<g class="{kind}" data-panah="{line.index}" data-dari="{escape(line.arrow.source)}" data-ke="{escape(line.arrow.target)}">'
        f"{inner}</g>"
    )


def _words(label: Label, top: float) -> str:
    left, upper, right, lower = label.rect
    kind = "sop-label sop-label--lintas" if label.over else "sop-label"
    return text(label.lines, (left + right) / 2, (upper + lower) / 2 - top, label.size, kind)


def _symbol(box: Box, outline: tuple[Spot, ...], mark: Spot | None, top: float) -> str:
    s = box.place.symbol
    kind = "segilima" if isinstance(s, Pentagon) else s.shape.value
    words = text(box.body.lines, box.x, box.y - top, box.body.size, "sop-teks") if box.body.lines else ""
    words += star(mark, called(s.inferred), top) if mark else ""
    return (
        f'<g class="sop-simbol sop-simbol--{kind}" data-simbol="{escape(s.key)}">'
        f"{shape(box, outline, top)}{words}</g>"
    )
