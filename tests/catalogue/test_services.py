"""Services to the public: which SOPs are one, whose lanes are the applicant's, which forms can be downloaded."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.work.service import OwnStep, Service, Waiting, is_service, services
from tests.catalogue.folder import Folder, brief, entry

STEPS = """
langkah:
  - {id: ajukan, kegiatan: Mengajukan, pelaksana: PEMOHON, waktu: 5 menit, kelengkapan: KTP}
  - {kegiatan: Memeriksa, pelaksana: Loket, waktu: 1 jam, keputusan: {Lengkap: lanjut, Kurang: ajukan}}
  - {kegiatan: Mengesahkan, pelaksana: Camat, waktu: 2 hari kerja}
  - {kegiatan: Menerima, pelaksana: PEMOHON, output: Surat}
  - {kegiatan: Mengarsipkan, pelaksana: Loket}
"""


def service(lane: str, more: str) -> str:
    return f"nama: Surat Keterangan\n{more}{STEPS.replace('PEMOHON', lane)}"


@pytest.mark.parametrize(
    ("lane", "more", "named", "guessed"),
    [
        ("Pemohon", "jenis: pelayanan\n", ["Pemohon"], True),
        ("Masyarakat Umum", "layanan: {biaya: Gratis}\n", ["Masyarakat Umum"], True),
        ("User/ Pengguna", "jenis: [teknis, pelayanan]\n", ["User/ Pengguna"], True),
        ("Yang Bersangkutan", "layanan: {pemohon: ybs}\n", ["Yang Bersangkutan"], False),
        ("Yang Bersangkutan", "layanan: {biaya: Gratis}\n", [], False),
        ("Kuasa Pengguna Anggaran", "layanan: {biaya: Gratis}\n", [], False),
        ("Pemohon", "layanan: {pemohon: [Loket, pemohon]}\n", ["Pemohon", "Loket"], False),
    ],
)
def test_whose_lanes_are_the_applicants(
    folder: Folder, lane: str, more: str, named: list[str], guessed: bool
) -> None:
    folder.places("a/b").write({"a/b/x.yml": service(lane, more)})
    catalogue = folder.build()
    found = Service(entry(catalogue, "a/b/x"))
    assert (found.applicants, found.guessed) == (named, guessed)
    assert is_service(found.entry) and not catalogue.findings


@pytest.mark.parametrize(("lane", "more"), [("Pemohon", ""), ("Staf", "jenis: pelayanan\n")])
def test_no_service_that_does_not_say_so(folder: Folder, lane: str, more: str) -> None:
    folder.places("a/b").write({"a/b/x.yml": service(lane, more)})
    assert not services(folder.build().sops)


def test_what_is_no_longer_in_force_is_not_offered(folder: Folder) -> None:
    folder.places("a/b")
    for status in ("berlaku", "dicabut", "konsep"):
        folder.write({f"a/b/{status}.yml": service("Pemohon", f"layanan: {{biaya: 0}}\nstatus: {status}\n")})
    assert [found.entry.id for found in services(folder.build().sops)] == ["a/b/berlaku", "a/b/konsep"]


def test_a_name_that_is_no_lane_is_told(folder: Folder) -> None:
    folder.places("a/b").write({"a/b/x.yml": service("Pemohon", "layanan:\n  pemohon: [Pemohon, Warga]\n")})
    assert brief(folder.build().findings) == [("a/b/x.yml", 3, "pemohon-asing")]


def test_the_way_of_an_applicant(folder: Folder) -> None:
    folder.places("a/b").write({"a/b/x.yml": service("Warga", "layanan: {pemohon: Warga}\n")})
    ((_, way),) = Service(entry(folder.build(), "a/b/x")).ways()
    first, waiting, last, after = way
    assert isinstance(first, OwnStep) and isinstance(last, OwnStep)
    assert first.duty.needs == ("KTP",) and last.duty.produces == ("Surat",)
    assert [(back.name, back.label) for back in first.returns] == [("Loket", "Kurang")]
    assert isinstance(waiting, Waiting) and isinstance(after, Waiting)
    assert (waiting.who, waiting.time.teks) == (["Loket", "Camat"], "2 hari kerja 1 jam")
    assert after.rows == [4]


def test_one_file_for_all_that_name_it_and_one_address_for_each_file(folder: Folder) -> None:
    named = "layanan: {formulir: [Surat Kuasa.pdf, surat-kuasa.pdf, Isian.docx]}\n"
    blank = {"Surat Kuasa.pdf": b"%PDF-1", "surat-kuasa.pdf": b"\n%PDF-2", "Isian.docx": b"PK\x03\x04"}
    folder.places("a/b").write({f"a/b/{name}.yml": service("Warga", named) for name in "xy"})
    for name, data in blank.items():
        folder.write({f"a/b/formulir/{name}": data})
    catalogue = folder.build()
    x, y = (entry(catalogue, f"a/b/{name}").blanks for name in "xy")
    assert x == y and not catalogue.findings
    assert {form.address: form.read() for form in x} == {
        "sop/a/b/formulir/surat-kuasa.pdf": b"%PDF-1",
        "sop/a/b/formulir/surat-kuasa-2.pdf": b"\n%PDF-2",
        "sop/a/b/formulir/isian.docx": b"PK\x03\x04",
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("hilang.pdf", "tidak ada"),
        ("../unit.yml", "nama berkasnya saja"),
        (".rahasia.pdf", "nama berkasnya saja"),
        ("laman.html", "tidak dipakai (.html)"),
        ("palsu.pdf", "bukan pdf"),
        ("folder.pdf", "tidak dapat dibuka"),
        ("tautan.pdf", "hanya tautan"),
        ("nul\\0.pdf", "nama berkasnya saja"),
    ],
)
def test_what_cannot_be_downloaded_is_told(folder: Folder, name: str, said: str) -> None:
    folder.places("a/b").write({"a/b/x.yml": service("Warga", f"layanan: {{formulir: '{name}'}}\n")})
    folder.write({"a/b/formulir/laman.html": "<script>", "a/b/formulir/palsu.pdf": "<script>"})
    folder.write({"a/b/formulir/folder.pdf/x": ""})
    (folder.root / "a/b/formulir/tautan.pdf").symlink_to(folder.root / "a/b/unit.yml")
    catalogue = folder.build()
    (finding,) = catalogue.findings
    assert finding.code == "formulir-layanan" and said in finding.message
    assert not entry(catalogue, "a/b/x").blanks
    assert not entry(catalogue, "a/b/x").faults
