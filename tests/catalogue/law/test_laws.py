"""Regulations: one law is one law, however it is written, and two stay two."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.law.names import law_key, region_of
from sop_catalogue.catalogue.law.parts import named_within
from tests.catalogue.folder import Folder, brief, entry, sop

HERE = region_of("Pemerintah Kabupaten Boalemo")


@pytest.mark.parametrize(
    "spellings",
    [
        "UU No. 25/2004 | Undang-Undang Republik Indonesia nomor 25 Tahun 2004 tentang System | UU 25/2004 | "
        "Undang – undang Nomor 25 Tahun 2004 | Undang - undang No.25 thn. 2004 | UU RI No 025 Th. 2004 | "
        "Undang-Undang tentang Perencanaan Nomor 25 Tahun 2004",
        "UUD 1945 | Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
        "Perppu Nomor 1 Tahun 2020 | Peraturan Pemerintah Pengganti Undang-Undang (Perppu) No. 1 Tahun 2020",
        "PP No. 53 Tahun 2010 | Peraturan Pemerintah Republik Indonesia Nomor 53 Tahun 2010",
        "Perpres 29/2014 | Peraturan Presiden Republik Indonesia Nomor 29 Tahun 2014",
        "PermenPAN dan RB No. 53 Tahun 2014 | Permenpan RB 53/2014 | Permenpanrb Nomor 53 Tahun 2014 | "
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014",
        "Permendagri No.52 Tahun 2011 | Peraturan Menteri Dalam Negeri RI Nomor 52 Tahun 2011 | PERMENDAGRI 52/2011",
        "PMK Nomor 113/PMK.05/2012 | Peraturan Menteri Keuangan No. 113/PMK.05/2012 tentang Perjalanan Dinas",
        "Perka BPS No 9 Tahun 2009 | Peraturan Kepala Badan Pusat Statistik Nomor 9 Tahun 2009",
        "Perda No. 6 Tahun 2011 | Peraturan Daerah Kabupaten Boalemo Nomor 6 Tahun 2011 | Perda Kab. Boalemo 6/2011",
        "Perbup 32/2013 | Peraturan Bupati Boalemo Nomor 32 Tahun 2013",
        "SE Menpan Nomor 5 Tahun 2014 | "
        "Surat Edaran Menteri Pendayagunaan Aparatur Negara Nomor 5 Tahun 2014 tentang Data",
    ],
)  # fmt: skip
def test_spellings_of_one_regulation(spellings: str) -> None:
    keys = {law_key(text.strip(), HERE) for text in spellings.split("|")}
    assert len(keys) == 1
    assert None not in keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UU Nomor 25 Tahun 2004", "UU Nomor 25 Tahun 2009"),
        ("UU Nomor 25 Tahun 2004", "PP Nomor 25 Tahun 2004"),
        ("Perda Nomor 6 Tahun 2011", "Perda Provinsi Gorontalo Nomor 6 Tahun 2011"),
        ("Perbup 32/2013", "Peraturan Bupati Blitar Nomor 32 Tahun 2013"),
        ("Perbup Blitar 3/2013", "Perwali Blitar 3/2013"),
        ("Permendagri 5/2014", "Permenkes 5/2014"),
        ("Nomor 5 Tahun 2014", "Undang-Undang Nomor 5 Tahun 2014"),
        ("Surat tentang pelaksanaan Undang-Undang Nomor 5 Tahun 2014", "UU 5/2014"),
    ],
)
def test_what_differs_stays_apart(one: str, other: str) -> None:
    assert law_key(one, HERE) != law_key(other, HERE)


@pytest.mark.parametrize(
    "text", ["", "-", "Renstra Dinas 2016-2021", "DPA Tahun Anggaran 2017/2018", "UU Kepegawaian"]
)
def test_what_names_no_regulation_by_number(text: str) -> None:
    assert law_key(text, HERE) is None


@pytest.fixture
def registered(folder: Folder) -> Folder:
    folder.places("satu/arsip", "dua/arsip")
    return folder.write(
        {
            "peraturan.yml": "peraturan:\n"
            "  - {id: uu-lama, jenis: Undang-Undang, nomor: 8, tahun: 1974, status: dicabut, diganti_oleh: uu-baru}\n"
            "  - {id: uu-baru, jenis: Undang-Undang, nomor: 5, tahun: 2014, diubah_oleh: [uu-20]}\n"
            "  - {id: uu-20, nama: Undang-Undang Nomor 20 Tahun 2023}\n"
            "  - {id: renstra, nama: Renstra Dinas Arsip}\n",
            "dua/peraturan.yml": "peraturan:\n  - {id: uu-baru, nama: UU No. 5/2014, status: berlaku}\n"
            "  - {jenis: Peraturan Daerah, nomor: 3, tahun: 2019}\n",
        }
    )


@pytest.mark.parametrize(
    ("unit", "written", "id_"),
    [
        ("satu/arsip", "UU Nomor 5 Tahun 2014 tentang ASN", "uu-baru"),
        ("satu/arsip", "{teks: UU ASN, peraturan: uu-lama}", "uu-lama"),
        ("satu/arsip", "renstra dinas *arsip*", "renstra"),
        ("dua/arsip", "UU Nomor 5 Tahun 2014", "dua-uu-baru"),
        ("dua/arsip", "{teks: UU ASN, peraturan: uu-baru}", "dua-uu-baru"),
        ("dua/arsip", "Perda Nomor 3 Tahun 2019", "peraturan-daerah-3-2019"),
        ("satu/arsip", "Perda Nomor 3 Tahun 2019", "peraturan-daerah-kabupaten-satu-3-2019"),
        ("satu/arsip", "{teks: X, peraturan: {jenis: Undang-Undang, nomor: 5, tahun: 2014}}", "uu-baru"),
        ("satu/arsip", "{teks: X, peraturan: {nama: Perbup 7/2020, status: dicabut}}", "peraturan-bupati-kabupaten-satu-7-2020"),
    ],
)  # fmt: skip
def test_a_citation_finds_the_nearest_register(registered: Folder, unit: str, written: str, id_: str) -> None:
    registered.write({f"{unit}/x.yml": sop("X", f"dasar_hukum:\n  - {written}\n")})
    catalogue = registered.build()
    (citation,) = entry(catalogue, f"{unit}/x").citations
    (law,) = citation.laws
    assert law.id == id_
    assert [found.id for found in law.sops] == [f"{unit}/x"]
    assert not catalogue.findings


def test_a_regulation_that_no_register_has_is_one_for_all_who_cite_it(folder: Folder) -> None:
    folder.places("a/b", "a/c", "d/e").write(
        {
            "a/b/x.yml": sop("X", "dasar_hukum: [UU 25/2009, UU No. 25 Tahun 2009, Perda 1/2020]\n"),
            "a/c/y.yml": sop("Y", "dasar_hukum: [Perda Nomor 1 Tahun 2020, Renstra]\n"),
            "d/e/z.yml": sop("Z", "dasar_hukum:\n  - Perda 1/2020\n"
                             "  - {teks: UU, peraturan: {jenis: Undang-Undang, nomor: 25, tahun: 2009, status: berlaku}}\n"),
        }
    )  # fmt: skip
    assert {law.id: [found.id for found in law.sops] for law in folder.build().laws} == {
        "undang-undang-25-2009": ["a/b/x", "d/e/z"],
        "peraturan-daerah-kabupaten-a-1-2020": ["a/b/x", "a/c/y"],
        "peraturan-daerah-kabupaten-d-1-2020": ["d/e/z"],
    }


def test_regulations_know_what_replaced_and_amended_them(registered: Folder) -> None:
    laws = {law.id: law for law in registered.build().laws}
    assert laws["uu-lama"].replaced_by is laws["uu-baru"]
    assert laws["uu-baru"].amended_by == [laws["uu-20"]]


@pytest.mark.parametrize(
    ("register", "line", "code"),
    [
        ("peraturan:\n  - {status: berlaku}\n", 2, "peraturan-tanpa-nama"),
        ("peraturan:\n  - {id: x, nama: X}\n  - {id: x, nama: Y}\n", 3, "peraturan-kembar"),
        ("peraturan:\n  - id: x\n    nama: X\n    diganti_oleh: y\n", 4, "peraturan-asing"),
        ("peraturan:\n  - id: x\n    nama: X\n    diubah_oleh: [x, y]\n", 4, "peraturan-asing"),
    ],
)
def test_faults_of_the_register(folder: Folder, register: str, line: int, code: str) -> None:
    assert brief(folder.write({"peraturan.yml": register}).build().findings) == [
        ("peraturan.yml", line, code)
    ]


def test_an_unknown_id_is_told_where_it_is_cited(registered: Folder) -> None:
    registered.write({"satu/arsip/x.yml": sop("X", "dasar_hukum:\n  - {teks: X, peraturan: uu-lamo}\n")})
    (finding,) = registered.build().findings
    assert (finding.path, finding.line, finding.code) == ("satu/arsip/x.yml", 3, "peraturan-asing")
    assert finding.remedy == "maksud Anda 'uu-lama'?"


def test_an_unreadable_register_is_blamed_once_and_not_on_those_that_cite_it(folder: Folder) -> None:
    folder.places("a/b").write(
        {
            "peraturan.yml": "peraturan: [{idd: x}]\n",
            "a/b/x.yml": sop("X", "dasar_hukum: {teks: X, peraturan: x}\n"),
        }
    )
    assert {finding.path for finding in folder.build().findings} == {"peraturan.yml"}


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("UU 43/1999 tentang Perubahan atas Undang undang Nomor 8 Tahun 1974 tentang Pokok", ["UU 8/1974"]),
        ("PP 3/2005 tentang Perubahan UU 1/2001 dan Perubahan UU 2/2002", ["UU 1/2001", "UU 2/2002"]),
        ("UU 25/2009 tentang Pelayanan Publik", []),
        ("UU 25/2009 (UU No. 25 Tahun 2009)", []),
        ("Surat tentang UU 25/2009", []),
    ],
)
def test_regulations_in_the_title_of_another(text: str, within: list[str]) -> None:
    assert list(named_within(text, HERE)) == [law_key(found, HERE) for found in within]
