"""The numbers of a binder's SOPs stay as they are, whatever comes or goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.paper.binder.binder import Binder, sop_binder
from sop_catalogue.paper.changes import changes
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.manifest import Manifest, manifest, record_of
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.store.disk import DiskFolder
from tests.studio import STUDIO

SOP = "nama: {}\nlangkah: [{{kegiatan: Menulis, pelaksana: Staf}}, {{kegiatan: Membaca, pelaksana: Kadin}}]\n"


class Office:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.binder: Binder

    def has(self, *places: str) -> Office:
        for place in places:
            file = self.root / f"kab/{place}.yml"
            file.parent.mkdir(parents=True, exist_ok=True)
            (file.parent / "unit.yml").write_text(f"nama: Dinas {file.parent.name}\n", "utf-8")
            file.write_text(SOP.format(f"SOP {file.stem}"), "utf-8")
        return self

    def without(self, place: str) -> Office:
        (self.root / f"kab/{place}.yml").unlink()
        return self

    def bound(self, before: Manifest | None = None) -> dict[str, str]:
        """The number of each SOP, in the order of the binder."""
        catalogue = CatalogueBuilder(DiskFolder(self.root), "sop_defs").build()
        printed = KeptSheets(DEFAULT, STUDIO).printed
        self.binder = sop_binder(catalogue, DEFAULT, printed, before.orders if before else {})
        return {part.id.removeprefix("kab/"): part.order for part in self.binder.parts if part.order}

    @property
    def listed(self) -> Manifest:
        return manifest("buku", DEFAULT, map(record_of, self.binder.parts))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_new_sop_comes_last_in_its_tab_and_renumbers_none(office: Office) -> None:
    assert office.has("b/b", "b/d", "c/a").bound() == {"b/b": "1.1", "b/d": "1.2", "c/a": "2.1"}
    before = office.listed
    found = office.has("b/c", "a/x").without("b/b").bound(before)
    assert found == {"b/d": "1.2", "b/c": "1.3", "c/a": "2.1", "a/x": "3.1"}
    told = {change.title: change.said for change in changes(before, office.binder.parts, False)}
    assert "SOP d" not in told and "SOP a" not in told
    assert (told["SOP b"], told["SOP c"], told["SOP x"]) == ("Tidak ada lagi", "Baru", "Baru")


def test_a_binder_that_gets_tabs_is_numbered_anew_and_its_sheets_with_it(office: Office) -> None:
    assert office.has("b/b").bound() == {"b/b": "1"}
    before = office.listed
    assert office.has("a/a").bound(before) == {"a/a": "1.1", "b/b": "2.1"}
    (changed,) = (c for c in changes(before, office.binder.parts, False) if c.title == "SOP b")
    assert (changed.said, changed.out, changed.put) == ("Berubah", (1,), (1,))


def test_an_sop_that_goes_to_another_tab_takes_no_number_along(office: Office) -> None:
    office.has("a/a", "a/b", "b/a").bound()
    before = office.listed
    known = {**before.orders, "kab/b/a": "1.9"}
    known.pop("kab/a/b")
    moved = manifest("buku", DEFAULT, before.sops)
    assert office.bound(moved) == {"a/a": "1.1", "a/b": "1.2", "b/a": "2.1"}
    catalogue = CatalogueBuilder(DiskFolder(office.root), "sop_defs").build()
    binder = sop_binder(catalogue, DEFAULT, KeptSheets(DEFAULT, STUDIO).printed, known)
    assert {part.id: part.order for part in binder.parts if part.order} == {
        "kab/a/a": "1.1", "kab/a/b": "1.10", "kab/b/a": "2.1"}  # fmt: skip
