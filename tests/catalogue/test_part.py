"""A part of a catalogue built alone: its own SOPs, and no complaint of what lies outside."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.catalogue.part import Part
from sop_catalogue.catalogue.web.health import advice
from sop_catalogue.catalogue.web.kinds import SnagKind, Verdict
from sop_catalogue.definition.form import FORM
from sop_catalogue.pages.form.identity import boxes
from sop_catalogue.pages.links import Links
from sop_catalogue.store.folder import PlainFolder

STEPS = "langkah: {kegiatan: Menerima, pelaksana: Loket}\n"
FILES = {
    "peran.yml": "peran: [{nama: Petugas Loket, singkatan: [Loket]}]",
    "kab/pemda.yml": "nama: Kabupaten",
    "kab/arsip/unit.yml": "nama: Dinas Arsip",
    "kab/arsip/surat.yml": "nama: Surat Masuk\n"
    "keterkaitan:\n  - SOP Rapat Dinas\n  - 7/2026\n  - {teks: Itu, sop: kab/umum/rapat}\n  - {teks: Ini, sop: Rapat}\n  - SOP Cuti\n"
    f"diganti_oleh: umum/rapat\nstatus: diganti\n{STEPS}",
    "kab/arsip/lain.yml": "nama: Lain\nlangkah: {kegiatan: Lihat SOP Rapat Dinas, pelaksana: Loket}\n",
    "kab/umum/unit.yml": "nama: Bagian Umum",
    "kab/umum/rapat.yml": f"nama: Rapat Dinas\nsebutan: Rapat\nnomor: 7/2026\nketerkaitan: SOP Surat Masuk\n{STEPS}",
    "kab/umum/rusak.yml": "nama: [",
    "kota/pemda.yml": "nama: Kota",
    "kota/umum/unit.yml": "tanpa: nama",
}


def built(part: str = "", without: str = "") -> Catalogue:
    files = {path: text.encode() for path, text in FILES.items() if path != without}
    return CatalogueBuilder(PlainFolder(files), part=Part.of(part)).build()


def test_a_unit_alone() -> None:
    found = built("kab/arsip")
    assert [sop.id for sop in found.sops] == ["kab/arsip/lain", "kab/arsip/surat"]
    assert [unit.id for unit in found.units] == ["kab/arsip"]
    assert found.findings == []
    assert found.broken == []
    assert [role.id for role in found.roles] == ["petugas-loket"]
    other, surat = found.sops
    assert [item.verdict for item in surat.references] == [Verdict.OUTSIDE] * 4 + [Verdict.MISSING]
    assert other.mentions == []
    assert [one.code for one in advice(surat, frozenset(SnagKind)) if "rapat" in one.value.casefold()] == []


def test_a_pemda_alone_is_as_in_the_whole() -> None:
    part, whole = built("kab"), built()
    assert [sop.id for sop in part.sops] == [sop.id for sop in whole.sops]
    assert {finding.path for finding in part.findings} == {"kab/umum/rusak.yml"}
    assert "kota/umum/unit.yml" in {finding.path for finding in whole.findings}


def test_what_lies_nowhere_is_told_in_a_part_too() -> None:
    codes = {finding.code for finding in built("kab/arsip", without="kab/umum/rapat.yml").findings}
    assert codes == {"sop-asing"}


@pytest.mark.parametrize(("part", "note"), [("kab/arsip", "di luar bagian ini"), ("", "")])
def test_a_page_says_so(part: str, note: str) -> None:
    surat = next(sop for sop in built(part).sops if sop.id == "kab/arsip/surat")
    words = {box.key: box.label for box in FORM.boxes}
    shown = str(boxes(surat, Links("sop/kab/arsip/surat"), words))
    assert shown.count("di luar bagian ini") == (4 if note else 0)
    assert shown.count("umum/rapat") == (0 if note else 4)
