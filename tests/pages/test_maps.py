"""The maps as pages: their boxes, where these lead, and the same in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.pages.links import MAP, Links, map_address, sop_address
from sop_catalogue.pages.maps import figures as map_figures
from sop_catalogue.pages.maps import graph as map_graph
from sop_catalogue.pages.maps import maps
from sop_catalogue.pages.maps.maps import catalogue_map, map_plans, unit_map
from sop_catalogue.pages.sop import neighbours as neighbour_view
from tests.pages.evil import EVIL, evil, harmless
from tests.pages.parsed import Node, parse
from tests.pages.sample import STEPS, catalogue, dumped, page
from tests.studio import STUDIO


def sop(name: str, *named: str, more: str = "") -> str:
    """A definition that names others."""
    return (
        STEPS.replace("Legalisasi Ijazah", name)
        + (f"keterkaitan:\n{dumped([*named])}" if named else "")
        + more
    )


def boxes(tree: Node) -> dict[str, Node]:
    """Text → box, of all pictures of a page."""
    return {
        "".join(text.text + " " for text in box.all("text") if "ket" not in text.classes).strip(): box
        for picture in tree.all("svg", "sop-jaringan")
        for box in picture.all("a")
    }


def of_unit(found: Catalogue, unit: int = 0) -> Node:
    entry = found.units[unit]
    return parse(unit_map(entry, Links(map_address(entry)), STUDIO).html)


def around(found: Catalogue, name: str) -> Node:
    """The part of an SOP's page that tells its neighbours."""
    entry = next(entry for entry in found.sops if entry.name == name)
    return parse(page(entry).html).one("section", "sop-terkait")


def test_an_sop_s_neighbours(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {
        "a.yml": sop("A", "SOP B", "SOP Entah;", "SOP C"),
        "b.yml": sop("B", "SOP A", more="nomor: 7/2020\nstatus: dicabut\n"),
        "kab/badan/c.yml": sop("C"),
        "kab/badan/unit.yml": "nama: Badan Lain",
        "d.yml": sop("D", "SOP A"),
        "lama.yml": sop("Lama", more="status: diganti\ndiganti_oleh: a\n"),
    })  # fmt: skip
    tree = around(found, "A")
    assert {name: box.attributes["href"] for name, box in boxes(tree).items()} == {
        "A": "#judul",
        "Lama": "../lama/",
        "D": "../d/",
        "B": "../b/",
        "C": "../../badan/c/",
        "SOP Entah": "#belum-ada",
    }
    assert "Badan Lain" in boxes(tree)["C"].text
    assert "belum ada di katalog" in boxes(tree)["SOP Entah"].text
    assert "putus" in boxes(tree)["SOP Entah"].classes
    assert "digantikan SOP ini" in boxes(tree)["Lama"].text
    two_heads = [
        arrow for arrow in tree.one("svg").all("g") if len(arrow.all("polygon")) == 2 and arrow.all("path")
    ]
    assert len([arrow for arrow in two_heads if not arrow.all("g")]) == 1
    lists = [(h.text, ul.text) for h, ul in zip(tree.all("h3"), tree.all("ul"), strict=True)]
    assert lists == [
        ("Dirujuk oleh 2", "B 7/2020 Dinas Arsip Dicabut saling merujuk D Dinas Arsip"),
        ("Menggantikan", "Lama Dinas Arsip Diganti"),
        ("Merujuk ke 2", "B 7/2020 Dinas Arsip Dicabut saling merujuk C Badan Lain"),
        ("Dirujuk, tetapi tidak ditemukan di katalog 1", "SOP Entah belum ada di katalog"),
    ]


def test_an_sop_on_its_own_has_no_map(tmp_path: Path) -> None:
    tree = around(catalogue(tmp_path, {"a.yml": sop("A")}), "A")
    assert not tree.all("svg")
    assert "Tidak ada SOP lain yang terkait." in tree.text


