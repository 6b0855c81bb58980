"""Who ratified an SOP that names the office alone, and whose signers are no longer in office."""

from __future__ import annotations

from datetime import date

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, SopEntry
from sop_catalogue.catalogue.opendata.write import sop_record
from sop_catalogue.catalogue.policy.policy import Policy
from sop_catalogue.catalogue.web.health import health_of
from sop_catalogue.store.disk import DiskFolder
from tests.catalogue.folder import Folder, sop

REGISTER = """pejabat:
  - {jabatan: Kepala Dinas, nama: "Drs. Adi Wijaya, M.Si.", nip: 196501011990031001, sejak: 2015-02-01}
  - {jabatan: Kepala Dinas, nama: Bunga Lestari, sejak: 2020-03-02, sampai: 2023-06-30}
  - {jabatan: Kepala Dinas, nama: Candra, nip: 19800101 200501 1 003, sejak: 2024-01-01}
  - {jabatan: Plt. Kepala Dinas, nama: Dewi, sejak: 2023-07-01, sampai: 2023-12-31}
"""
OFFICE = "disahkan_oleh: Kepala Dinas\n"


def built(folder: Folder, files: dict[str, str], today: date | None = None) -> Catalogue:
    folder.places("kab/dinas").write({f"kab/dinas/{path}": text for path, text in files.items()})
    return CatalogueBuilder(DiskFolder(folder.root), policy=Policy(today=today)).build()


def one(folder: Folder, more: str, today: date | None = None, register: str = REGISTER) -> SopEntry:
    (entry,) = built(folder, {"pejabat.yml": register, "a.yml": sop("A", more)}, today).sops
    return entry


def holder(entry: SopEntry) -> str | None:
    return entry.sop.disahkan_oleh.nama if entry.sop.disahkan_oleh else None


@pytest.mark.parametrize(
    ("dates", "who"),
    [
        ("{efektif: 2014-12-31}", None),
        ("{efektif: 2015-02-01}", "Drs. Adi Wijaya, M.Si."),
        ("{efektif: 2020-03-01}", "Drs. Adi Wijaya, M.Si."),
        ("{efektif: 2020-03-02}", "Bunga Lestari"),
        ("{efektif: 2020}", None),
        ("{efektif: 2021}", "Bunga Lestari"),
        ("{efektif: Juni 2023}", "Bunga Lestari"),
        ("{efektif: 2023-09-01}", None),
        ("{efektif: 2016-01-01, pengesahan: 2024-05-01}", "Candra"),
        ("{pembuatan: 2016-01-01}", "Drs. Adi Wijaya, M.Si."),
        ("{pembuatan: 2016-01-01, revisi: 2024-05-01}", "Candra"),
        ('{pembuatan: "-"}', None),
    ],
)
def test_the_holder_on_the_day_of_signing(folder: Folder, dates: str, who: str | None) -> None:
    entry = one(folder, f"{OFFICE}tanggal: {dates}\n")
    assert holder(entry) == who
    assert entry.signing
    assert entry.signing.registered == bool(who)


def test_a_signature_s_own_day_comes_before_the_day_of_effect(folder: Folder) -> None:
    signature = "tanda_tangan: {jabatan: kepala  dinas, tanggal: 2019-01-01}\n"
    assert (
        holder(one(folder, f"{OFFICE}{signature}tanggal: {{efektif: 2024-05-01}}\n"))
        == "Drs. Adi Wijaya, M.Si."
    )


def test_a_name_that_the_sop_says_stands(folder: Folder) -> None:
    named = 'disahkan_oleh: {jabatan: Kepala Dinas, nama: "Adi Wijaya"}\n'
    entry = one(folder, f"{named}tanggal: {{efektif: 2016-01-01}}\n")
    assert (holder(entry), entry.signing and entry.signing.registered) == ("Adi Wijaya", False)
    assert not entry.findings
    entry = one(folder, f"{named}tanggal: {{efektif: 2021-01-01}}\n")
    assert holder(entry) == "Adi Wijaya"
    assert [(f.code, f.counts) for f in entry.findings] == [("pejabat-lain", False)]


def test_a_change_of_head_changes_drafts_and_never_what_is_signed(folder: Folder) -> None:
    draft, signed = f"{OFFICE}status: konsep\n", f"{OFFICE}tanggal: {{efektif: 2021-01-01}}\n"
    assert holder(one(folder, draft)) == "Candra"
    more = f"{REGISTER}  - {{jabatan: Kepala Dinas, nama: Eka, sejak: 2026-01-01}}\n"
    assert holder(one(folder, draft, register=more)) == "Eka"
    assert holder(one(folder, draft, date(2025, 12, 31), more)) == "Candra"
    assert holder(one(folder, signed, register=more)) == "Bunga Lestari"


