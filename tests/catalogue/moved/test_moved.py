"""Old addresses and codes: who has them, and what is said where two want one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.catalogue.moved.claims import Holder
from sop_catalogue.catalogue.part import Part
from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.store.folder import PlainFolder
from tests.catalogue.folder import Folder, brief, entry, sop


def before(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Of all that stood elsewhere."""
    things: list[Holder] = [*catalogue.pemdas, *catalogue.units, *catalogue.sops]
    return {thing.id: thing.before for thing in things if thing.before}


def moved(*old: str) -> str:
    return f"alamat_lama: [{', '.join(old)}]\n"


def test_an_sop_stood_where_it_its_unit_and_its_pemda_stood(folder: Folder) -> None:
    folder.places("satu/arsip").write(
        {
            "satu/pemda.yml": "nama: Kabupaten Satu\n" + moved("kab-satu"),
            "satu/arsip/unit.yml": "nama: Dinas Arsip\n" + moved("satu/tu", "kab-lain/tu"),
            "satu/arsip/x.yml": sop("X", moved("satu/arsip/y", "satu/umum/bidang/x")),
            "satu/arsip/z.yml": sop("Z"),
        }
    )
    catalogue = folder.build()
    assert before(catalogue) == {
        "satu": ("kab-satu",),
        "satu/arsip": ("satu/tu", "kab-lain/tu", "kab-satu/arsip", "kab-satu/tu"),
        "satu/arsip/x": (
            *("satu/arsip/y", "satu/umum/bidang/x", "satu/tu/x", "kab-lain/tu/x", "kab-satu/arsip/x"),
            *("kab-satu/tu/x", "satu/tu/y", "kab-lain/tu/y", "kab-satu/arsip/y", "kab-satu/tu/y"),
            "kab-satu/umum/bidang/x",
        ),
        "satu/arsip/z": ("satu/tu/z", "kab-lain/tu/z", "kab-satu/arsip/z", "kab-satu/tu/z"),
    }
    assert catalogue.findings == []


def test_of_a_merged_unit_each_sop_goes_where_it_says_and_the_rest_with_the_unit(folder: Folder) -> None:
    folder.places("satu/arsip").write(
        {
            "satu/arsip/unit.yml": "nama: Dinas Arsip\n" + moved("satu/tu"),
            "satu/arsip/a-tu.yml": sop("A TU", moved("satu/tu/a")),
            "satu/arsip/a.yml": sop("A"),
            "satu/arsip/b.yml": sop("B"),
        }
    )
    catalogue = folder.build()
    assert before(catalogue) == {
        "satu/arsip": ("satu/tu",),
        "satu/arsip/a-tu": ("satu/tu/a", "satu/tu/a-tu"),
        "satu/arsip/b": ("satu/tu/b",),
    }
    assert catalogue.findings == []


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("satu/arsip/x", "alamatnya yang sekarang"),
        ("satu/arsip/y", "masih dipakai halaman lain"),
        ("satu/arsip/rusak", "masih dipakai halaman lain"),
        ("satu/arsip/w", "sudah disebut di satu/arsip/w2.yml"),
        ("satu/arsip/z", "berputar: satu/arsip/x → satu/arsip/z → satu/arsip/v → satu/arsip/x"),
        ("satu/arsip/index", "dipakai situs"),
        ("satu/arsip/y/riwayat/0", "dipakai situs"),
        ("buku/arsip/x", "dipakai situs"),
    ],
)
def test_an_address_that_is_not_free_is_told_with_file_line_and_remedy(
    folder: Folder, old: str, said: str
) -> None:
    folder.places("satu/arsip").write(
        {
            "satu/arsip/w2.yml": sop("W", moved("satu/arsip/w")),
            "satu/arsip/x.yml": sop("X", moved(old)),
            "satu/arsip/y.yml": sop("Y"),
            "satu/arsip/rusak.yml": "nama: [",
            "satu/arsip/z.yml": sop("Z", moved("satu/arsip/v")),
            "satu/arsip/v.yml": sop("V", moved("satu/arsip/x")),
        }
    )
    catalogue = folder.build()
    (told,) = [found for found in catalogue.findings if found.path == "satu/arsip/x.yml"]
    assert (told.code, told.line, told.value) == ("alamat-lama", 2, old)
    assert said in told.message
    assert told.remedy
    assert entry(catalogue, "satu/arsip/x").before == ()
    assert not entry(catalogue, "satu/arsip/x").faults  # it is printed all the same


