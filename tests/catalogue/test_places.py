"""Pemda and units: by register, in place, or by folder."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.logos import Logo
from tests.catalogue.folder import Folder, brief, entry, sop


def where(folder: Folder, id_: str) -> tuple[str, str, str]:
    unit = entry(folder.build(), id_).unit
    return unit.id, unit.data.nama, unit.pemda.data.nama


def test_registers_describe_their_folders(folder: Folder) -> None:
    folder.places("satu/arsip").write({"satu/arsip/x.yml": sop("X")})
    assert where(folder, "satu/arsip/x") == ("satu/arsip", "Dinas Arsip", "Pemerintah Kabupaten Satu")


def test_without_registers_the_folders_name_the_places_and_one_is_told(folder: Folder) -> None:
    folder.write({"Kab Satu/Dinas Arsip/x.yml": sop("X"), "Kab Satu/Dinas Arsip/y.yml": sop("Y")})
    assert where(folder, "kab-satu/dinas-arsip/x") == ("kab-satu/dinas-arsip", "Dinas Arsip", "Kab Satu")
    assert brief(folder.build().findings) == [
        ("Kab Satu/Dinas Arsip/unit.yml", 1, "tanpa-unit"),
        ("Kab Satu/pemda.yml", 1, "tanpa-pemda"),
    ]


IN_PLACE = (
    "pemda: {nama: Pemerintah Kota Dua, singkatan: Kota Dua}\nunit: {nama: Dinas Lain, singkatan: Lain}\n"
)


@pytest.mark.parametrize(
    ("path", "id_", "unit"),
    [
        ("x.yml", "kota-dua/lain/x", "kota-dua/lain"),
        ("dua/x.yml", "dua/lain/x", "dua/lain"),
        ("dua/arsip/x.yml", "dua/arsip/x", "dua/arsip"),
        ("dua/arsip/bidang/x.yml", "dua/arsip/bidang/x", "dua/arsip"),
    ],
)
def test_an_sop_describes_its_places_itself(folder: Folder, path: str, id_: str, unit: str) -> None:
    folder.write({path: sop("X", IN_PLACE)})
    assert where(folder, id_) == (unit, "Dinas Lain", "Pemerintah Kota Dua")
    assert not folder.build().findings


def test_what_an_sop_names_is_the_place_that_is_known_by_that_name(folder: Folder) -> None:
    folder.places("satu/arsip").write(
        {"x.yml": sop("X", "pemda: Pemerintah Kabupaten Satu\nunit: dinas arsip\n")}
    )
    assert where(folder, "satu/arsip/x") == ("satu/arsip", "Dinas Arsip", "Pemerintah Kabupaten Satu")


def test_another_place_than_its_folder_does_not_rename_the_folder(folder: Folder) -> None:
    folder.places("satu/arsip").write(
        {"satu/arsip/x.yml": sop("X", "unit: Dinas Umum\n"), "satu/arsip/y.yml": sop("Y")}
    )
    assert where(folder, "satu/arsip/x")[:2] == ("satu/dinas-umum", "Dinas Umum")
    assert where(folder, "satu/arsip/y")[:2] == ("satu/arsip", "Dinas Arsip")


def test_an_sop_without_any_place_is_told(folder: Folder) -> None:
    assert brief(folder.write({"x.yml": sop("X")}).build().findings) == [("x.yml", 1, "salah-tempat")]


def test_two_sops_that_come_to_one_address(folder: Folder) -> None:
    folder.places("satu/arsip").write(
        {"satu/arsip/x.yml": sop("X"), "x.yml": sop("X", "pemda: satu\nunit: arsip\n")}
    )
    assert brief(folder.build().findings) == [("satu/arsip/x.yml", 1, "nama-kembar")]


@pytest.mark.parametrize(
    "name",
    ["tidak-ada.svg", "../lambang.svg", "lambang.bmp", ".lambang.svg", "a/lambang.svg", "x" * 300 + ".svg"],
)
def test_a_logo_that_cannot_be_used_is_told(folder: Folder, name: str) -> None:
    folder.write({"a/lambang.bmp": "x", "lambang.svg": "x", "a/.lambang.svg": "x"})
    folder.write({"a/pemda.yml": f"nama: A\nlogo: {name}\n"})
    assert brief(folder.build().findings) == [("a/pemda.yml", 2, "logo")]


def test_a_logo_beside_its_register(folder: Folder) -> None:
    folder.places("a/b").write(
        {"a/b/lambang.svg": "<svg/>", "a/b/unit.yml": "nama: B\nlogo: lambang.svg\n", "a/b/x.yml": sop("X")}
    )
    assert entry(folder.build(), "a/b/x").unit.logo == Logo(".svg", b"<svg/>")


def test_the_nearest_word_about_the_form_wins_label_by_label(folder: Folder) -> None:
    folder.write(
        {
            "a/pemda.yml": "nama: A\nformulir: {label: {nomor: NOMOR, nama: NAMA}, nomor_kolom: ya, tanpa_kolom: keterangan}\n",
            "a/b/unit.yml": "nama: B\nformulir: {label: {nama: JUDUL}}\n",
            "a/b/x.yml": sop("X", "formulir: {tanpa_kolom: []}\n"),
        }
    )
    form = entry(folder.build(), "a/b/x").form
    assert (form.words["nomor"], form.words["nama"], form.words["efektif"]) == (
        "NOMOR",
        "JUDUL",
        "Tanggal Efektif",
    )
    assert (form.nomor_kolom, form.tanpa_kolom) == (True, ())
