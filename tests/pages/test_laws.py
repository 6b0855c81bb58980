"""The pages of regulations, and what SOPs, lists and files say of one that is revoked or amended."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from sop_catalogue.catalogue.model import Catalogue, LawEntry
from sop_catalogue.pages.law import index, laws
from sop_catalogue.pages.law.index import law_index
from sop_catalogue.pages.law.laws import Earlier, law_files, law_page, law_plans
from sop_catalogue.pages.links import LAWS, Links, law_address
from sop_catalogue.pages.lists.indexes import unit_page
from tests.pages.parsed import Node, parse
from tests.pages.sample import STEPS, catalogue, page

REGISTER = """
peraturan:
  - {id: lama, jenis: Undang-Undang, nomor: 1, tahun: 2001, tentang: Arsip, status: dicabut, dasar_status: Pasal 90, diganti_oleh: baru}
  - {id: baru, jenis: Undang-Undang, nomor: 2, tahun: 2020, status: berlaku, tautan: "https://x.invalid/uu"}
  - {id: ubah, jenis: Peraturan Daerah, nomor: 3, tahun: 2019, diubah_oleh: baru}
"""
FIRST = STEPS.replace("Ijazah", "Surat") + (
    "nomor: =7/2017\ntanggal: {efektif: 2017-05-01}\ndisahkan_oleh: {jabatan: Sekretaris, nama: Siti}\n"
    "dasar_hukum: ['UU 1/2001', Perda Nomor 3 Tahun 2019; UU 2 Tahun 2020, Surat lain]\n"
)
SECOND = STEPS + "dasar_hukum: [Undang-Undang Nomor 1 Tahun 2001 tentang Arsip]\n"
THIRD = STEPS + "dasar_hukum: [UU Nomor 1 Tahun 2001, Renstra <b>]\n"


@pytest.fixture
def found(tmp_path: Path) -> Catalogue:
    return catalogue(
        tmp_path,
        {
            "kab/peraturan.yml": REGISTER,
            "a.yml": FIRST,
            "b.yml": SECOND,
            "kab/kantor/c.yml": THIRD,
            "kab/kantor/unit.yml": "nama: Kantor\nkepala: {jabatan: Kepala Kantor}\n",
        },
    )


def law(found: Catalogue, id_: str) -> LawEntry:
    return next(item for item in found.laws if item.id == id_)


def shown(found: Catalogue, id_: str) -> Node:
    entry = law(found, id_)
    return parse(law_page(entry, Earlier.of(found.laws), Links(law_address(entry))).html)


def test_a_revoked_regulation_tells_who_must_look_at_what(found: Catalogue) -> None:
    tree = shown(found, "lama")
    assert tree.one("h1").text == "Undang-Undang Nomor 1 Tahun 2001"
    assert "dicabut dan diganti oleh Undang-Undang Nomor 2 Tahun 2020" in tree.one("p", "sop-pita").text
    units = tree.all("section", "sop-dampak")
    assert [unit.one("h2").text for unit in units] == ["Dinas Arsip", "Kantor"]
    assert "kepada Pimpinan Dinas Arsip · 2 SOP" in units[0].text
    assert "kepada Kepala Kantor · 1 SOP" in units[1].text
    rows = [
        [cell.text for cell in row.children if isinstance(cell, Node)]
        for row in units[0].one("tbody").all("tr")
    ]
    assert rows == [
        ["Legalisasi Surat Tertulis: UU 1/2001", "=7/2017", "1 Mei 2017", "Sekretaris, Siti", ""],
        ["Legalisasi Ijazah", "–", "–", "–", ""],
    ]
    assert all(unit.one("p", "sop-dampak-kepala").text.startswith("Lampiran. Daftar SOP") for unit in units)


def test_a_regulation_knows_those_before_and_after_it(found: Catalogue) -> None:
    said = {row.one("dt").text: row.one("dd").text for row in shown(found, "baru").one("dl").all("div")}
    assert said["Menggantikan"] == "Undang-Undang Nomor 1 Tahun 2001 tentang Arsip"
    assert said["Mengubah"] == "Peraturan Daerah Nomor 3 Tahun 2019"
    assert said["Naskah"] == "https://x.invalid/uu"


def test_a_status_says_on_what_it_rests_or_that_nobody_looked(found: Catalogue) -> None:
    assert "Dasar status Pasal 90" in shown(found, "lama").text
    assert "Peraturan ini sudah dicabut" in shown(found, "lama").one("p", "sop-pita").text
    assert "Dasar status belum diperiksa" in shown(found, "ubah").text
    assert "Peraturan ini tercatat diubah" in shown(found, "ubah").one("p", "sop-pita").text


def test_a_regulation_named_in_the_title_of_another_knows_by_whom(tmp_path: Path) -> None:
    register = """
