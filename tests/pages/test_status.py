"""A status that no document states is nowhere said as a fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.model import SopEntry
from sop_catalogue.catalogue.opendata.write import sop_record
from sop_catalogue.pages.links import Links
from sop_catalogue.pages.lists.sop_lines import sop_line
from sop_catalogue.paper.binder.names import listed_name
from sop_catalogue.paper.choice import binder_notices
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import DEFAULT
from tests.pages.parsed import parse
from tests.pages.sample import STEPS, entry, page
from tests.studio import STUDIO

NEW = STEPS.replace("Legalisasi Ijazah", "Legalisasi Baru")
OTHER = STEPS.replace("nama: Legalisasi Ijazah", "nama: Penyimpanan\nketerkaitan: Legalisasi Ijazah")


def old(folder: Path, more: str) -> SopEntry:
    return entry(folder, f"{STEPS}\n{more}\n", baru=NEW, lain=OTHER)


LIKELY = "diganti_oleh: Legalisasi Baru\ntafsiran: status"
SURE = "diganti_oleh: Legalisasi Baru"


@pytest.mark.parametrize(
    ("more", "chip", "said"),
    [
        (SURE, "Diganti", "SOP ini sudah diganti oleh Legalisasi Baru."),
        (LIKELY, "Tampaknya diganti", "Tampaknya digantikan oleh Legalisasi Baru; tidak ada dokumen yang menyatakannya."),
        ("status: dicabut\ntafsiran: status", "Tampaknya dicabut", "Tampaknya sudah dicabut; tidak ada dokumen yang menyatakannya."),
        ("status: konsep\ntafsiran: status", "Tampaknya konsep", "Tampaknya masih konsep; tidak ada dokumen yang menyatakannya."),
        ("status: berlaku\ntafsiran: status", "Tampaknya berlaku", ""),
    ],
)  # fmt: skip
def test_the_page_says_how_sure_it_is(tmp_path: Path, more: str, chip: str, said: str) -> None:
    found = old(tmp_path, more)
    tree = parse(page(found).html)
    head = tree.one(css="sop-kepala")
    assert head.one(css="sop-status").text == chip == sop_line(found, Links("sop/x")).status.text
    ribbons = [ribbon.text for ribbon in head.all(css="sop-pita") if "hidden" not in ribbon.attributes]
    assert ribbons == ([said] if said else [])


def test_its_sheets_have_no_stamp_but_a_line(tmp_path: Path) -> None:
    sheets = KeptSheets(DEFAULT, STUDIO).printed(old(tmp_path, LIKELY)).sheets
    assert all("stempel" not in sheet.printed for sheet in sheets)
    line = "Tampaknya sudah diganti, tidak berlaku lagi (tidak ada dokumen yang menyatakannya)"
    assert all(line in sheet.printed for sheet in sheets)


def test_a_binder_says_it_of_what_it_leaves_out(tmp_path: Path) -> None:
    found = old(tmp_path, LIKELY)
    (notice,) = binder_notices([found], DEFAULT)
    assert notice.lines == ("Legalisasi Ijazah (tampaknya diganti)",)
    assert listed_name(found) == "Legalisasi Ijazah (TAMPAKNYA DIGANTI)"


def test_the_other_pages_say_it_too(tmp_path: Path) -> None:
    found = old(tmp_path, LIKELY)
    new, (other,) = found.replaced_by, found.cited_by
    assert new
    related = parse(page(new).html).one(css="sop-terkait").text
    assert "Tampaknya menggantikan Legalisasi Ijazah" in related and "Tampaknya diganti" in related
    (snag,) = (snag for snag in other.snags if snag.fault.code == "sop-usang")
    assert snag.fault.message == "SOP yang dirujuk tampaknya diganti"


@pytest.mark.parametrize(("more", "likely"), [(LIKELY, True), (SURE, False)])
def test_the_data_tell_it_apart(tmp_path: Path, more: str, likely: bool) -> None:
    record = sop_record(old(tmp_path, more), lambda _: "", lambda *_: "")
    assert (record["status"], record["status_disimpulkan"]) == ("diganti", likely)
