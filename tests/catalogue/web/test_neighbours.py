"""Who stands around an SOP, as the catalogue sees it."""

from __future__ import annotations

from sop_catalogue.catalogue.web.kinds import Verdict
from sop_catalogue.catalogue.web.neighbours import named_in_vain, nearest, neighbours_of
from tests.catalogue.folder import Folder, entry, sop


def names(steps: str) -> str:
    """A definition whose second step names an SOP."""
    return f"nama: Rapat\nlangkah:\n  - {{kegiatan: A, pelaksana: B}}\n  - {{kegiatan: C, pelaksana: B, keterangan: {steps}}}\n"


def test_all_sides(folder: Folder) -> None:
    found = folder.places("kab/dinas").write({
        "kab/dinas/ini.yml": sop("Ini", "keterkaitan: [SOP Dua, SOP Dua, SOP Ini, SOP Entah, '-', SOP Tiga]\ndiganti_oleh: tiga\n"),
        "kab/dinas/dua.yml": sop("Dua", "keterkaitan: SOP Ini\n"),
        "kab/dinas/tiga.yml": sop("Tiga"),
        "kab/dinas/empat.yml": sop("Empat", "status: diganti\ndiganti_oleh: ini\n"),
        "kab/dinas/rapat.yml": names("Lihat SOP Ini"),
    }).build()  # fmt: skip
    around = neighbours_of(entry(found, "kab/dinas/ini"))
    assert [(n.sop.name, n.mutual, n.steps) for n in around.named] == [("Dua", True, ()), ("Tiga", False, ())]
    assert [(n.sop.name, n.mutual, n.steps) for n in around.naming] == [
        ("Dua", True, ()),
        ("Rapat", False, ("2",)),
    ]
    assert [(item.text, item.verdict) for item in around.in_vain] == [("SOP Entah", Verdict.MISSING)]
    assert around.replaced_by is entry(found, "kab/dinas/tiga")
    assert around.replaces == (entry(found, "kab/dinas/empat"),)


def test_nobody_around(folder: Folder) -> None:
    found = folder.places("kab/dinas").write(
        {"kab/dinas/ini.yml": sop("Ini", "keterkaitan: ['-', SOP Ini]\n")}
    )
    assert not neighbours_of(found.build().sops[0])


def test_the_same_missing_title_is_one(folder: Folder) -> None:
    text = sop("A", "keterkaitan: [SOP Entah, 'Standar Operasional Prosedur ENTAH']\n")
    found = folder.places("kab/dinas").write({"kab/dinas/a.yml": text}).build()
    (item,) = named_in_vain(found.sops[0])
    assert (item.text, item.key) == ("SOP Entah", "entah")


def test_several_of_one_name_are_none_of_them(folder: Folder) -> None:
    found = folder.places("kab/dinas", "kab/badan", "kab/kantor").write({
        "kab/dinas/a.yml": sop("A", "keterkaitan: SOP Cuti\n"),
        "kab/badan/cuti.yml": sop("Cuti"),
        "kab/kantor/cuti.yml": sop("Cuti"),
    }).build()  # fmt: skip
    around = neighbours_of(entry(found, "kab/dinas/a"))
    assert not around.named
    (item,) = around.in_vain
    assert item.verdict is Verdict.AMBIGUOUS
    assert {sop.unit.id for sop in item.maybe} == {"kab/badan", "kab/kantor"}


def test_the_nearest_first(folder: Folder) -> None:
    found = folder.places("kab/dinas", "kab/badan", "kota/dinas").write({
        "kab/dinas/ini.yml": sop("Ini", "keterkaitan: [kota/dinas/d]\n"),
        "kab/badan/a.yml": sop("A", "keterkaitan: [{teks: x, sop: kab/dinas/ini}]\n"),
        "kota/dinas/b.yml": sop("B", "keterkaitan: [{teks: x, sop: kab/dinas/ini}]\n"),
        "kab/dinas/c.yml": sop("C", "keterkaitan: SOP Ini\n"),
        "kota/dinas/d.yml": sop("D", "keterkaitan: [{teks: x, sop: kab/dinas/ini}]\n"),
    }).build()  # fmt: skip
    ini = entry(found, "kab/dinas/ini")
    assert [n.sop.name for n in nearest(neighbours_of(ini).naming, ini)] == ["D", "C", "A", "B"]
