"""A workbook becomes the SOPs that are in it: one over several worksheets, several in one, or one a worksheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from ..drawing.labels import Phrase
from ..identity import identity_of
from ..primitives import Box, Page, UnreadableError
from ..reading import Opened, closed, complete, goes_on, is_new, take
from ..recovered import Identity, Recovered
from ..sheet import Sheet
from ..table.rules import Rules
from ..text import clean
from .arrows import arrows
from .borders import rules_in, stripes
from .exits import labels
from .head import Head, heads_of
from .opendocument import with_glue
from .symbols import beside, sorted_out, symbols_among
from .table import Table, joined, table_of
from .workbook import Leaf, leaves
from .writing import place_of, words_of

_FEW = 3
"""Labels that make an identity."""
_PICTURED = 0.3
"""Of the lanes: no emblem covers so much."""
_UNNAMED = re.compile(r"(?:sheet|lembar|lembaran)\s*\d*", re.I)


def read_xlsx(name: str, data: bytes, own: bytes | None = None) -> list[Recovered]:
    """`own`: the Calc document of which it was made. `UnreadableError` where no SOP is in it."""
    book = leaves(data) if own is None else with_glue(leaves(data), own)
    found: list[Opened] = []
    for leaf in book:
        _Leaf(leaf, found).read()
    sops = [closed(sop, name, sha256(data).hexdigest()) for sop in found if sop.flows]
    if not sops:
        raise UnreadableError(_why_none(book))
    return sops


class _Leaf:
    """A worksheet while it is read."""

    def __init__(self, leaf: Leaf, found: list[Opened]) -> None:
        self.sheet, self.drawn, self.found = leaf.sheet, leaf.drawn, found
        sheet = leaf.sheet
        self.rules = rules_in(sheet)
        words = tuple(words_of(sheet, 0, sheet.bottom))
        x, y = sheet.lattice.columns.start(sheet.right), sheet.lattice.rows.start(sheet.bottom)
        self.symbol_heights = [one.box.center[1] for one in symbols_among(leaf.drawn)]
        self.page = Page(sheet.place, x, y + 200, words)

    def read(self) -> None:
        start = 0
        for table in self._tables():
            rules = self._identify(start, table.top)
            self._take(table, rules)
            start = table.end
        if not start:
            self._identify(0, self.sheet.bottom)

    def _tables(self) -> Iterator[Table]:
        """One whose head is repeated for another page of the print is one."""
        heads = heads_of(self.sheet)
        before: Table | None = None
        for k, head in enumerate(heads):
            last = heads[k + 1].top if k + 1 < len(heads) else self._last(head)
            table = table_of(self.sheet, head, last, self._inked)
            if before and table and self._goes_on(before, table):
                before = joined(before, table)
            elif table:
                if before:
                    yield before
                before = table
        if before:
            yield before

    def _goes_on(self, before: Table, table: Table) -> bool:
        """Its columns, numbers that go on, and no identity of another SOP between them."""
        first = next((row.number for row in table.rows if row.number), "")
        if before.grid.columns != table.grid.columns or re.fullmatch(r"0*1[.)]?", first):
            return False
        return _labels(self._identity(before.end, table.top)[0]) < _FEW

    def _last(self, head: Head) -> int:
        """Shapes may stand below the last text."""
        row = max(self.sheet.bottom, head.body)
        low = max((one.box.bottom for one in self.drawn), default=0.0)
        while self.sheet.lattice.rows.start(row) < low and row < self.sheet.bottom + 50:
            row += 1
        return row

    def _inked(self, top: int, end: int) -> bool:
        y = self.sheet.lattice.rows.start
        return any(y(top) <= height < y(end) for height in self.symbol_heights)

    def _identify(self, top: int, bottom: int) -> Rules:
        """Hands back what parts its boxes."""
        identity, rules = self._identity(top, bottom)
        if _labels(identity) < _FEW:
            return self.rules
        if not self.found or (self.found[-1].identity.fields and is_new(identity, self.found)):
            self.found.append(Opened(identity))
        else:
            complete(self.found[-1].identity, identity)
        return rules

    def _identity(self, top: int, bottom: int) -> tuple[Identity, Rules]:
        """By borders, or where they part labels from what they speak of, by where the labels stand."""
        y = self.sheet.lattice.rows.start
        words = [word for word in self.page.words if y(top) <= word.box.center[1] < y(bottom)]
        ways = [
            (identity_of(words, rules), rules) for rules in (self.rules, stripes(self.sheet, top, bottom))
        ]
        return max(ways, key=lambda way: _labels(way[0]))

    def _take(self, table: Table, rules: Rules) -> None:
        drawn = self._sheet(table)
        last = self.found[-1] if self.found else None
        if last is None or (last.flows and not last.identity.fields and not goes_on(last.flows[-1], drawn)):
            last = Opened(Identity())
            self.found.append(last)
        flows = len(last.flows)
        take(last, drawn, self.page, rules)
        if len(last.flows) > flows and not last.titles[-1] and not last.identity.fields:
            last.titles[-1] = "" if _UNNAMED.fullmatch(self.sheet.name) else clean(self.sheet.name)
        last.pages.append(self.sheet.place)

    def _sheet(self, table: Table) -> Sheet:
        grid = table.grid
        drawn = sorted_out(self.drawn, grid, table.rows)
        drawn.phrases += beside(drawn.marks, self._written(table))
        found = arrows(drawn, grid)
        said, strays = labels(drawn.phrases, found.ways, drawn.marks)
        return Sheet(
            self.sheet.place,
            grid,
            table.rows,
            tuple(drawn.marks),
            tuple(found.ways),
            said,
            tuple(found.lost),
            tuple(strays),
            tuple(self._doubts(table)),
        )

    def _written(self, table: Table) -> Iterator[Phrase]:
        """What is typed into cells of the lanes."""
        for one, text in self.sheet.filled():
            box = self.sheet.lattice.box(one)
            if table.body <= one.top < table.end and table.grid.flow.holds(box.center):
                yield Phrase(clean(text), place_of(text, box, self.sheet.style(one)))

    def _doubts(self, table: Table) -> Iterator[str]:
        flow = table.grid.flow
        pictures = [one.box for one in self.drawn if one.picture and one.box.meets(flow)]
        covered = sum(_common(box, flow) for box in pictures)
        if covered > _PICTURED * flow.width * flow.height:
            yield "bagannya berupa gambar, jadi simbol dan panahnya tidak terbaca"
        if table.uncounted:
            yield "ada rumus yang hasilnya tidak tersimpan; buka dan simpan berkasnya di Excel, lalu impor lagi"


def _labels(identity: Identity) -> int:
    return len(identity.fields) + len(identity.boxes)


def _common(one: Box, other: Box) -> float:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, wide) * max(0.0, high)


def _why_none(book: Sequence[Leaf]) -> str:
    if not any(leaf.sheet.cells for leaf in book):
        return "lembar kerjanya kosong, tersembunyi, atau hanya berisi gambar"
    if any(
        one.picture and one.box.width > 200 and one.box.height > 200 for leaf in book for one in leaf.drawn
    ):
        return "tabel langkah tidak ditemukan; tabel atau bagannya barangkali berupa gambar"
    return "tabel langkah (Kegiatan, Pelaksana, Mutu Baku) tidak ditemukan"
