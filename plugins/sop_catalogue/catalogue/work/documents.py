"""Documents: what one step puts out and another needs, in one SOP and among the SOPs of one government."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ...definition.langkah import Sel
from ..model import Chart, PemdaEntry, SopEntry
from .document_names import DocumentName, documents_in, is_tool

Key = tuple[str, str]
"""What a document is, and its state."""


@dataclass(frozen=True, slots=True)
class Use:
    """A step that puts a document out, or needs it."""

    sop: SopEntry
    chart: int
    """Which of the SOP's charts, from 0."""
    row: int


@dataclass(eq=False, slots=True)
class Document:
    """One document of one government."""

    name: DocumentName
    """As first written by any of its SOPs."""
    pemda: PemdaEntry
    worded: dict[SopEntry, str] = field(default_factory=dict)
    """As each SOP first writes it."""
    made: list[Use] = field(default_factory=list)
    """Steps whose output it is."""
    needed: list[Use] = field(default_factory=list)
    """Steps that need it and get it from no earlier step of their own SOP."""
    inside: list[Use] = field(default_factory=list)
    """Steps that get it from an earlier step of their own SOP."""

    @property
    def makers(self) -> list[SopEntry]:
        return list(dict.fromkeys(use.sop for use in self.made))

    @property
    def takers(self) -> list[SopEntry]:
        """SOPs that need it from elsewhere."""
        return list(dict.fromkeys(use.sop for use in self.needed))

    @property
    def users(self) -> list[SopEntry]:
        """All SOPs that need it, from elsewhere or from a step of their own."""
        return list(dict.fromkeys(use.sop for use in (*self.needed, *self.inside)))


@dataclass(frozen=True, slots=True)
class Need:
    """A document that one row needs."""

    document: Document
    row: int
    source: Use | None
    """The step that puts it out: above it in the same chart, or in one before it."""


@dataclass(frozen=True, slots=True)
class ChartDocuments:
    """What the rows of one chart put out and need."""

    needs: Sequence[Need]
    yields: Sequence[tuple[int, Document]]
    """Row, and what it puts out."""


class DocumentTrail:
    """All documents of a catalogue, from step to step and from SOP to SOP."""

    def __init__(self, sops: Iterable[SopEntry]) -> None:
        self._known: dict[tuple[str, Key], Document] = {}
        self._charts: dict[SopEntry, tuple[ChartDocuments, ...]] = {}
        for entry in sops:
            made: dict[Key, Use] = {}
            self._charts[entry] = tuple(self._chart(entry, chart, made) for chart in entry.charts)

    @cached_property
    def all(self) -> list[Document]:
        """Every document that is handed on, by name; tools are not."""
        return sorted(self._known.values(), key=lambda d: (d.name.base, d.name.state, d.pemda.id))

    def of(self, entry: SopEntry) -> tuple[ChartDocuments, ...]:
        return self._charts[entry]

    def _chart(self, entry: SopEntry, chart: Chart, made: dict[Key, Use]) -> ChartDocuments:
        """`made` holds what its SOP has put out before, and is added to."""
        tools = own_tools(entry)
        needs: list[Need] = []
        yields: list[tuple[int, Document]] = []
        for row, step in enumerate(chart.steps):
            use = Use(entry, chart.number - 1, row)
            for key, document in self._named(step.kelengkapan, entry, tools):
                needs.append(Need(document, row, made.get(key)))
                if key in made:
                    document.inside.append(use)
                else:
                    document.needed.append(use)
            for key, document in self._named(step.output, entry, frozenset()):
                yields.append((row, document))
                document.made.append(use)
                made[key] = use
        return ChartDocuments(needs, yields)

    def _named(
        self, cell: Sel | None, entry: SopEntry, tools: frozenset[str]
    ) -> Iterator[tuple[Key, Document]]:
        pemda = entry.unit.pemda
        for name in handed_on(cell, tools):
            key = (name.base, name.state)
            document = self._known.get((pemda.id, key))
            if document is None:
                document = self._known[pemda.id, key] = Document(name, pemda)
            document.worded.setdefault(entry, name.shown)
            yield key, document


def handed_on(cell: Sel | None, tools: frozenset[str]) -> Iterator[DocumentName]:
    """What a cell names but for tools, those of everybody and its SOP's own `tools`."""
    names = documents_in(cell.teks if cell else ())
    return (name for name in names if not is_tool(name.base) and name.base not in tools)


@dataclass(frozen=True, slots=True)
class SopDocuments:
    """The documents of one SOP, as its page tells them: rows by document, in the order of the flow."""

    from_others: Mapping[Document, list[Use]]
    """Needed here, put out by other SOPs."""
    to_others: Mapping[Document, list[Use]]
    """Put out here, needed by other SOPs."""
    from_outside: Mapping[Document, list[Use]]
    """Needed here, put out by no SOP that can be named."""
    results: Mapping[Document, list[Use]]
    """Put out here, needed by no SOP that can be named, and by no later step."""
    inside: Sequence[tuple[Document, Use, Use]]
    """Put out by one step and needed by a later one."""


def sop_documents(entry: SopEntry, trail: DocumentTrail) -> SopDocuments:
    found: tuple[dict[Document, list[Use]], ...] = ({}, {}, {}, {})
    from_others, to_others, from_outside, results = found
    inside: list[tuple[Document, Use, Use]] = []
    charts = trail.of(entry)
    passed_on = {(need.document, need.source) for chart in charts for need in chart.needs}
    for number, chart in enumerate(charts):
        for need in chart.needs:
            use = Use(entry, number, need.row)
            if need.source is not None:
                inside.append((need.document, need.source, use))
                continue
            side = from_others if others(need.document.makers, entry, need.document) else from_outside
            side.setdefault(need.document, []).append(use)
        for row, document in chart.yields:
            use = Use(entry, number, row)
            if others(document.takers, entry, document):
                to_others.setdefault(document, []).append(use)
            elif (document, use) not in passed_on:
                results.setdefault(document, []).append(use)
    return SopDocuments(from_others, to_others, from_outside, results, inside)


def others(found: Iterable[SopEntry], entry: SopEntry, document: Document) -> list[SopEntry]:
    """The other SOPs it leads to or from; none for a name that says too little to tell one from another."""
    return [] if document.name.vague else [sop for sop in found if sop is not entry]


def own_tools(entry: SopEntry) -> frozenset[str]:
    """What the SOP itself lists as equipment."""
    items = entry.sop.peralatan_perlengkapan
    return frozenset(name.base for name in documents_in(tuple(item.teks for item in items)))
