"""A document becomes the SOPs that are in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .assemble import assembled
from .doubts import examined
from .drawing.ink import ink_of
from .identity import identity_of
from .primitives import Document, Laid, Page, UnreadableError, Word
from .recovered import Chart, Identity, Recovered
from .scanned.cells import rows_seen
from .sheet import Sheet, sheet_of
from .spoken import label_exits
from .table.grid import Grid, continued, grids_of
from .table.rules import Rules, rules_of
from .tabled.flow import conclude
from .text import ITEM, lines_of

_TITLE = 34.0
"""How far above its table a chart's title may stand."""


_MOST_PICTURED = 0.12
"""Of a page: more is no emblem and no signature."""
_BY_MACHINE = "kata-katanya dibaca mesin, panahnya tidak; bandingkan dengan dokumennya"


@dataclass(slots=True)
class Opened:
    """An SOP while its pages are read."""

    identity: Identity
    flows: list[list[Sheet]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    notes: list[list[str]] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    laid: dict[int, Laid] = field(default_factory=dict)


def recovered(document: Document) -> list[Recovered]:
    """`UnreadableError` where no SOP is in it."""
    _check_readable(document)
    open_: list[Opened] = []
    last: Grid | None = None
    for page in document.pages:
        last = _page(page, open_, last)
    # A table may turn out to have no row.
    found = [sop for one in open_ if (sop := closed(one, document.name, document.digest)).charts]
    if not found:
        raise UnreadableError(_why_none(document))
    if found[0].charts:
        _told_unread(document, found[0])
    return found


def _page(page: Page, open_: list[Opened], last: Grid | None) -> Grid | None:
    ink = ink_of(page)
    rules = rules_of(ink)
    grids = grids_of(page.words, rules)
    top = grids[0].top if grids else page.height
    identity = identity_of([w for w in page.words if w.box.center[1] < top], rules)
    begins = len(identity.fields) + len(identity.boxes) >= 3
    if begins and is_new(identity, open_):
        open_.append(Opened(identity))
        last = None
    elif begins or (open_ and not open_[-1].flows):
        complete(open_[-1].identity, identity)
    if (
        last
        and not begins
        and (more := continued(last, _above(page, grids), rules))
        and (not grids or more.bottom <= grids[0].top + 3)
    ):
        grids = [more, *grids]
    for grid in grids:
        if not open_:
            open_.append(Opened(Identity()))
        take(open_[-1], sheet_of(page, grid, ink, rules), page, rules)
        last = grid
    if open_ and (grids or begins):
        open_[-1].pages.append(page.number)
        if page.laid:
            open_[-1].laid[page.number] = page.laid
    return last


def _above(page: Page, grids: Sequence[Grid]) -> list[Word]:
    return [w for w in page.words if not grids or w.box.bottom < grids[0].top]


def is_new(identity: Identity, open_: Sequence[Opened]) -> bool:
    """Another SOP of the same file, and not the rest of the one before."""
    if not open_:
        return True
    before = open_[-1].identity.fields
    named = identity.fields.get("nama")
    return bool(open_[-1].flows) and bool(named) and named != before.get("nama")


def complete(identity: Identity, more: Identity) -> None:
    for key, text in more.fields.items():
        identity.fields.setdefault(key, text)
    for key, items in more.boxes.items():
        identity.boxes.setdefault(key, items)
    identity.official = identity.official or more.official


def take(sop: Opened, sheet: Sheet, page: Page, rules: Rules) -> None:
    if sop.flows and goes_on(sop.flows[-1], sheet):
        sop.flows[-1].append(sheet)
    else:
        sop.flows.append([sheet])
        sop.titles.append(_title(sheet.grid, page, rules))
        sop.notes.append([])
    sop.notes[-1] += _footnotes(sheet.grid, page)


def goes_on(flow: Sequence[Sheet], sheet: Sheet) -> bool:
    """The same lanes, and numbers that go on."""
    if not sheet.grid.headed:
        return True
    before = flow[-1].grid
    if [lane.name for lane in before.lanes] != [lane.name for lane in sheet.grid.lanes]:
        return False
    number = next((row.number for row in sheet.rows if row.number), "")
    return not re.fullmatch(r"0*1[.)]?", number)


def _title(grid: Grid, page: Page, rules: Rules) -> str:
    """The line above the table, where no rule parts them."""
    near = [w for w in page.words if grid.top - _TITLE < w.box.center[1] < grid.top - 1]
    near = [w for w in near if not any(_boxed(w, r.start, r.end, r.at) for r in rules.upright)]
    return " ".join(line.text for line in lines_of(near)[-2:])


def _boxed(word: Word, start: float, end: float, at: float) -> bool:
    return start - 1 < word.box.center[1] < end + 1 and abs(at - word.box.center[0]) < 2000


def _footnotes(grid: Grid, page: Page) -> list[str]:
    """Below the table at its left: what explains an asterisk, or says that it is a note."""
    low = [
        w for w in page.words if grid.bottom + 1 < w.box.center[1] < min(grid.bottom + 90, page.height - 36)
    ]
    found: list[str] = []
    for line in lines_of(low):
        starts = re.match(r"\*+\s*\)|\*|catatan|ket(?:erangan)?\s*:", line.text, re.I)
        if starts and line.box.left < grid.columns[0].left + 40:
            found.append(line.text)
        elif found and not ITEM.match(line.text) and line.box.left < grid.columns[0].left + 60:
            found[-1] += f" {line.text}"
    return found


def closed(sop: Opened, name: str, digest: str) -> Recovered:
    charts: list[Chart] = []
    for flow, title, notes in zip(sop.flows, sop.titles, sop.notes, strict=True):
        chart = assembled(flow)
        chart.title, chart.footnotes = title, notes
        if chart.steps:
            if all(sheet.scanned for sheet in flow):
                conclude(chart, rows_seen(chart))
            else:
                label_exits(chart)
                examined(chart)
            charts.append(chart)
    if sop.laid and charts:
        charts[0].doubts.insert(0, f"{_pages(sop.laid)} hasil pindai: {_BY_MACHINE}")
    return Recovered(sop.identity, charts, tuple(sop.pages), name, digest, sop.laid)


def _pages(numbers: Iterable[int]) -> str:
    return f"halaman {', '.join(map(str, numbers))}"


def _check_readable(document: Document) -> None:
    if not document.pages:
        raise UnreadableError("tidak memuat halaman")
    if not any(page.words or page.unread or page.laid for page in document.pages):
        raise UnreadableError("tidak memuat teks; simpan ulang sebagai PDF dari program asalnya")


def _told_unread(document: Document, first: Recovered) -> None:
    """By the reason, for it is often the same."""
    reasons: dict[str, list[int]] = {}
    for page in document.pages:
        if page.unread:
            reasons.setdefault(page.unread, []).append(page.number)
    for reason, numbers in reasons.items():
        first.charts[0].doubts.append(f"{_pages(numbers)} berupa gambar dan tidak dibaca: {reason}")


def _why_none(document: Document) -> str:
    if reason := next((page.unread for page in document.pages if page.unread), ""):
        return reason
    if any(page.laid for page in document.pages):
        return "teksnya terbaca dari gambarnya, tetapi tabel langkah (Kegiatan, Pelaksana, Mutu Baku) tidak ditemukan di situ"
    if any(page.pictured > _MOST_PICTURED for page in document.pages):
        return "tabel dan bagannya berupa gambar (misalnya hasil pindai), jadi tidak dapat dibaca"
    return "tabel langkah (Kegiatan, Pelaksana, Mutu Baku) tidak ditemukan"
