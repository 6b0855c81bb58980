"""Catalogues written in a test, and drawings that need no router."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, SopEntry
from sop_catalogue.chart import Drawing, Strip
from sop_catalogue.definition.flow.model import Flow
from sop_catalogue.pages.links import Links, sop_address
from sop_catalogue.pages.render import Page
from sop_catalogue.pages.sop.page import sop_page
from sop_catalogue.store.disk import DiskFolder
from tests.studio import STUDIO

UNIT = "kab/dinas"

STEPS = """
nama: Legalisasi Ijazah
pelaksana: [Loket, Kasubbag, Staf]
langkah:
  - {kegiatan: Menerima berkas, pelaksana: Loket, waktu: 5 menit, output: Berkas}
  - {kegiatan: Memeriksa berkas, pelaksana: Kasubbag, keputusan: {Ya: lanjut, Tidak: 1}, waktu: 1 jam}
  - {kegiatan: Mengarsipkan, pelaksana: Staf}
"""


def catalogue(folder: Path, files: dict[str, str]) -> Catalogue:
    """The catalogue of these definitions: place below the unit → YAML."""
    written = {
        f"{UNIT.split('/', maxsplit=1)[0]}/pemda.yml": "nama: Pemerintah Kabupaten Contoh",
        f"{UNIT}/unit.yml": "nama: Dinas Arsip",
    }
    written |= {place if "/" in place else f"{UNIT}/{place}": text for place, text in files.items()}
    for place, text in written.items():
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return CatalogueBuilder(DiskFolder(folder)).build()


def entry(folder: Path, text: str, **others: str) -> SopEntry:
    """The SOP of `text`, among others of its unit."""
    files = {"ini.yml": text} | {f"{name}.yml": other for name, other in others.items()}
    found = catalogue(folder, files)
    assert not found.broken, [f.text() for item in found.broken for f in item.findings]
    return next(sop for sop in found.sops if sop.id == f"{UNIT}/ini")


def page(sop: SopEntry, *, drawn: bool = False, **links: bool | str) -> Page:
    drawings = [drawing(chart.flow) if drawn else None for chart in sop.charts]
    return sop_page(sop, Links(sop_address(sop), **links), drawings, STUDIO)  # type: ignore[arg-type]


def drawing(flow: Flow) -> Drawing:
    """A stand-in whose strips name their rows."""
    return Drawing(90, tuple(Strip(40.2, f'<svg class="strip-{row.index}"></svg>') for row in flow.rows))


def dumped(value: object) -> str:
    """The value as YAML; copied first, for a list that stands twice would become an alias."""
    value = json.loads(json.dumps(value))
    return yaml.safe_dump(value, allow_unicode=True)
