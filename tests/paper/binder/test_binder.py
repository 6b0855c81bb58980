"""The binder of all real SOPs, with the decrees of some offices: as planned, and complete."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, SopEntry, UnitEntry
from sop_catalogue.catalogue.work.documents import DocumentTrail
from sop_catalogue.catalogue.work.duties import role_duties
from sop_catalogue.pages.render import plain
from sop_catalogue.paper.binder.binder import Binder, sop_binder
from sop_catalogue.paper.binder.decree import letter, ordinal
from sop_catalogue.paper.binder.lists import ranges
from sop_catalogue.paper.binder.orders import numbered_in
from sop_catalogue.paper.binder.part import page_count, part_id
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import DEFAULT, PaperSettings, settings_from
from sop_catalogue.store.disk import DiskFolder
from tests.browser.driving.firefox import Firefox
from tests.paper.binder.binder_words import parts, rows, words
from tests.paper.document import Document, Look, on_disk, opened, sheets_of
from tests.site.build import REPOSITORY
from tests.studio import STUDIO

DECREE = """\
judul: Keputusan Kepala Dinas Contoh
tentang: Penetapan Standar Operasional Prosedur
menimbang: [bahwa tertib itu baik;, bahwa SOP perlu ditetapkan;]
mengingat: Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;
menetapkan: [SOP dalam buku ini ditetapkan., Keputusan ini berlaku sejak ditetapkan.]
tanggal: 2 Januari 2024
"""
UNIT = "boalemo/diskominfo"
"""With a decree of its own, and most of the SOPs."""
DUPLEX: dict[str, object] = {"kertas": "F4", "bolak_balik": True, "kaki_bebas": 15}
Bound = Callable[..., tuple[Binder, Document]]


def in_force(place: Catalogue | UnitEntry) -> list[SopEntry]:
    return [entry for entry in place.sops if entry.sop.keadaan not in ("diganti", "dicabut")]


@pytest.fixture(scope="module")
def decreed(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The real SOPs, with the decree of a government and that of a unit of another."""
    root = tmp_path_factory.mktemp("decreed") / "sop_defs"
    shutil.copytree(REPOSITORY / "sop_defs", root)
    (root / "blitar/keputusan.yml").write_text(
        DECREE.replace("Kepala Dinas Contoh", "Bupati Blitar"), "utf-8"
    )
    (root / "boalemo/diskominfo/keputusan.yml").write_text(DECREE, "utf-8")
    return CatalogueBuilder(DiskFolder(root), "sop_defs").build()


