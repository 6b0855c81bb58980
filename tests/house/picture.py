"""The house as a picture for CONTRIBUTING.md: a band for each floor, its rooms in it, and at the side what it imports."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tests.house.plan import DOORS, FLOORS, ROOT, Room, imports_between_floors, rooms

FILE = ROOT.parents[1] / ".github" / "rumah.svg"
_WIDTH, _MARGIN, _SIDE = 960, 16, 170
_BAND, _GAP, _ROOM, _CHAR = 74, 10, 30, 6.7
"""Heights of a band's head and of a row of rooms, and the width of a letter, in px."""


def svg() -> str:
    """Same code, same picture."""
    bands, top = [], _MARGIN
    middles: dict[str, float] = {}
    for floor in ("doors", *reversed(FLOORS)):
        body, high = _doors() if floor == "doors" else _floor(floor)
        bands.append(
            f'<g transform="translate({_MARGIN} {top})"><rect width="{_inner()}" height="{high}"/>{body}</g>'
        )
        middles[floor] = top + high / 2
        top += high + _GAP
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top}" font-family="Arial, Helvetica, sans-serif">',
            "<title>The floors of the package, its rooms, and which floor imports which</title>",
            _STYLE,
            f'<rect class="sky" width="{_WIDTH}" height="{top}"/>',
            *bands,
            *_arrows(middles),
            "</svg>\n",
        ]
    )


_STYLE = (
    "<style>rect{fill:#f6f3ec;stroke:#8a8272}.sky{fill:#fff;stroke:none}.room{fill:#fff}"
    "text{fill:#222;font-size:12px}.floor{font-size:15px;font-weight:bold}.about{fill:#555}"
    "path{fill:none;stroke:#2a6f6b;stroke-width:1.5}.tip{fill:#2a6f6b;stroke:none}</style>"
)


def _inner() -> int:
    return _WIDTH - 2 * _MARGIN - _SIDE


def _floor(floor: str) -> tuple[str, int]:
    whole, *below = rooms(floor)
    shown = [Room(f"{floor}/", "", whole.files), *below] if below else []
    return _band(floor, whole.about, shown, whole.files)


def _doors() -> tuple[str, int]:
    found = [rooms(door)[0] for door in DOORS if (ROOT / door).is_dir()]
    return _band("plugin, commands", "The doors: MkDocs, and the console command sop.", found, 0)


def _band(title: str, about: str, shown: list[Room], files: int) -> tuple[str, int]:
    count = f" ({files})" if files and not shown else ""
    out = [
        f'<text class="floor" x="12" y="24">{escape(title)}{count}</text>',
        f'<text class="about" x="12" y="43">{escape(about)}</text>',
    ]
    x, y = 12.0, 54
    for room in shown:
        label = f"{room.name or room.path} ({room.files})"
        wide = len(label) * _CHAR + 16
        if x + wide > _inner() - 12:
            x, y = 12.0, y + _ROOM
        out.append(f'<rect class="room" x="{x:g}" y="{y}" width="{wide:g}" height="22" rx="3"/>')
        out.append(f'<text x="{x + 8:g}" y="{y + 15}">{escape(label)}</text>')
        x += wide + 8
    return "".join(out), y + _ROOM if shown else 54


def _arrows(middles: dict[str, float]) -> Iterator[str]:
    """A bow from each floor down to those it imports, the longer the farther out."""
    found = imports_between_floors()
    pairs = sorted({("doors" if here in DOORS else here, there) for here, there in found})
    left = _MARGIN + _inner()
    for here, there in pairs:
        if here == there or there in DOORS:
            continue
        a, b = middles[here] + 6, middles[there] - 6
        out = left + min(_SIDE * 1.3, 18 + abs(b - a) * 0.32)
        yield f'<path d="M{left} {a:g}C{out:g} {a:g} {out:g} {b:g} {left + 7} {b:g}"/>'
        yield f'<path class="tip" d="M{left} {b:g}l8 -4v8z"/>'