peraturan:
  - {id: asal, jenis: Undang-Undang, nomor: 8, tahun: 1974, status: dicabut}
  - {id: sunyi, jenis: Undang-Undang, nomor: 9, tahun: 1975}
"""
    cites = f"{STEPS}dasar_hukum: [UU 43/1999 tentang Perubahan atas UU Nomor 8 Tahun 1974]\n"
    found = catalogue(tmp_path, {"kab/peraturan.yml": register, "a.yml": cites})
    said = shown(found, "asal").text
    assert "Tidak ada SOP yang langsung berdasar pada peraturan ini." in said
    assert "Disebut di dalam judul peraturan lain yang menjadi dasar hukum Legalisasi Ijazah." in said
    silent = shown(found, "sunyi").text
    assert "Tidak ada SOP yang menyebut peraturan ini." in silent
    assert "Dasar status" not in silent


def test_the_impact_as_a_spreadsheet(found: Catalogue) -> None:
    files = dict(law_files(found.laws, False))
    rows = list(csv.DictReader(io.StringIO(files["peraturan/lama.csv"]().decode("utf-8-sig"))))
    assert [(row["Unit kerja"], row["Nomor SOP"], row["Tanggal"], row["Kepada"]) for row in rows] == [
        ("Dinas Arsip", "'=7/2017", "2017-05-01", "Pimpinan Dinas Arsip"),
        ("Dinas Arsip", "", "", "Pimpinan Dinas Arsip"),
        ("Kantor", "", "", "Kepala Kantor"),
    ]
    assert rows[0]["Ditulis sebagai"] == "UU 1/2001"
    assert rows[0]["Halaman"] == "sop/kab/dinas/a.html"


def test_the_sop_page_links_every_regulation_of_an_item_and_marks_it(found: Catalogue) -> None:
    tree = parse(page(found.sops[0]).html)
    items = next(box for box in tree.all("div", "sop-kotak") if box.one("h3").text == "Dasar Hukum").all("li")
    assert [item.text for item in items] == [
        "UU 1/2001 Dicabut",
        "Perda Nomor 3 Tahun 2019; UU 2 Tahun 2020 Peraturan Daerah Nomor 3 Tahun 2019 Diubah",
        "Surat lain",
    ]
    ends = [[a.attributes["href"].split("peraturan/")[1] for a in item.all("a")] for item in items]
    assert ends == [["lama/"], ["ubah/", "baru/"], []]
    assert "Undang-Undang Nomor 1 Tahun 2001 sudah dicabut (diganti oleh" in tree.one("p", "sop-pita").text
    (standing,) = (
        part for part in tree.all("section") if part.attributes["aria-labelledby"] == "status-hukum"
    )
    assert [item.text for item in standing.all("li")] == [
        "Undang-Undang Nomor 1 Tahun 2001 tentang Arsip Dicabut diganti oleh Undang-Undang Nomor 2 Tahun 2020; Pasal 90",
        "Peraturan Daerah Nomor 3 Tahun 2019 Diubah diubah oleh Undang-Undang Nomor 2 Tahun 2020; belum diperiksa",
        "Undang-Undang Nomor 2 Tahun 2020 Berlaku belum diperiksa",
    ]


def test_lists_mark_those_under_a_revoked_or_amended_regulation(found: Catalogue) -> None:
    unit = next(unit for unit in found.units if unit.id == "kab/dinas")
    tree = parse(unit_page(unit, Links("sop/kab/dinas/index", False)).html)
    marked = [cell.one("span", "sop-status").text for cell in tree.one("tbody").all("th")]
    assert marked == ["Dasar hukum dicabut", "Dasar hukum dicabut"]
    strip = tree.one("p", "sop-pita")
    assert strip.text.startswith("2 SOP masih berdasar pada peraturan yang sudah dicabut")
    assert strip.all("a")[0].attributes["href"] == "../../index.html?unit=kab%2Fdinas&tinjau=dicabut"


def test_the_list_of_regulations_begins_with_what_to_look_at(found: Catalogue) -> None:
    tree = parse(law_index(found, Links(LAWS, False)).html)
    first, every, unknown = tree.all("table")
    assert [row.one("th").text for row in first.one("tbody").all("tr")] == [
        "Undang-Undang Nomor 1 Tahun 2001 Arsip"
    ]
    rows = [[cell.text for cell in row.all("td")] for row in every.one("tbody").all("tr")]
    assert rows == [
        ["Undang-Undang", "2020", "Berlaku", "belum diperiksa", "1", "1"],
        ["Undang-Undang", "2001", "Dicabut", "Pasal 90", "3", "2"],
        ["Peraturan Daerah", "2019", "Diubah", "belum diperiksa", "1", "1"],
    ]
    assert [row.one("th").text for row in unknown.one("tbody").all("tr")] == ["Renstra <b>", "Surat lain"]


def test_of_very_many_regulations_those_of_a_single_sop_stand_on_its_page_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cited = {"a.yml": "'UU 1/2001', PP 2/2002", "b.yml": "'UU 1/2001', PP 3/2003"}
    files = {place: f"{STEPS}dasar_hukum: [{laws_}]\n" for place, laws_ in cited.items()}
    found = catalogue(tmp_path, files | {"kab/peraturan.yml": REGISTER.replace("tahun: 2001", "tahun: 1999")})
    monkeypatch.setattr(index, "MOST_LISTED", 5)
    years = {
        row.all("td")[1].text
        for row in parse(law_index(found, Links(LAWS, False)).html).all("tbody")[-1].all("tr")
    }
    assert years == {"1999", "2001", "2020", "2019"}


def test_very_many_under_one_regulation_stand_on_a_page_a_unit(
    found: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laws, "MOST_ON_A_PAGE", 2)
    plans = {plan.address: plan for plan in law_plans(found.laws, lambda here: Links(here, False))}
    assert {"peraturan/lama/kab/dinas", "peraturan/lama/kab/kantor"} <= plans.keys()
    whole = parse(plans["peraturan/lama"].make("").html)
    assert not whole.all("section", "sop-dampak")
    assert [a.attributes["href"] for a in whole.one("ul", "sop-lompat").all("a")] == [
        "lama/kab/dinas.html",
        "lama/kab/kantor.html",
    ]
    one = parse(plans["peraturan/lama/kab/kantor"].make("").html)
    assert len(one.one("tbody").all("tr")) == 1
    assert one.one("tbody").one("a").attributes["href"] == "../../../sop/kab/kantor/c.html"


def test_one_that_no_register_has_says_so(tmp_path: Path) -> None:
    other = catalogue(tmp_path / "lain", {"a.yml": STEPS + "dasar_hukum: [PP 5/2010 tentang <i>Hal</i>]\n"})
    (entry,) = other.laws
    tree = shown(other, entry.id)
    assert tree.one("h1").text == "PP 5/2010"
    assert "Belum ada di daftar peraturan" in tree.one("dl").text
