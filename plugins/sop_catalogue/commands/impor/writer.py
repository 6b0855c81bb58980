"""What was read, written into a unit's folder: a file an SOP, never over another one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from ...refused import RefusedError
from ..new import Codes, file_name
from .changed import Change, change, remaining
from .coded import code_in, with_code
from .readings import Answer, Imported
from .standing import Shelf, Standing

_MOST_NAMESAKES, _LONGEST_NAME = 500, 55


class State(StrEnum):
    READY = "siap"
    TO_SEE = "perlu dilihat"
    FAILED = "gagal"


class Became(StrEnum):
    """What was done with an SOP."""

    WRITTEN = "ditulis"
    THERE = "sudah diimpor"
    CHANGED = "dokumennya berubah"


@dataclass(frozen=True, slots=True)
class Placed:
    """An SOP and the definition that it has."""

    sop: Imported
    """With the doubts that are left in the definition."""
    target: Path
    became: Became = Became.WRITTEN
    change: Change | None = None

    @property
    def state(self) -> State:
        changed = self.became is Became.CHANGED
        return State.READY if self.sop.settled and not changed else State.TO_SEE


class Writer:
    def __init__(self, folder: Path, codes: Codes) -> None:
        self.folder, self.shelf, self.codes = folder, Shelf(folder), codes

    def placed(self, file: Path, answer: Answer) -> Iterator[Placed]:
        if not isinstance(answer, str):
            for sop in answer:
                yield self._placed(sop, file, len(answer) == 1)

    def _placed(self, sop: Imported, file: Path, alone: bool) -> Placed:
        if there := self.shelf.same(sop, file, alone):
            return Placed(_as_it_stands(sop, there), there.path, Became.THERE)
        if before := self.shelf.earlier(sop, file, alone):
            anew = _coded(sop, code_in(before.text))
            found = change(before.text, anew.text, before.path.name)
            if found:
                return Placed(anew, before.path, Became.CHANGED, found)
            return Placed(_as_it_stands(sop, before), before.path, Became.THERE)
        target, sop = self._free(sop), _coded(sop, self.codes.new(sop.text))
        _write_new(target, sop.text)
        self.shelf.add(target, sop.text, file)
        return Placed(sop, target)

    def _free(self, sop: Imported) -> Path:
        name = _name(sop)
        for k in range(1, _MOST_NAMESAKES):
            target = self.folder / f"{name if k == 1 else f'{name}-{k}'}.yml"
            if not os.path.lexists(target):
                return target
        raise RefusedError(f"terlalu banyak berkas bernama {name}.yml di {self.folder.name}")


def _as_it_stands(sop: Imported, there: Standing) -> Imported:
    return replace(sop, doubts=remaining(sop.doubts, there.text), text=there.text)


def _coded(sop: Imported, code: str) -> Imported:
    """Its doubts stand a line lower then."""
    text = with_code(sop.text, code)
    return replace(sop, doubts=remaining(sop.doubts, text), text=text)


def _write_new(target: Path, text: str) -> None:
    """Whole or not at all, though it be Ctrl+C that comes in between."""
    with target.open("xb", buffering=0) as out:
        try:
            out.write(text.encode())
        except BaseException:
            target.unlink()
            raise


def _name(sop: Imported) -> str:
    """With room for the number of a namesake."""
    try:
        return file_name(sop.name)[:_LONGEST_NAME].strip("-")
    except RefusedError:
        return "sop-impor"
