"""`sop serve`: what it starts, and what it says before it starts anything."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from sop_catalogue.options import PART
from tests.site.build import copy_sample

from .conftest import Sop


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], str]]:
    """The commands that were run, and the part that each was given."""
    found: list[tuple[list[str], str]] = []

    def run(command: list[str], env: dict[str, str], **_: object) -> subprocess.CompletedProcess[bytes]:
        found.append((command, env[PART]))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    return found


@pytest.fixture
def site(project: Path) -> Path:
    (project / "mkdocs.yml").write_text("site_name: Uji\nplugins:\n  - sop-catalogue\n")
    return project


def test_it_opens_the_whole(sop: Sop, site: Path, started: list[tuple[list[str], str]]) -> None:
    assert sop("serve", cwd=site / "sop_defs/pemda").code == 0
    ((command, part),) = started
    assert command[:4] == [sys.executable, "-m", "mkdocs", "serve"]
    assert "--open" in command
    assert (site / "mkdocs.yml").samefile(command[command.index("--config-file") + 1])
    assert re.fullmatch(r"127\.0\.0\.1:80[0-2]\d", command[command.index("--dev-addr") + 1])
    assert part == ""


@pytest.mark.parametrize("said", ["pemda/unit", "pemda\\unit", "sop_defs/pemda/unit/"])
def test_a_part_is_told_to_the_plugin(
    sop: Sop, site: Path, started: list[tuple[list[str], str]], said: str
) -> None:
    done = sop("serve", said, "--tanpa-peramban", "--port", "0", cwd=site)
    assert done.code == 0
    assert "bagian pemda/unit dari katalog" in done.out
    ((command, part),) = started
    assert part == "pemda/unit"
    assert "--open" not in command


def test_a_port_that_is_taken(sop: Sop, site: Path, started: list[tuple[list[str], str]]) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        done = sop("serve", "--port", str(port), cwd=site)
    assert done.code == 2
    assert f"port {port} tidak dapat dipakai; sebutkan yang lain dengan --port" in done.err
    assert sop("serve", "--port", "99999").code == 2
    assert started == []


def test_what_it_needs(sop: Sop, project: Path, started: list[tuple[list[str], str]]) -> None:
    assert "tidak ada mkdocs.yml untuk sop_defs; pindah ke folder katalog" in sop("serve", cwd=project).err
    (project / "mkdocs.yml").write_text("site_name: Uji\nplugins:\n  - sop-catalogue\n")
    assert (
        "tidak ada pemda atau unit 'pemda/unti'; maksud Anda 'pemda/unit'?" in sop("serve", "pemda/unti").err
    )
    assert "tidak ada pemda atau unit '..'" in sop("serve", "..").err
    assert started == []


@pytest.mark.skipif(os.name == "nt", reason="there a signal ends a process at once")
def test_told_to_end_it_ends_what_it_started(sop: Sop, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run, told = subprocess.run, site / "pid"
    child = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); os.kill(os.getppid(), 15); time.sleep(60)"

    def started(*_: object, **__: object) -> subprocess.CompletedProcess[bytes]:
        return run([sys.executable, "-c", child, str(told)], check=False)

    monkeypatch.setattr(subprocess, "run", started)
    assert sop("serve", "--tanpa-peramban", cwd=site).code == 0
    with suppress(ChildProcessError):  # it was waited for already
        assert os.waitpid(int(told.read_text()), 0)[1] == signal.SIGKILL


@pytest.mark.skipif(os.name == "nt", reason="there a signal ends a process at once")
def test_a_part_is_served(tmp_path: Path) -> None:
    source = copy_sample(tmp_path / "katalog")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "sop_catalogue.cli", "serve", "kabupaten-contoh/dinas-arsip", "--tanpa-peramban", "--port", str(port)]  # fmt: skip
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=source, stdout=log, stderr=log)
    try:
        page = _got(f"http://127.0.0.1:{port}/sop/kabupaten-contoh/dinas-arsip/surat-masuk", process)
        assert "Surat Masuk" in page
        with pytest.raises(HTTPError):
            urlopen(f"http://127.0.0.1:{port}/sop/kabupaten-contoh/kecamatan-hulu/", timeout=10)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _got(url: str, process: subprocess.Popen[bytes]) -> str:
    """With or without folders in addresses."""
    end = time.monotonic() + 90
    while time.monotonic() < end and process.poll() is None:
        for address in (f"{url}.html", f"{url}/"):
            try:
                with urlopen(address, timeout=10) as answer:
                    return str(answer.read().decode())
            except (HTTPError, URLError, ConnectionError):
                continue
        time.sleep(0.3)
    raise AssertionError("no page")
