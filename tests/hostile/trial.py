"""One input beside good files, from its bytes to the pages: what must hold whatever it is."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.definition.findings import Finding, Severity
from sop_catalogue.pages.data import data_files
from sop_catalogue.pages.late import made
from sop_catalogue.pages.plan import plan_pages
from sop_catalogue.paper.files import print_files
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.store.disk import DiskFolder
from tests.studio import keeping

from .mutations import Input

SECONDS = 2.0
"""Of the processor, for a file and all pages it appears on; a mere slow machine is no fault."""
GOOD = "kab/dinas/baik.yml"
_PLACES = {"sop": "kab/dinas/masukan.yml", "unit": "kab/dinas/unit.yml"}
_FILES = {
    "kab/pemda.yml": "nama: Pemerintah Kabupaten Contoh\n",
    "kab/dinas/unit.yml": "nama: Dinas Contoh\n",
    GOOD: """\
nama: Penerimaan Surat
pelaksana: [Loket, Kepala Dinas]
langkah:
  - {kegiatan: Menerima surat, pelaksana: Loket, waktu: 5 menit, output: Surat}
  - {kegiatan: Membaca surat, pelaksana: Kepala Dinas, waktu: 1 jam}
""",
}
_UNSHOWABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Trial:
    """A catalogue that is served while one of its files changes."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "sop_defs"
        self.studio = keeping(folder / "cache")
        self.builder = CatalogueBuilder(DiskFolder(self.root))
        self._write(_FILES)

    def of(self, given: Input, *, whole: bool) -> Catalogue:
        """The catalogue with this input in it; `whole`: with all its pages and files."""
        place = _PLACES.get(given.kind, f"kab/{given.kind}.yml")
        file = self.root / place
        file.write_bytes(given.data)
        started = time.process_time()
        try:
            with _ended_after(SECONDS * 5):
                catalogue = self.builder.build()
                if whole:
                    self._make_all(catalogue)
            took = time.process_time() - started
        finally:
            file.unlink()
            self._write(_FILES)
        assert took < SECONDS, f"{took:.1f} s"
        self._check(catalogue, place, given.data)
        return catalogue

    def _make_all(self, catalogue: Catalogue) -> None:
        for plan in plan_pages(catalogue, directory_urls=False, studio=self.studio):
            plan.make("").html.encode()
        for _ in made(data_files(catalogue, directory_urls=False, studio=self.studio)):
            pass
        for _ in made(print_files(catalogue, DEFAULT, directory_urls=False, studio=self.studio)):
            pass

    def _check(self, catalogue: Catalogue, place: str, data: bytes) -> None:
        assert any(sop.path == GOOD for sop in catalogue.sops), "the good file beside it is not built"
        lines = len(re.split(rb"\r\n|\r|\n", data))
        for finding in catalogue.findings:
            _check_finding(finding, lines if finding.path == place else 99)
        read = [item.path for item in catalogue.sops]
        if place not in (*read, "kab/pemda.yml", "kab/dinas/unit.yml") and place.endswith("masukan.yml"):
            assert any(f.path == place and f.severity is Severity.ERROR for f in catalogue.findings), (
                "nothing said"
            )

    def _write(self, files: dict[str, str]) -> None:
        for place, text in files.items():
            file = self.root / place
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.exists():
                file.write_text(text, "utf-8")


def _check_finding(finding: Finding, lines: int) -> None:
    text = finding.text()
    assert finding.path and finding.message, text
    assert 1 <= finding.line <= lines and finding.column >= 1, text
    assert not _UNSHOWABLE.search(text), repr(text)
    assert text.count("\n") <= 3, repr(text)


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """A hang becomes a failure, where the system has a clock for that."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def end(*_: object) -> None:
        raise TimeoutError(f"not done after {seconds} s")

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
