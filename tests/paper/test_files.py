"""The print pages among the other files: where they stand, where they lead, what is kept of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.chart import GraphvizFailed
from sop_catalogue.pages.late import made as on_paper
from sop_catalogue.pages.links import Links
from sop_catalogue.pages.sop.page import sop_page
from sop_catalogue.paper import assemble, files
from sop_catalogue.paper.files import print_files
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import DEFAULT, settings_from
from sop_catalogue.paper.table import flow
from sop_catalogue.paper.values import PrintedSop
from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.theme.bundles import PRINT_SCRIPTS, PRINT_STYLES, shipped
from tests.paper.one_sop import made, sop
from tests.studio import STUDIO, draw, keeping

HOSTILE = """<b onmouseover="x">&amp; "kutip" 'satu' </section><script>alert(1)</script> {{ 7 * 7 }}"""


@pytest.mark.parametrize("folder_urls", [False, True])
def test_links_lead_to_what_is_there(tmp_path: Path, folder_urls: bool) -> None:
    catalogue = made(tmp_path, sop(keterkaitan="[Dua]"), logo=True)
    (tmp_path / "kab" / "dinas" / "dua.yml").write_text(sop().replace("Satu", "Dua"), "utf-8")
    catalogue = CatalogueBuilder(DiskFolder(tmp_path), "sop_defs").build()
    found = {
        path: html.decode() for path, html in on_paper(print_files(catalogue, DEFAULT, folder_urls, STUDIO))
    }
    assert list(found) == [
        "cetak/kab/dinas/dua.html",
        "cetak/kab/dinas/satu.html",
        "cetak/kab/dinas/index.html",
        "cetak/buku/kab/dinas.html",
        "cetak/index.html",
        "cetak/buku/index.html",
        "cetak/buku/peran/staf.html",
        "cetak/buku/peran/kepala-dinas.html",
        "cetak/manifest.json",
        shipped(PRINT_STYLES).path,
        shipped(PRINT_SCRIPTS).path,
    ]
    page = "/" if folder_urls else ".html"
    pages = {f"sop/kab/dinas/{name}{page}" for name in ("satu", "dua")}
    pages |= {f"peran/{name}{page}" for name in ("kepala-dinas", "staf")}
    pages |= {f"sop/{folder}{'' if folder_urls else 'index.html'}" for folder in ("kab/dinas/", "")}
    known = {
        *pages,
        *found,
        "sop/kab/lambang.svg",
    }
    for path, html in found.items():
        for link in re.findall(r'(?:href|src)="([^"]*)"', html):
            if link.startswith("#"):
                assert f'id="{link[1:]}"' in html
            elif link != "data:,":  # no icon: browsers ask for none
                assert resolved(path, link) in known, (path, link)
    assert 'href="#sop-kab-dinas-dua"' in found["cetak/kab/dinas/index.html"]


def resolved(path: str, link: str) -> str:
    parts = list(PurePosixPath(path).parent.parts)
    for part in link.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def test_nothing_an_author_wrote_becomes_markup(tmp_path: Path) -> None:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    keys = (
        "nomor",
        "subunit",
        "sampul",
        "dasar_hukum",
        "keterkaitan",
        "peringatan",
        "catatan",
        "judul_bagan",
    )
    text = sop(**dict.fromkeys(keys, quoted), tanda_tangan=f"{{jabatan: {quoted}, tempat: {quoted}}}")
    text = text.replace("Menulis", quoted).replace("Kadin", quoted)
    text += (
        f"lampiran: {{judul: {quoted}, isi: {quoted}, tabel: {{kepala: [{quoted}], baris: [[{quoted}]]}}}}\n"
    )
    catalogue = made(tmp_path, text)
    assert catalogue.sops, [finding.text() for finding in catalogue.findings]
    for path, data in on_paper(print_files(catalogue, DEFAULT, False, STUDIO)):
        if not path.endswith(".html"):
            continue
        html = data.decode()
        own = f'<script src="{"../" * path.count("/")}{shipped(PRINT_SCRIPTS).path}"></script>'
        assert "<script" not in html.replace(own, "") and "<b " not in html, path
        assert html.count("<section") == html.count("</section>")
        assert "{{ 7 * 7 }}" in html


def test_a_sheet_is_kept_until_something_on_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = made(tmp_path / "defs", sop(keterkaitan="[Dua]"))
    counted: list[str] = []

    def counting(*given: object, **more: object) -> PrintedSop:
        counted.append("made")
        return assemble.printed(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("sop_catalogue.paper.kept.printed", counting)
    studio = keeping(tmp_path / "cache")
    (entry,) = catalogue.sops
    first = KeptSheets(DEFAULT, studio).printed(entry)
    assert KeptSheets(DEFAULT, studio).printed(entry) == first
    assert len(counted) == 1
    KeptSheets(replace(DEFAULT, catatan_salinan="Lain"), studio).printed(entry)
    assert len(counted) == 2
    (other,) = made(tmp_path / "defs", sop(keterkaitan="[Dua]", nomor="'7'")).sops
    changed = KeptSheets(DEFAULT, studio).printed(other)
    assert len(counted) == 3
    assert {s.hash for s in changed.sheets}.isdisjoint(s.hash for s in first.sheets)
    for file in (tmp_path / "cache").rglob("*.json"):
        file.write_text("rusak", "utf-8")
    assert KeptSheets(DEFAULT, studio).printed(other) == changed


def test_another_logo_makes_other_sheets(tmp_path: Path) -> None:
    studio = keeping(tmp_path / "cache")
    (entry,) = made(tmp_path / "defs", sop(), logo=True).sops
    first = KeptSheets(DEFAULT, studio).printed(entry)
    (tmp_path / "defs" / "kab" / "l.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" id="baru"/>', "utf-8"
    )
    (entry,) = CatalogueBuilder(DiskFolder(tmp_path / "defs")).build().sops
    second = KeptSheets(DEFAULT, studio).printed(entry)
    assert [sheet.hash for sheet in first.sheets] != [sheet.hash for sheet in second.sheets]


def test_a_very_large_catalogue_is_printed_unit_by_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_TOGETHER", 0)
    found = dict(on_paper(print_files(made(tmp_path, sop()), DEFAULT, False, STUDIO)))
    html = found["cetak/index.html"].decode()
    assert 'href="kab/dinas/index.html"' in html
    assert "lembar--" not in html


def test_both_sides_of_a_leaf(tmp_path: Path) -> None:
    """Every SOP begins on a leaf of its own, so that it can be taken out of the binder alone."""
    (entry,) = made(tmp_path, sop(lampiran="{judul: Contoh, isi: Isi}")).sops
    for lengths in (sop(), sop(lampiran="{judul: Contoh, isi: Isi}")):
        (entry,) = made(tmp_path, lengths).sops
        sheets = KeptSheets(settings_from({"bolak_balik": True}), STUDIO).printed(entry).sheets
        assert len(sheets) % 2 == 0
        assert "padding:25mm" in sheets[0].printed
        assert "padding:10mm" in sheets[1].printed


def test_a_chart_that_graphviz_refuses_is_printed_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise GraphvizFailed("coba")

    monkeypatch.setattr(flow, "draw_sheets", refuse)
    (entry,) = made(tmp_path, sop()).sops
    html = "".join(sheet.printed for sheet in KeptSheets(DEFAULT, STUDIO).printed(entry).sheets)
    assert '<td><span role="img" aria-label="Mulai. Ke langkah 2.">Mulai</span></td>' in html
    assert '<td><span role="img" aria-label="Selesai.">Selesai</span></td>' in html
    assert "<svg" not in html


@pytest.mark.parametrize("words", [30, 400, 550])
def test_no_word_of_a_long_text_is_lost(tmp_path: Path, words: int) -> None:
    text = " ".join(f"kata{i}" for i in range(words))
    fields = dict.fromkeys(("dasar_hukum", "peringatan", "catatan", "subunit"), text)
    (entry,) = made(
        tmp_path,
        sop(**fields, lampiran=f"{{judul: L, isi: {text}, tabel: {{baris: [[{text}, b]]}}}}").replace(
            "Menulis", text
        ),
    ).sops
    html = "".join(sheet.printed for sheet in KeptSheets(DEFAULT, STUDIO).printed(entry).sheets)
    found = Counter(re.findall(r"\bkata\d+\b", html))
    assert [word for word in text.split() if found[word] < 7] == []


def test_words_of_the_form_have_their_emphasis(tmp_path: Path) -> None:
    words = {"nomor": "*Number*", "dasar_hukum": "**Dasar** *Law*", "kegiatan": "*Step*/Langkah", "waktu": "*Time*",
             "pelaksana": "*Actors*", "disahkan_oleh": "*Signed*"}  # fmt: skip
    label = ", ".join(f"{key}: '{text}'" for key, text in words.items())
    (entry,) = made(tmp_path, sop() + f"formulir: {{label: {{{label}}}}}\n").sops
    html = "".join(sheet.printed for sheet in KeptSheets(DEFAULT, STUDIO).printed(entry).sheets)
    web = sop_page(entry, Links(f"sop/{entry.id}"), [draw(chart.flow) for chart in entry.charts], STUDIO).html
    for page in (html, web):
        assert re.search(r"\*(?=\w)|(?<=\w)\*", re.sub(r"<[^>]*>", "", page)) is None
        for written in ("<em>Number</em>", "<strong>Dasar</strong> <em>Law</em>", "<em>Step</em>/<wbr>Langkah",
                        "<em>Time</em>", "<em>Actors</em>", "<em>Signed</em>"):  # fmt: skip
            assert written in page, written
    assert 'data-l="Time"' in web
