"""The judged queries: what readers type, and the pages that answer it, judged from the definitions alone.

`queries.tsv` has a line a query:

- `bagian`: `latih`, or `uji` for the third that is held out: who betters the search does not look at those;
- `jenis`: how the reader asks: by task (`tugas`), role, document, number, with a typing fault (`ketik`), …;
- `kueri`: as it is typed;
- `terbaik`: the pages that answer best, equally good, as addresses without ending; `#…` is the row or section that
  does, and where none is named, the page as a whole does;
- `juga`: pages that answer too, but should not stand above those.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("queries.tsv")
HELD_OUT = "uji"


@dataclass(frozen=True)
class Query:
    part: str
    kind: str
    text: str
    best: tuple[str, ...]
    also: tuple[str, ...]

    @property
    def held_out(self) -> bool:
        return self.part == HELD_OUT

    @property
    def best_pages(self) -> frozenset[str]:
        return frozenset(map(page_of, self.best))

    @property
    def pages(self) -> frozenset[str]:
        return self.best_pages | frozenset(map(page_of, self.also))

    @property
    def rows(self) -> dict[str, frozenset[str]]:
        """The rows or sections that answer, of every page where some do and not the page as a whole."""
        found: dict[str, set[str]] = defaultdict(set)
        for answer in (*self.best, *self.also):
            page, _, row = answer.partition("#")
            found[page].add(row)
        return {page: frozenset(rows) for page, rows in found.items() if "" not in rows}


def page_of(answer: str) -> str:
    return answer.partition("#")[0]


def judged() -> list[Query]:
    head, *lines = FILE.read_text("utf-8").splitlines()
    assert head.split("\t") == ["bagian", "jenis", "kueri", "terbaik", "juga"]
    return [_query(*line.split("\t")) for line in lines]


def _query(part: str, kind: str, text: str, best: str, also: str = "") -> Query:
    return Query(part, kind, text, tuple(best.split()), tuple(also.split()))
