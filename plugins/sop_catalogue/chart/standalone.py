"""A chart as a file of its own: lanes, row numbers and all, with nothing a word processor could not read.

Groups are Graphviz's: `g.node` for each symbol, `g.edge` for each arrow, with ids that name step and lane.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, pairwise

from ..definition.flow.inferred import inferred_said
from ..definition.flow.model import Flow, Symbol
from ..definition.tafsiran import CALLED, SIGN, called
from .labels import Label
from .layout import Box, Layout, Line, Spot
from .marks import Marks
from .picture import Picture
from .svg import n, safe, shape, spots, star, text
from .symbols import LEADING
from .text import longest_part, width, wrap

_NUMBERS = 34.0
"""Width of the column of row numbers."""
_SIZE = 11.0
_BOLD = _SIZE * 1.08
"""The size of usual letters that are as wide as bold ones."""
_TALLEST = 150.0
"""Of a lane's name that stands upright."""
_THIN, _LINE = ' stroke="#000" stroke-width=".6"', ' fill="none" stroke="#000"'
_HALO = ' paint-order="stroke" stroke="#fff" stroke-width="3"'
_FONT = "Arial, Arimo, 'Liberation Sans', Helvetica, 'DejaVu Sans Condensed', sans-serif"
"""Letters as wide as those it was planned with, or little wider: librsvg and others do not narrow them (`textLength`)."""


def compose(
    flow: Flow, layout: Layout, picture: Picture, labels: list[Label], marks: Marks, prefix: str = ""
) -> str:
    room = layout.lane_width - 8
    upright = any(longest_part(lane.name, _BOLD) > room for lane in flow.lanes)
    heads = [wrap(lane.name, _TALLEST if upright else room, _BOLD) for lane in flow.lanes]
    groups = _groups(flow, layout)
    upper = _deep(lines for _, _, lines in groups) if groups else 0.0
    tall = max((width(line, _BOLD) for lines in heads for line in lines), default=0.0) + 12
    head = upper + max(tall if upright else _deep(heads), 20.0)
    wide, high = _NUMBERS + layout.width, head + layout.tops[-1]
    table = _table(flow, layout, heads, groups, upper, head, upright, prefix)
    legend, below = _legend(flow, wide)
    low = high + below
    nodes = "".join(
        _node(flow, prefix, box, picture.outlines[key], marks.symbols.get(key))
        for key, box in layout.boxes.items()
    )
    edges = "".join(
        _edge(
            flow,
            prefix,
            line,
            picture.paths[i],
            picture.heads[i],
            [x for x in labels if x.line == i],
            marks.lines.get(i),
        )
        for i, line in enumerate(layout.lines)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{n(wide + 2)}" height="{n(low + 2)}"'
        f' viewBox="-1 -1 {n(wide + 2)} {n(low + 2)}" font-family="{_FONT}" role="img"'
        f' style="font-kerning:none"><title>{safe(flow.title or "Bagan alur")}</title>'
        f'<rect x="-1" y="-1" width="{n(wide + 2)}" height="{n(low + 2)}" fill="#fff"/>{table}'
        f'<g id="{safe(prefix)}bagan" class="graph" transform="translate({n(_NUMBERS)} {n(head)})">{edges}{nodes}</g>'
        f"{text(legend, wide / 2, high + below / 2 + 1, _SIZE)}</svg>\n"
    )


def _legend(flow: Flow, wide: float) -> tuple[tuple[str, ...], float]:
    """What the stars mean, and how much room it takes under the table."""
    lines = wrap(inferred_said([flow]), wide - 8, _SIZE)
    return lines, _deep([lines])


def undrawn(title: str, reason: str) -> str:
    """The file of a chart that could not be drawn: why."""
    lines = wrap(reason, 460, _SIZE)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="480"'
        f' height="{n(_deep([lines]))}" font-family="{_FONT}" role="img"><title>{safe(title)}</title>'
        f"{text(lines, 240, _deep([lines]) / 2, _SIZE)}</svg>\n"
    )


def titled(svg: str, title: str) -> str:
    """The same file under another name; its own stands before any other title."""
    start, _, rest = svg.partition("<title>")
    return f"{start}<title>{safe(title)}{rest[rest.index('</title>') :]}"


def _deep(texts: Iterable[tuple[str, ...]]) -> float:
    lines = max((len(t) for t in texts), default=0)
    return float(lines * _SIZE * LEADING + 8) if lines else 0.0


def _groups(flow: Flow, layout: Layout) -> list[tuple[int, int, tuple[str, ...]]]:
    """Headings over neighbouring lanes: first lane, how many, lines."""
    found = []
    for name, lanes in groupby(flow.lanes, key=lambda lane: lane.group):
        members = list(lanes)
        room = len(members) * layout.lane_width - 8
        found.append((members[0].index, len(members), wrap(name, room, _BOLD)))
    return found if any(lines for _, _, lines in found) else []


