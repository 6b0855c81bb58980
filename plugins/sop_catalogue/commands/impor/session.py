"""One run of `sop impor`: documents read or found again, definitions written, the report told of each at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from ...chart import Studio
from ...chart.graphviz.engine import LocalGraphviz
from ...store.digest import digest
from ...store.program import program
from ...theme.bundles import IMPORT_SCRIPTS, IMPORT_STYLES, shipped
from ..definitions import builder_for
from ..new import Codes
from ..paths import shown
from .coded import without_code
from .crew import Crew
from .folder import BESIDE, PROPOSED, ReportFolder, document_id, page
from .given import LARGEST
from .office import soffice
from .overview import Outcome, overview
from .proposed import Proposals, proposals
from .reader import Reader
from .readings import Drawn, Imported, Reading
from .shown import Office, redrawn
from .sop_page import Look, sop_page
from .tesseract import missing
from .writer import Became, Placed, Writer

LOOK = Look(shipped(IMPORT_STYLES).path, shipped(IMPORT_SCRIPTS).path)


@dataclass(frozen=True, slots=True)
class Found:
    """A document, and what reading it gave, now or once before."""

    file: Path
    document: str
    reading: Reading
    kept: bool


@dataclass(slots=True)
class Session:
    office: Office
    around: Office
    """The same with its registers, by which edited definitions are understood."""
    root: Path
    unit: Path
    folder: ReportFolder
    outcomes: list[Outcome] = field(default_factory=list)
    studio: Studio = field(default_factory=lambda: Studio(LocalGraphviz()))
    """For definitions that were edited; all others are drawn where they are read."""

    def run(self, files: Sequence[Path], workers: int) -> Iterator[tuple[Outcome, bool]]:
        """In the order of the files; and whether each was known already."""
        self.folder.open()
        writer = Writer(self.unit, Codes(self.root))
        office = self.office
        base = digest(
            program(), soffice(), missing(), office.unit, sorted(office.files.items()), office.schema
        )
        with Crew([Reader(self.office) for _ in range(workers)]) as crew:
            for found in crew.each(partial(self._found, base), files):
                outcome = self._outcome(found, writer)
                self.outcomes.append(outcome)
                yield outcome, found.kept

    def _found(self, base: str, reader: Reader, file: Path) -> Found:
        document = document_id(file, LARGEST)
        key = digest(base, file.name)
        if reading := self.folder.reading(document, file.name, key):
            return Found(file, document, reading, kept=True)
        reading = self.folder.kept(document, file.name, key, reader.read(file))
        return Found(file, document, reading, kept=False)

    def _outcome(self, found: Found, writer: Writer) -> Outcome:
        answer = found.reading.answer
        placed = []
        for number, one in enumerate(writer.placed(found.file, answer)):
            shown_as = self._drawn(found, number, one)
            placed.append(shown_as[0])
            self._write_page(found, number, *shown_as)
        failure = answer if isinstance(answer, str) else ""
        return Outcome(shown(found.file), found.document, found.reading.seconds, tuple(placed), failure)

    def _drawn(self, found: Found, number: int, placed: Placed) -> tuple[Placed, Drawn]:
        """As it was read, or as its author has made it since."""
        drawn = found.reading.proof.drawn
        if placed.became is Became.THERE and without_code(placed.sop.text) != _read(found, number).text:
            sop, edited = redrawn(self.around, placed.sop, self.studio)
            return replace(placed, sop=sop), edited
        return placed, drawn[number] if number < len(drawn) else Drawn("", ())

    def _write_page(self, found: Found, number: int, placed: Placed, drawn: Drawn) -> None:
        beside = ""
        if placed.became is Became.CHANGED:
            beside = f"{BESIDE}/{self.office.unit}/{placed.target.name}"
            self.folder.write(beside, placed.sop.text.encode())
        names = shown(placed.target), shown(self.folder.path / beside)
        html = sop_page(placed, drawn, found.reading.proof, number, shown(found.file), names, LOOK)
        self.folder.write(page(found.document, number + 1), html.encode())

    def close(self, *, stopped: bool) -> Proposals:
        """The first page, last, for only now all is known."""
        for bundle in (IMPORT_STYLES, IMPORT_SCRIPTS):
            self.folder.write(shipped(bundle).path, shipped(bundle).data)
        targets = {one.target for outcome in self.outcomes for one in outcome.placed}
        found = proposals(builder_for(self.root).build(), targets, self.root) if targets else Proposals()
        for name, text in (("peran.yml", found.roles_text), ("peraturan.yml", found.laws_text)):
            self.folder.propose(f"{PROPOSED}/{name}", text)
        html = overview(self.outcomes, found, LOOK, stopped=stopped)
        self.folder.write("index.html", html.encode())
        self.folder.sweep({outcome.document for outcome in self.outcomes})
        return found


def _read(found: Found, number: int) -> Imported:
    assert not isinstance(found.reading.answer, str)
    return found.reading.answer[number]
