"""What was read, written into a unit's folder: a file an SOP, never over another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...refused import RefusedError
from ..new import file_name
from ..paths import shown
from .reader import Answer, Imported

READY, TO_SEE, FAILED = "siap", "perlu dilihat", "gagal"
_MOST_NAMESAKES, _LONGEST_NAME = 500, 55
_SOURCE = re.compile(r"SHA-256 [0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one SOP, or of a document in which there is none."""

    state: str
    file: Path
    about: str

    def __str__(self) -> str:
        return f"{self.state:<14} {shown(self.file)}{self.about}"


@dataclass(slots=True)
class Writer:
    folder: Path

    def lines(self, file: Path, answer: Answer) -> Iterator[Line]:
        if isinstance(answer, str):
            yield Line(FAILED, file, f": {answer}")
            return
        for sop in answer:
            yield self._written(file, sop)

    def _written(self, file: Path, sop: Imported) -> Line:
        target, new = self._place(sop)
        if new:
            with target.open("x", encoding="utf-8", newline="\n") as out:
                out.write(sop.text)
        state = TO_SEE if sop.doubts or sop.faults or not sop.symbols else READY
        about = f" → {shown(target)}: {sop.symbols} simbol, {sop.arrows} panah"
        if sop.doubts:
            about += f", {sop.doubts} perlu diperiksa"
        if sop.faults:
            about += f"; galat: {sop.faults[0]}"
        return Line(state, file, about if new else f"{about} (sudah diimpor; tidak ditulis lagi)")

    def _place(self, sop: Imported) -> tuple[Path, bool]:
        """Beside a namesake, unless that was read from the same document."""
        name = _name(sop)
        for k in range(1, _MOST_NAMESAKES):
            target = self.folder / f"{name if k == 1 else f'{name}-{k}'}.yml"
            if not target.exists():
                return target, True
            if _same_source(target, sop):
                return target, False
        raise RefusedError(f"terlalu banyak berkas bernama {name}.yml di {shown(self.folder)}")


def _name(sop: Imported) -> str:
    """With room for the number of a namesake."""
    try:
        return file_name(sop.name)[:_LONGEST_NAME].strip("-")
    except RefusedError:
        return "sop-impor"


def _same_source(target: Path, sop: Imported) -> bool:
    mark = _SOURCE.search(sop.text)
    try:
        return mark is not None and mark[0] in target.read_text("utf-8", errors="replace")
    except OSError:
        return False
