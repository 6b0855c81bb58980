"""Roles: one person under many names, and which register is seen from where."""

from __future__ import annotations

import pytest

from .folder import Folder, brief, entry, sop

REGISTER = "peran:\n  - {nama: Kepala Dinas, singkatan: [Kadin, Kadis]}\n  - Loket\n"


def lane_roles(folder: Folder, id_: str) -> list[str]:
    (lanes,) = entry(folder.build(), id_).lane_roles
    return [role.id if role else "" for role in lanes]


@pytest.mark.parametrize("name", ["Kepala Dinas", "KADIN", "kadis.", "{nama: Pimpinan, peran: Kadin}"])
def test_every_name_of_a_role_is_that_role(folder: Folder, name: str) -> None:
    folder.places("a/b").write(
        {
            "peran.yml": REGISTER,
            "a/b/x.yml": f"nama: X\npelaksana: [Loket, {name}]\nlangkah:\n"
            "  - {kegiatan: A, pelaksana: Loket}\n  - {kegiatan: B, pelaksana: Kepala Dinas}\n",
        }
    )
    assert lane_roles(folder, "a/b/x") == ["loket", "kepala-dinas"]
    assert not folder.build().findings


def test_the_nearest_register_wins_and_deeper_folders_see_it(folder: Folder) -> None:
    folder.places("a/b", "c/d").write(
        {
            "peran.yml": REGISTER,
            "a/b/peran.yml": "peran:\n  - {nama: Kepala Dinas, uraian: Lain}\n",
            "a/b/bidang/x.yml": sop("X"),
            "c/d/y.yml": sop("Y"),
        }
    )
    assert lane_roles(folder, "a/b/bidang/x") == ["loket", "a-b-kepala-dinas"]
    assert lane_roles(folder, "c/d/y") == ["loket", "kepala-dinas"]


def test_a_role_counts_its_sops_once(folder: Folder) -> None:
    charts = "nama: X\nbagan:\n" + "".join(
        f"  - {{judul: '{n}', langkah: [{{kegiatan: A, pelaksana: Loket}}, {{kegiatan: B, pelaksana: Kadin}}]}}\n"
        for n in (1, 2)
    )
    folder.places("a/b").write({"peran.yml": REGISTER, "a/b/x.yml": charts, "a/b/y.yml": sop("Y")})
    roles = {role.id: [found.id for found in role.sops] for role in folder.build().roles}
    assert roles == {"kepala-dinas": ["a/b/x", "a/b/y"], "loket": ["a/b/x", "a/b/y"]}


def test_two_roles_of_one_name_in_a_register_are_told(folder: Folder) -> None:
    folder.write({"peran.yml": "peran:\n  - {nama: A, singkatan: [X]}\n  - {nama: B, singkatan: [x]}\n"})
    assert brief(folder.build().findings) == [("peran.yml", 3, "peran-kembar")]


def test_a_lane_that_names_an_unknown_role_is_told(folder: Folder) -> None:
    text = (
        "nama: X\npelaksana:\n  - Loket\n  - kelompok: G\n    pelaksana:\n"
        "      - nama: Pimpinan\n        peran: Kadinn\n"
        "langkah:\n  - {kegiatan: A, pelaksana: Loket}\n  - {kegiatan: B, pelaksana: Pimpinan}\n"
    )
    folder.places("a/b").write({"peran.yml": REGISTER, "a/b/x.yml": text})
    (finding,) = folder.build().findings
    assert (finding.path, finding.line, finding.code) == ("a/b/x.yml", 7, "peran-asing")


def test_an_unreadable_register_is_not_blamed_on_the_lanes_it_would_have_named(folder: Folder) -> None:
    text = "nama: X\npelaksana: [Loket, Kepala Dinas]\nlangkah:\n  - {kegiatan: A, pelaksana: Loket}\n  - {kegiatan: B, pelaksana: Kadin}\n"
    folder.places("a/b").write({"a/peran.yml": REGISTER + "  - {namaa: X}\n", "a/b/x.yml": text})
    assert {finding.path for finding in folder.build().findings} == {"a/peran.yml"}
    folder.write({"a/peran.yml": REGISTER})
    assert not folder.build().findings
