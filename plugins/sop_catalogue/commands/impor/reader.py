"""Documents read in a process beside: one that crashes it, or takes too long, costs only its own document."""

from __future__ import annotations

import multiprocessing
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Self

from ...definition.findings import Severity
from ...definition.flow.resolve import resolve
from ...definition.reading.reader import read_definition
from ...definition.sop import Sop
from ...intake.primitives import UnreadableError
from ...intake.wording.definition_text import definition_text, name_of
from .given import Given, given

LONGEST, MOST_MEMORY = 60, 2_000_000_000
"""Seconds that a document may take, and the memory that reading it may."""

_ACKNOWLEDGED = "cabang-tanpa-label"
"""What a definition says of itself that it is so in the document."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An SOP as read from a document, ready to be written."""

    name: str
    text: str
    symbols: int
    arrows: int
    doubts: int
    faults: tuple[str, ...] = ()
    """What `sop check` would call an error."""


Answer = tuple[Imported, ...] | str
"""The SOPs of a document, or why there is none."""


def _given(file: Path) -> Given | str:
    try:
        return given(file)
    except UnreadableError as reason:
        return str(reason)
    except OSError as error:
        return f"tidak dapat dibaca ({error.strerror})"


def imported(document: Given, schema: str = "") -> Answer:
    try:
        return tuple(
            _ready(definition_text(sop, schema), name_of(sop), sop.symbols, sop.arrows, len(sop.doubts))
            for sop in document.recovered()
        )
    except UnreadableError as reason:
        return str(reason)
    except OSError as error:
        return f"tidak dapat dibaca ({error.strerror})"
    except MemoryError:
        return "terlalu besar untuk memori yang diizinkan"
    except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError, AssertionError) as error:
        return f"isinya tidak lazim dan belum dapat dibaca ({type(error).__name__})"


def _ready(text: str, name: str, symbols: int, arrows: int, doubts: int) -> Imported:
    definition = read_definition(name, text.encode(), Sop)
    faults = [f.message for f in definition.findings if f.severity is Severity.ERROR]
    if definition.model:
        for chart in definition.model.semua_bagan:
            faults += (
                fault.message
                for fault in resolve(chart).faults
                if fault.severity is Severity.ERROR and fault.code != _ACKNOWLEDGED
            )
    return Imported(name, text, symbols, arrows, doubts, tuple(faults))


class Reader:
    """Reads one document after the other."""

    def __init__(self, schema: str, longest: float = LONGEST) -> None:
        self._schema, self._longest = schema, longest
        self._process: BaseProcess | None = None
        self._wire: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def read(self, file: Path) -> Answer:
        document = _given(file)
        if isinstance(document, str):
            return document
        wire = self._wire or self._begin()
        try:
            wire.send(document)
            if wire.poll(self._longest):
                answer: Answer = wire.recv()
                return answer
            reason = f"belum selesai terbaca setelah {self._longest:.0f} detik"
        except (EOFError, OSError):
            reason = "berkas ini menghentikan pembacanya; buka dan simpan ulang sebagai PDF"
        self._end()
        return reason

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._wire, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._schema), daemon=True)
        self._process.start()
        theirs.close()
        return self._wire

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.join()
        if self._wire:
            self._wire.close()
        self._process = self._wire = None


def _serve(wire: Connection, schema: str) -> None:
    _limit_memory()
    try:
        while True:
            wire.send(imported(wire.recv(), schema))
    except (EOFError, OSError, KeyboardInterrupt):
        return


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        if most == resource.RLIM_INFINITY or most > MOST_MEMORY:
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, most))
