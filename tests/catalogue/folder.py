"""Catalogues written for one test, in as few lines as a definition needs."""

from __future__ import annotations

from pathlib import Path

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, SopEntry
from sop_catalogue.definition.findings import Finding
from sop_catalogue.store.disk import DiskFolder

STEPS = """
langkah:
  - {kegiatan: Menerima, pelaksana: Loket}
  - {kegiatan: Menyimpan, pelaksana: Kepala Dinas}
"""


def sop(name: str, more: str = "") -> str:
    """A definition without a fault."""
    return f'nama: "{name}"\n{more}{STEPS}'


class Folder:
    """Definition files under one folder, with the registers that keep their places from being only guessed."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, files: dict[str, str | bytes]) -> Folder:
        for path, content in files.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def places(self, *units: str) -> Folder:
        for unit in units:
            pemda, _, name = unit.partition("/")
            self.write({f"{pemda}/pemda.yml": f"nama: Pemerintah Kabupaten {pemda.title()}\n"})
            self.write({f"{unit}/unit.yml": f"nama: Dinas {name.title()}\n"})
        return self

    def build(self) -> Catalogue:
        return CatalogueBuilder(DiskFolder(self.root)).build()


def entry(catalogue: Catalogue, id_: str) -> SopEntry:
    return next(found for found in catalogue.sops if found.id == id_)


def brief(findings: list[Finding]) -> list[tuple[str, int, str]]:
    """Where, and which rule."""
    return [(finding.path, finding.line, finding.code) for finding in findings]