def test_an_sop_with_very_many_neighbours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    near = {f"n{i}.yml": sop(f"Dekat {i}", "SOP A") for i in range(3)}
    far = {f"kab/badan/f{i}.yml": sop(f"Jauh {i}", "SOP A") for i in range(20)}
    found = catalogue(tmp_path, {"a.yml": sop("A"), "kab/badan/unit.yml": "nama: Badan Lain"} | far | near)
    tree = around(found, "A")
    assert list(boxes(tree))[-7:-4] == ["Dekat 0", "Dekat 1", "Dekat 2"]
    assert boxes(tree)["dan 17 lainnya"].attributes["href"] == "#dirujuk-oleh"
    assert tree.one(id="dirujuk-oleh").text == "Dirujuk oleh 23"
    assert len(tree.all("li")) == 23
    monkeypatch.setattr(neighbour_view, "LISTED", 10)
    monkeypatch.setattr(neighbour_view, "_NEAREST", 5)
    items = around(found, "A").all("li")
    assert [len(items), items[-1].text] == [6, "dan 18 SOP lain di Badan Lain"]
    assert items[-1].one("a").attributes["href"] == "../../../../peta/kab/badan/"


def test_a_unit_s_map(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {
        "a.yml": sop("A", "SOP B", "SOP Entah"),
        "b.yml": sop("B"),
        "c.yml": sop("C"),
        "kab/zat/unit.yml": "nama: Badan Lain",
        **{f"kab/zat/z{i}.yml": sop(f"Z{i}", "SOP B") for i in range(4)},
        "kab/zat/satu.yml": sop("Satu", "SOP A"),
    })  # fmt: skip
    tree = of_unit(found)
    there = {name: box.attributes["href"] for name, box in boxes(tree).items()}
    assert there == {
        "A": "../../../sop/kab/dinas/a/",
        "B": "../../../sop/kab/dinas/b/",
        "Satu": "../../../sop/kab/zat/satu/",
        "SOP Entah": "../../../sop/kab/dinas/a/#belum-ada",
        "4 SOP": "../zat/",
    }
    assert tree.one(id="belum-ada")
    assert "Tidak merujuk dan tidak dirujuk 1 SOP C" in tree.text
    assert "B dirujuk oleh A; Z0 (Badan Lain)" in tree.text


def test_what_is_replaced_across_units_stands_in_both_maps(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {
        "baru.yml": sop("Baru"),
        "kab/badan/unit.yml": "nama: Badan Lain",
        "kab/badan/lama.yml": sop("Lama", more="status: diganti\ndiganti_oleh: kab/dinas/baru\n"),
    })  # fmt: skip
    for unit in (0, 1):
        tree = of_unit(found, unit)
        assert boxes(tree).keys() == {"Baru", "Lama"}
        (arrow,) = tree.one("svg", "sop-jaringan").all("g", "ganti")
        assert arrow.all("polygon")
        assert "asing" in boxes(tree)["Baru" if found.units[unit].id == "kab/badan" else "Lama"].classes


def test_many_sops_of_another_unit_are_counted_and_few_are_named(tmp_path: Path) -> None:
    many, few = [f"M{i}" for i in range(11)], ["F0", "F1"]
    found = catalogue(tmp_path, {
        "a.yml": sop("A", *(f"SOP {name}" for name in (*many, *few))),
        "kab/badan/unit.yml": "nama: Badan Lain",
        "kab/zat/unit.yml": "nama: Kantor",
        **{f"kab/badan/{name}.yml": sop(name) for name in many},
        **{f"kab/zat/{name}.yml": sop(name) for name in few},
    })  # fmt: skip
    tree = of_unit(found, [unit.id for unit in found.units].index("kab/dinas"))
    lines = tree.one("ul", "sop-hubungan")
    assert "A merujuk ke 11 SOP (Badan Lain); F0 (Kantor); F1 (Kantor)" in lines.text
    (counted,) = (link for link in lines.all("a") if link.text == "11 SOP")
    assert counted.attributes["href"] == "../badan/"


def test_a_large_unit_s_map_goes_on_on_other_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = catalogue(
        tmp_path, {f"s{i}.yml": sop(f"S{i}", f"SOP S{i ^ 1}", f"SOP Entah {i}") for i in range(90)}
    )
    monkeypatch.setattr(map_figures, "BOXES", 100)
    plans = [plan for plan in map_plans(found, lambda here: Links(here), STUDIO) if plan.address != MAP]
    assert [plan.address for plan in plans] == ["peta/kab/dinas", "peta/kab/dinas/2"]
    first, second = (parse(plan.make("").html) for plan in plans)
    assert len(boxes(first)) + len(boxes(second)) == 180
    assert second.one("nav", "sop-isi").all("a")[0].attributes["href"] == "../"
    assert "S0 merujuk ke 2, 1 di antaranya tidak ditemukan; dirujuk oleh 1" in first.text
    assert not second.all("section")


