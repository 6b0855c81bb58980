"""Graphviz that crashes, hangs, or cannot be loaded: it costs the picture that was asked for, and no other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sop_catalogue.chart import GraphvizFailed
from sop_catalogue.chart.errors import GraphvizTooSlow
from sop_catalogue.chart.graphviz import engine
from sop_catalogue.chart.graphviz.engine import LocalGraphviz
from sop_catalogue.chart.graphviz.process import GraphvizProcess
from tests.site.trouble import CRASHING_LIBRARY, HANGING_LIBRARY, with_trouble
from tests.studio import GRAPHVIZ

A, B, FATAL = "digraph { a }", "digraph { b }", "digraph { fatal }"
TIRED_LIBRARY = """
import os, signal, pygraphviz
drawn = []
draw = pygraphviz.AGraph.draw
def tired(self, **how):
    drawn.append(self)
    if len(drawn) > 1:
        os.kill(os.getpid(), signal.SIGSEGV)
    return draw(self, **how)
pygraphviz.AGraph.draw = tired
"""
"""Draws once, and dies when it is asked again."""

Library = Callable[..., GraphvizProcess]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The library in a process of its own, in which some code has run first."""
    made = []

    def begun(code: str = "", limit: float = 60.0) -> GraphvizProcess:
        for name, value in with_trouble(tmp_path / "sebab", code).items():
            monkeypatch.setenv(name, value)
        made.append(GraphvizProcess(limit))
        return made[-1]

    yield begun
    for process in made:
        process.end()


def test_a_crash_costs_one_picture(library: Library) -> None:
    process = library(CRASHING_LIBRARY.format(dot=FATAL))
    for _ in range(2):
        assert ">a<" in process.draw(A, "dot")
        with pytest.raises(GraphvizFailed, match="berhenti mendadak"):
            process.draw(FATAL, "dot")
        assert process.draw(B, "dot") == GRAPHVIZ.render(B, "dot")


def test_a_hang_costs_one_picture_and_is_waited_for_once(library: Library) -> None:
    process = library(HANGING_LIBRARY.format(dot=FATAL, limit=60.0), limit=1.0)
    with pytest.raises(GraphvizTooSlow, match="tidak selesai dalam 1 detik"):
        process.draw(FATAL, "dot")
    process.limit = 60.0
    began = time.monotonic()
    with pytest.raises(GraphvizTooSlow):
        process.draw(FATAL, "dot")
    assert process.draw(B, "dot") == GRAPHVIZ.render(B, "dot")
    assert time.monotonic() - began < 30


def test_a_graph_does_not_answer_for_those_before_it(library: Library) -> None:
    process = library(TIRED_LIBRARY)
    assert [">a<" in process.draw(A, "dot") for _ in range(3)] == [True] * 3


def test_what_is_refused_is_no_reason_to_begin_anew(library: Library) -> None:
    process = library()
    with pytest.raises(GraphvizFailed, match="Invalid Input"):
        process.draw("digraph {{{", "dot")
    with pytest.raises(GraphvizFailed, match="tanpa-nama"):
        process.draw(A, "tanpa-nama")
    assert ">a<" in process.draw(A, "dot")


def test_an_interrupt_leaves_no_answer_to_the_wrong_question(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = library()
    with monkeypatch.context() as patch:
        patch.setattr("sop_catalogue.chart.graphviz.process.receive", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            process.draw(A, "dot")
    assert ">b<" in process.draw(B, "dot")


def _interrupted(_: object) -> None:
    raise KeyboardInterrupt


def test_threads_get_their_own_pictures(library: Library) -> None:
    process = library()
    names = [f"utas{number}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        pictures = list(pool.map(lambda name: process.draw(f"digraph {{ {name} }}", "dot"), names))
    assert all(f">{name}<" in picture for name, picture in zip(names, pictures, strict=True))


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for Graphviz")
def test_a_library_that_cannot_be_loaded_gives_way_to_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pygraphviz.py").write_text("import tidak_ada")
    _program(tmp_path / "dot", "echo '<svg/>'")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert LocalGraphviz().render(A).strip() == "<svg/>"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for Graphviz")
def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path / "dot", f'echo $$ > "{tmp_path}/nomor"; exec sleep 600')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(engine, "LIMIT", 1.0)
    with pytest.raises(GraphvizTooSlow, match="tidak selesai dalam 1 detik"):
        LocalGraphviz(with_library=False).render(A)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "nomor").read_text()), 0)


def _program(file: Path, script: str) -> None:
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def test_its_version_is_known_without_loading_it() -> None:
    code = "import sys; from sop_catalogue.chart.graphviz.engine import LocalGraphviz; print(LocalGraphviz().version, 'pygraphviz' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert said == f"{GRAPHVIZ.version} False\n"


OWNER = """
import sys
from sop_catalogue.chart.graphviz.process import GraphvizProcess
process = GraphvizProcess(60.0)  # seconds; where it hangs, as many as the trouble says
process.draw("digraph {{ a }}", "dot")
print("mulai", flush=True)
{then}
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
@pytest.mark.parametrize(
    "then", ["sys.stdin.read()", f"process.draw({FATAL!r}, 'dot')"], ids=["idle", "hanging"]
)
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=lambda sign: sign.name)
def test_it_ends_with_its_owner(sign: signal.Signals, then: str, tmp_path: Path) -> None:
    trouble = with_trouble(tmp_path / "sebab", HANGING_LIBRARY.format(dot=FATAL, limit=2.0))
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER.format(then=then)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **trouble},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    assert owner.stdout
    assert owner.stdout.readline() == b"mulai\n"
    owner.send_signal(sign)
    # Both hold the other end of `stderr`: this returns when both are gone.
    owner.communicate(timeout=120)
    assert owner.returncode != 0