def test_so_it_is_in_the_files_of_units_and_pemdas_and_of_sops_that_describe_them(folder: Folder) -> None:
    folder.places("satu/arsip", "satu/umum").write(
        {
            "satu/arsip/x.yml": sop("X"),
            "satu/umum/x.yml": sop("X"),
            "satu/arsip/unit.yml": "nama: Dinas Arsip\n" + moved("satu/umum"),
            "satu/umum/unit.yml": "nama: Dinas Umum\n" + moved("satu/arsip"),
            "satu/pemda.yml": "nama: Satu\n" + moved("satu"),
            "dua/lain/x.yml": sop("X", "pemda: {nama: Dua}\nunit: {nama: Lain, alamat_lama: satu/arsip}\n"),
        }
    )
    catalogue = folder.build()
    assert brief(catalogue.findings) == [
        ("dua/lain/x.yml", 3, "alamat-lama"),
        ("satu/arsip/unit.yml", 2, "alamat-lama"),
        ("satu/pemda.yml", 2, "alamat-lama"),
        ("satu/umum/unit.yml", 2, "alamat-lama"),
    ]
    assert before(catalogue) == {}


def test_what_is_known_to_collide_may_be_let_be(folder: Folder) -> None:
    known = moved("satu/arsip/y") + "diketahui: {alamat-lama: Dipakai SOP baru}\n"
    folder.places("satu/arsip").write({"satu/arsip/x.yml": sop("X", known), "satu/arsip/y.yml": sop("Y")})
    assert [found for found in folder.build().findings if found.counts] == []


@pytest.mark.parametrize(
    "old",
    [
        "x",
        "satu/x",
        "satu/arsip/X",
        "satu/../x",
        "satu//x",
        "https://a/b/c",
        "satu/arsip/a b",
        "a/b/" + "c" * 61,
    ],
)
def test_what_was_never_an_address_is_refused(folder: Folder, old: str) -> None:
    folder.places("satu/arsip").write({"satu/arsip/x.yml": sop("X", f"alamat_lama: {old}\n")})
    assert brief(folder.build().findings) == [("satu/arsip/x.yml", 2, "alamat-lama")]


def test_an_address_may_be_written_as_a_file_or_with_slashes_around(folder: Folder) -> None:
    folder.places("satu/arsip").write(
        {"satu/arsip/x.yml": sop("X", moved("/satu/arsip/w/", "satu/arsip/v.yml"))}
    )
    assert entry(folder.build(), "satu/arsip/x").before == ("satu/arsip/w", "satu/arsip/v")


IDS = [f"{p}/{u}/{s}" for p in "ab" for u in "cd" for s in "ef"]


@given(
    st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), max_size=3), min_size=1), st.data()
)
def test_nothing_stands_at_two_places_and_no_living_page_loses_its_own(
    claims: dict[str, list[str]], data: st.DataObject
) -> None:
    places = {id_.rpartition("/")[0] for id_ in claims}
    units = {
        unit: data.draw(st.lists(st.sampled_from(["a/c", "a/d", "b/c", "b/d"]), max_size=2))
        for unit in places
    }
    pemdas = {id_[0]: data.draw(st.lists(st.sampled_from("ab"), max_size=2)) for id_ in claims}
    files = {f"{id_}.yml": sop("X", moved(*old)) for id_, old in claims.items()}
    files |= {f"{unit}/unit.yml": f"nama: {unit}\n{moved(*old)}" for unit, old in units.items()}
    files |= {f"{pemda}/pemda.yml": f"nama: {pemda}\n{moved(*old)}" for pemda, old in pemdas.items()}
    catalogue = CatalogueBuilder(PlainFolder({path: text.encode() for path, text in files.items()})).build()
    things: list[Holder] = [*catalogue.pemdas, *catalogue.units, *catalogue.sops]
    old = [id_ for thing in things for id_ in thing.before]
    assert len(set(old)) == len(old)
    assert not {*old} & {thing.id for thing in things}
    free = {id_ for wanted in claims.values() for id_ in wanted} - claims.keys()
    assert free <= {*old}


