"""A document read, and shown: what the process beside does with one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...catalogue.build import CatalogueBuilder
from ...catalogue.model import SopEntry
from ...chart import ChartError, Studio
from ...chart.graphviz.engine import LocalGraphviz
from ...definition.findings import Severity
from ...intake.primitives import UnreadableError
from ...intake.recovered import Recovered, Step
from ...intake.wording.definition_text import definition_text, name_of
from ...intake.wording.doubt_lines import doubt_lines
from ...pages.sop.alone import anchors_of, form_alone
from ...store.folder import PlainFolder
from .kinds import Kind, kind_of
from .readings import Answer, Doubt, Drawn, Imported, Proof, RowPlace

LARGEST = 80_000_000
"""Bytes of a document."""
_ODD = (ArithmeticError, LookupError, TypeError, ValueError, RecursionError, AssertionError)
_CELLS = ("kelengkapan", "waktu", "output", "keterangan")


@dataclass(frozen=True, slots=True)
class Office:
    """For whom is read."""

    unit: str = "pemda/unit"
    """The folders of its definitions."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What says how its form looks: `pemda.yml` and `unit.yml`, by their paths."""
    schema: str = ""


class DocumentReader:
    """Reads a document, then shows the one read last."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.studio = Studio(LocalGraphviz())
        self._last: tuple[Kind, bytes, list[Recovered], tuple[SopEntry | None, ...]] | None = None

    def read(self, file: Path) -> Answer:
        """Never raises: what cannot be read says why."""
        self._last = None
        try:
            if file.stat().st_size > LARGEST:
                return f"lebih besar dari {LARGEST // 1_000_000} MB"
            kind = kind_of(file)
            if not kind:
                return "jenis berkasnya tidak dikenal"
            return self._imported(kind, file.name, file.read_bytes())
        except UnreadableError as reason:
            return str(reason)
        except OSError as error:
            return f"tidak dapat dibaca ({error.strerror})"
        except MemoryError:
            return "terlalu besar untuk memori yang diizinkan"
        except _ODD as error:
            return f"isinya tidak lazim dan belum dapat dibaca ({type(error).__name__})"

    def _imported(self, kind: Kind, name: str, data: bytes) -> Answer:
        found = kind.read(name, data)
        texts = [definition_text(sop, self.office.schema) for sop in found]
        entries = [self._entry(text) for text in texts]
        self._last = (kind, data, found, tuple(entry for entry, _ in entries))
        return tuple(
            _ready(sop, text, entry, faults)
            for sop, text, (entry, faults) in zip(found, texts, entries, strict=True)
        )

    def _entry(self, text: str) -> tuple[SopEntry | None, tuple[str, ...]]:
        """What the catalogue makes of a definition, and what it calls an error."""
        path = f"{self.office.unit}/impor.yml"
        catalogue = CatalogueBuilder(PlainFolder({**self.office.files, path: text.encode()})).build()
        found = [f for sop in catalogue.sops for f in sop.findings]
        found += (f for broken in catalogue.broken for f in broken.findings)
        faults = tuple(f.message for f in found if f.severity is Severity.ERROR)
        return next(iter(catalogue.sops), None), faults

    def proof(self) -> Proof:
        """What cannot be shown is left out."""
        if not self._last:
            return Proof()
        kind, data, found, entries = self._last
        try:
            pages = {page for sop in found for page in sop.pages}
            pictures = tuple(kind.pictures(data, pages)) if kind.pictures else ()
        except (*_ODD, OSError, MemoryError, UnreadableError):
            pictures = ()
        cells = () if pictures else tuple(tuple(_cells(sop)) for sop in found)
        return Proof(tuple(self._drawn(entry) for entry in entries), pictures, cells)

    def _drawn(self, entry: SopEntry | None) -> Drawn:
        if not entry:
            return Drawn("", ())
        try:
            form = form_alone(entry, self.studio)
        except (ChartError, *_ODD, MemoryError):
            return Drawn("", ())
        return Drawn(str(form.identity), tuple(map(str, form.charts)))


def _ready(sop: Recovered, text: str, entry: SopEntry | None, faults: tuple[str, ...]) -> Imported:
    anchors = anchors_of(entry) if entry else [("",) * len(chart.steps) for chart in sop.charts]
    doubts = []
    for words, line, chart, step in doubt_lines(text, sop):
        if chart is None or step is None:
            spots = () if chart is None else tuple(sop.charts[chart].spots)
            doubts.append(Doubt(words, line, chart, "", spots))
        else:
            spots = tuple(sop.charts[chart].steps[step].spots)
            doubts.append(Doubt(words, line, chart, anchors[chart][step], spots))
    rows = tuple(
        RowPlace(anchor, tuple(step.spots))
        for chart, names in zip(sop.charts, anchors, strict=True)
        for step, anchor in zip(chart.steps, names, strict=True)
        if anchor and step.spots
    )
    return Imported(
        name_of(sop), text, sop.symbols, sop.arrows, tuple(doubts), faults, tuple(sop.pages), rows
    )


def _cells(sop: Recovered) -> Iterator[tuple[str, ...]]:
    for chart in sop.charts:
        for step in chart.steps:
            yield (step.number, "\n".join(step.activity), *(_cell(step, key) for key in _CELLS))


def _cell(step: Step, key: str) -> str:
    cell = step.cells.get(key)
    return "\n".join(cell.texts) if cell else ""
