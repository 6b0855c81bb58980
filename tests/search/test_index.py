"""What the index holds, read back: every text of every SOP, where it stands, and nothing twice as long as it need be."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.pages.render import plain
from sop_catalogue.pages.search.abbreviations import names_of
from sop_catalogue.pages.search.handwritten import page_records
from sop_catalogue.pages.search.index import search_index
from sop_catalogue.pages.search.packing import SINGLE
from sop_catalogue.pages.search.records import BOXES, CELLS, page_record
from sop_catalogue.store.disk import DiskFolder
from tests.search.unpacked import FoundPage, unpacked
from tests.site.build import REPOSITORY, SAMPLE

HERE = Path(__file__).parent


@pytest.fixture(scope="module", params=[REPOSITORY / "sop_defs", SAMPLE / "sop_defs"], ids=["own", "sample"])
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    return CatalogueBuilder(DiskFolder(request.param)).build()


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue) -> dict[str, FoundPage]:
    return {page.path: page for page in unpacked(search_index(catalogue, [], False))}


def test_every_sop_is_there_with_its_title_and_number(
    catalogue: Catalogue, pages: dict[str, FoundPage]
) -> None:
    assert list(pages) == [f"sop/{entry.id}.html" for entry in catalogue.sops]
    for entry in catalogue.sops:
        title, number, *_ = [*pages[f"sop/{entry.id}.html"].head, []]
        assert title == [plain(entry.name)]
        assert number == ([plain(entry.sop.nomor)] if entry.sop.nomor else [])


def test_every_step_is_there_with_its_row(catalogue: Catalogue, pages: dict[str, FoundPage]) -> None:
    from sop_catalogue.pages.form.words import row_anchors

    for entry in catalogue.sops:
        places = pages[f"sop/{entry.id}.html"].places
        anchors = [a for chart in entry.charts for a in row_anchors(chart.flow, chart.number)]
        steps = [step for chart in entry.charts for step in chart.steps]
        assert [place[0] for place in places] == [[anchor] for anchor in anchors]
        for place, step in zip(places, steps, strict=True):
            texts = [text for slot in place for text in slot]
            wanted = [step.kegiatan, *(text for cell in step.cells if cell for text in cell.teks)]
            assert {plain(text) for text in wanted} - {""} <= set(texts)


def test_what_stands_in_the_boxes_is_there(catalogue: Catalogue, pages: dict[str, FoundPage]) -> None:
    for entry in catalogue.sops:
        sop = entry.sop
        boxes = {text for slot in pages[f"sop/{entry.id}.html"].boxes for text in slot}
        items = [item for box in sop.boxes for item in sop.items(box)]
        assert {plain(item.teks) for item in items} <= boxes


def test_the_same_catalogue_gives_the_same_bytes(catalogue: Catalogue) -> None:
    assert search_index(catalogue, [], True) == search_index(catalogue, [], True)


def test_a_text_of_many_words_costs_little_where_it_comes_again() -> None:
    text = "Menerima, meneliti, dan mengoreksi rancangan surat tugas penyusunan laporan"

    def size(times: int) -> int:
        records = [page_record(f"{i}.html", f"Halaman {i}", text) for i in range(times)]
        return len(search_index(Catalogue(), records, False))

    assert (size(200) - size(100)) / 100 < len(text) / 2


def test_there_are_no_more_boxes_and_cells_than_the_browser_can_tell_apart() -> None:
    assert len(BOXES) <= 16
    assert 4 + len(CELLS) <= 32


def test_more_words_than_characters() -> None:
    words = " ".join(f"kata{i}" for i in range(SINGLE + 5_000))
    (page,) = unpacked(search_index(Catalogue(), [page_record("x.html", "Semua", words)], False))
    assert page.texts == ["Semua", words]


def test_hand_written_pages_come_with_their_sections_and_without_markup() -> None:
    docs: list[dict[str, Any]] = [
        {"location": "a.html", "title": "Satu &amp; dua", "text": "<p>Awal<br>baris</p>"},
        {"location": "a.html#b", "title": "Bagian", "text": "<td>1</td><td>2</td>", "boost": 0.3},
        {"location": "c.html", "title": "Lain", "text": ""},
    ]
    first, second = page_records(docs)
    assert (first.path, first.title, first.boxes[-1]) == ("a.html", "Satu & dua", ["Awal baris"])
    assert [(p.anchor, p.text, p.cells) for p in first.places] == [("b", ["Bagian"], [["1 2"]])]
    assert (second.path, second.places) == ("c.html", [])


def test_an_abbreviation_is_listed_once_and_in_order() -> None:
    text = files("sop_catalogue.pages.search").joinpath("singkatan.txt").read_text("utf-8")
    short = [line.split(" = ")[0].lower() for line in text.splitlines()]
    assert short == sorted(set(short))


def test_abbreviations_come_from_the_register_from_offices_and_from_the_texts() -> None:
    own = CatalogueBuilder(DiskFolder(REPOSITORY / "sop_defs")).build()
    texts = [
        "membuat Surat Keterangan Tidak Mampu (SKTM) dan seterusnya",
        "Rencana Aksi dan Strategi (RAS)",
        "Laporan (ABC)",
    ]
    names = names_of(own, texts)
    assert ["Kepala Dinas", "Kadin", "Kadis"] in names
    assert any(group[:2] == ["OPD", "Organisasi Perangkat Daerah"] for group in names)
    assert ["SKTM", "Surat Keterangan Tidak Mampu"] in names
    assert ["RAS", "Rencana Aksi dan Strategi"] in names
    assert not any("ABC" in group for group in names)
