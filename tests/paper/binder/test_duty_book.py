"""The duty books of roles: every step told, kept while nothing changes, parted where they are very long."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, RoleEntry
from sop_catalogue.catalogue.work.duties import role_duties
from sop_catalogue.pages.render import plain
from sop_catalogue.paper.binder.binder import Binder, duty_binder
from sop_catalogue.paper.binder.files import BookFiles
from sop_catalogue.paper.binder.kept import KeptDutyBooks
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.paper.values import PrintedSop
from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.store.kept import NOTHING
from sop_catalogue.store.kept_files import KeptFiles
from tests.paper.binder.binder_words import rows
from tests.paper.document import Look, on_disk, sheets_of
from tests.studio import STUDIO


@pytest.mark.browser
def test_a_duty_book_tells_every_step_of_its_role(real: Catalogue, look: Look, tmp_path: Path) -> None:
    role = max(real.roles, key=lambda role: len(role.sops))
    binder = duty_binder(role, DEFAULT)
    told = [row for part in binder.parts if "tugas" in part.id for row in rows(part)]
    duties = [duty for unit in role_duties(role) for item in unit.sops for duty in item.duties]
    assert [row[0] for row in told] == [duty.number for duty in duties]
    partners = [(duty, partner) for duty in duties for partner in (*duty.receives, *duty.hands_on)]
    text = " ".join(" ".join(row) for row in told)
    assert partners
    for _, partner in partners:
        assert f"{plain(partner.name)}, {partner.step}" in text
    found = look(on_disk(tmp_path, binder.parts, DEFAULT))
    assert len(found.printed.reader.pages) == len(sheets_of(binder.parts))


def test_a_duty_book_is_kept_until_one_of_its_sops_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[str] = []

    def counting(role: RoleEntry, *more: object) -> Binder:
        counted.append(role.id)
        return duty_binder(role, *more)  # type: ignore[arg-type]

    monkeypatch.setattr("sop_catalogue.paper.binder.kept.duty_binder", counting)
    kept = KeptFiles(tmp_path / "cache")
    definition = (
        "nama: {}\nlangkah: [{{kegiatan: {}, pelaksana: Staf}}, {{kegiatan: Membaca, pelaksana: Kadin}}]\n"
    )
    place = tmp_path / "defs/kab/dinas"
    place.mkdir(parents=True)

    def books(activity: str) -> list[list[PrintedSop]]:
        (place / "satu.yml").write_text(definition.format("Satu", activity), "utf-8")
        catalogue = CatalogueBuilder(DiskFolder(tmp_path / "defs"), "sop_defs").build()
        books = KeptDutyBooks(catalogue, DEFAULT, kept)
        return [books.book(role)[1] for role in catalogue.roles]

    first = books("Menulis")
    assert len(counted) == 2
    assert books("Menulis") == first
    assert len(counted) == 2
    changed = books("Menggambar")
    assert len(counted) == 4
    assert changed != first
    for file in (tmp_path / "cache").rglob("*.json"):
        file.write_text("rusak", "utf-8")
    assert books("Menggambar") == changed


def test_a_very_long_duty_book_is_one_a_unit(real: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sop_catalogue.paper.binder.files._MOST_STEPS", 3)
    role = max(real.roles, key=lambda role: len(role_duties(role)))
    books = BookFiles(
        real,
        KeptDutyBooks(real, DEFAULT, NOTHING),
        KeptSheets(DEFAULT, STUDIO).printed,
        lambda _path, title, _parts, _back, _told: title.encode(),
        lambda _path, _title, lines, _back: "\n".join(path for _, path, _ in lines).encode(),
    )
    found = dict(books.roles([role]))
    *units, listed = found
    assert len(units) == len(role_duties(role)) > 1
    assert found[listed]().decode().splitlines() == units