@pytest.fixture(scope="module")
def bound(decreed: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Bound:
    made: dict[tuple[str, PaperSettings], tuple[Binder, Document]] = {}
    shelves: dict[PaperSettings, KeptSheets] = {}
    places: dict[str, Catalogue | UnitEntry] = {"": decreed, **{unit.id: unit for unit in decreed.units}}

    def make(place: str = "", **said: object) -> tuple[Binder, Document]:
        settings = settings_from(said)
        if (place, settings) not in made:
            shelf = shelves.setdefault(settings, KeptSheets(settings, STUDIO))
            binder = sop_binder(places[place], settings, shelf.printed)
            document = on_disk(tmp_path_factory.mktemp("buku"), binder.parts, settings)
            made[place, settings] = binder, document
        return made[place, settings]

    return make


@pytest.mark.browser
@pytest.mark.parametrize(("said", "unit"), [({"kertas": "A4"}, ""), (DUPLEX, UNIT)])
def test_every_planned_sheet_is_one_page(
    bound: Bound, look: Look, said: dict[str, object], unit: str, nightly: bool
) -> None:
    """By day one of them of one unit, by night both of all."""
    binder, document = bound("" if nightly else unit, **said)
    found = look(document)
    sheets = sheets_of(binder.parts)
    assert len(found.printed.reader.pages) == len(sheets)
    for sheet, text, page in zip(sheets, found.printed.texts, found.printed.reader.pages, strict=True):
        assert "".join(sheet.number.split()) in text
        assert (page.mediabox.width > page.mediabox.height) == ("lembar--berdiri" not in sheet.printed)
    for i, box in enumerate(found.boxes):
        assert box["sheet"][3] - box["sheet"][1] <= box["least"] + 0.6, (
            f"sheet {i + 1} is higher than planned"
        )
        for part in box["parts"]:
            assert box["foot"] is None or part[3] <= box["foot"][1] + 0.6, f"sheet {i + 1}"


def test_what_stands_in_it_and_in_what_order(bound: Bound, decreed: Catalogue) -> None:
    binder, _ = bound()
    ids = [part.id for part in binder.parts]
    assert ids[:4] == [part_id(name) for name in ("sampul", "keputusan-blitar", "daftar-isi", "pengertian")]
    assert ids[-3:] == [part_id(f"daftar-{name}") for name in ("peraturan", "peran", "dokumen")]
    assert [id_ for id_ in ids if not id_.startswith(part_id(""))] == [sop.id for sop in in_force(decreed)]
    tab = ids.index(part_id("tab-3"))
    assert ids[tab + 1] == part_id("keputusan-boalemo/diskominfo")
    assert ids[tab + 2].startswith("boalemo/diskominfo/")
    assert len(set(ids)) == len(ids)


def test_what_is_no_longer_in_force_is_bound_where_that_is_asked_for(
    bound: Bound, decreed: Catalogue
) -> None:
    (gone,) = {*decreed.sops} - {*in_force(decreed)}
    binder, _ = bound(tidak_berlaku=True)
    found = parts(binder)
    assert [entry.id for entry in binder.entries] == [sop.id for sop in decreed.sops]
    assert all(
        "Tampaknya sudah diganti, tidak berlaku lagi" in sheet.printed for sheet in found[gone.id].sheets
    )
    tab = decreed.units.index(gone.unit) + 1
    for listing in ("daftar-isi", f"tab-{tab}"):
        named = [row[1] for row in rows(found[part_id(listing)]) if row[1:]]
        assert f"{plain(gone.name)} (TAMPAKNYA DIGANTI)" in named


def test_the_sops_are_printed_as_anywhere_else(bound: Bound, decreed: Catalogue) -> None:
    """But for the number at the foot, for which every sheet has kept the room."""
    found = parts(bound()[0])
    sheets = KeptSheets(DEFAULT, STUDIO)
    places = [
        (f"{tab}.{i}", sop)
        for tab, unit in enumerate(decreed.units, 1)
        for i, sop in enumerate(in_force(unit), 1)
    ]
    for order, entry in places[:5]:
        alone, here = sheets.printed(entry), found[entry.id]
        assert here == numbered_in(order, alone)
        for sheet, numbered in zip(alone.sheets, here.sheets, strict=True):
            assert numbered.printed.replace(f"<b>{order}</b> · ", "", 1) == sheet.printed != numbered.printed
            assert numbered.number == f"{order} · {sheet.number}"


def test_the_contents_agree_with_what_is_there(bound: Bound, decreed: Catalogue) -> None:
    binder, _ = bound()
    found = parts(binder)
    listed = rows(found[part_id("daftar-isi")])
    expected = []
    for number, unit in enumerate(decreed.units, 1):
        expected.append([f"Tab {number}: {unit.data.nama}, {unit.pemda.data.nama}"])
        for i, entry in enumerate(in_force(unit), 1):
            revision = (entry.sop.tanggal.revisions if entry.sop.tanggal else 0) or "–"
            pages = str(page_count(found[entry.id]))
            expected.append(
                [f"{number}.{i}", plain(entry.name), entry.sop.nomor or "–", str(revision), pages]
            )
    own = [part for part in found.values() if part.title in ("Keputusan", "Ruang Lingkup dan Pengertian")][:2]
    own += [found[part_id(f"daftar-{name}")] for name in ("peraturan", "peran", "dokumen")]
    for part, row in zip(own, [*listed[:2], *listed[-3:]], strict=True):
        assert row == ["", part.title, "", "", str(len(part.sheets))]
    assert [[re.sub(r"\s+", " ", cell) for cell in row] for row in listed[2:-3]] == expected


def test_a_count_of_sheets_is_called_one(bound: Bound) -> None:
    found = parts(bound()[0])
    for name in ("daftar-isi", "tab-3"):
        assert ">Jml. hal.</th>" in found[part_id(name)].sheets[0].printed
        assert ">Hal.</th>" not in found[part_id(name)].sheets[0].printed


def test_every_tab_lists_its_sops(bound: Bound, decreed: Catalogue) -> None:
    found = parts(bound()[0])
    for number, unit in enumerate(decreed.units, 1):
        names = [row[1] for row in rows(found[part_id(f"tab-{number}")])]
        assert names == [plain(entry.name) for entry in in_force(unit)]
        sheets = found[part_id(f"tab-{number}")].sheets
        foot = f"Tab {number}: {plain(unit.data.nama)} · hal. 1 dari {len(sheets)}"
        assert sheets[0].number == foot
    assert part_id(f"tab-{len(decreed.units) + 1}") not in found


@pytest.mark.browser
def test_the_mark_of_a_tab_is_seen_though_printers_leave_an_edge_white(bound: Bound, page: Page) -> None:
    _, document = bound()
    marks = opened(page, document.address).evaluate("""() => [...document.querySelectorAll(".telinga")].map((mark) => {
      const number = document.createRange();
      number.selectNodeContents(mark);
      const edge = mark.closest(".lembar").getBoundingClientRect().right;
      const inner = mark.closest(".isi").getBoundingClientRect().right;
      const [box, text] = [mark, number].map((found) => found.getBoundingClientRect());
      return [box.left >= inner, box.right === edge, text.left >= box.left, (edge - text.right) * 25.4 / 96];
    })""")
    assert len(marks) == 4
    for *placed, white in marks:
        assert all(placed) and white >= 5


def test_the_registers_are_complete(bound: Bound, decreed: Catalogue) -> None:
    found = parts(bound()[0])
    held = in_force(decreed)
    laws = {law for entry in held for item in entry.citations for law in item.laws}
    listed = rows(found[part_id("daftar-peraturan")])
    assert {row[1] for row in listed} == {plain(law.data.judul) for law in laws}
    assert len(listed) == len(laws)
    roles = [role for role in decreed.roles if set(role.sops) & set(held)]
    assert sorted(row[1] for row in rows(found[part_id("daftar-peran")])) == sorted(
        plain(r.data.nama) for r in roles
    )
    documents = [row for row in rows(found[part_id("daftar-dokumen")]) if len(row) > 1]
    assert sorted(row[1] for row in documents) == sorted(d.name.shown for d in DocumentTrail(held).all)
    assert all(row[2] or row[3] for row in documents)


def test_the_steps_beside_a_role_are_its_own(bound: Bound, decreed: Catalogue) -> None:
    text = words(parts(bound()[0])[part_id("daftar-peran")])
    role = next(role for role in decreed.roles if role.data.nama == "Sekretaris Dinas")
    for unit in role_duties(role, in_force(decreed)):
        tab = decreed.units.index(unit.unit) + 1
        for item in unit.sops:
            order = f"{tab}.{in_force(unit.unit).index(item.sop) + 1}"
            assert f"{order}: langkah {', '.join(duty.number for duty in item.duties)}" in text


def test_a_decree_has_its_form(bound: Bound) -> None:
    text = words(parts(bound()[0])[part_id("keputusan-boalemo/diskominfo")])
    for said in ("KEPUTUSAN KEPALA DINAS CONTOH", "NOMOR ....", "TENTANG", "Menimbang : a. bahwa tertib", "b. bahwa SOP",
                 "Mengingat : Undang-Undang", "MEMUTUSKAN:", "KESATU : SOP dalam", "KEDUA : Keputusan ini",
                 "pada tanggal 2 Januari 2024", "Sunandar Aliwu Sadu, S.Kom"):  # fmt: skip
        assert said in text
    assert "Memperhatikan" not in text


def test_without_a_decree_none_is_printed(real: Catalogue) -> None:
    binder = sop_binder(real.units[0], DEFAULT, KeptSheets(DEFAULT, STUDIO).printed)
    assert not any("keputusan" in part.id for part in binder.parts)


def test_a_unit_has_its_governments_decree_where_it_has_none(decreed: Catalogue) -> None:
    unit = next(unit for unit in decreed.units if unit.id.startswith("blitar/"))
    found = parts(sop_binder(unit, DEFAULT, KeptSheets(DEFAULT, STUDIO).printed))
    assert part_id("keputusan-blitar") in found
    assert [row[0] for row in rows(found[part_id("daftar-isi")])][2:4] == ["1", "2"]


def test_in_duplex_every_part_begins_a_leaf(bound: Bound) -> None:
    for part in bound(UNIT, **DUPLEX)[0].parts:
        assert len(part.sheets) % 2 == 0
        assert [sheet.kind for sheet in part.sheets[:-1]].count("kosong") == 0
        assert len({"lembar--berdiri" in sheet.printed for sheet in part.sheets}) == 1


def test_a_head_stands_on_every_sheet_of_a_list(bound: Bound) -> None:
    found = parts(bound()[0])
    for name, head in (("daftar-peraturan", "Mendasari SOP"), ("daftar-dokumen", "Dihasilkan di")):
        sheets = found[part_id(name)].sheets
        assert len(sheets) > 1
        assert all(sheet.printed.count(f">{head}</th>") == 1 for sheet in sheets)


def test_the_year_is_that_of_the_newest_document(bound: Bound, decreed: Catalogue) -> None:
    newest = max(entry.sop.terbaru.tahun for entry in decreed.sops)
    assert words(parts(bound()[0])[part_id("sampul")]).endswith(str(newest))


def test_small_words_of_lists_and_decrees() -> None:
    assert ranges(["2.1", "2.2", "2.3", "2.5", "3.1", "3.2"]) == "2.1–2.3, 2.5, 3.1, 3.2"
    assert ranges(["1", "2", "3"]) == "1–3"
    assert [letter(i) for i in (0, 25, 26)] == ["a", "z", "aa"]
    assert [ordinal(i) for i in (1, 10, 11, 12, 20, 21)] == [
        "KESATU", "KESEPULUH", "KESEBELAS", "KEDUA BELAS", "KEDUA PULUH", "KEDUA PULUH SATU",
    ]  # fmt: skip


@pytest.mark.browser
def test_firefox_prints_the_same_sheets(bound: Bound, firefox: Firefox, nightly: bool) -> None:
    """By day those of one unit."""
    binder, document = bound("" if nightly else UNIT, kertas="A4")
    window = firefox.page()
    window.goto(document.address)
    found = PdfReader(io.BytesIO(window.pdf()))
    assert len(found.pages) == len(sheets_of(binder.parts))