def test_a_code_is_one_sop_s_alone(folder: Folder) -> None:
    folder.places("satu/arsip").write(
        {
            "satu/arsip/x.yml": sop("X", "kode: K7-a\n"),
            "satu/arsip/y.yml": sop("Y", "kode: B2\n"),
            "satu/arsip/z.yml": sop("Z", "kode: b2\n"),
        }
    )
    catalogue = folder.build()
    assert {sop.id: sop.kode for sop in catalogue.sops} == {
        "satu/arsip/x": "K7-a",
        "satu/arsip/y": "",
        "satu/arsip/z": "",
    }
    assert brief(catalogue.findings) == [
        ("satu/arsip/y.yml", 2, "kode-kembar"),
        ("satu/arsip/z.yml", 2, "kode-kembar"),
    ]
    assert [sop.id for sop in catalogue.shared_codes["b2"]] == ["satu/arsip/y", "satu/arsip/z"]


@pytest.mark.parametrize("code", ["a b", "-a", "a-", "a/b", "../x", "index", "CON", "ä", "x" * 25, "a.b"])
def test_a_code_is_short_and_safe_in_an_address(folder: Folder, code: str) -> None:
    folder.places("satu/arsip").write({"satu/arsip/x.yml": sop("X", f'kode: "{code}"\n')})
    (told,) = folder.build().findings
    assert (told.code, told.line) == ("kode", 2)


@pytest.mark.parametrize("name", ["satu/arsip/lama", "arsip/lama", "lama", "lama.yml", "k7m2p9", " K7M2P9 "])
def test_a_reference_by_code_or_by_an_old_id_is_linked(folder: Folder, name: str) -> None:
    folder.places("satu/arsip", "satu/umum").write(
        {
            "satu/umum/baru.yml": sop("Baru", "kode: k7m2p9\n" + moved("satu/arsip/lama")),
            "satu/arsip/x.yml": sop("X", f'keterkaitan: [{{teks: Yang lain, sop: "{name}"}}]\n'),
            "satu/arsip/y.yml": sop("Y", f'status: diganti\ndiganti_oleh: "{name}"\n'),
        }
    )
    catalogue = folder.build()
    assert catalogue.findings == []
    new = entry(catalogue, "satu/umum/baru")
    assert [sop.id for sop in new.cited_by] == ["satu/arsip/x"]
    assert [sop.id for sop in new.replaces] == ["satu/arsip/y"]


def test_a_name_that_one_bears_now_goes_before_a_code_and_an_old_id(folder: Folder) -> None:
    folder.places("satu/arsip").write(
        {
            "satu/arsip/a.yml": sop("Lama", ""),
            "satu/arsip/b.yml": sop("B", "kode: lama\n"),
            "satu/arsip/c.yml": sop("C", moved("satu/arsip/lama")),
            "satu/arsip/x.yml": sop("X", "keterkaitan: Lama\n"),
        }
    )
    (reference,) = entry(folder.build(), "satu/arsip/x").references
    assert reference.target and reference.target.id == "satu/arsip/a"


def test_a_part_knows_the_codes_and_old_ids_of_the_rest(folder: Folder) -> None:
    folder.places("satu/arsip", "satu/umum").write(
        {
            "satu/umum/baru.yml": sop("Baru", "kode: k7m2p9\n" + moved("satu/arsip/lama")),
            "satu/arsip/x.yml": sop("X", "keterkaitan: [{teks: A, sop: k7m2p9}, {teks: B, sop: lama}]\n"),
            "satu/arsip/y.yml": sop("Y", moved("satu/umum/baru")),
        }
    )
    part = CatalogueBuilder(DiskFolder(folder.root), part=Part.of("satu/arsip")).build()
    assert [reference.elsewhere for reference in entry(part, "satu/arsip/x").references] == [True, True]
    assert brief(part.findings) == [("satu/arsip/y.yml", 2, "alamat-lama")]


def test_what_was_renamed_between_the_renamings_of_its_folders_is_found_under_all_of_them(
    folder: Folder,
) -> None:
    """From satu/umum/x over satu/tu/x and satu/tu/y to kab/tu/y."""
    folder.places("kab/tu").write(
        {
            "kab/pemda.yml": "nama: Kabupaten\n" + moved("satu"),
            "kab/tu/unit.yml": "nama: Tata Usaha\n" + moved("satu/umum"),
            "kab/tu/y.yml": sop("Y", moved("satu/tu/x")),
        }
    )
    assert {"satu/umum/x", "satu/tu/x", "satu/tu/y"} <= {*entry(folder.build(), "kab/tu/y").before}
