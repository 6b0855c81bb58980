"""What changed: the story that the definitions tell, on its pages, in its feeds and in the data."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import jsonschema
import pytest

from sop_catalogue.catalogue.changes import changes_of
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.catalogue.opendata.changes_types import changes_record, changes_schema
from sop_catalogue.catalogue.opendata.past import Publication
from sop_catalogue.pages.changes import months
from sop_catalogue.pages.changes.feed import feed_files
from sop_catalogue.pages.changes.page import change_plans
from sop_catalogue.pages.links import Links
from sop_catalogue.pages.sop.commits import MOST
from sop_catalogue.store.past import Commit
from tests.pages.evil import evil, harmless
from tests.pages.parsed import Node, parse
from tests.pages.sample import STEPS, catalogue, entry, page

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = Publication("Katalog <Contoh>", "https://sop.contoh.go.id/katalog/")


def titled(name: str, more: str = "") -> str:
    return STEPS.replace("Legalisasi Ijazah", json.dumps(name)) + more


STORY = {
    "lama.yml": titled("Lama", "tanggal: {pembuatan: 02 JANUARI 2018, revisi: [2020-05-04, Maret 2021]}\ndiganti_oleh: Baru\n"),
    "baru.yml": titled("Baru", "tanggal: {pembuatan: 2022-03-01, efektif: 2022-03-12}\n"),
    "habis.yml": titled("Habis", "tanggal: {pengesahan: 2019, revisi: ['-']}\nstatus: dicabut\n"),
    "kab/lain/beku.yml": titled("Beku", "tanggal: {efektif: 2022-03-12, revisi: 2015}\n"),
    "kab/lain/sangka.yml": titled("Sangka", "status: dicabut\ntafsiran: status\n"),
}  # fmt: skip
"""One was replaced, one revoked nobody says when; of one the beginning is not known, of one only its end is concluded."""


@pytest.fixture
def story(tmp_path: Path) -> Catalogue:
    return catalogue(tmp_path, {**STORY, "kab/lain/unit.yml": "nama: Dinas Lain"})


def pages(found: Catalogue, feeds: bool = True) -> dict[str, Node]:
    plans = change_plans(found, Links, feeds)
    return {plan.address: parse(plan.make("").html) for plan in plans}


def test_a_history_gives_reasons_and_what_the_form_does_not_date(tmp_path: Path) -> None:
    history = (
        "  - {nomor: 2, tanggal: 2024-05-06, alasan: Loket pindah}\n  - {nomor: 1, alasan: Salah ketik}\n"
    )
    text = titled("Surat", f"tanggal: {{pembuatan: 2020, revisi: 2024-05-06}}\nriwayat:\n{history}")
    found = changes_of(catalogue(tmp_path, {"surat.yml": text}))
    assert [(c.what.value, c.date, c.why) for c in found] == [
        ("direvisi", "6 Mei 2024", "Revisi 2: Loket pindah"),
        ("baru", "2020", ""),
        ("direvisi", "", "Revisi 1: Salah ketik"),
    ]


def test_definitions_tell_the_story(story: Catalogue) -> None:
    assert [(c.date, c.what.value, c.entry.name, c.revision) for c in changes_of(story)] == [
        ("12 Maret 2022", "diganti", "Lama", 0),
        ("1 Maret 2022", "baru", "Baru", 0),
        ("Maret 2021", "direvisi", "Lama", 2),
        ("4 Mei 2020", "direvisi", "Lama", 1),
        ("2019", "baru", "Habis", 0),
        ("2 Januari 2018", "baru", "Lama", 0),
        ("2015", "direvisi", "Beku", 1),
        ("", "dicabut", "Habis", 0),
    ]


def test_a_successor_that_stood_long_before_dates_nothing(tmp_path: Path) -> None:
    old = titled("Lama", "tanggal: {pembuatan: 2020-01-01}\ndiganti_oleh: Baru\n")
    found = catalogue(tmp_path, {"a.yml": old, "b.yml": titled("Baru", "tanggal: {pembuatan: 2010-01-01}\n")})
    assert [c.date for c in changes_of(found) if c.what == "diganti"] == [""]


def test_without_scripts_it_is_a_list_by_month(story: Catalogue) -> None:
    (tree,) = pages(story).values()
    shown = [(s.one("h2").text, [_words(li) for li in s.all("li")]) for s in tree.all("section")]
    assert shown == [
        ("Maret 2022", [
            "12 Maret 2022 Diganti Lama oleh Baru Dinas Arsip",
            "1 Maret 2022 Baru Baru Dinas Arsip",
        ]),
        ("Maret 2021", ["Maret 2021 Direvisi Lama Revisi 2 Dinas Arsip"]),
        ("Mei 2020", ["4 Mei 2020 Direvisi Lama Revisi 1 Dinas Arsip"]),
        ("2019, bulannya tidak disebut", ["2019 Baru Habis Dinas Arsip"]),
        ("Januari 2018", ["2 Januari 2018 Baru Lama Dinas Arsip"]),
        ("2015, bulannya tidak disebut", ["2015 Direvisi Beku Revisi 1 Dinas Lain"]),
        ("Tanggalnya tidak disebut", ["Dicabut Habis Dinas Arsip"]),
    ]  # fmt: skip
    until = [li.attributes["data-sejak"] for li in tree.all("li") if "data-sejak" in li.attributes]
    assert until[2:5] == ["2021-03-31", "2020-05-04", "2019-12-31"] and until[-1] == ""


def _words(node: Node) -> str:
    return " ".join(re.sub(r"\s+", " ", node.text).split())


def test_older_years_have_pages_of_their_own(story: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(months, "MOST", 3)
    found = pages(story)
    assert {address: len(tree.all("section")) for address, tree in found.items()} == {
        "perubahan/index": 2, "perubahan/2020": 1, "perubahan/2019": 1, "perubahan/2018": 1, "perubahan/2015": 1,
        "perubahan/tanpa-tanggal": 1,
    }  # fmt: skip
    older = found["perubahan/index"].one("ul", "sop-lompat")
    assert [a.text for a in older.all("a")] == ["2020", "2019", "2018", "2015", "tanggalnya tidak disebut"]


def test_feeds_are_offered_only_where_there_are_some(story: Catalogue) -> None:
    def offered(feeds: bool) -> list[str]:
        (tree,) = pages(story, feeds).values()
        return [href for a in tree.all("a") if (href := a.attributes["href"]).endswith(".atom")]

    assert offered(True) == ["../perubahan.atom", "kab/dinas.atom", "kab/lain.atom"]
    assert offered(False) == []
    assert not list(feed_files(story, False, Publication()))


def test_a_feed_is_what_readers_of_feeds_expect(story: Catalogue) -> None:
    feeds = {path: Xml.fromstring(make()) for path, make in feed_files(story, False, SITE)}
    assert [*feeds] == ["perubahan.atom", "perubahan/kab/dinas.atom", "perubahan/kab/lain.atom"]
    for feed in feeds.values():
        for item in (feed, *feed.iter(f"{ATOM}entry")):
            for name in ("title", "id", "updated"):
                assert len(item.findall(ATOM + name)) == 1 and item.findtext(ATOM + name)
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+07:00", item.findtext(f"{ATOM}updated") or "")
            assert item.findtext(f"{ATOM}id", "").startswith("tag:sop.contoh.go.id,2026:katalog/")
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Katalog <Contoh>"
    first, *others = feeds["perubahan.atom"].iter(f"{ATOM}entry")
    assert (len(others), first.findtext(f"{ATOM}title")) == (6, "Diganti: Lama")
    assert first.findtext(f"{ATOM}id") == "tag:sop.contoh.go.id,2026:katalog/sop/kab/dinas/lama/diganti"
    link = first.find(f"{ATOM}link")
    assert link is not None
    assert link.attrib["href"] == "https://sop.contoh.go.id/katalog/sop/kab/dinas/lama.html"
    assert (
        first.findtext(f"{ATOM}summary")
        == "Dinas Arsip, Pemerintah Kabupaten Contoh. Diganti, 12 Maret 2022. Penggantinya: Baru."
    )
    assert feeds["perubahan.atom"].findtext(f"{ATOM}updated") == "2022-03-12T00:00:00+07:00"
    assert len({item.text for item in feeds["perubahan.atom"].iter(f"{ATOM}id")}) == 8


def test_the_data_tell_the_same_as_their_schema_says(story: Catalogue) -> None:
    record = json.loads(json.dumps(changes_record(changes_of(story))))
    jsonschema.validate(record, changes_schema())
    assert record["perubahan"][0] == {
        "apa": "diganti", "tanggal": {"teks": "12 Maret 2022", "iso": "2022-03-12"}, "sop": "kab/dinas/lama", "judul": "Lama",
        "unit": "kab/dinas", "revisi": None, "alasan": None, "pengganti": "kab/dinas/baru",
    }  # fmt: skip


def test_what_authors_write_stays_text(tmp_path: Path) -> None:
    texts = {"a.yml": titled(evil("nama"), "tanggal: {pembuatan: 2020-01-01}\n"), "kab/dinas/unit.yml": f"nama: {json.dumps(evil('unit'))}"}  # fmt: skip
    found = catalogue(tmp_path, texts)
    for plan in change_plans(found, Links, feeds=True):
        harmless(plan.make("").html)
    for _, make in feed_files(found, False, Publication("\x1b<x>\ufffe", SITE.url)):
        feed = Xml.fromstring(make())
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == "<x>"
        assert not list(feed.iter("script"))


def test_a_page_says_when_its_file_was_changed(tmp_path: Path) -> None:
    sop = entry(tmp_path, STEPS)
    assert "Terakhir diubah" not in page(sop).html and "Riwayat berkas" not in page(sop).html
    one = Commit("0123456789abcdef", "2026-03-12T23:30:00+07:00", evil("siapa"), evil("apa"))
    sop.commits = (one, Commit("fedcba98", "", "", "")) + (one,) * MOST
    tree = harmless(page(sop).html)
    said = [_words(div) for div in tree.one("section", "sop-tentang-data").all("div")]
    assert any(text.startswith("Terakhir diubah 12 Maret 2026 oleh siapa <script>") for text in said)
    lines = tree.one("ol", "sop-riwayat-berkas").all("li")
    assert len(lines) == MOST and _words(lines[1]) == "fedcba98"
    assert lines[0].one("code").text == "01234567"
