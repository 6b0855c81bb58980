"""SOPs that are named inside a cell of the flow table."""

from __future__ import annotations

import json

import pytest

from sop_catalogue.catalogue.model import Mention
from sop_catalogue.catalogue.web.mentions import steps_naming
from tests.catalogue.folder import Folder, entry, sop


def step(text: str, column: str = "keterangan") -> str:
    return f"  - {{kegiatan: Mencatat, pelaksana: Loket, {column}: {json.dumps(text)}}}\n"


@pytest.fixture
def office(folder: Folder) -> Folder:
    folder.places("satu/umum", "satu/arsip")
    return folder.write(
        {
            "satu/umum/masuk.yml": sop("Surat Masuk", "nomor: 421/012/2026\n"),
            "satu/umum/keluar.yml": sop("Surat Keluar"),
            "satu/umum/karpeg.yml": sop("Karpeg, Karsu & Karis"),
            "satu/umum/kembar-1.yml": sop("Kembar Dua"),
            "satu/umum/kembar-2.yml": sop("Kembar Dua"),
        }
    )


def mentions(office: Folder, text: str, more: str = "", column: str = "keterangan") -> list[Mention]:
    office.write({"satu/umum/pelaku.yml": sop("Pelaku", more) + step(text, column)})
    catalogue = office.build()
    found = entry(catalogue, "satu/umum/pelaku").mentions
    assert all(text[m.start : m.end] == m.text for m in found)
    return found


@pytest.mark.parametrize("column", ["kelengkapan", "output", "keterangan"])
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Lihat SOP Surat Masuk", [("SOP Surat Masuk", "masuk")]),
        ("sesuai sop surat masuk.", [("sop surat masuk", "masuk")]),
        ("Dicatat menurut Standar Operasional Prosedur Surat Masuk yang berlaku", [("Standar Operasional Prosedur Surat Masuk", "masuk")]),
        ("SOP *Surat* Masuk", [("SOP *Surat* Masuk", "masuk")]),
        ("(SOP Nomor 421/012/2026)", [("SOP Nomor 421/012/2026", "masuk")]),
        ("SOP Surat Masuk dan Surat Keluar", [("SOP Surat Masuk", "masuk"), ("Surat Keluar", "keluar")]),
        ("SOP Surat Masuk dan Keluar", [("SOP Surat Masuk", "masuk"), ("Keluar", "keluar")]),
        ("Lihat SOP surat keluar & masuk.", [("SOP surat keluar", "keluar"), ("masuk", "masuk")]),
        ("SOP Surat Masuk, SOP Surat Keluar", [("SOP Surat Masuk", "masuk"), ("SOP Surat Keluar", "keluar")]),
        ("SOP Surat Masuk\nSOP Surat Keluar", [("SOP Surat Masuk", "masuk"), ("SOP Surat Keluar", "keluar")]),
        ("SOP Karpeg, Karsu dan Karis", [("SOP Karpeg, Karsu dan Karis", "karpeg")]),
    ],
)  # fmt: skip
def test_a_title_said_from_end_to_end(
    office: Folder, text: str, named: list[tuple[str, str]], column: str
) -> None:
    found = [
        (m.text, m.verdict.value, m.target and m.target.id) for m in mentions(office, text, column=column)
    ]
    assert found == [(words, "terhubung", f"satu/umum/{id_}") for words, id_ in named]


def test_what_else_an_sop_is_called_is_as_good_as_its_title(office: Folder) -> None:
    office.write({"satu/umum/lama.yml": sop("Penyimpanan Arsip di Dinas", "sebutan: [Arsip Lama, Gudang]\n")})
    found = mentions(office, "SOP arsip lama dan Surat Masuk")
    assert [m.target and m.target.id for m in found] == ["satu/umum/lama", "satu/umum/masuk"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("SOP Surat Masuk Rahasia", "mirip"),
        ("Lihat SOP Surat Masuk dan Rahasia", "mirip"),
        ("SOP Pengiriman surat secara langsung", "belum-ada"),
        ("- sop permintaan barang", "belum-ada"),
        ("SOP Kembar Dua", "ganda"),
        ("Sesuai SOP Pelaku", "diri-sendiri"),
    ],
)
def test_what_is_not_exactly_a_title_is_no_link(office: Folder, text: str, verdict: str) -> None:
    (found,) = mentions(office, text)
    assert found.verdict == verdict
    catalogue = office.build()
    assert not any(sop.mentioned_by for sop in catalogue.sops)
    assert not [f for f in catalogue.findings if f.counts], "a document's own words are never a fault"


