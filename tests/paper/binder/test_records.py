"""The records at the front of a binder: what the definitions say, room for the rest, and only where asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.paper.binder.binder import Binder, sop_binder
from sop_catalogue.paper.binder.part import part_id
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import settings_from
from sop_catalogue.store.disk import DiskFolder
from tests.paper.binder.binder_words import parts, rows
from tests.paper.document import Look, on_disk, sheets_of
from tests.studio import STUDIO

STEPS = "langkah: [{kegiatan: Menulis, pelaksana: Staf}, {kegiatan: Membaca, pelaksana: Kadin}]\n"
SOPS = {
    "a": "disahkan_oleh: {jabatan: Kepala Dinas, nama: 'Budi, S.H.', nip: 19700101}\n"
    "tanggal: {revisi: [3 Maret 2024, '-', 5 Mei 2025]}\n",
    "b": "disahkan_oleh: Sekretaris Daerah\ntanggal: {pembuatan: 2 Januari 2020, revisi: 1 April 2024}\n",
    "c": "disahkan_oleh: {jabatan: KEPALA DINAS, nama: 'Budi,S.H.', nip: 19700101}\n",
    "d": "",
}
ASKED = {"pengesahan": True, "riwayat": True, "distribusi": True}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    root = tmp_path_factory.mktemp("records")
    (root / "kab/dinas").mkdir(parents=True)
    for name, more in SOPS.items():
        (root / f"kab/dinas/{name}.yml").write_text(f"nama: SOP {name}\n{more}{STEPS}", "utf-8")
    return CatalogueBuilder(DiskFolder(root), "sop_defs").build()


def bound(office: Catalogue, **said: object) -> Binder:
    settings = settings_from(said)
    return sop_binder(office, settings, KeptSheets(settings, STUDIO).printed)


def test_they_stand_behind_the_cover_where_they_are_asked_for(office: Catalogue) -> None:
    asked = bound(office, **ASKED)
    assert [part.id for part in asked.parts[:5]] == [
        part_id(name) for name in ("sampul", "pengesahan", "riwayat", "distribusi", "daftar-isi")
    ]
    listed = [row[1] for row in rows(asked.parts[4])]
    assert listed[:3] == ["Lembar Pengesahan", "Lembar Riwayat Revisi", "Daftar Distribusi"]
    for name in ASKED:
        assert part_id(name) not in parts(bound(office))
        assert part_id(name) in parts(bound(office, **{name: True}))


def test_an_approval_names_everyone_who_signs_and_what(office: Catalogue) -> None:
    found = rows(parts(bound(office, **ASKED))[part_id("pengesahan")])
    assert [row for row in found if any(row)] == [
        ["1", "Kepala Dinas Budi, S.H. NIP 19700101", "1, 3", "", ""],
        ["2", "Sekretaris Daerah", "2", "", ""],
    ]
    assert len(found) == 5


def test_the_history_tells_the_revisions_that_have_a_date(office: Catalogue) -> None:
    found = rows(parts(bound(office, **ASKED))[part_id("riwayat")])
    assert [row for row in found if any(row)] == [
        ["3 Maret 2024", "1", "SOP a", "1", "", ""],
        ["1 April 2024", "2", "SOP b", "1", "", ""],
        ["5 Mei 2025", "1", "SOP a", "2", "", ""],
    ]
    assert len(found) > 10


def test_who_has_a_copy_is_written_by_hand(office: Catalogue) -> None:
    found = rows(parts(bound(office, **ASKED))[part_id("distribusi")])
    assert [row[0] for row in found] == [str(i) for i in range(1, 21)]
    assert not any(any(row[1:]) for row in found)


@pytest.mark.browser
def test_they_are_printed_as_planned(office: Catalogue, look: Look, tmp_path: Path) -> None:
    settings = settings_from(ASKED)
    kept = [part for part in bound(office, **ASKED).parts if part.id in map(part_id, ASKED)]
    found = look(on_disk(tmp_path, kept, settings))
    assert len(found.printed.reader.pages) == len(sheets_of(kept)) == 3
    for box in found.boxes:
        assert box["sheet"][3] - box["sheet"][1] <= box["least"] + 0.6
        assert box["foot"] and all(part[3] <= box["foot"][1] + 0.6 for part in box["parts"])
