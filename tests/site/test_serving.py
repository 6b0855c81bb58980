"""Files that come and go while `mkdocs serve` runs: every state of them is shown, and nothing stops the server."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.store.disk import DiskFolder
from tests.site.build import copy_sample

UNIT = "sop/kabupaten-contoh/dinas-arsip"


class Served:
    """A catalogue under `mkdocs serve`."""

    def __init__(self, source: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.unit = source / "sop_defs/kabupaten-contoh/dinas-arsip"
        self.log = source.parent / "serve.log"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.address, "--no-directory-urls"]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command,
                cwd=source,
                stdout=log,
                stderr=log,
                env={**os.environ, "PYTHONUTF8": "1", "SITE_URL": ""},
            )

    def page(self, name: str) -> str:
        """Empty where there is no such page, or no server yet."""
        try:
            with urlopen(f"http://{self.address}/{UNIT}/{name}.html", timeout=10) as answer:
                return str(answer.read().decode())
        except HTTPError as error:
            assert error.code == 404
            return ""
        except URLError:
            return ""

    def wait_for(self, name: str, words: str) -> None:
        """Until the page says so; without words, until it is gone."""
        end = time.monotonic() + 90
        while not (words in page if (page := self.page(name)) and words else not page and not words):
            assert self.process.poll() is None, self.log.read_text("utf-8")
            assert time.monotonic() < end, self.log.read_text("utf-8")
            time.sleep(0.1)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    found = Served(copy_sample(tmp_path / "katalog"))
    yield found
    found.process.send_signal(signal.SIGTERM)
    found.process.wait(30)


def test_definitions_come_and_go(served: Served) -> None:
    letter, loan = served.unit / "surat-masuk.yml", served.unit / "peminjaman-2026.yml"
    text = letter.read_bytes()
    served.wait_for("surat-masuk", "Menerima amplop")
    letter.unlink()
    served.wait_for("surat-masuk", "")
    loan.rename(served.unit / "peminjaman-baru.yml")
    served.wait_for("peminjaman-baru", "Peminjaman")
    served.wait_for("peminjaman-2026", "")
    letter.write_bytes(text.replace(b"amplop", b"bungkusan"))
    served.wait_for("surat-masuk", "Menerima bungkusan")
    (served.unit / "unit.yml").rename(served.unit / "unit.yml.lama")
    letter.write_bytes(text)
    served.wait_for("surat-masuk", "Menerima amplop")
    assert "Traceback" not in served.log.read_text("utf-8")


def test_a_file_gone_between_finding_and_reading_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor may save by deleting first."""
    builder = CatalogueBuilder(DiskFolder(copy_sample(tmp_path / "katalog") / "sop_defs"))
    whole = builder.build()
    read = DiskFolder.read

    def late(folder: DiskFolder, path: str, most: int) -> bytes:
        if path.endswith("surat-masuk.yml"):
            raise FileNotFoundError(2, "No such file or directory", path)
        return read(folder, path, most)

    with monkeypatch.context() as patched:
        patched.setattr(DiskFolder, "read", late)
        without = builder.build()
    assert [sop.id for sop in without.broken] == ["kabupaten-contoh/dinas-arsip/surat-masuk"]
    assert any("tidak ada" in f.message for f in without.findings if f.path.endswith("surat-masuk.yml"))
    again = builder.build()
    assert [(sop.id, sop.source) for sop in again.sops] == [(sop.id, sop.source) for sop in whole.sops]
    assert again.findings == whole.findings
