"""What was recovered from a document, before it is written: charts, identity, doubts."""

from __future__ import annotations

from dataclasses import dataclass, field

from .drawing.symbols import Form
from .primitives import Box, Laid
from .table.columns import Column
from .table.rows import Cell


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands in a document that has pages."""

    page: int
    """Counted from 1."""
    box: Box


@dataclass(slots=True)
class Node:
    """A symbol of a chart."""

    step: int
    lanes: tuple[int, ...]
    form: Form
    text: str = ""
    left: float = 0
    top: float = 0


@dataclass(slots=True)
class Edge:
    """An arrow, by the places of its symbols among the nodes."""

    source: int
    target: int
    label: str = ""
    plain: bool = False
    two_way: bool = False


@dataclass(slots=True)
class Step:
    number: str
    activity: list[str]
    cells: dict[str, Cell]
    page: int
    inferred: bool = False
    """The document itself says that something of it is."""
    doubts: list[str] = field(default_factory=list)
    about: set[str] = field(default_factory=set)
    """What the doubts concern: pelaksana, simbol, panah."""
    spots: list[Spot] = field(default_factory=list)
    """Its row; of one that is cut by the edge of a page, both pieces."""

    def doubt(self, text: str, *about: str) -> None:
        if text not in self.doubts:
            self.doubts.append(text)
        self.about.update(about)


@dataclass(slots=True)
class Chart:
    lanes: list[Column]
    labels: dict[str, str]
    title: str = ""
    steps: list[Step] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    """Those behind the lanes that it has."""
    numbered: bool = False
    inferred: list[str] = field(default_factory=list)
    """What the document shows of none of its steps: pelaksana, simbol, panah."""
    spots: list[Spot] = field(default_factory=list)
    """Its table, on each page."""


@dataclass(slots=True)
class Item:
    text: str
    mark: str = ""
    """What stands before it, where that is no number in turn."""


@dataclass(slots=True)
class Identity:
    fields: dict[str, str] = field(default_factory=dict)
    """nama, nomor, pembuatan, revisi, efektif, pengesahan."""
    official: list[str] = field(default_factory=list)
    """The lines of who approved it."""
    boxes: dict[str, list[Item]] = field(default_factory=dict)
    head: list[str] = field(default_factory=list)
    """The office, as the form's head names it."""
    signature: dict[str, str] = field(default_factory=dict)
    """tempat, tanggal, jabatan, nama, nip: who signed below the flow."""


@dataclass(slots=True)
class Recovered:
    """One SOP of a document."""

    identity: Identity
    charts: list[Chart]
    pages: tuple[int, ...] = ()
    source: str = ""
    digest: str = ""
    laid: dict[int, Laid] = field(default_factory=dict)
    """How the pages that were pictures were laid, to be read."""

    @property
    def symbols(self) -> int:
        return sum(len(chart.nodes) for chart in self.charts)

    @property
    def arrows(self) -> int:
        return sum(len(chart.edges) for chart in self.charts)

    @property
    def doubts(self) -> list[str]:
        found = []
        for chart in self.charts:
            found += chart.doubts
            found += (doubt for step in chart.steps for doubt in step.doubts)
        return found
