"""`python -m tests.intake.scanned.record`: has Tesseract read the page of the tests once more, after a change of how it is painted."""

from __future__ import annotations

from sop_catalogue.commands.impor.tesseract import words_of
from tests.intake.scanned.letters import ASKEW, RECORDED, Recorded, read
from tests.intake.scanned.paper import printed, scanned


class _Listening(Recorded):
    def read(self, picture: bytes) -> str:
        self.tables = [words_of(picture)]
        return super().read(picture)


listening = _Listening()
read(scanned(printed(), ASKEW), listening)
RECORDED.write_text(listening.tables[0], "utf-8", newline="\n")
print(f"{RECORDED.name}: {len(listening.tables[0].splitlines())} baris")