def test_the_map_of_few_sops_shows_them(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"a.yml": sop("A", "SOP B"), "b.yml": sop("B"), "c.yml": sop("C")})
    tree = parse(catalogue_map(found, Links(MAP, False), STUDIO).html)
    assert {name: box.attributes["href"] for name, box in boxes(tree).items()} == {
        "A": "../sop/kab/dinas/a.html",
        "B": "../sop/kab/dinas/b.html",
    }
    assert [cell.text for cell in tree.one("tbody").all("td")] == ["3", "1", "0", "0", "0", "1"]


def test_the_map_of_many_sops_shows_their_units(tmp_path: Path) -> None:
    files = {f"kab/u{u}/unit.yml": f"nama: Unit {u}" for u in range(4)}
    files |= {
        f"kab/u{u}/s{i}.yml": sop(f"S{u} {i}", f"SOP S{u} {(i + 1) % 20}", f"SOP S{(u + 1) % 3} {i}")
        for u in range(4)
        for i in range(20)
    }
    found = catalogue(tmp_path, files)
    tree = parse(catalogue_map(found, Links(MAP), STUDIO).html)
    assert {box.attributes["href"] for box in boxes(tree).values()} == {f"kab/u{u}/" for u in range(4)}
    counts = sorted(g.one("text").text for g in tree.one("svg").all("g") if g.all("text") and not g.all("g"))
    assert counts == ["20"] * 4
    assert [part.text for part in tree.all("details")] == [
        f"Unit {u} merujuk 1 unit, dirujuk {dirujuk} merujuk ke Unit {ke} 20 {oleh}Peta Unit {u}"
        for u, dirujuk, ke, oleh in (
            (0, 1, 1, "dirujuk oleh Unit 2 20 "),
            (1, 2, 2, "dirujuk oleh Unit 0 20; Unit 3 20 "),
            (2, 1, 0, "dirujuk oleh Unit 1 20 "),
            (3, 0, 1, ""),
        )
    ]


def test_of_very_many_ties_those_are_drawn_that_can_be_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is left out of the picture is still written."""
    monkeypatch.setattr(map_graph, "_STRONGEST", 2)
    monkeypatch.setattr(maps, "WHOLE", 1)
    files = {f"kab/u{u}/unit.yml": f"nama: Unit {u}" for u in range(4)}
    files |= {f"kab/u{u}/s.yml": sop(f"S{u}", *(f"SOP S{v}" for v in range(u))) for u in range(4)}
    tree = parse(catalogue_map(catalogue(tmp_path, files), Links(MAP), STUDIO).html)
    assert "4 hubungan antarunit yang paling jarang tidak digambar; semuanya tertulis di bawah" in tree.text
    last = tree.one(id="antarunit")
    assert last.text == "Hubungan antarunit"
    assert "merujuk ke Unit 0 1; Unit 1 1; Unit 2 1 Peta Unit 3" in tree.text


def test_hostile_names(tmp_path: Path) -> None:
    name = evil("nama")
    files = {
        "a.yml": dumped({"nama": name, "keterkaitan": [evil("entah"), "SOP Tujuan"], "langkah": []}),
        "b.yml": sop("Tujuan", name, more="status: diganti\ndiganti_oleh: a\n"),
        "kab/dinas/unit.yml": dumped({"nama": evil("unit")}),
    }
    found = catalogue(tmp_path, files)
    unit = found.units[0]
    for html in (
        unit_map(unit, Links(map_address(unit)), STUDIO).html,
        catalogue_map(found, Links(MAP), STUDIO).html,
        *(page(sop).html for sop in found.sops),
    ):
        assert EVIL.split("&")[0].replace(" ", "") in harmless(html).text.replace(" ", "")


@pytest.mark.parametrize("directory_urls", [False, True])
def test_every_box_leads_somewhere(tmp_path: Path, directory_urls: bool) -> None:
    found = catalogue(tmp_path, {"a.yml": sop("A", "SOP B"), "b.yml": sop("B")})
    here = sop_address(found.sops[0])
    tree = parse(page(found.sops[0], directory_urls=directory_urls).html)
    assert boxes(tree)["B"].attributes["href"] == Links(here, directory_urls).sop(found.sops[1])
