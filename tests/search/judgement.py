"""How well a search does on the judged queries.

- hit@1: the first result is one of the best answers; hit@5: one of the first five answers at all.
- MRR: one over the place of the first of the best answers; nothing when it is not among the results shown (ten).
- row: where the judges name rows or sections, the place shown first under the first page that answers is one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.search.queries import HELD_OUT, Query

SHOWN = 10


@dataclass(frozen=True)
class Found:
    """A result as the list shows it: a page, and places on it."""

    page: str
    """Address without ending."""
    places: tuple[str, ...]
    """Anchors of the links that are shown without unfolding."""


@dataclass(frozen=True)
class Verdict:
    query: Query
    found: tuple[Found, ...]

    @property
    def first(self) -> bool:
        return bool(self.found) and self.found[0].page in self.query.best_pages

    @property
    def near(self) -> bool:
        return any(found.page in self.query.pages for found in self.found[:5])

    @property
    def rank(self) -> float:
        """The reciprocal of the place of the first of the best."""
        places = enumerate(self.found[:SHOWN], 1)
        return next((1 / place for place, found in places if found.page in self.query.best_pages), 0.0)

    @property
    def row(self) -> bool | None:
        """None where the judges name no row."""
        rows = self.query.rows
        if not rows:
            return None
        answer = next((found for found in self.found[:5] if found.page in self.query.pages), None)
        if answer is None:
            return False
        if answer.page not in rows:
            return None
        return bool(answer.places) and answer.places[0] in rows[answer.page]

    def __str__(self) -> str:
        pages = ", ".join(f"{found.page}#{','.join(found.places)}" for found in self.found[:5])
        return f"[{self.query.kind}] {self.query.text} -> {pages or 'nothing'}"


@dataclass(frozen=True)
class Score:
    queries: int
    hit1: float
    hit5: float
    mrr: float
    rows: float | None


def score(verdicts: Sequence[Verdict]) -> Score:
    rows = [verdict.row for verdict in verdicts if verdict.row is not None]
    return Score(
        len(verdicts),
        _share(verdict.first for verdict in verdicts),
        _share(verdict.near for verdict in verdicts),
        _share(verdict.rank for verdict in verdicts),
        _share(rows) if rows else None,
    )


def _share(values: Iterable[float]) -> float:
    counted = list(values)
    return sum(counted) / len(counted)


def table(searches: dict[str, Sequence[Verdict]]) -> str:
    """The scores of several searches beside each other: all queries, the two parts, and every kind."""
    groups = {name: _groups(verdicts) for name, verdicts in searches.items()}
    cells = ("hit@1", "hit@5", "MRR", "baris")
    lines = [
        f"{'':<10} {'':>6}" + "".join(f" | {name:^27}" for name in searches),
        f"{'jenis':<10} {'kueri':>6}" + (" |" + "".join(f" {cell:>6}" for cell in cells)) * len(searches),
    ]
    for group in next(iter(groups.values())):
        scores = [score(found[group]) for found in groups.values()]
        lines.append(f"{group:<10} {scores[0].queries:>6}" + "".join(map(_cells, scores)))
    return "\n".join(lines)


def _groups(verdicts: Sequence[Verdict]) -> dict[str, list[Verdict]]:
    groups: dict[str, list[Verdict]] = {"semua": list(verdicts), "latih": [], HELD_OUT: []}
    kinds: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        groups[verdict.query.part].append(verdict)
        kinds[verdict.query.kind].append(verdict)
    return groups | kinds


def _cells(found: Score) -> str:
    row = "     –" if found.rows is None else f"{found.rows:6.3f}"
    return f" | {found.hit1:6.3f} {found.hit5:6.3f} {found.mrr:6.3f} {row}"