def _table(
    flow: Flow,
    layout: Layout,
    heads: list[tuple[str, ...]],
    groups: list[tuple[int, int, tuple[str, ...]]],
    upper: float,
    head: float,
    upright: bool,
    prefix: str,
) -> str:
    wide, high = _NUMBERS + layout.width, head + layout.tops[-1]
    grouped = {lane for first, many, lines in groups if lines for lane in range(first, first + many)}
    inner = {lane for first, many, lines in groups if lines for lane in range(first + 1, first + many)}
    rules = [f"M0 0H{n(wide)}V{n(high)}H0Z", f"M{n(_NUMBERS)} 0V{n(high)}"]
    rules += [f"M0 {n(head + top)}H{n(wide)}" for top in layout.tops[:-1]]
    number = f"No{SIGN}" if flow.inferred.everywhere else "No"
    words = [text((number,), _NUMBERS / 2, head / 2, _SIZE, bold=True)]
    for lane, lines in enumerate(heads):
        x, top = _NUMBERS + lane * layout.lane_width, upper if lane in grouped else 0.0
        if lane:
            rules.append(f"M{n(x)} {n(upper if lane in inner else 0.0)}V{n(high)}")
        if lane in grouped:
            rules.append(f"M{n(x)} {n(upper)}h{n(layout.lane_width)}")
        named = _head(lines, x + layout.lane_width / 2, (top + head) / 2, upright)
        words.append(f'<g id="{safe(prefix)}kolom_{lane + 1}" class="lane">{named}</g>')
    for first, many, lines in groups:
        x = _NUMBERS + (first + many / 2) * layout.lane_width
        words.append(text(lines, x, upper / 2, _SIZE, bold=True))
    for row, (top, bottom) in zip(flow.rows, pairwise(layout.tops), strict=False):
        lines = wrap(row.number, _NUMBERS - 6, _SIZE)
        words.append(text(lines, _NUMBERS / 2, head + (top + bottom) / 2, _SIZE))
    return f'<path d="{"".join(rules)}" fill="none"{_THIN}/>{"".join(words)}'


def _head(lines: tuple[str, ...], x: float, y: float, upright: bool) -> str:
    """A lane's name; read from below where a syllable of one of them is wider than its lane."""
    if not upright:
        return text(lines, x, y, _SIZE, bold=True)
    words = text(lines, 0, 0, _SIZE, bold=True)
    return f'<g transform="translate({n(x)} {n(y)}) rotate(-90)">{words}</g>'


def _step(flow: Flow, symbol: Symbol) -> str:
    row = flow.rows[symbol.row].called if symbol.row < len(flow.rows) else f"langkah {symbol.row + 1}"
    lanes = " & ".join(flow.lanes[i].name for i in symbol.lanes if i < len(flow.lanes))
    return ", ".join(filter(None, (row[0].upper() + row[1:], lanes)))


def _node(flow: Flow, prefix: str, box: Box, outline: tuple[Spot, ...], mark: Spot | None) -> str:
    s = box.place.symbol
    said = f"{_step(flow, s)} ({s.shape.value})" + (f": {s.text}" if s.text else "")
    said += _concluded(called(s.inferred))
    lane = "_".join(str(i + 1) for i in s.lanes)
    ink = ' fill="#fff" stroke="#000"'
    words = text(box.body.lines, box.x, box.y, box.body.size)
    words += star(mark, called(s.inferred)) if mark else ""
    return (
        f'<g id="{safe(prefix)}simbol_{safe(s.key)}_jalur_{lane}" class="node"><title>{safe(said)}</title>'
        f"{shape(box, outline, extra=ink)}{words}</g>"
    )


def _concluded(what: str) -> str:
    return f" (disimpulkan: {what})" if what else ""


def _edge(
    flow: Flow,
    prefix: str,
    line: Line,
    path: tuple[Spot, ...],
    heads: tuple[tuple[Spot, ...], ...],
    labels: list[Label],
    mark: Spot | None,
) -> str:
    a = line.arrow
    way = "↔" if a.two_way else "→"
    said = f"{_step(flow, flow.symbol(a.source))} {way} {_step(flow, flow.symbol(a.target))}"
    said += f": {a.label}" if a.label else ""
    said += _concluded(CALLED["panah"] if a.inferred else "")
    d = f"M{spots(path[:1])}L{spots(path[1:])}"
    tips = "".join(f'<polygon points="{spots(head)}"/>' for head in heads)
    words = "".join(
        text(
            x.lines,
            (x.rect[0] + x.rect[2]) / 2,
            (x.rect[1] + x.rect[3]) / 2,
            x.size,
            extra=_HALO if x.over else "",
        )
        for x in labels
    )
    words += star(mark, CALLED["panah"]) if mark else ""
    return (
        f'<g id="{safe(prefix)}panah_{line.index + 1}_{safe(a.source)}_{safe(a.target)}" class="edge">'
        f'<title>{safe(said)}</title><path d="{d}"{_LINE}/>{tips}{words}</g>'
    )
