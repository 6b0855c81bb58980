"""One definition as the catalogue has it and as the site shows it, without the rest of either."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...catalogue.build import CatalogueBuilder
from ...catalogue.model import SopEntry
from ...chart import ChartError, Studio
from ...definition.findings import Severity
from ...pages.sop.alone import anchors_of, form_alone
from ...store.folder import PlainFolder
from .readings import Drawn, Imported

ODD = (ArithmeticError, LookupError, TypeError, ValueError, RecursionError, AssertionError)
"""What no document should come to, and one may."""


@dataclass(frozen=True, slots=True)
class Office:
    """For whom is read."""

    unit: str = "pemda/unit"
    """The folders of its definitions."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What says how its form looks: `pemda.yml` and `unit.yml`, by their paths."""
    schema: str = ""


def entry_of(office: Office, text: str) -> tuple[SopEntry | None, tuple[str, ...]]:
    """And what the catalogue calls an error."""
    path = f"{office.unit}/impor.yml"
    catalogue = CatalogueBuilder(PlainFolder({**office.files, path: text.encode()})).build()
    found = [f for sop in catalogue.sops for f in sop.findings]
    found += (f for broken in catalogue.broken for f in broken.findings)
    faults = tuple(f.message for f in found if f.severity is Severity.ERROR)
    return next(iter(catalogue.sops), None), faults


def drawn_of(entry: SopEntry | None, studio: Studio) -> Drawn:
    """Empty where it cannot be drawn."""
    if not entry:
        return Drawn("", ())
    try:
        form = form_alone(entry, studio)
    except (ChartError, *ODD, MemoryError):
        return Drawn("", ())
    return Drawn(str(form.identity), tuple(map(str, form.charts)))


def anchors(entry: SopEntry | None, lengths: Sequence[int]) -> Sequence[Sequence[str]]:
    """Of the rows of charts of these lengths; empty names where the definition has others."""
    found = anchors_of(entry) if entry else []
    if [len(names) for names in found] == list(lengths):
        return found
    return [("",) * length for length in lengths]


def redrawn(office: Office, sop: Imported, studio: Studio) -> tuple[Imported, Drawn]:
    """As its author has edited it; where that has as many rows, they are still those of the document."""
    entry, faults = entry_of(office, sop.text)
    if not entry:
        return replace(sop, faults=faults), Drawn("", ())
    flows = [chart.flow for chart in entry.charts]
    sop = replace(
        _called_anew(sop, entry),
        symbols=sum(len(flow.symbols) for flow in flows),
        arrows=sum(len(flow.arrows) for flow in flows),
        faults=faults,
    )
    return sop, drawn_of(entry, studio)


def _called_anew(sop: Imported, entry: SopEntry) -> Imported:
    names = [name for chart in anchors_of(entry) for name in chart]
    if len(names) != len(sop.rows):
        return sop
    called = {row.anchor: name for row, name in zip(sop.rows, names, strict=True)}
    rows = tuple(replace(row, anchor=called[row.anchor]) for row in sop.rows)
    doubts = tuple(replace(one, anchor=called.get(one.anchor, "")) for one in sop.doubts)
    return replace(sop, rows=rows, doubts=doubts)