@pytest.mark.parametrize(
    "text",
    [
        "Pimpinan SOPD",
        "sesuai SOP",
        "SOP ini",
        "SOP yang telah disahkan",
        "Draf SOP Pelayanan Baru",
        "Dilaksanakan agar SOP berjalan baik",
        "SOP AP",
        "SOP final Surat Masuk",
        "Surat Masuk",
        "Sop",
    ],
)
def test_what_names_nobody(office: Folder, text: str) -> None:
    assert mentions(office, text) == []


def test_the_own_keterkaitan_says_what_a_wording_means(office: Folder) -> None:
    more = "keterkaitan: {teks: SOP permintaan barang, sop: masuk}\n"
    (found,) = mentions(office, "Lihat SOP Permintaan Barang", more)
    assert found.target
    assert found.target.id == "satu/umum/masuk"


def test_a_wording_that_the_keterkaitan_ties_to_several_is_tied_to_all(office: Folder) -> None:
    more = "keterkaitan: {teks: SOP persuratan, sop: [masuk, keluar]}\n"
    found = mentions(office, "Lihat SOP Persuratan dan Surat Masuk", more)
    assert [(m.text, m.target and m.target.id) for m in found] == [
        ("SOP Persuratan", "satu/umum/masuk"),
        ("SOP Persuratan", "satu/umum/keluar"),
        ("Surat Masuk", "satu/umum/masuk"),
    ]
    catalogue = office.build()
    actor = entry(catalogue, "satu/umum/pelaku")
    assert all(entry(catalogue, f"satu/umum/{id_}").mentioned_by == [actor] for id_ in ("masuk", "keluar"))


@pytest.mark.parametrize(
    ("meant", "named"),
    [
        ("masuk", ["masuk"]),
        ("[masuk, keluar]", ["masuk", "keluar"]),
        ("[keluar, masuk]", ["masuk", "keluar"]),
    ],
)
def test_two_titles_in_one_are_two_links_unless_the_keterkaitan_means_one(
    office: Folder, meant: str, named: list[str]
) -> None:
    more = f"keterkaitan: {{teks: SOP Surat Masuk dan Keluar, sop: {meant}}}\n"
    found = mentions(office, "SOP Surat Masuk dan Keluar", more)
    assert [m.target and m.target.id for m in found] == [f"satu/umum/{id_}" for id_ in named]
    actor = entry(office.build(), "satu/umum/pelaku")
    assert {sop.id for m in actor.mentions for sop in m.targets if actor in sop.mentioned_by} == {
        f"satu/umum/{id_}" for id_ in named
    }


def test_two_titles_in_one_may_be_longer_than_any_title(folder: Folder) -> None:
    titles = {"masuk": "Surat Masuk", "keluar": "Surat Keluar"}
    folder.places("satu/umum").write({f"satu/umum/{id_}.yml": sop(title) for id_, title in titles.items()})
    found = mentions(folder, "SOP Surat Masuk dan Keluar")
    assert [m.target and m.target.name for m in found] == list(titles.values())


def test_both_sides_know(office: Folder) -> None:
    office.write(
        {"satu/umum/pelaku.yml": sop("Pelaku") + step("SOP Surat Masuk") + step("SOP Surat Masuk", "output")}
    )
    catalogue = office.build()
    source, target = entry(catalogue, "satu/umum/pelaku"), entry(catalogue, "satu/umum/masuk")
    assert target.mentioned_by == [source]
    assert steps_naming(source, target) == ["3", "4"]
    assert target.cited_by == []


def test_in_the_second_chart(office: Folder) -> None:
    steps = "  - langkah: [{kegiatan: A, pelaksana: X}, {kegiatan: B, pelaksana: X, output: [Surat, SOP Surat Masuk]}]\n"
    office.write({"satu/umum/pelaku.yml": f"nama: Pelaku\nbagan:\n{steps}{steps}"})
    found = entry(office.build(), "satu/umum/pelaku").mentions
    assert [(m.chart, m.row, m.column, m.item) for m in found] == [(0, 1, "output", 1), (1, 1, "output", 1)]
