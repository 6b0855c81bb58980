"""Roles: one person under many names, and which register is seen from where."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.roles import role_key
from tests.catalogue.folder import Folder, brief, entry, sop

REGISTER = "peran:\n  - {nama: Kepala Dinas, singkatan: [Kadin, Kadis]}\n  - Loket\n"


SAME = {
    "Kepala Sub Bagian Umum": "Kasubbag. Umum, KASUBAG UMUM, Ka. Subbag Umum, kepala sub-bagian *umum*, Kepala Subag Umum",
    "Kepala Dinas": "Ka. Dinas, KADIN, Kadis., Ka Dinas",
    "Kepala Bidang Data & Informasi": "Kabid Data dan Informasi, Ka. Bid. Data dan Informasi",
    "Kasubag/Kasi": "Kepala Subbagian / Kepala Seksi",
    "Staff Adm.": "Staf Administrasi",
}
OTHERS = ["Kepala Seksi", "Kepala Dinas", "Kepala Kantor", "Plt. Kepala Dinas", "Sekretaris Dinas", "Sekretaris",
          "Kepala Subbagian", "Kepala Subbagian Umum", "Kepala Subbidang Umum", "Kepala Bidang", "Staf", "Staf Teknis",
          "Kepala Subbagian/Kepala Seksi"]  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_spellings_of_one_role(name: str) -> None:
    assert {role_key(spelling) for spelling in SAME[name].split(", ")} == {role_key(name)}


def test_roles_that_only_look_alike_stay_apart() -> None:
    assert len(set(map(role_key, OTHERS))) == len(OTHERS)


def test_a_spelling_that_no_register_has_is_still_that_role(folder: Folder) -> None:
    folder.places("a/b").write(
        {
            "peran.yml": "peran:\n  - Kepala Sub Bagian Umum\n",
            "a/b/x.yml": lanes("Kasubbag Umum", "Ka. Subbag. Umum Lain"),
        }
    )
    assert lane_roles(folder, "a/b/x") == ["kepala-sub-bagian-umum", "kepala-subbagian-umum-lain"]


def test_what_a_register_tells_apart_is_not_folded(folder: Folder) -> None:
    """Two roles of one spelling: only their very names mean them, any other spelling is a role of its own."""
    register = "peran:\n  - {id: satu, nama: Kasubbag Umum}\n  - {id: dua, nama: Kepala Subbagian Umum}\n"
    folder.places("a/b").write(
        {"peran.yml": register, "a/b/x.yml": lanes("Kasubbag Umum", "Kepala Subbagian Umum", "Kasubag Umum")}
    )
    assert lane_roles(folder, "a/b/x") == ["satu", "dua", "kepala-subbagian-umum"]


def test_lanes_that_no_register_knows_are_roles_by_their_folded_names(folder: Folder) -> None:
    folder.places("a/b", "c/d").write(
        {"a/b/x.yml": lanes("KASUBBAG UMUM", "Loket"), "c/d/y.yml": lanes("Kasubag Umum", "Loket 2")}
    )
    catalogue = folder.build()
    found = {
        role.id: (role.data.nama, role.registered, [e.id for e in role.sops]) for role in catalogue.roles
    }
    assert found == {
        "kepala-subbagian-umum": ("Kasubag Umum", False, ["a/b/x", "c/d/y"]),
        "loket": ("Loket", False, ["a/b/x"]),
        "loket-2": ("Loket 2", False, ["c/d/y"]),
    }


def test_a_lane_without_a_name_is_nobody(folder: Folder) -> None:
    text = "nama: X\npelaksana: [{id: a}, {id: b, nama: '-'}]\nlangkah:\n  - {kegiatan: A, pelaksana: a}\n  - {kegiatan: B, pelaksana: b}\n"
    folder.places("a/b").write({"a/b/x.yml": text})
    assert lane_roles(folder, "a/b/x") == ["", ""]


def lanes(*names: str) -> str:
    steps = "".join(f"  - {{kegiatan: A, pelaksana: '{name}'}}\n" for name in names)
    return f"nama: X\npelaksana: [{', '.join(repr(name) for name in names)}]\nlangkah:\n{steps}"


def lane_roles(folder: Folder, id_: str) -> list[str]:
    (chart,) = entry(folder.build(), id_).charts
    return [role.id if role else "" for role in chart.roles]


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
