"""Processes beside a build, which make pages and sheets from the end while it makes them from the beginning.

They hand each other nothing: what one has made and kept, the other finds. So a site is the same to the byte however many
made it, and one that dies costs only time.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .catalogue.policy.policy import Policy
from .catalogue.privacy.settings import Privacy
from .paper.qr import QrMarks
from .paper.settings import PaperSettings
from .store.kept_files import KeptFiles
from .store.past import Past

_ENOUGH = 24
"""So many were to be made anew that the rest is worth a process."""
_MOST = 4
_COUNTED = ("halaman/", "cetak/")


@dataclass(frozen=True, slots=True)
class Job:
    """All that pages and sheets are made from, beside the definitions."""

    definitions: Path
    shown_as: str
    cache: Path
    directory_urls: bool
    paper: PaperSettings | None
    pdfs: bool
    marks: QrMarks | None
    edits: Mapping[str, str]
    """Where each page is edited, by its address."""
    past: Past
    policy: Policy
    privacy: Privacy
    share: int = 0
    """Of `shares`, counted from 0."""
    shares: int = 1


def processes(wanted: int | None) -> int:
    """As many as are wanted, or as the machine has room for."""
    affinity = getattr(os, "sched_getaffinity", None)  # fewer than there are, in a container
    return wanted or min(len(affinity(0)) if affinity else os.cpu_count() or 1, _MOST)


class CountingKept(KeptFiles):
    """Keeps as all do, and tells when much has had to be made anew."""

    def __init__(self, folder: Path, much: Callable[[], None] = lambda: None) -> None:
        super().__init__(folder)
        self.made = 0
        self._much = much

    def keep(self, place: str, key: str, value: object) -> None:
        super().keep(place, key, value)
        if place.startswith(_COUNTED):
            self.made += 1
            if self.made == _ENOUGH:
                self._much()


class Helpers:
    """The processes beside; none until they are started."""

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, job: Callable[[int, int], Job], count: int) -> None:
        for share in range(count):
            with suppress(OSError):  # the build alone makes everything too
                self._begin(job(share, count))

    def _begin(self, job: Job) -> None:
        command = [sys.executable, "-m", f"{__package__}.ahead_process"]
        quiet: Any = subprocess.DEVNULL
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet)
        self._running.append(process)
        assert process.stdin
        process.stdin.write(pickle.dumps(job))
        process.stdin.flush()  # and stays open: where it ends, the process does

    def stop(self) -> None:
        for process in self._running:
            process.kill()
            process.communicate()
        self._running.clear()
