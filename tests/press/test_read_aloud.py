"""What a blind colleague hears of a PDF: the same as stands on the sheets, and the flow in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pdfua import validate
from pikepdf import Name

from sop_catalogue.catalogue.model import Catalogue, Chart
from sop_catalogue.pages.form.words import FlowWords, as_text
from sop_catalogue.pages.render import plain
from sop_catalogue.press import browser
from tests.press.conftest import FIVE
from tests.press.spoken import Spoken, Table, Tag

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser.find() is None, reason="no browser on this machine"),
]
Row = tuple[str, str, dict[str, str]]
"""The number of a step, what is done, and what each lane says of it."""


@pytest.fixture(scope="module", params=["five", "small"])
def spoken(request: pytest.FixtureRequest) -> Spoken:
    return Spoken(request.getfixturevalue(request.param))


def test_one_sop_from_its_first_word_to_its_last(small: bytes) -> None:
    whole = Spoken(small).whole
    (sop,) = (tag for tag in whole.tags if any(head.heard == "Peminjaman arsip" for head in tag.all("H2")))
    assert list(sop.lines) == [
        "Lambang Kabupaten Contoh",
        "KABUPATEN CONTOH",
        "DINAS CONTOH",
        "Nomor SOP | 1/2026",
        "Tanggal Pembuatan | 2 Januari 2026",
        "Tanggal Revisi | –",
        "Tanggal Efektif | –",
        "Disahkan oleh | Kepala Dinas Siti Aminah",
        "Nama SOP | Peminjaman arsip",
        "### Dasar Hukum",
        "1. Undang-Undang Nomor 43 Tahun 2009",
        "2. Peraturan Bupati Nomor 1 Tahun 2020",
        "### Kualifikasi Pelaksana",
        "–",
        "### Keterkaitan",
        "1. Penyusutan arsip",
        "2. Layanan lain",
        "### Peralatan/Perlengkapan",
        "–",
        "### Peringatan",
        "Perhatikan:",
        "- tenggat",
        "- keutuhan berkas",
        "1. satu - dalam",
        "2. dua",
        "### Pencatatan dan Pendataan",
        "–",
        "No | Kegiatan | Pelaksana | Mutu Baku | Keterangan",
        "Pemohon | Arsiparis | Kelengkapan | Waktu | Output",
        "1 | Mengajukan permohonan | Mulai. Ke langkah 2. |  | - Formulir - KTP | 5 menit | Surat | ",
        "2 | Memeriksa berkas |  | Keputusan. Lengkap: ke langkah 3. Belum: kembali ke langkah 1. |  |  |  | ",
        "3 | Menyerahkan arsip |  | Selesai. |  |  |  | ",
        "Peminjaman arsip. Salinan tidak terkendali bila dicetak",
        "### Contoh",
        "Nama | Budi",
        "Unit | Dinas",
    ]


def test_the_whole_flow_of_five_sops_is_heard_in_order(five: bytes, real: Catalogue) -> None:
    articles = Spoken(five).whole.tags
    entries = [entry for entry in real.sops if entry.id in FIVE]
    assert len(articles) == len(entries) == 5
    for entry, article in zip(entries, articles, strict=True):
        heard = [row for table in article.all("Table") for row in steps(table)]
        assert heard == [row for chart in entry.charts for row in written(chart)], entry.id


def steps(table: Tag) -> Iterator[Row]:
    """Of a flow table; none of another."""
    grid = Table.of(table)
    for y, row in enumerate(grid.rows):
        if row[0].kind == "TH" and row[0].attributes["Scope"] == Name.Row and len(row) > 4:
            lanes = {
                squeezed(grid.heads(y, x)[-1]): cell.heard
                for x, cell in enumerate(row)
                if any(cell.all("Figure"))
            }
            yield row[0].heard, squeezed(row[1].heard), lanes


def written(chart: Chart) -> Iterator[Row]:
    """As the definition has it, with the sentences of the web page."""
    words = FlowWords(chart.flow)
    for i, step in enumerate(chart.steps):
        lanes: dict[str, str] = {}
        for symbol in sorted(words.by_row[i], key=lambda symbol: symbol.stack):
            for lane in symbol.lanes:
                name = squeezed(plain(chart.flow.lanes[lane].name))
                lanes[name] = f"{lanes.get(name, '')} {as_text(words.say(symbol, lane))}".strip()
        yield chart.flow.rows[i].number, squeezed(plain(step.kegiatan)), lanes


def squeezed(text: str) -> str:
    """Lines end between words, and inside them."""
    return re.sub(r"[\s\u00ad\u200b•-]", "", text)


def test_nothing_is_painted_that_is_neither_heard_nor_an_artifact(spoken: Spoken) -> None:
    root = spoken.pdf.Root.StructTreeRoot
    numbers = list(root.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    held = [part for tag in spoken.whole.all() for part in tag.kids if not isinstance(part, Tag)]
    assert len(held) == sum(len(page.tagged) for page in spoken.pages)
    for page, content in zip(spoken.pdf.pages, spoken.pages, strict=True):
        assert not content.loose.paints
        owners = parents[int(page.obj.StructParents)]
        assert {i for i, owner in enumerate(owners) if owner is not None} == set(content.tagged)
    assert all(
        part.words or tag.kind == "Figure"
        for tag in spoken.whole.all()
        for part in tag.kids
        if not isinstance(part, Tag)
    )


def test_every_picture_says_what_it_shows_and_where_it_is(spoken: Spoken) -> None:
    pictures = list(spoken.whole.all("Figure"))
    assert pictures
    for picture in pictures:
        assert picture.alt
        left, lower, right, upper = map(float, picture.attributes["BBox"])
        _, _, width, height = map(float, spoken.pdf.pages[picture.page].mediabox)
        assert 0 <= left < right <= width and 0 <= lower < upper <= height


def test_headings_begin_with_the_title_and_leave_out_no_level(spoken: Spoken) -> None:
    levels = [int(tag.kind[1]) for tag in spoken.whole.all("H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert all(tag.heard for tag in spoken.whole.all("H1", "H2", "H3"))


def test_behind_a_tab_headings_stand_under_the_tabs(small: bytes) -> None:
    heads = [(tag.kind, tag.heard) for tag in Spoken(small).whole.all("H1", "H2")]
    assert [(kind, said.replace("LP", "L P")) for kind, said in heads] == [
        ("H1", "STANDAR OPERASIONAL PROSEDUR"),
        ("H1", "Daftar Isi"),
        ("H1", "Ruang Lingkup dan Pengertian"),
        ("H2", "Ruang lingkup"),
        ("H2", "Dasar dan penomoran"),
        ("H2", "Pengertian"),
        ("H2", "Simbol"),
        ("H1", "Dinas Contoh"),
        ("H2", "Peminjaman arsip"),
        ("H2", "Penyusutan arsip"),
        ("H1", "Kantor Lain"),
        ("H2", "Tiga"),
        ("H1", "Daftar Peraturan"),
        ("H1", "Daftar Pelaksana"),
        ("H1", "Daftar Dokumen"),
    ]


def test_lists_and_tables_are_whole(spoken: Spoken) -> None:
    for tag in spoken.whole.all("L"):
        assert {item.kind for item in tag.tags} == {"LI"}
        assert tag.attributes["ListNumbering"] in (Name.Decimal, Name.LowerAlpha, Name.Disc, Name.Circle)
        for item in tag.tags:
            assert [part.kind for part in item.tags] in (["Lbl", "LBody"], ["LBody"])
    for tag in spoken.whole.all("Table"):
        assert any(True for _ in tag.all("TH"))
        assert Table.of(tag).rows
        assert all("Scope" in head.attributes for head in tag.all("TH"))


def test_links_say_where_they_lead(spoken: Spoken) -> None:
    tagged = [note for tag in spoken.whole.all("Link") for note in tag.notes]
    assert sorted(note.objgen for note in tagged) == sorted(note.objgen for note in spoken.links)
    assert tagged
    assert all(str(note.Contents) and ("/Dest" in note or "/A" in note) for note in tagged)
    assert all(tag.notes for tag in spoken.whole.all("Link"))


def test_a_link_to_nowhere_is_none(small: bytes, alone: bytes) -> None:
    whole = Spoken(small).whole
    assert "Penyusutan arsip" in {tag.heard for tag in whole.all("Link")}
    spoken = Spoken(alone)
    assert "Penyusutan arsip" in {tag.heard for tag in spoken.whole.all("LBody")}
    assert not spoken.links and not list(spoken.whole.all("Link"))


def test_pages_are_called_as_their_foot_says(small: bytes) -> None:
    spoken = Spoken(small)
    labels = [str(page.label) for page in spoken.pdf.pages]
    assert labels[:2] == ["Sampul", "Daftar Isi · hal. 1 dari 1"]
    assert "1.1 · SOP 1/2026 · hal. 2 dari 2" in labels


def test_the_foot_is_heard_once(five: bytes) -> None:
    spoken = Spoken(five)
    for article in spoken.whole.tags:
        assert sum("Salinantidakterkendali" in squeezed(tag.heard) for tag in article.all("P")) == 1
        assert not any(re.search(r"hal\. \d+ dari \d+", tag.heard) for tag in article.all("P"))
    for page in spoken.pages:
        assert any("dari" in part.words for kind, part in page.artifacts if kind == "/Footer")


def test_a_checker_finds_nothing(spoken: Spoken, tmp_path: Path) -> None:
    file = tmp_path / "buku.pdf"
    spoken.pdf.save(file)
    report = validate(str(file))
    assert [finding.message for finding in report.findings] == []
    assert {rule.rule_id for rule in report.skipped} <= {"UA-14-001"}, "which stumbles over *such* headings"
