"""The ways in, and what stands below the form."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from sop_catalogue.pages.broken import broken_page
from sop_catalogue.pages.data import data_files
from sop_catalogue.pages.late import made
from sop_catalogue.pages.links import Links, data_address, sop_address
from sop_catalogue.pages.lists import indexes
from sop_catalogue.pages.lists.home import home
from sop_catalogue.pages.lists.indexes import all_page, pemda_page, unit_page
from tests.pages.parsed import Node, parse
from tests.pages.sample import STEPS, catalogue, entry, page
from tests.studio import STUDIO

OLD = STEPS.replace("Ijazah", "Surat") + "nomor: 7/2017\nstatus: dicabut\ntanggal: {efektif: 2017-05-01}\n"
NEW = STEPS + "status: berlaku\ntanggal: {efektif: 2026-05-01, pembuatan: 2025-01-01}\n"


def test_a_units_list(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"a.yml": OLD, "b.yml": NEW, "c.yml": STEPS})
    tree = parse(unit_page(found.units[0], Links("sop/kab/dinas/index")).html)
    rows = [
        [cell.text for cell in row.all() if cell.tag in ("th", "td")] for row in tree.one("tbody").all("tr")
    ]
    who = "Loket, Kasubbag, Staf"
    assert rows == [
        ["Legalisasi Surat 7/2017", "Dicabut", "2017", "3", "1 jam 5 menit +", who],
        ["Legalisasi Ijazah", "Berlaku", "2026", "3", "1 jam 5 menit +", who],
        ["Legalisasi Ijazah", "Status tidak disebutkan", "–", "3", "1 jam 5 menit +", who],
    ]
    assert [a.attributes["href"] for a in tree.one("tbody").all("a")] == ["a/", "b/", "c/"]


def test_home_counts_and_shows_the_newest_first(tmp_path: Path) -> None:
    tree = parse(home(catalogue(tmp_path, {"a.yml": OLD, "b.yml": NEW, "c.yml": STEPS}), Links("index")))
    assert [li.text for li in tree.one("ul", "sop-angka").all("li")] == [
        "3 SOP",
        "9 langkah",
        "1 unit kerja",
        "1 pemerintah daerah",
    ]
    newest = [li.one("a").text for li in tree.one("ul", "sop-terbaru").all("li")]
    assert newest == ["Legalisasi Ijazah", "Legalisasi Surat"]
    assert tree.one("h2", id="menurut-unit").text == "Dinas Arsip"


def shown(html: str) -> Node:
    """A page without what stands ready in it for scripts."""
    return parse(re.sub("<template>.*?</template>", "", html, flags=re.DOTALL))


def test_a_large_catalogue_lists_units_instead_of_sops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = catalogue(tmp_path, {"a.yml": OLD, "b.yml": NEW})
    assert len(shown(all_page(found, Links("sop/index")).html).all("table")) == 1
    monkeypatch.setattr(indexes, "EVERY_SOP", 1)
    for html in (
        all_page(found, Links("sop/index")).html,
        pemda_page(found.pemdas[0], Links("sop/kab/index")).html,
    ):
        tree = shown(html)
        assert not tree.all("table")
        assert tree.one("ul", "sop-unit").text == "Dinas Arsip 2 SOP"


def test_a_broken_definition_shows_its_faults_and_is_listed(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"a.yml": STEPS, "b.yml": "nama: B\nnomer: 1\nlangkah: []\n"})
    (broken,) = found.broken
    tree = parse(broken_page(broken, Links(sop_address(broken))).html)
    assert [code.text for code in tree.all("code")][1] == "kab/dinas/b.yml:2:1"
    assert tree.all("pre")[0].one("span", "ini").text == "2 nomer: 1"
    assert (data_address(broken, "yml"), b"nama: B\nnomer: 1\nlangkah: []\n") in made(
        data_files(found, True, STUDIO)
    )
    listed = parse(unit_page(found.units[0], Links("sop/kab/dinas/index"), found.broken).html)
    assert listed.one("ul", "sop-rusak-daftar").one("a").attributes["href"] == "b/"


def test_lines_are_shown_as_findings_count_them(tmp_path: Path) -> None:
    """A line break that only Unicode knows is none to an editor."""
    found = catalogue(tmp_path, {"b.yml": "nama: B\u2028C\nnomer: 1\nstatus: konsep\n"})
    tree = parse(broken_page(found.broken[0], Links("sop/kab/dinas/b")).html)
    here = [pre.one("span", "ini").text for pre in tree.all("pre")]
    assert [text.partition(" ")[0] for text in here] == ["1", "2"]
    assert here[1] == "2 nomer: 1"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_file_that_would_be_waited_for(tmp_path: Path) -> None:
    """A pipe among the definitions stops neither the pages nor the data."""
    (tmp_path / "kab/dinas").mkdir(parents=True)
    os.mkfifo(tmp_path / "kab/dinas/pipa.yml")
    found = catalogue(tmp_path, {"a.yml": STEPS})
    (broken,) = found.broken
    assert "bukan berkas biasa" in broken_page(broken, Links(sop_address(broken))).html
    written = {path for path, _ in data_files(found, True, STUDIO)}
    assert data_address(broken, "yml") not in written
    assert data_address(found.sops[0], "yml") in written


def after(folder: Path, text: str, **others: str) -> dict[str, str]:
    """Heading → words, of the parts below the form."""
    tree = parse(page(entry(folder, text, **others)).html).one(css="sop-lanjutan")
    return {part.one("h2").text: part.text for part in tree.all("section")}


def test_total_waktu_tells_what_it_leaves_out(tmp_path: Path) -> None:
    text = """