def test_a_unit_s_register_comes_before_its_pemda_s(folder: Folder) -> None:
    above = "pejabat: [{jabatan: Kepala Dinas, nama: Xaver}, {jabatan: Bupati, nama: Yulia}]\n"
    folder.write({"kab/pejabat.yml": above})
    day = "tanggal: {efektif: 2024-05-01}\n"
    assert holder(one(folder, f"{OFFICE}{day}")) == "Candra"
    assert holder(one(folder, f"disahkan_oleh: BUPATI\n{day}")) == "Yulia"


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        (f"{OFFICE}tanggal: {{efektif: 2023-09-01}}\n", ["tanpa-pejabat"]),
        (f"{OFFICE}tanggal: {{efektif: 2020}}\n", ["tanpa-pejabat"]),
        ("disahkan_oleh: Kepala Dinass\ntanggal: {efektif: 2024-09-01}\n", ["jabatan-mirip"]),
        ("disahkan_oleh: Direktur\ntanggal: {efektif: 2024-09-01}\n", []),
        (OFFICE, []),
        (f"{OFFICE}status: konsep\ntanggal: {{efektif: 2023-09-01}}\n", []),
    ],
)
def test_what_the_register_does_not_know(folder: Folder, more: str, codes: list[str]) -> None:
    assert [finding.code for finding in one(folder, more).findings] == codes


def test_a_register_that_cannot_be_read_is_no_fault_of_an_sop(folder: Folder) -> None:
    catalogue = built(
        folder,
        {"pejabat.yml": "pejabat: [{nama: A}]", "a.yml": sop("A", f"{OFFICE}tanggal: {{efektif: 2021}}\n")},
    )
    assert [finding.path for finding in catalogue.findings] == ["kab/dinas/pejabat.yml"]


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ("{jabatan: X, nama: A, sejak: 2020-01-02, sampai: 2020-01-01}", [("masa-jabatan", 2)]),
        ("{jabatan: X, nama: A, sejak: 2020-01-01, sampai: 2020}", []),
        ("{jabatan: X, nama: A, sejak: 2020-01-01}\n  - {jabatan: X, nama: B, sejak: 2021-01-01}", []),
        (
            "{jabatan: X, nama: A, sampai: 2021-02-01}\n  - {jabatan: X, nama: B, sejak: 2021-01-01}",
            [("jabatan-rangkap", 3)],
        ),
        (
            "{jabatan: X, nama: B, sejak: 2021-01-01}\n  - {jabatan: x, nama: A, sejak: 2021-01-01}",
            [("jabatan-rangkap", 3)],
        ),
        ("{jabatan: X, nama: A, sampai: 2021-01-01}\n  - {jabatan: X, nama: B, sejak: 2021-01-01}", []),
        ("{jabatan: X, nama: A, sampai: 2021-02-01}\n  - {jabatan: Plt. X, nama: B, sejak: 2021-01-01}", []),
    ],
)
def test_terms_that_cannot_be(folder: Folder, terms: str, found: list[tuple[str, int]]) -> None:
    catalogue = built(folder, {"pejabat.yml": f"pejabat:\n  - {terms}\n"})
    assert [(finding.code, finding.line) for finding in catalogue.findings] == found


def test_signers_no_longer_in_office_are_told_where_somebody_says_which_day_it_is(folder: Folder) -> None:
    by_name = (
        'disahkan_oleh: {jabatan: Kepala Dinas, nama: "ADI WIJAYA, S.E.", nip: "1965 0101 1990 031001"}\n'
    )
    files = {
        "pejabat.yml": REGISTER,
        "lama.yml": sop("Lama", f"{OFFICE}tanggal: {{efektif: 2021-01-01}}\n"),
        "tulis.yml": sop("Tulis", f"{by_name}tanggal: {{efektif: 2016-01-01}}\n"),
        "kini.yml": sop("Kini", f"{OFFICE}tanggal: {{efektif: 2024-02-01}}\n"),
        "konsep.yml": sop("Konsep", f"{OFFICE}status: konsep\n"),
        "cabut.yml": sop("Cabut", f"{OFFICE}status: dicabut\ntanggal: {{efektif: 2021-01-01}}\n"),
        "lain.yml": sop("Lain", "disahkan_oleh: {jabatan: Bupati, nama: Zaki}\n"),
    }
    catalogue = built(folder, files)
    assert not health_of(catalogue).units[0].left
    left = health_of(built(folder, files, date(2024, 6, 1))).units[0].left
    told = {sop.name: (s.person.nama, s.until, s.successor and s.successor.nama) for sop, s in left.items()}
    assert told == {
        "Lama": ("Bunga Lestari", "30 Juni 2023", "Candra"),
        "Tulis": ("ADI WIJAYA, S.E.", "2 Maret 2020", "Candra"),
    }
    vacant = health_of(built(folder, files, date(2023, 9, 1))).units[0].left
    assert {(sop.name, s.successor) for sop, s in vacant.items()} == {("Lama", None), ("Tulis", None)}


def test_the_data_say_what_only_the_register_says(folder: Folder) -> None:
    def record(entry: SopEntry) -> object:
        return sop_record(entry, lambda _: "", lambda _, __: "")["disahkan_oleh"]

    assert record(one(folder, f"{OFFICE}tanggal: {{efektif: 2016-01-01}}\n")) == {
        "jabatan": "Kepala Dinas",
        "nama": "Drs. Adi Wijaya, M.Si.",
        "pangkat": None,
        "nip": "196501011990031001",
        "dari_daftar": True,
    }
    assert record(one(folder, "disahkan_oleh: {nama: A}\n")) == {
        "jabatan": None,
        "nama": "A",
        "pangkat": None,
        "nip": None,
        "dari_daftar": False,
    }
