"""How soon each generator's server shows a save, and what a first visit of a page asks for."""

from __future__ import annotations

import gzip
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from sop_catalogue.press.browser import sandbox_options
from tests.browser.driving import chromium

from ..measure import measure
from .builds import change, words
from .tools import Tool

_LONGEST = 300
_PAUSE = 0.02
_BREATH = 2.0
"""What a server still does behind an answer is not the next save's."""


def visits(tools: Sequence[Tool], turns: int) -> str:
    lines = [f"### While serving, median of {turns} saves; a page of an SOP opened for the first time", "",
             "| | from the save to the page | files | KB, compressed |", "|---|--:|--:|--:|"]  # fmt: skip
    for tool in tools:
        files, weight = first_visit(tool)
        seconds = median(served(tool, turns))
        lines.append(f"| {tool.name} | {seconds:.2f} s | {files} | {weight / 1000:.0f} |")
    return "\n".join(lines)


def served(tool: Tool, turns: int) -> list[float]:
    """A client asks for the page again and again until it shows the save."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    with (tool.project / "serve.log").open("wb") as log:
        process = subprocess.Popen(tool.serve(place), cwd=tool.project, stdout=log, stderr=log)
        try:
            _until(lambda: bool(_got(place, tool.address(tool.files()[0]))), tool)
            return [_saved(tool, place, turn) for turn in range(11, 11 + turns)]
        finally:
            process.kill()
            process.wait()


def _saved(tool: Tool, place: str, turn: int) -> float:
    time.sleep(_BREATH)
    began = time.perf_counter()
    file = change(tool, turn)
    _until(lambda: words(turn) in _got(place, tool.address(file)), tool)
    return time.perf_counter() - began


def _until(done: Callable[[], bool], tool: Tool) -> None:
    end = time.perf_counter() + _LONGEST
    while not done():
        if time.perf_counter() > end:
            raise SystemExit(f"bench: {tool.name} shows no save; see {tool.project / 'serve.log'}")
        time.sleep(_PAUSE)


def _got(place: str, path: str) -> str:
    try:
        with urlopen(f"http://{place}/{path}", timeout=_LONGEST) as answer:
            return str(answer.read().decode())
    except (URLError, ConnectionError):
        return ""


def first_visit(tool: Tool) -> tuple[int, int]:
    """How many files, and their bytes."""
    measure(tool.build, tool.project)
    site = tool.project / tool.output
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root, options = f"http://127.0.0.1:{server.server_port}/", sandbox_options()
    asked: set[str] = set()
    try:
        with sync_playwright() as playwright:
            engine = playwright.chromium.launch(
                executable_path=chromium.find(), args=options, chromium_sandbox=not options
            )
            page = engine.new_page()
            page.on("request", lambda request: asked.add(request.url.split("?")[0]))
            page.goto(root + tool.address(tool.files()[0]), wait_until="networkidle")
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
