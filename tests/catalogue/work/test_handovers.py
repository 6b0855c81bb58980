"""Who hands work to whom, and what each role has to do: counted by hand from the charts of one office."""

from __future__ import annotations

from collections import Counter

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, Chart, RoleEntry
from sop_catalogue.catalogue.work.duties import Duty, Partner, role_duties, sop_duties, step_count
from sop_catalogue.catalogue.work.handovers import Matrix, matrix
from sop_catalogue.store.disk import DiskFolder
from tests.catalogue.folder import Folder, entry
from tests.site.build import REPOSITORY

BLITAR = """
               kepala-dinas  sekretaris-dinas  kepala-subbagian  staf
kepala-dinas              .                 2                 2     1
sekretaris-dinas          2                 .                 3     .
kepala-subbagian          .                 2                 .     4
staf                      .                 .                 2     .
"""


@pytest.fixture(scope="module")
def own() -> Catalogue:
    return CatalogueBuilder(DiskFolder(REPOSITORY / "sop_defs")).build()


def matrix_of(catalogue: Catalogue, unit: str) -> Matrix:
    order = {role: i for i, role in enumerate(catalogue.roles)}
    return matrix(next(found for found in catalogue.units if found.id == unit), order)


def role(catalogue: Catalogue, id_: str) -> RoleEntry:
    return next(found for found in catalogue.roles if found.id == id_)


def test_the_matrix_of_an_office(own: Catalogue) -> None:
    found = matrix_of(own, "blitar/dinas-pendidikan")
    head, *rows = (line.split() for line in BLITAR.strip().splitlines())
    assert [role.id for role in found.roles] == head
    counts = {(giver.id, taker.id): len(passings) for (giver, taker), passings in found.cells.items()}
    assert counts == {
        (giver, taker): int(count)
        for giver, *cells in rows
        for taker, count in zip(head, cells, strict=True)
        if count != "."
    }
    assert (found.total, found.given(role(own, "staf")), found.taken(role(own, "staf"))) == (18, 2, 5)


def test_behind_each_number_are_the_steps(own: Catalogue) -> None:
    found = matrix_of(own, "blitar/dinas-pendidikan")
    passings = found.cells[role(own, "sekretaris-dinas"), role(own, "kepala-subbagian")]
    told = [(p.sop.id.rsplit("/")[-1], p.source + 1, p.target + 1, p.label, p.returning) for p in passings]
    assert told == [
        ("pengelolaan-data-backbone", 2, 3, "", False),
        ("pengelolaan-data-backbone", 11, 10, "Tidak", True),
        ("penyusunan-dokumen-indikator-kinerja", 10, 9, "Tidak", True),
    ]


def role_at(chart: Chart, key: str) -> RoleEntry | None:
    return chart.roles[chart.flow.symbol(key).lanes[0]]


def test_every_arrow_between_two_named_roles_is_counted_once(own: Catalogue) -> None:
    for unit in own.units:
        arrows = Counter(
            (sop.id, arrow.source, arrow.target)
            for sop in unit.sops
            for chart in sop.charts
            for arrow in chart.flow.arrows
            if not arrow.plain and role_at(chart, arrow.source) is not role_at(chart, arrow.target)
        )
        assert matrix_of(own, unit.id).total == arrows.total()


SPANNING = """
nama: X
pelaksana: [A, B, C, {id: kosong}]
langkah:
  - {kegiatan: a, pelaksana: A, output: Surat}
  - {kegiatan: b, pelaksana: [B, C], kerja_sama: kotak, waktu: {teks: 1 jam, sampai: 3}}
  - {kegiatan: c, pelaksana: kosong}
  - {kegiatan: d, pelaksana: [A, B], kelengkapan: [Map, "-"], waktu: 2 jam}
"""


def duties(folder: Folder, text: str, name: str) -> tuple[Duty, ...]:
    folder.places("a/b").write({"a/b/x.yml": text})
    catalogue = folder.build()
    return sop_duties(entry(catalogue, "a/b/x"), role(catalogue, name)).duties


def names(partners: tuple[Partner, ...]) -> list[tuple[str, str]]:
    return [(partner.name, partner.step) for partner in partners]


def test_a_box_over_two_lanes_is_work_of_both(folder: Folder) -> None:
    (b, d) = duties(folder, SPANNING, "b")
    assert (names(b.receives), names(b.hands_on), b.together) == (
        [("A", "langkah 1")],
        [("", "langkah 3")],
        ("C",),
    )
    assert (b.waktu, b.shared_rows) == ("1 jam", ("2", "3"))
    assert (names(d.receives), d.together, d.needs) == ([("", "langkah 3")], ("A",), ("Map",))
    found = matrix_of(folder.build(), "a/b")
    assert {(g.id, t.id) for g, t in found.cells} == {("a", "b"), ("a", "c")}


def test_work_that_goes_to_and_fro_is_handed_over_both_ways(folder: Folder) -> None:
    text = "nama: X\nlangkah:\n  - {kegiatan: a, pelaksana: A}\n  - {kegiatan: b, pelaksana: B, ke: 1, bolak_balik: ya}\n"
    folder.places("a/b").write({"a/b/x.yml": text})
    found = matrix_of(folder.build(), "a/b")
    assert {(g.id, t.id): [p.returning for p in cell] for (g, t), cell in found.cells.items()} == {
        ("a", "b"): [False],
        ("b", "a"): [True],
    }
    (a,) = duties(folder, text, "a")
    assert (names(a.hands_on), names(a.receives)) == ([("B", "langkah 2")],) * 2


def test_a_merged_time_is_told_in_each_row_and_counted_once(folder: Folder) -> None:
    folder.places("a/b").write(
        {
            "a/b/x.yml": "nama: X\nlangkah:\n  - {kegiatan: a, pelaksana: A, waktu: {teks: 1 jam, sampai: 2}}\n"
            "  - {kegiatan: b, pelaksana: A}\n  - {kegiatan: c, pelaksana: A, waktu: segera}\n"
        }
    )
    catalogue = folder.build()
    (unit,) = role_duties(role(catalogue, "a"))
    (found,) = unit.sops
    assert [duty.waktu for duty in found.duties] == ["1 jam", "1 jam", "segera"]
    assert (found.time.teks, found.time.tak_tentu) == ("1 jam", 1)


def test_what_is_received_is_the_output_of_the_step_before(own: Catalogue) -> None:
    found = sop_duties(
        entry(own, "blitar/dinas-pendidikan/pengelolaan-data-backbone"), role(own, "kepala-subbagian")
    )
    review = found.duties[-1]
    assert (review.number, review.decides, review.produces) == ("10", True, ("Konsep laporan kegiatan",))
    received = [(p.name, p.step, p.label, p.things, p.returning) for p in review.receives]
    assert received == [
        ("Staf", "langkah 9", "", ("Konsep awal laporan kegiatan",), False),
        ("Sekdin", "langkah 11", "Tidak", (), True),
    ]
    assert [(p.name, p.label, p.returning) for p in review.hands_on] == [
        ("Sekdin", "Ya", False),
        ("Staf", "Tidak", True),
    ]
    assert found.time.teks == "2 hari 5 jam"


def test_every_step_is_in_the_book_of_each_of_its_roles(own: Catalogue) -> None:
    for one in own.roles:
        units = role_duties(one)
        assert sum(unit.steps for unit in units) == sum(step_count(sop, one) for sop in one.sops)
        assert {item.sop for unit in units for item in unit.sops} == {
            s for s in one.sops if step_count(s, one)
        }
        assert all(item.sop.unit is unit.unit for unit in units for item in unit.sops)
