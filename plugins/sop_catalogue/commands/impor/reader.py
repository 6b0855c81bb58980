"""Documents read in a process beside: one that crashes it, or takes too long, costs only its own document."""

from __future__ import annotations

import multiprocessing
import signal
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Self

from ...intake.primitives import UnreadableError
from . import memory
from .given import Given, given
from .read import DocumentReader
from .readings import Answer, Proof, Reading
from .shown import Office
from .tesseract import words_of

LONGEST, LONGEST_PROOF = 60, 30
"""Seconds that a document may take to be read, and to be shown."""
LONGEST_LETTERS, A_PAGE = 300.0, 10.0
"""Seconds that all its pictures may take to be read by Tesseract, and that each gives it to be seen."""
_TOO_MANY_LETTERS = (
    "halaman-halaman sebelumnya sudah memakan terlalu banyak waktu; pecah menjadi beberapa berkas"
)


class Reader:
    """Reads one document after the other."""

    def __init__(self, office: Office, longest: float = LONGEST) -> None:
        self._office, self._longest = office, longest
        self._process: BaseProcess | None = None
        self._wire: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def read(self, file: Path) -> Reading:
        began = time.monotonic()
        document = _given(file)
        if isinstance(document, str):
            return Reading(document, time.monotonic() - began, lasting=False)
        wire = self._wire or self._begin()
        try:
            wire.send(document)
            if answered := self._answered(wire):
                answer, seconds = answered
                return Reading(answer, seconds, self._proof(wire))
            reason = f"belum selesai terbaca setelah {self._longest:.0f} detik"
        except (EOFError, OSError):
            reason = "berkas ini menghentikan pembacanya; buka dan simpan ulang sebagai PDF"
        self.end()
        return Reading(reason, time.monotonic() - began, lasting=False)

    def _answered(self, wire: Connection) -> tuple[Answer, float] | None:
        """None where it takes too long by itself; what it waits for letters is not counted, and each page gives it time."""
        left, patience = self._longest, LONGEST_LETTERS
        while left > 0:
            began = time.monotonic()
            if not wire.poll(left):
                break
            said = wire.recv()
            if not isinstance(said, bytes):
                answered: tuple[Answer, float] = said
                return answered
            asked = time.monotonic()
            left = min(self._longest, left - (asked - began) + A_PAGE)
            wire.send(_letters(said) if patience > 0 else UnreadableError(_TOO_MANY_LETTERS))
            patience -= time.monotonic() - asked
        return None

    def _proof(self, wire: Connection) -> Proof:
        """A document that was read and cannot be shown is still read."""
        try:
            if wire.poll(LONGEST_PROOF):
                proof: Proof = wire.recv()
                return proof
        except (EOFError, OSError):
            pass
        self.end()
        return Proof()

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        wire, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._office), daemon=True)
        process.start()
        theirs.close()
        self._process, self._wire = process, wire
        return wire

    def end(self) -> None:
        """At once, whatever it is doing."""
        if self._process:
            self._process.kill()
            self._process.join()
        if self._wire:
            self._wire.close()
        self._process = self._wire = None


def _given(file: Path) -> Given | str:
    try:
        return given(file)
    except UnreadableError as reason:
        return str(reason)
    except OSError as error:
        return f"tidak dapat dibaca ({error.strerror})"


def _letters(picture: bytes) -> str | UnreadableError:
    try:
        return words_of(picture)
    except UnreadableError as reason:
        return reason


@dataclass(frozen=True, slots=True)
class _AskedLetters:
    """Who waits for this process has them read: it can limit a program, and end it."""

    wire: Connection
    missing: str

    def read(self, picture: bytes) -> str:
        self.wire.send(picture)
        answer = self.wire.recv()
        if isinstance(answer, UnreadableError):
            raise answer
        return str(answer)


def _serve(wire: Connection, office: Office) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for who waits here for answers
    memory.limit()
    reader = DocumentReader(office)
    try:
        while True:
            document = wire.recv()
            began = time.monotonic()
            answer = reader.read(document, _AskedLetters(wire, document.letterless))
            wire.send((answer, time.monotonic() - began))
            wire.send(reader.proof())
    except (EOFError, OSError):
        return
