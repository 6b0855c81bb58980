"""`python -m tests.bench --serve`: from the save of an SOP to its new page in a browser, under `mkdocs serve`.

What a browser does is done here: it waits at the server's reload address, and asks for the page when that answers.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from .measure import build
from .project import DEFINITIONS
from .variants import edit

_LONGEST = 600
_EPOCH = re.compile(r"livereload\((\d+), \d+\)")


@dataclass(frozen=True, slots=True)
class Seen:
    wall: float
    """Seconds from the save."""
    cpu: float | None
    """Of the server."""


def report(folder: Path, count: int, turns: int) -> str:
    subprocess.run([sys.executable, "-m", f"{__package__}.project", str(folder), str(count)], check=True)
    project = folder / "printed"
    build(project)  # what a build keeps is there, as on an author's machine
    warm = build(project)
    files = [file for file in sorted((project / DEFINITIONS).glob("*/*/*.yml")) if file.stem != "unit"]
    with _Server(project).running() as server:
        start = server.first(files[0])
        seen = [server.saved(files[turn * 7919 % len(files)], turn) for turn in range(1, turns + 1)]
    lines = [f"{count} SOPs with print pages and binders, median of {turns} saves:",
             f"- from the save to its page in the browser: {median(one.wall for one in seen):.2f} s",
             f"- from the start of the server to the first page: {start.wall:.1f} s"]  # fmt: skip
    costs = [one.cpu for one in seen if one.cpu is not None]
    if costs and warm.cpu:
        lines.append(
            f"- CPU of a save: {median(costs):.2f} s, {median(costs) / warm.cpu:.3f} of a second build's"
        )
    return "\n".join(lines)


class _Server:
    def __init__(self, project: Path) -> None:
        self.project = project
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"

    @contextmanager
    def running(self) -> Iterator[_Server]:
        command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", self.address]
        with (self.project / "serve.log").open("wb") as log:
            self.began = time.perf_counter()
            self.process = subprocess.Popen(command, cwd=self.project, stdout=log, stderr=log)
            try:
                yield self
            finally:
                self.process.kill()
                self.process.wait()

    def first(self, file: Path) -> Seen:
        while time.perf_counter() < self.began + _LONGEST:
            try:
                self._get(_place(file))
                return Seen(time.perf_counter() - self.began, _cpu(self.process.pid))
            except URLError:
                time.sleep(0.05)
        raise SystemExit(f"bench: no server; see {self.project / 'serve.log'}")

    def saved(self, file: Path, turn: int) -> Seen:
        place, words = _place(file), f"(perbaikan ke-{turn})"
        page = self._get(place)
        before, began = _cpu(self.process.pid), time.perf_counter()
        edit(file, turn)
        while words not in page:
            epoch = _EPOCH.search(page)
            assert epoch, "the server adds no reloading to its pages"
            self._get(f"livereload/{epoch[1]}/1")
            page = self._get(place)
            if time.perf_counter() > began + _LONGEST:
                raise SystemExit(f"bench: {file} was saved, but its page does not show it")
        after = _cpu(self.process.pid)
        return Seen(time.perf_counter() - began, None if before is None or after is None else after - before)

    def _get(self, place: str) -> str:
        with urlopen(f"http://{self.address}/{place}", timeout=_LONGEST) as answer:
            return str(answer.read().decode())


def _place(file: Path) -> str:
    return f"sop/{file.parent.parent.name}/{file.parent.name}/{file.stem}.html"


def _cpu(process: int) -> float | None:
    """User and system seconds of a running process and its children that have ended, where the system tells."""
    try:
        told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return sum(map(int, told[11:15])) / os.sysconf("SC_CLK_TCK")
