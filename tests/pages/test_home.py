"""The home page: services, duties, units, subjects and kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.pages.links import Links
from sop_catalogue.pages.lists import home as home_page
from sop_catalogue.pages.lists.home import home
from sop_catalogue.pages.office import OfficeError, office
from tests.pages.parsed import Node, parse
from tests.pages.sample import STEPS, catalogue

HOME = Links("index", directory_urls=False)
OTHER = {"kab/lain/unit.yml": "nama: Dinas Lain", "kab/lain/x.yml": STEPS}


def titled(name: str, more: str = "") -> str:
    return STEPS.replace("Legalisasi Ijazah", name) + more


def at_home(folder: Path, files: dict[str, str]) -> Node:
    return parse(home(catalogue(folder, files), HOME))


def links(tree: Node, css: str) -> list[tuple[str, str]]:
    return [(a.text, a.attributes["href"]) for ul in tree.all("ul", css) for a in ul.all("a")]


def test_subjects_are_the_words_of_several_names(tmp_path: Path) -> None:
    names = ("SOP Pengelolaan Surat Masuk", "Pelayanan Surat Keluar Dinas Arsip", "Media *Center* 2017",
             "Pemeliharaan Media Center", "Arsip Dinas")  # fmt: skip
    tree = at_home(tmp_path, {f"{i}.yml": titled(f'"{name}"') for i, name in enumerate(names)})
    assert links(tree, "sop-topik") == [
        ("Media center 2", "sop/index.html?cari=media+center"),
        ("Surat 2", "sop/index.html?cari=surat"),
    ]


def test_kinds_lead_to_the_table_of_all_sops(tmp_path: Path) -> None:
    kinds = {"a.yml": titled("A", "jenis: [teknis, rutin]\n"), "b.yml": titled("B", "jenis: rutin\n")}
    assert links(at_home(tmp_path, kinds), "sop-topik") == [
        ("Rutin 2", "sop/index.html?jenis=rutin"),
        ("Teknis 1", "sop/index.html?jenis=teknis"),
    ]


def test_duties_are_found_by_the_post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home_page, "FIRST_ROLES", 1)
    monkeypatch.setattr(home_page, "MOST_ROLES", 2)
    files = {"a.yml": STEPS, "b.yml": titled("B").replace("Kasubbag", "Arsiparis").replace("Staf", "Loket")}
    tree = at_home(tmp_path, files).one("section", "sop-tugas-saya")
    first, more = tree.all("ul", "sop-unit")
    assert [(a.text, a.attributes["href"]) for a in first.all("a")] == [("Loket", "peran/loket.html")]
    assert len(more.all("li")) == 1 and tree.one("summary").text == "1 jabatan lain"
    assert tree.one("p", "sop-selengkapnya").text == "Semua peran"


def test_where_there_is_one_unit_its_sops_stand_in_its_place(tmp_path: Path) -> None:
    one = at_home(tmp_path / "one", {"a.yml": titled("A"), "b.yml": titled("B")})
    assert links(one, "sop-unit--lajur") == [("A", "sop/kab/dinas/a.html"), ("B", "sop/kab/dinas/b.html")]
    two = at_home(tmp_path / "two", {"a.yml": STEPS, **OTHER})
    assert not two.all("ul", "sop-unit--lajur") and two.one("div", "sop-pemda--satu")


def test_services_come_first_where_there_are_some(tmp_path: Path) -> None:
    said = titled("Domisili", "layanan: {biaya: Gratis, waktu: 3 hari}\n")
    tree = at_home(tmp_path / "some", {"a.yml": said, **OTHER})
    assert tree.all("section")[0].one("li").text == (
        "Domisili Dinas Arsip, Pemerintah Kabupaten Contoh Jangka waktu: 3 hari · Biaya: Gratis"
    )
    assert "Layanan publik" not in home(catalogue(tmp_path / "none", OTHER), HOME)


@pytest.mark.parametrize(
    ("contacts", "report", "address"),
    [
        (None, None, ""),
        ("0271-123456", "lapor@c.go.id", "mailto:lapor@c.go.id"),
        (["Gedung A", "a@c.go.id"], "https://c.go.id/lapor", "https://c.go.id/lapor"),
    ],
)
def test_the_office_at_the_foot(contacts: object, report: object, address: str) -> None:
    said = office(contacts, report)
    assert said.report == address
    assert len(said.contacts) == (len(contacts) if isinstance(contacts, list) else bool(contacts))


@pytest.mark.parametrize("report", ["javascript:alert(1)", "c.go.id", 3, "a@b?bcc=c@d.e", 'https://a"b'])
def test_reports_go_to_an_address(report: object) -> None:
    with pytest.raises(OfficeError):
        office(None, report)
