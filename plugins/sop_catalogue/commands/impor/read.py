"""A document read, and shown: what the process beside does with one."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue.model import SopEntry
from ...chart import Studio
from ...chart.graphviz.engine import LocalGraphviz
from ...intake.primitives import UnreadableError
from ...intake.recovered import Recovered, Step
from ...intake.scanned.letters import Letters
from ...intake.wording.definition_text import definition_text, name_of
from ...intake.wording.doubt_lines import doubt_lines
from .given import Given
from .readings import Answer, Doubt, Imported, Proof, RowPlace
from .shown import ODD, Office, anchors, drawn_of, entry_of

_CELLS = ("kelengkapan", "waktu", "output", "keterangan")


class DocumentReader:
    """Reads a document, then shows the one read last."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.studio = Studio(LocalGraphviz())
        self._last: tuple[Given, list[Recovered], tuple[SopEntry | None, ...]] | None = None

    def read(self, document: Given, letters: Letters) -> Answer:
        """Never raises: what cannot be read says why."""
        self._last = None
        try:
            return self._imported(document, letters)
        except UnreadableError as reason:
            return str(reason)
        except OSError as error:
            return f"tidak dapat dibaca ({error.strerror})"
        except MemoryError:
            return "terlalu besar untuk memori yang diizinkan"
        except ODD as error:
            return f"isinya tidak lazim dan belum dapat dibaca ({type(error).__name__})"

    def _imported(self, document: Given, letters: Letters) -> Answer:
        found = document.recovered(letters)
        texts = [definition_text(sop, self.office.schema) for sop in found]
        entries = [entry_of(self.office, text) for text in texts]
        self._last = (document, found, tuple(entry for entry, _ in entries))
        return tuple(
            _ready(sop, text, entry, faults)
            for sop, text, (entry, faults) in zip(found, texts, entries, strict=True)
        )

    def proof(self) -> Proof:
        """What cannot be shown is left out."""
        if not self._last:
            return Proof()
        document, found, entries = self._last
        try:
            pictures = document.pictures({page: sop.laid.get(page) for sop in found for page in sop.pages})
        except (*ODD, OSError, MemoryError, UnreadableError):
            pictures = ()
        cells = () if pictures else tuple(tuple(_cells(sop)) for sop in found)
        return Proof(tuple(drawn_of(entry, self.studio) for entry in entries), pictures, cells)


def _ready(sop: Recovered, text: str, entry: SopEntry | None, faults: tuple[str, ...]) -> Imported:
    names = anchors(entry, [len(chart.steps) for chart in sop.charts])
    doubts = []
    for words, line, chart, step in doubt_lines(text, sop):
        if chart is None or step is None:
            spots = () if chart is None else tuple(sop.charts[chart].spots)
            doubts.append(Doubt(words, line, chart, "", spots))
        else:
            spots = tuple(sop.charts[chart].steps[step].spots)
            doubts.append(Doubt(words, line, chart, names[chart][step], spots))
    rows = tuple(
        RowPlace(anchor, tuple(step.spots))
        for chart, called in zip(sop.charts, names, strict=True)
        for step, anchor in zip(chart.steps, called, strict=True)
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
