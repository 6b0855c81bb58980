"""`python -m tests.bench --peers`: the same text by other generators, in one run on one machine.

Each is built from nothing, built again, and built after one edit; then it serves, a page is saved, and a client asks for it
until it shows what was saved. A page of an SOP is opened in a browser, and what it asks for is counted.
"""

from __future__ import annotations

import gzip
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from sop_catalogue.press.browser import sandbox_options
from tests.browser.driving import chromium

from ..measure import Run, measure
from ..project import Projects
from ..variants import edit
from .tools import Tool, tools

BASELINE = 1
"""Plain Material on MkDocs, in the order of `tools`."""
_LONGEST = 300
_PAUSE = 0.02


@dataclass
class Figures:
    """Of one generator, a value a round."""

    cold: list[Run] = field(default_factory=list)
    again: list[Run] = field(default_factory=list)
    edited: list[Run] = field(default_factory=list)
    served: list[float] = field(default_factory=list)
    """Seconds from the save to the page."""
    asked: int = 0
    """Files on a first visit."""
    weight: int = 0
    """Their bytes, compressed as a server would."""

    def row(self, name: str, baseline: Figures) -> str:
        cells = [name]
        for runs, beside in (
            (self.cold, baseline.cold),
            (self.again, baseline.again),
            (self.edited, baseline.edited),
        ):
            for figure in (_cpu, _wall):
                cells.append(f"{median(figure(run) for run in runs):.1f} s")
                cells.append(
                    f"{median(figure(a) / figure(b) for a, b in zip(runs, beside, strict=True)):.2f} ×"
                )
        cells.append(f"{median(self.served):.2f} s")
        cells.append(f"{self.asked} files, {self.weight / 1000:.0f} KB")
        return f"| {' | '.join(cells)} |"


def report(folder: Path, count: int, rounds: int) -> str:
    subprocess.run([sys.executable, "-m", "tests.bench.project", str(folder), str(count)], check=True)
    found = tools(folder, Projects(folder))
    figures = [Figures() for _ in found]
    for turn in range(1, rounds + 1):
        for tool, those in zip(found, figures, strict=True):
            one_round(tool, those, turn)
    for tool, those in zip(found, figures, strict=True):
        those.served = served(tool, max(3, rounds))
        those.asked, those.weight = first_visit(tool)
    head = ("cold, CPU", "×", "wall", "×", "again, CPU", "×", "wall", "×", "one edit, CPU", "×", "wall", "×",
            "save to page", "first visit")  # fmt: skip
    lines = [f"### {count} SOPs by other generators, median of {rounds} rounds", "",
             f"| | {' | '.join(head)} |", f"|---{'|--:' * len(head)}|"]  # fmt: skip
    rows = (those.row(tool.name, figures[BASELINE]) for tool, those in zip(found, figures, strict=True))
    return "\n".join([*lines, *rows])


def one_round(tool: Tool, figures: Figures, turn: int) -> None:
    for left in (tool.output, ".cache", "resources"):
        shutil.rmtree(tool.project / left, ignore_errors=True)
    figures.cold.append(measure(tool.build, tool.project))
    figures.again.append(measure(tool.build, tool.project))
    with changed(tool, turn):
        figures.edited.append(measure(tool.build, tool.project))


def pages(tool: Tool) -> list[Path]:
    """What an SOP is written in."""
    files = sorted(file for file in tool.pages.glob("*/*/*.*") if file.suffix in (".yml", ".md"))
    return [file for file in files if file.stem not in ("unit", "index", "_index")]


def words(turn: int) -> str:
    return f"(perbaikan ke-{turn})"


@contextmanager
def changed(tool: Tool, turn: int) -> Iterator[Path]:
    """One SOP says something more; afterwards it is as before."""
    files = pages(tool)
    file = files[turn * 7919 % len(files)]
    before = file.read_bytes()
    if file.suffix == ".yml":
        edit(file, turn)
    else:
        file.write_bytes(before + f"\n{words(turn)}\n".encode())
    try:
        yield file
    finally:
        file.write_bytes(before)


def address(tool: Tool, file: Path) -> str:
    return "sop/" + tool.page.format(file.relative_to(tool.pages).with_suffix("").as_posix())


def served(tool: Tool, turns: int) -> list[float]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    with (tool.project / "serve.log").open("wb") as log:
        process = subprocess.Popen(tool.serve(place), cwd=tool.project, stdout=log, stderr=log)
        try:
            until(lambda: _got(place, address(tool, pages(tool)[0])) is not None, tool)
            return [_saved(tool, place, turn) for turn in range(11, 11 + turns)]
        finally:
            process.kill()
            process.wait()


def _saved(tool: Tool, place: str, turn: int) -> float:
    with changed(tool, turn) as file:
        began = time.perf_counter()
        until(lambda: words(turn) in (_got(place, address(tool, file)) or ""), tool)
        took = time.perf_counter() - began
    until(lambda: words(turn) not in (_got(place, address(tool, file)) or words(turn)), tool)
    time.sleep(1)  # what a server does behind its answer is not the next save's
    return took


def until(done: Callable[[], bool], tool: Tool) -> None:
    end = time.perf_counter() + _LONGEST
    while not done():
        if time.perf_counter() > end:
            raise SystemExit(
                f"bench: {tool.name} does not show what was saved; see {tool.project / 'serve.log'}"
            )
        time.sleep(_PAUSE)


def _got(place: str, path: str) -> str | None:
    try:
        with urlopen(f"http://{place}/{path}", timeout=_LONGEST) as answer:
            return str(answer.read().decode())
    except (URLError, ConnectionError):
        return None


def first_visit(tool: Tool) -> tuple[int, int]:
    """How many files a page of an SOP asks for in a browser, and how heavy they are."""
    measure(tool.build, tool.project)
    site = tool.project / tool.output
    handler = partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root, options = f"http://127.0.0.1:{server.server_port}/", sandbox_options()
    try:
        with sync_playwright() as playwright:
            engine = playwright.chromium.launch(
                executable_path=chromium.find(), args=options, chromium_sandbox=not options
            )
            page, asked = engine.new_page(), set[str]()
            page.on("request", lambda request: asked.add(request.url.split("?")[0]))
            page.goto(root + address(tool, pages(tool)[0]), wait_until="networkidle")
            engine.close()
    finally:
        server.shutdown()
    files = [site / url.removeprefix(root) for url in asked if url.startswith(root)]
    return len(files), sum(_weight(file) for file in files if file.is_file())


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def _weight(file: Path) -> int:
    data = file.read_bytes()
    return len(data) if file.suffix == ".woff2" else len(gzip.compress(data))


def _cpu(run: Run) -> float:
    return run.cpu or run.wall


def _wall(run: Run) -> float:
    return run.wall
