"""What is only nearly a title: told with a suggestion, never taken for it."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.web.kinds import Verdict
from tests.catalogue.folder import Folder, entry, sop

TITLES = (
    "Pelayanan Surat Masuk",
    "Pelayanan Surat Keluar",
    "Kenaikan Pangkat Pegawai Negeri Sipil pada Dinas Umum",
    "Konferensi Pers",
    "Penanganan Pengaduan Masyarakat",
    "Pengadaan Barang",
    "Laporan Semester I",
    "Kerja Sama Daerah",
    "Izin Cuti",
    "Karpeg, Karsu, Karis",
    "LAKIP Dinas Umum",
    "Pemasangan dan Pemeliharaan Jaringan",
)


@pytest.fixture
def office(folder: Folder) -> Folder:
    folder.places("satu/umum", "satu/arsip", "dua/umum")
    files: dict[str, str | bytes] = {f"satu/umum/s{i}.yml": sop(title) for i, title in enumerate(TITLES)}
    files["satu/arsip/keuangan.yml"] = sop("Penatausahaan Keuangan")
    files["dua/umum/tamu.yml"] = sop("Penerimaan Tamu Pimpinan")
    return folder.write(files)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("SOP Konfrensi Pers", ["Konferensi Pers"]),
        ("SOP Pers Konferensi", ["Konferensi Pers"]),
        ("Penanganan Pengaduan Masyrakat", ["Penanganan Pengaduan Masyarakat"]),
        ("Layanan Kenaikan Pangkat PNS", ["Kenaikan Pangkat Pegawai Negeri Sipil pada Dinas Umum"]),
        ("SOP Kerjasama Daerah", ["Kerja Sama Daerah"]),
        ("SOP Izin Cuti Pegawai", ["Izin Cuti"]),
        ("Pengurusan Karpeg, Karis dan Karsu", ["Karpeg, Karsu, Karis"]),
        ("Penyusunan LAKIP", ["LAKIP Dinas Umum"]),
        ("Pemasangan/Pemeliharaan Jaringan", ["Pemasangan dan Pemeliharaan Jaringan"]),
        ("Surat Masuk dan Surat Keluar", ["Pelayanan Surat Masuk", "Pelayanan Surat Keluar"]),
        ("SOP Penatausahaan Keuangan Daerah", ["Penatausahaan Keuangan"]),
        ("Izin Cuti Nomor 12/2020", ["Izin Cuti"]),
    ],
)
def test_a_near_title_is_a_suggestion(office: Folder, written: str, meant: list[str]) -> None:
    office.write({"satu/umum/pelaku.yml": sop("Pelaku", f'keterkaitan: ["{written}"]\n')})
    catalogue = office.build()
    (reference,) = entry(catalogue, "satu/umum/pelaku").references
    assert (reference.verdict, reference.target) == (Verdict.NEAR, None)
    assert [found.name for found in reference.maybe] == meant
    (finding,) = catalogue.findings
    assert (finding.code, finding.line, finding.counts) == ("sop-mirip", 2, True)
    assert finding.remedy.startswith(f"Mungkin maksudnya “{meant[0]}”")
    assert f"sop: {reference.maybe[0].id}}}" in finding.remedy
    assert not [found for found in catalogue.sops if found.cited_by]


@pytest.mark.parametrize(
    "written",
    [
        "Surat Tugas",
        "Surat Masuk Rahasia Bupati Khusus",
        "Penanganan Pengadaan Masyarakat",  # a word that titles use is not misspelt
        "Laporan Semester II",
        "Izin Keramaian",
        "Pengadaan Jasa",
        "Penerimaan Tamu",  # another government's
        "421/012/2026",
        "Pelayanan",
        "-",
    ],
)
def test_what_means_another_thing_is_missing(office: Folder, written: str) -> None:
    office.write({"satu/umum/pelaku.yml": sop("Pelaku", f'keterkaitan: ["{written}"]\n')})
    catalogue = office.build()
    (reference,) = entry(catalogue, "satu/umum/pelaku").references
    assert (reference.verdict, reference.maybe) == (Verdict.MISSING, ())
    assert not catalogue.findings


def test_the_own_unit_is_nearer(office: Folder) -> None:
    office.write(
        {
            "satu/arsip/cuti.yml": sop("Izin Cuti Tahunan"),
            "satu/arsip/pelaku.yml": sop("Pelaku", "keterkaitan: [Izin Cuti Pegawai Tahunan]\n"),
        }
    )
    (reference,) = entry(office.build(), "satu/arsip/pelaku").references
    assert [found.id for found in reference.maybe] == ["satu/arsip/cuti"]


def test_what_is_in_force_is_meant(office: Folder) -> None:
    office.write(
        {
            "satu/arsip/cuti-2019.yml": sop("Cuti Besar", "diganti_oleh: cuti-2024\n"),
            "satu/arsip/cuti-2024.yml": sop("Cuti Besar"),
            "satu/arsip/pelaku.yml": sop("Pelaku", "keterkaitan: [Cuti Besar, Cutti Besar]\n"),
        }
    )
    exact, near = entry(office.build(), "satu/arsip/pelaku").references
    assert exact.target
    assert exact.target.id == "satu/arsip/cuti-2024"
    assert [found.id for found in near.maybe] == ["satu/arsip/cuti-2024"]


@pytest.mark.parametrize("written", ["{teks: Konfrensi Pers, sop: s3}", "Konferensi Pers"])
def test_the_remedy_is_a_remedy(office: Folder, written: str) -> None:
    office.write({"satu/umum/pelaku.yml": sop("Pelaku", f"keterkaitan:\n  - {written}\n")})
    catalogue = office.build()
    (reference,) = entry(catalogue, "satu/umum/pelaku").references
    assert reference.target is entry(catalogue, "satu/umum/s3")
    assert not catalogue.findings


def test_it_can_be_known_and_let_be(office: Folder) -> None:
    more = "keterkaitan: [Konfrensi Pers]\ndiketahui: {sop-mirip: memang lain, menyendiri: belum dibahas}\n"
    office.write({"satu/umum/pelaku.yml": sop("Pelaku", more)})
    assert [finding.counts for finding in office.build().findings] == [False]
