"""What a reader wants first of an SOP: how long, who starts, who decides, what to bring, what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...catalogue.model import Chart, SopEntry
from ...catalogue.work.document_names import documents_in
from ...catalogue.work.documents import handed_on, own_tools
from ...catalogue.work.service import is_service
from ...definition.flow.model import Shape, Symbol
from ...definition.tafsiran import Unsur, called
from ..form.words import lane_names
from ..links import Links
from .durations import in_brief

MOST = 3
"""So many are named; of those who decide, the last."""

_LANE: tuple[Unsur, ...] = ("pelaksana",)


@dataclass(frozen=True, slots=True)
class Item:
    text: str
    url: str = ""
    inferred: str = ""
    """What of it no document shows."""


@dataclass(frozen=True, slots=True)
class Answer:
    label: str
    items: Sequence[Item]
    more: int = 0
    """So many further ones stand further down."""
    earlier: bool = False
    """Others stand before these."""
    beside: str = ""
    """What goes with it."""

    @property
    def inferred(self) -> bool:
        return any(item.inferred for item in self.items)


def answers(entry: SopEntry, links: Links) -> list[Answer]:
    """None where no step is written; of a service only who acts, for what it takes and gives stands below, for applicants."""
    if not entry.charts:
        return []
    people = _acting(entry, links)
    if is_service(entry):
        return people
    time, beside = in_brief(entry)
    found = [
        Answer("Waktu", [Item(time)], beside=beside),
        *people,
        _documents("Perlu disiapkan", _brought(entry)),
        _documents("Hasil akhir", _made(entry)),
    ]
    return [answer for answer in found if answer.items]


def _acting(entry: SopEntry, links: Links) -> list[Answer]:
    decided = _people(entry, links, _deciding, (*_LANE, "simbol"))
    closing = decided or _people(entry, links, _last)
    found = [
        Answer("Dimulai oleh", _people(entry, links, _first)),
        Answer(
            "Diputuskan oleh" if decided else "Diselesaikan oleh",
            closing[-MOST:],
            earlier=len(closing) > MOST,
        ),
    ]
    return [answer for answer in found if answer.items]


def _documents(label: str, names: Iterable[str]) -> Answer:
    known = list(dict.fromkeys(names))
    return Answer(label, [Item(name) for name in known[:MOST]], max(0, len(known) - MOST))


def _people(
    entry: SopEntry,
    links: Links,
    choose: Callable[[Chart], Sequence[Symbol]],
    rests_on: Sequence[Unsur] = _LANE,
) -> list[Item]:
    """Who stands at the chosen symbols of each chart, each once; `rests_on` is what tells so in the document."""
    found: dict[str, Item] = {}
    for chart in entry.charts:
        names = lane_names(chart.flow)
        for symbol in choose(chart):
            inferred = called(part for part in chart.flow.inferred.at(symbol.row) if part in rests_on)
            for lane in symbol.lanes:
                role = chart.roles[lane]
                name = role.data.nama if role and role.registered else names[lane]
                found.setdefault(name, Item(name, links.role(role), inferred))
    return list(found.values())


def _first(chart: Chart) -> Sequence[Symbol]:
    starts = [symbol for symbol in chart.flow.symbols if symbol.shape is Shape.START]
    return starts or chart.flow.in_row(min((symbol.row for symbol in chart.flow.symbols), default=0))


def _deciding(chart: Chart) -> Sequence[Symbol]:
    return [symbol for symbol in chart.flow.symbols if symbol.shape is Shape.DECISION]


def _last(chart: Chart) -> Sequence[Symbol]:
    return chart.flow.in_row(_foot(chart))


def _foot(chart: Chart) -> int:
    """The row in which the flow ends; where it may break off before that, the lowest."""
    ends = [symbol for symbol in chart.flow.symbols if symbol.shape is Shape.END] or chart.flow.symbols
    return max((symbol.row for symbol in ends), default=len(chart.steps) - 1)


def _brought(entry: SopEntry) -> Iterator[str]:
    """What the first steps need, tools left out."""
    tools = own_tools(entry)
    for chart in entry.charts:
        for row in sorted({symbol.row for symbol in _first(chart)}):
            yield from (name.shown for name in handed_on(chart.steps[row].kelengkapan, tools))


def _made(entry: SopEntry) -> Iterator[str]:
    """What each chart's last step puts out that puts out anything."""
    for chart in entry.charts:
        outputs = (
            documents_in(step.output.teks if step.output else ())
            for step in reversed(chart.steps[: _foot(chart) + 1])
        )
        yield from (name.shown for name in next(filter(None, outputs), ()))
