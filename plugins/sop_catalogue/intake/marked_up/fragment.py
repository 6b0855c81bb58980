"""HTML by the parser of the standard library: the texts of a cell as lines, and the tables of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ..primitives import UnreadableError
from ..tabled.model import EMPTY, Block, Cell, Line, Table

MOST_CELLS, MOST_OVER, DEEPEST = 200_000, 200, 40
_BREAKS = {"p", "li", "br", "div", "tr", "ol", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr"}
_TORN = re.compile(r"<(?=[^<>]*(?:<|$))")
"""Begins a tag that never ends: the parser would look for its end again and again."""
_HIDDEN = {"script", "style", "head", "template", "title"}


@dataclass(slots=True)
class _Open:
    """A table while it is read."""

    rows: list[list[tuple[list[str], int, int]]] = field(default_factory=list)
    """The lines of each cell, how many columns and rows it takes."""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.lines: list[str] = [""]
        self.tables: list[_Open] = []
        self.kept: list[list[str]] = []
        """The lines around each open cell."""
        self.hidden = 0
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self.hidden += tag != "head"
        elif tag == "table":
            if len(self.tables) >= DEEPEST:
                raise UnreadableError("tabel di dalam tabelnya terlalu dalam")
            self._flush()
            self.tables.append(_Open())
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])
        elif tag in ("td", "th") and self.tables:
            self._cell(dict(attrs))
        elif tag in _BREAKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - (tag != "head"))
        elif tag == "table" and self.tables:
            done = self.tables.pop()
            self._put(Table(_grid(done)))
        elif tag in _BREAKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            words = data.replace("\n", " ")
            self._current()[-1] += words

    def _cell(self, attrs: dict[str, str | None]) -> None:
        table = self.tables[-1]
        if not table.rows:
            table.rows.append([])
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise UnreadableError(f"tabelnya lebih dari {MOST_CELLS} sel")
        table.rows[-1].append(([""], _number(attrs.get("colspan")), _number(attrs.get("rowspan"))))

    def _current(self) -> list[str]:
        if self.tables:
            row = self.tables[-1].rows[-1:]
            return row[0][-1][0] if row and row[0] else [""]
        return self.lines

    def _break(self) -> None:
        self._current().append("")

    def _flush(self) -> None:
        if not self.tables:
            self.blocks += [Line(text.strip()) for text in self.lines]
            self.lines = [""]

    def _put(self, table: Table) -> None:
        """One inside a cell is part of its text."""
        if self.tables:
            self._current().extend(cell.text for row in table.rows for cell in dict.fromkeys(row))
        else:
            self.blocks.append(table)

    def done(self) -> list[Block]:
        while self.tables:
            self.handle_endtag("table")
        self._flush()
        return self.blocks


def _number(text: str | None) -> int:
    return min(MOST_OVER, max(1, int(text))) if text and text.isdecimal() and len(text) < 5 else 1


def _grid(table: _Open) -> tuple[tuple[Cell, ...], ...]:
    """Merged cells stand in each place that they take."""
    places: list[dict[int, Cell]] = [{} for _ in table.rows]
    for r, row in enumerate(table.rows):
        k = 0
        for lines, over, down in row:
            while k in places[r]:
                k += 1
            cell = Cell(tuple(line.strip() for line in lines if line.strip()))
            for y in range(r, min(r + down, len(places))):
                for x in range(k, k + over):
                    places[y].setdefault(x, cell)
            k += over
    return tuple(tuple(row.get(k, EMPTY) for k in range(max(row, default=-1) + 1)) for row in places)


def blocks_of_html(text: str) -> list[Block]:
    parser = _Parser()
    parser.feed(_TORN.sub("&lt;", text))
    parser.close()
    return parser.done()


def lines_of(fragment: str) -> Iterator[str]:
    """The texts of a cell that holds HTML, perhaps torn."""
    if "<" not in fragment and "&" not in fragment:
        yield fragment.strip()
        return
    for block in blocks_of_html(fragment):
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row)
