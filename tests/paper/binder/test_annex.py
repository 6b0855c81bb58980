"""The annex of a decree: every SOP under it, once, and only where it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, UnitEntry
from sop_catalogue.paper.binder.annex import annex
from sop_catalogue.paper.binder.binder import sop_binder
from sop_catalogue.paper.binder.part import PartMaker, part_id
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import DEFAULT, settings_from
from sop_catalogue.paper.values import PrintedSop
from sop_catalogue.store.disk import DiskFolder
from tests.paper.binder.binder_words import parts, rows, words
from tests.paper.document import Look, on_disk
from tests.studio import STUDIO

DECREE = """\
judul: Keputusan {}
tentang: Penetapan SOP
menetapkan: SOP dalam lampiran ditetapkan.
tanggal: 2 Januari 2024
ditetapkan_oleh: {{jabatan: Pimpinan, nama: Budi}}
"""
STEPS = "langkah: [{kegiatan: Menulis, pelaksana: Staf}, {kegiatan: Membaca, pelaksana: Kadin}]\n"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """A government with a decree, and three units of which one has its own."""
    root = tmp_path_factory.mktemp("annex")
    for place in ("a/satu", "a/dua", "b/tiga", "c/empat"):
        file = root / f"kab/{place}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        (file.parent / "unit.yml").write_text(f"nama: Dinas {file.parent.name.upper()}\n", "utf-8")
        file.write_text(f"nama: SOP {file.stem}\nnomor: 800/{file.stem}\n{STEPS}", "utf-8")
    (root / "kab/a/lama.yml").write_text(f"nama: Lama\nstatus: dicabut\n{STEPS}", "utf-8")
    (root / "kab/keputusan.yml").write_text(DECREE.format("Bupati"), "utf-8")
    (root / "kab/c/keputusan.yml").write_text(DECREE.format("Kepala Dinas C"), "utf-8")
    return CatalogueBuilder(DiskFolder(root), "sop_defs").build()


def bound(scope: Catalogue | UnitEntry, **said: object) -> dict[str, PrintedSop]:
    settings = settings_from(said)
    return parts(sop_binder(scope, settings, KeptSheets(settings, STUDIO).printed))


def test_it_stands_behind_its_decree_where_it_is_asked_for(office: Catalogue) -> None:
    found = list(bound(office, lampiran_keputusan=True))
    for place in ("kab", "kab/c"):
        assert found.index(part_id(f"lampiran-{place}")) == found.index(part_id(f"keputusan-{place}")) + 1
    assert not any("lampiran" in id_ for id_ in bound(office))


@pytest.mark.parametrize("gone", [False, True])
def test_it_lists_what_is_under_the_decree_and_in_force(office: Catalogue, gone: bool) -> None:
    found = bound(office, lampiran_keputusan=True, tidak_berlaku=gone)
    assert rows(found[part_id("lampiran-kab")]) == [
        ["Dinas A"],
        ["1", "SOP dua", "800/dua"],
        ["2", "SOP satu", "800/satu"],
        ["Dinas B"],
        ["3", "SOP tiga", "800/tiga"],
    ]
    assert rows(found[part_id("lampiran-kab/c")]) == [["1", "SOP empat", "800/empat"]]


def test_in_the_binder_of_one_unit_it_is_the_same_annex(office: Catalogue) -> None:
    whole, unit = bound(office, lampiran_keputusan=True), bound(office.units[1], lampiran_keputusan=True)
    assert rows(unit[part_id("lampiran-kab")]) == rows(whole[part_id("lampiran-kab")])


def test_it_says_whose_it_is_and_is_signed(office: Catalogue) -> None:
    text = words(bound(office, lampiran_keputusan=True)[part_id("lampiran-kab")])
    for said in ("Lampiran : Keputusan Bupati", "Nomor : ....", "Tanggal : 2 Januari 2024", "Tentang : Penetapan SOP",
                 "DAFTAR STANDAR OPERASIONAL PROSEDUR", "Pimpinan Budi"):  # fmt: skip
        assert said in text


@pytest.mark.browser
def test_a_long_one_is_printed_as_planned(office: Catalogue, look: Look, tmp_path: Path) -> None:
    (tmp_path / "kab/dinas").mkdir(parents=True)
    for i in range(90):
        (tmp_path / f"kab/dinas/s{i}.yml").write_text(f"nama: SOP ke-{i} dari banyak\n{STEPS}", "utf-8")
    unit = CatalogueBuilder(DiskFolder(tmp_path), "sop_defs").build().units[0]
    data = office.pemdas[0].decree
    assert data
    part = annex(unit, data, PartMaker(DEFAULT, "Buku"))
    assert len(rows(part)) == 90
    found = look(on_disk(tmp_path, [part], DEFAULT))
    assert len(found.printed.reader.pages) == len(part.sheets) > 1
    for box in found.boxes:
        assert box["foot"] and all(one[3] <= box["foot"][1] + 0.6 for one in box["parts"])
