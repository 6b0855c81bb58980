"""What differs between two states of an SOP, as a page shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ...catalogue.model import SopEntry
from ...chart import GraphvizFailed, Studio, standalone
from ...chart.marked import marked
from ...definition.comparison.compare import compare
from ...definition.comparison.values import Cell, Change, ChartPair, Comparison, Kind, Marked, RowPair
from ...definition.comparison.wording import count, pieces
from ...definition.comparison.words import Run, runs
from ...definition.flow.model import Flow
from ..form.flowtable import lane_width, widest_lane
from ..render import plain, render

WORDS = {Kind.NEW: "Baru", Kind.GONE: "Dihapus", Kind.CHANGED: "Berubah", Kind.MOVED: "Dipindah"}
SIGNS = {Kind.NEW: "+", Kind.GONE: "−", Kind.CHANGED: "≠", Kind.MOVED: "↕"}
_TAGS = {Kind.NEW: ("ins", "baru"), Kind.GONE: ("del", "dihapus")}
_HEADS = {"kegiatan": "Kegiatan", "pelaksana": "Pelaksana", "panah": "Panah"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two."""

    title: str
    """`revisi 1, 3 Maret 2026`."""
    entry: SopEntry
    url: str = ""
    """Where it is shown; may be empty."""


@dataclass(frozen=True, slots=True)
class Told:
    kind: Kind | None
    html: Markup

    @property
    def sign(self) -> str:
        return SIGNS[self.kind] if self.kind else ""

    @property
    def word(self) -> str:
        return WORDS[self.kind] if self.kind else "Tetap"


@dataclass(frozen=True, slots=True)
class RowView:
    told: Told
    number: str
    cells: Sequence[tuple[str, str, Markup]]
    """Key, head and content of each column."""


@dataclass(frozen=True, slots=True)
class ChartView:
    id: str
    title: str
    heads: Sequence[str]
    rows: Sequence[RowView]
    pictures: Sequence[tuple[str, str, Markup]]
    """What it is, the class of its marks, and the picture; none where both look the same."""


def comparison_html(
    before: Side,
    after: Side,
    studio: Studio,
    title: str,
    others: Sequence[tuple[str, str]] = (),
    sop: str = "",
    tell: Callable[[str], None] = lambda _: None,
) -> str:
    """`others` are comparisons beside this one: address and words; `sop` is where the SOP itself is.

    `tell` hears of pictures that were not drawn.
    """
    found = compare(
        before.entry.sop,
        after.entry.sop,
        [chart.flow for chart in before.entry.charts],
        [chart.flow for chart in after.entry.charts],
    )
    values = {
        "before": before,
        "after": after,
        "counted": count(found.changes),
        "changes": [Told(change.kind, _sentence(change)) for change in found.changes],
        "charts": list(_charts(found, before, after, studio, tell)),
        "title": title,
        "others": others,
        "sop": sop,
    }
    return render("sop/banding.html", values)


def _sentence(change: Change) -> Markup:
    return Markup("").join(map(_run, pieces(change)))


def _run(run: Run) -> Markup:
    if run.kind not in _TAGS:
        return escape(run.text)
    tag, heard = _TAGS[run.kind]
    return Markup('<{}><span class="sop-tersembunyi">[{}] </span>{}</{}>').format(
        Markup(tag), heard, run.text, Markup(tag)
    )


def _charts(
    found: Comparison, before: Side, after: Side, studio: Studio, tell: Callable[[str], None]
) -> Iterator[ChartView]:
    several = len(found.charts) > 1
    for number, pair in enumerate(found.charts, 1):
        flows = _flow(before, pair.before), _flow(after, pair.after)
        heads = _filled(pair, _HEADS | {column.key: column.label for column in after.entry.form.columns})
        title = plain(next((flow.title for flow in reversed(flows) if flow and flow.title), ""))
        yield ChartView(
            f"bagan-{number}",
            title or (f"Alur {number}" if several else "Alur"),
            list(heads.values()),
            [_row(row, flows, heads) for row in pair.rows],
            list(_pictures(pair, number, (before, after), flows, studio, tell)),
        )


def _filled(pair: ChartPair, heads: Mapping[str, str]) -> dict[str, str]:
    """Without columns in which nothing stands, or ever stood."""
    filled = {key for row in pair.rows for key, cell in row.cells.items() if cell.before or cell.after}
    return {key: head for key, head in heads.items() if key in filled}


def _flow(side: Side, place: int | None) -> Flow | None:
    return side.entry.charts[place].flow if place is not None else None


def _row(row: RowPair, flows: tuple[Flow | None, Flow | None], heads: Mapping[str, str]) -> RowView:
    numbers = [
        flow.rows[place].number
        for flow, place in zip(flows, (row.before, row.after), strict=True)
        if flow and place is not None
    ]
    cells = [(key, head, _cell(row.cells.get(key, Cell("", "")), row.kind)) for key, head in heads.items()]
    return RowView(Told(row.kind, Markup("")), " → ".join(dict.fromkeys(numbers)), cells)


def _cell(cell: Cell, kind: Kind | None) -> Markup:
    """Word by word where a step was and is; of one that came or went the row itself says so."""
    before, after = _lines(cell.before), _lines(cell.after)
    if kind in (Kind.NEW, Kind.GONE) or before == after:
        tag = {Kind.NEW: "ins", Kind.GONE: "del"}.get(kind) if kind else None
        text = after or before
        return Markup("<{0}>{1}</{0}>").format(Markup(tag), text) if tag and text else escape(text)
    return Markup("").join(map(_run, runs(before, after)))


def _lines(text: str) -> str:
    return "\n".join(map(plain, text.splitlines()))


def _pictures(
    pair: ChartPair,
    number: int,
    sides: tuple[Side, Side],
    flows: tuple[Flow | None, Flow | None],
    studio: Studio,
    tell: Callable[[str], None],
) -> Iterator[tuple[str, str, Markup]]:
    alone = None in flows
    if not alone and not any(pair.marked):
        return
    for side, flow, marks, kind in zip(sides, flows, pair.marked, ("lama", "baru"), strict=True):
        if flow:
            yield side.title, kind, _picture(flow, marks, f"{kind}-{number}-", studio, tell)


def _picture(flow: Flow, marks: Marked, prefix: str, studio: Studio, tell: Callable[[str], None]) -> Markup:
    try:
        svg = standalone(flow, None, lane_width(flow), widest_lane(flow), studio=studio)
    except GraphvizFailed as failure:
        tell(str(failure))
        return Markup('<p class="sop-ket">{}</p>').format(str(failure))
    return Markup(marked(svg, prefix, marks.symbols, marks.arrows, marks.lanes))