nama: X
langkah:
  - {kegiatan: a, pelaksana: A, waktu: {teks: 1–2 hari, sampai: 2}}
  - {kegiatan: b, pelaksana: A}
  - {kegiatan: c, pelaksana: B, waktu: sesuai kebutuhan}
  - {kegiatan: d, pelaksana: B, waktu: 90 menit}
  - {kegiatan: e, pelaksana: A}
"""
    said = after(tmp_path, text)["Waktu dan pelaksana"]
    assert "Paling cepat 1 hari 1 jam 30 menit Paling lama 2 hari 1 jam 30 menit" in said
    assert "“Hari” tidak disebut hari kerja atau hari kalender." in said
    assert (
        "Belum termasuk 1 langkah yang waktunya tidak berupa lamanya (“sesuai kebutuhan”) "
        "dan 1 langkah tanpa keterangan waktu." in said
    )
    assert "A 1, 2, 5" in said
    assert "B 3, 4" in said


def test_what_was_inferred_is_one_line(tmp_path: Path) -> None:
    text = """
nama: X
langkah:
  - {kegiatan: a, pelaksana: A, tafsiran: [pelaksana, panah]}
  - {kegiatan: b, pelaksana: A, tafsiran: pelaksana, catatan_penyunting: Kabur}
"""
    tree = parse(page(entry(tmp_path, text)).html)
    assert tree.one(css="sop-disimpulkan").text == (
        "* Disimpulkan, karena tidak tergambar di dokumen asal: "
        "kolom pelaksana pada semua langkah; panah pada langkah 1."
    )
    assert "Langkah 2: Kabur" in after(tmp_path / "lagi", text)["Tentang data ini"]


def test_search_text_holds_every_word_once(tmp_path: Path) -> None:
    text = STEPS.replace("nama: Legalisasi Ijazah", "nama: Legalisasi *Ijazah*\nnomor: 5/SOP")
    lines = page(entry(tmp_path, text)).search_text.splitlines()
    assert lines[:2] == ["Legalisasi Ijazah", "5/SOP"]
    assert {"Memeriksa berkas", "Kasubbag", "Berkas", "5 menit", "DINAS ARSIP"} <= set(lines)
    assert len(lines) == len(set(lines))
