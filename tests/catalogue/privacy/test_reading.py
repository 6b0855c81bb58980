"""Definitions as the public may read them."""

from __future__ import annotations

from datetime import date

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.policy.policy import Policy
from sop_catalogue.catalogue.privacy.editions import editions
from sop_catalogue.catalogue.privacy.settings import SHOWN, Hiding, Privacy
from sop_catalogue.catalogue.web.health import health_of
from sop_catalogue.definition.daftar import HIDDEN_NAME
from sop_catalogue.pages.form.identity import official
from sop_catalogue.store.disk import DiskFolder
from tests.catalogue.folder import Folder, sop

NAMES = Hiding(names=True)
SIGNED = "disahkan_oleh: {jabatan: Kadis, nama: Adi Wijaya}\n"


@pytest.fixture
def builder(folder: Folder) -> CatalogueBuilder:
    folder.places("kab/a")
    return CatalogueBuilder(DiskFolder(folder.root), policy=Policy(today=date(2026, 1, 1)))


def test_the_source_keeps_its_lines(folder: Folder, builder: CatalogueBuilder) -> None:
    text = sop("A", f"{SIGNED}catatan: menurut Adi\n  Wijaya # Adi Wijaya\nwaktu_lama: Adi Wijaya\n").replace(
        "waktu_lama", "sampul"
    )
    folder.write({"kab/a/a.yml": text})
    (entry,) = builder.build(NAMES).sops
    assert entry.source.count(b"\n") == text.count("\n")
    assert entry.source.decode().replace(HIDDEN_NAME, "") == text.replace("Adi Wijaya", "").replace(
        "Adi\n  Wijaya", "\n  "
    )


def test_what_the_text_does_not_show_is_written_anew(folder: Folder, builder: CatalogueBuilder) -> None:
    folder.write({"kab/a/a.yml": sop("A", f'{SIGNED}catatan: "\\x41di Wijaya, 007"\n')})
    (entry,) = builder.build(NAMES).sops
    assert entry.source.startswith(b"# Ditulis ulang")
    assert entry.sop.catatan == (f"{HIDDEN_NAME}, 007",)
    folder.write({"kab/b/b.yml": entry.source})
    assert [other.sop.catatan for other in builder.build(NAMES).sops] == [entry.sop.catatan] * 2


def test_several_stay_several(folder: Folder, builder: CatalogueBuilder) -> None:
    signed = 'disahkan_oleh: {jabatan: Kadis, nama: "Drs. Adi Wijaya"}\ntanda_tangan: {nama: Bunga Citra}\n'
    steps = "langkah: [{kegiatan: Adi Wijaya menulis, pelaksana: Adi Wijaya}, {kegiatan: C, pelaksana: Bunga Citra}]\n"
    folder.write({"kab/a/a.yml": f"nama: A\n{signed}{steps}"})
    (entry,) = builder.build(NAMES).sops
    lanes = [lane.name for lane in entry.charts[0].flow.lanes]
    assert lanes == ["(nama 1 disembunyikan)", "(nama 2 disembunyikan)"]
    assert entry.charts[0].steps[0].kegiatan == "(nama 1 disembunyikan) menulis"
    assert official(entry.sop.disahkan_oleh) == [("jabatan", "Kadis")]


def test_of_what_nobody_can_read_nothing_is_shown(folder: Folder, builder: CatalogueBuilder) -> None:
    folder.write({"kab/a/a.yml": "nama: A\ndisahkan_oleh: {nama: Adi Wijaya\ncatatan: x\n"})
    (broken,) = builder.build(NAMES).broken
    assert broken.source == b""
    assert broken.findings
    assert not any("Adi" in finding.text() for finding in broken.findings)
    assert broken.findings[0].line > 1
    assert builder.build().broken[0].source


def test_of_what_is_at_fault_the_rest_is_shown(folder: Folder, builder: CatalogueBuilder) -> None:
    folder.write({"kab/a/a.yml": sop("A", "disahkan_oleh: {nama: Adi Wijaya}\nstatus: menurut Adi Wijaya\n")})
    (broken,) = builder.build(NAMES).broken
    assert HIDDEN_NAME.encode() in broken.source
    assert [finding.value for finding in broken.findings] == [f"menurut {HIDDEN_NAME}".lower()]


def test_a_name_that_becomes_known_is_hidden_from_then_on(folder: Folder, builder: CatalogueBuilder) -> None:
    folder.write({"kab/a/a.yml": sop("A", "catatan: menurut Bunga Citra\n")})
    assert builder.build(NAMES).sops[0].sop.catatan == ("menurut Bunga Citra",)
    folder.write({"kab/pejabat.yml": "pejabat: [{jabatan: Kadis, nama: Bunga Citra}]\n"})
    assert builder.build(NAMES).sops[0].sop.catatan == (f"menurut {HIDDEN_NAME}",)
    assert builder.build(SHOWN).sops[0].sop.catatan == ("menurut Bunga Citra",)


def test_who_signed_is_found_with_open_eyes(folder: Folder, builder: CatalogueBuilder) -> None:
    register = "pejabat: [{jabatan: Kadis, nama: Adi Wijaya, sampai: 2020}, {jabatan: Kadis, nama: Bunga, sejak: 2021}]\n"
    dated = f"{SIGNED}tanggal: {{efektif: 2022-01-01}}\n"
    folder.write({"kab/pejabat.yml": register, "kab/a/a.yml": sop("A", dated)})
    catalogue = builder.build(NAMES)
    (entry,) = catalogue.sops
    assert [finding.code for finding in entry.findings] == ["pejabat-lain"]
    assert "Bunga" not in entry.findings[0].text()
    left = health_of(catalogue).units[0].left[entry]
    assert (left.person.named, left.successor and left.successor.named) == ("", "")
    assert official(entry.sop.disahkan_oleh) == [("jabatan", "Kadis")]


def test_a_name_in_an_address_can_only_be_told(folder: Folder, builder: CatalogueBuilder) -> None:
    folder.write({"kab/a/tugas-adi-wijaya.yml": sop("A", SIGNED)})
    assert [finding.code for finding in builder.build(NAMES).findings] == ["nama-di-alamat"]
    assert not builder.build().findings


def test_one_catalogue_serves_both_where_both_hide_the_same(
    folder: Folder, builder: CatalogueBuilder
) -> None:
    folder.write({"kab/a/a.yml": sop("A", SIGNED)})
    same = editions(builder.build, Privacy(NAMES, NAMES))
    assert same.pages is same.paper
    other = editions(builder.build, Privacy(NAMES, SHOWN))
    shown = [edition.sops[0].sop.disahkan_oleh for edition in (other.pages, other.paper)]
    assert [person and person.named for person in shown] == ["", "Adi Wijaya"]
    assert (other.pages.hidden, other.paper.hidden) == (NAMES, SHOWN)
