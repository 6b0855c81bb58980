"""What SOPs name and no register has, gathered so that it can be added there."""

from __future__ import annotations

from sop_catalogue.catalogue.unregistered import unregistered_laws, unregistered_roles
from sop_catalogue.catalogue.web.copies import copies_of
from tests.catalogue.folder import Folder


def sop(name: str, *lanes: str, laws: str = "", more: str = "", acts: str = "") -> str:
    steps = "".join(
        f"  - {{kegiatan: {acts or name} {k}, pelaksana: {lane}}}\n" for k, lane in enumerate(lanes)
    )
    return f"nama: {name}\ndasar_hukum: [{laws}]\n{more}langkah:\n{steps}"


def test_roles_spelled_alike_are_one(folder: Folder) -> None:
    catalogue = (
        folder.places("a/b")
        .write(
            {
                "a/peran.yml": "peran:\n  - Kepala Bidang Arsip\n",
                "a/b/satu.yml": sop("Satu", "Kasubbag Umum", "Petugas Loket", "Staf 1"),
                "a/b/dua.yml": sop("Dua", "Kepala Subbagian Umum", "Petugas Lokett", "Staf 2"),
                "a/b/tiga.yml": sop("Tiga", "Petugas Loket", "Kepala Bidang Arsib"),
                "a/b/empat.yml": sop("Empat", "TIM ARSIP", "Ketua Tim Layanan Informasi"),
                "a/b/lima.yml": sop("Lima", "Tim Arsip", "Anggota Tim Layanan Informasi"),
                "a/b/lain.yml": sop("Lain", "Camat", "Petugas Loket"),
            }
        )
        .build()
    )
    mine = [entry for entry in catalogue.sops if entry.name != "Lain"]
    assert [
        (one.name, one.others, len(one.sops), one.near) for one in unregistered_roles(catalogue, mine)
    ] == [
        ("Petugas Loket", ("Petugas Lokett",), 3, ""),
        ("Kepala Subbagian Umum", ("Kasubbag Umum",), 2, ""),
        ("Tim Arsip", (), 2, ""),
        ("Anggota Tim Layanan Informasi", (), 1, ""),
        ("Kepala Bidang Arsib", (), 1, "Kepala Bidang Arsip"),
        ("Ketua Tim Layanan Informasi", (), 1, ""),
        ("Staf 1", (), 1, ""),
        ("Staf 2", (), 1, ""),
    ]


def test_a_regulation_is_called_as_most_call_it(folder: Folder) -> None:
    full = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"
    catalogue = (
        folder.places("a/b")
        .write(
            {
                "a/peraturan.yml": "peraturan:\n  - nama: Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan\n",
                "a/b/satu.yml": sop("Satu", "Staf", laws=f"{full}, UU 43/2009"),
                "a/b/dua.yml": sop("Dua", "Staf", laws=f"{full}, Peraturan Pemerintah Nomor 96 Tahun 2012"),
                "a/b/tiga.yml": sop("Tiga", "Staf", laws="UU No. 25 Tahun 2009"),
            }
        )
        .build()
    )
    assert [
        (one.name, one.others, len(one.sops)) for one in unregistered_laws(catalogue, catalogue.sops)
    ] == [
        (full, ("UU No. 25 Tahun 2009",), 3),
        ("Peraturan Pemerintah Nomor 96 Tahun 2012", (), 1),
    ]


def test_what_is_there_twice_is_told_once(folder: Folder) -> None:
    lanes = ("Staf", "Kepala", "Staf")
    catalogue = (
        folder.places("a/b")
        .write(
            {
                "a/b/asli.yml": sop("Surat Masuk", *lanes, more="nomor: 800/1/UM\n"),
                "a/b/salinan.yml": sop("SOP surat masuk", *lanes, acts="Surat Masuk"),
                "a/b/lain.yml": sop("Legalisasi", *lanes, more="nomor: 800/1/UM\n"),
                "a/b/pendek-1.yml": sop("Pendek", "Staf", acts="Sama"),
                "a/b/pendek-2.yml": sop("Singkat", "Staf", acts="Sama"),
            }
        )
        .build()
    )
    found = [
        (one.sop.id, [o.id for o in one.others], one.why) for one in copies_of(catalogue, catalogue.sops)
    ]
    assert found == [
        ("a/b/asli", ["a/b/salinan"], "judul dan langkah-langkahnya sama"),
        ("a/b/asli", ["a/b/lain"], "nomornya sama"),
    ]
    assert not list(copies_of(catalogue, [entry for entry in catalogue.sops if "pendek" in entry.id]))
