"""What the search answers over the repository's own catalogue: one behaviour a test, not how good it is in all."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.catalogue.synonyms import Synonyms
from sop_catalogue.pages.search.handwritten import page_records
from sop_catalogue.pages.search.index import search_index
from sop_catalogue.pages.search.packing import SINGLE
from sop_catalogue.pages.search.records import page_record
from tests.search.asked import Ask, asking

BOALEMO = "sop/boalemo/diskominfo/"
BLITAR = "sop/blitar/dinas-pendidikan/"


def first(ask: Ask, query: str) -> str:
    return ask(query)[0].location


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("kelola backbone", f"{BLITAR}pengelolaan-data-backbone"),
        ("titip server", f"{BOALEMO}penitipan-server"),
        ("menyusun laporan realisasi", f"{BOALEMO}laporan-realisasi"),
        ("naik pangkat", f"{BOALEMO}kenaikan-pangkat"),
    ],
)
def test_a_relative_of_the_word_is_enough(ask: Ask, query: str, page: str) -> None:
    assert first(ask, query) == f"{page}.html"


def test_an_abbreviation_finds_the_name_and_the_name_the_abbreviation(ask: Ask) -> None:
    for query in ("kadin tanda tangan", "kepala dinas menandatangani", "kadis tandatangan"):
        found = ask(query)
        steps = {(answer.location, anchor) for answer in found for anchor in answer.open}
        assert (f"{BLITAR}pengelolaan-data-backbone.html", "langkah-12") in steps
        assert any(location.startswith(BOALEMO) for location, _ in steps)
    assert first(ask, "kartu pegawai") == f"{BOALEMO}karpeg-karsu-karis.html"


def test_the_step_that_matched_is_shown_with_who_acts(ask: Ask) -> None:
    answer = ask("teknisi mengecek ketersediaan tempat")[0]
    assert "langkah-5" in answer.open
    assert "Langkah 5" in answer.html
    assert "Teknisi" in answer.html


def test_where_the_title_says_all_the_steps_are_folded(ask: Ask) -> None:
    answer = ask("penitipan server")[0]
    assert answer.location == f"{BOALEMO}penitipan-server.html"
    assert (answer.open, bool(answer.more)) == ([], True)


@pytest.mark.parametrize("query", ["005/SOP", "005/sop/disdikbud-blg/2023", "5/sop", "disdikbud-blg"])
def test_a_number_is_found_whole_and_in_parts(ask: Ask, query: str) -> None:
    assert first(ask, query) == "sop/balangan/disdikbud/pengumpulan-data-kinerja.html"


def test_a_slip_is_forgiven_only_when_nothing_else_is_meant(ask: Ask) -> None:
    assert first(ask, "surat masku") == f"{BOALEMO}surat-masuk.html"
    assert first(ask, "sanpati pengiriman") == f"{BOALEMO}sanapati-pengiriman.html"
    assert all("<mark data-md-highlight>surat</mark>" in a.html.lower() for a in ask('"surat keluar"')[:3])


def test_several_words_narrow(ask: Ask) -> None:
    alone, both = ask("surat"), ask("surat tamu")
    assert len(both) < len(alone)
    assert len(ask('"buku agenda surat"')) < len(ask("buku agenda surat"))


def test_what_is_missing_is_said_where_no_page_has_all(ask: Ask) -> None:
    answer = ask("karpeg xylofon")[0]
    assert answer.location == f"{BOALEMO}karpeg-karsu-karis.html"
    assert answer.terms["xylofon"] is False


@pytest.mark.parametrize("query", ["blitar surat", "surat dinas pendidikan", "kab. blitar laporan"])
def test_the_name_of_an_office_narrows_to_it(ask: Ask, query: str) -> None:
    whole = [answer for answer in ask(query) if False not in answer.terms.values()]
    sops = [answer.location for answer in whole if answer.location.startswith("sop/")]
    assert sops
    assert all(location.startswith(("sop/blitar/", "sop/balangan/")) for location in sops)


@pytest.mark.parametrize("query", ["disdik data", "disdik blitar data"])
def test_an_abbreviation_that_no_office_uses_narrows_as_its_long_form_does(ask: Ask, query: str) -> None:
    assert first(ask, query) == f"{BLITAR}pengelolaan-data-backbone.html"
    assert all(answer.location.startswith(("sop/blitar/", "sop/balangan/")) for answer in ask(query)[:3])


def test_a_short_form_of_two_words_finds_what_is_written_as_one(ask: Ask) -> None:
    answer = ask("ttd renja")[0]
    assert (answer.location, answer.open[0]) == (f"{BOALEMO}rencana-kegiatan.html", "langkah-6")
    assert "Menandatangani" in answer.html


def test_words_side_by_side_are_worth_more_than_words_apart(ask: Ask) -> None:
    assert ask("menerima tamu")[0].open[0] == "langkah-8"
    assert ask("tamu, menerima")[0].open[0] == "langkah-1"


def test_everyday_words_are_missed_only_where_an_sop_has_them_so(ask: Ask) -> None:
    answer = ask("berapa lama surat masuk diproses?")[0]
    assert answer.location == f"{BOALEMO}surat-masuk.html"
    assert False not in answer.terms.values()
    assert len(ask("surat tugas")) < len(ask("surat"))
    assert {answer.location for answer in ask("caraka")} <= {
        answer.location for answer in ask("tugas caraka")
    }


def test_what_is_in_force_comes_before_what_was_replaced(ask: Ask) -> None:
    found = [answer.location for answer in ask("pengelolaan media center")]
    new, old = (found.index(f"{BOALEMO}media-center-{year}.html") for year in (2018, 2017))
    assert new < old
    assert "Diganti" in ask("pengelolaan media center")[old].title


def test_a_page_beside_the_catalogue_comes_last_unless_it_is_called_so(ask: Ask) -> None:
    found = [answer.location for answer in ask("surat masuk")]
    assert found.index("panduan.html") > found.index(f"{BOALEMO}surat-dinas-keluar.html")
    assert first(ask, "menulis sop") == "panduan.html"


def test_a_heading_that_says_what_was_asked_for_counts_as_a_title(scripts: Page) -> None:
    sections = [
        {"location": "a.html", "title": "Mencetak", "text": ""},
        {"location": "a.html#ukuran", "title": "Ukuran kertas", "text": "F4"},
        {"location": "b.html", "title": "Lain", "text": ""},
        {"location": "b.html#c", "title": "Catatan", "text": "ukuran kertas kertas ukuran"},
    ]
    ask = asking(scripts, search_index(Catalogue(), page_records(sections), False))
    assert [(answer.location, answer.open) for answer in ask("ukuran kertas")] == [
        ("a.html", ["ukuran"]),
        ("b.html", ["c"]),
    ]


def test_a_box_shows_the_text_that_holds_most_of_what_was_asked_for(ask: Ask) -> None:
    answer = next(a for a in ask("uu 25 2009") if a.location == f"{BOALEMO}media-center-2018.html")
    assert "tentang Pelayanan Publik" in answer.text


def test_little_words_do_not_count_unless_they_are_all(ask: Ask) -> None:
    assert first(ask, "bagaimana cara untuk menerima tamu?") == f"{BOALEMO}pelayanan-tamu.html"
    assert ask("yang dan")


HOSTILE = [
    "a" * 10_000,
    "surat " * 2_000,
    "/" * 10_000,
    '"' * 9_999,
    "(.*)+$[a-z]{999,}\\",
    "<img src=x onerror=alert(1)>",
    "😀" * 5_000,
    "\u202e\x00\ud83d",
    "constructor __proto__ toString hasOwnProperty",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "   ",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_answered_like_any_other(ask: Ask, query: str) -> None:
    start = time.perf_counter()
    for answer in ask(query):
        assert "<img" not in answer.html
    assert time.perf_counter() - start < 5


def test_what_an_author_wrote_is_escaped(scripts: Page) -> None:
    evil = '<script>alert("x")</script> & <b onclick=a>surat</b>'
    ask = asking(scripts, search_index(Catalogue(), [page_record("x.html", evil, evil)], False))
    (answer,) = ask("surat")
    kind = ' <small class="sop-cari-letak">Daftar</small>'
    shown = answer.html.replace("<mark data-md-highlight>", "").replace("</mark>", "").replace(kind, "")
    assert not set("<>\"'") & set(shown)
    assert "&lt;script&gt;" in shown


def test_words_beyond_the_single_characters_are_read_back(scripts: Page) -> None:
    words = " ".join(f"kata{i}" for i in range(SINGLE + 5_000))
    ask = asking(scripts, search_index(Catalogue(), [page_record("x.html", "Semua", words)], False))
    for number in (0, SINGLE - 1, SINGLE, SINGLE + 4_999):
        (answer,) = ask(f'"kata{number}"')
        assert f">kata{number}<" in answer.text


def test_what_is_narrowed_down_still_tells_what_there_is_to_choose(scripts: Page, real: Catalogue) -> None:
    """Each choice counts what it would leave while the others stay."""
    asking(scripts, search_index(real, [page_record("peran/x.html", "Surat", "")], False))
    search = """(wanted) => {
      const {items, choices} = engine.search('surat', wanted);
      return [items.map(([{location}]) => location), choices];
    }"""
    every, choices = scripts.evaluate(search, {})
    kinds = {label: (value, count) for value, label, count in choices["jenis"]}
    statuses = {label: (value, count) for value, label, count in choices["status"]}
    assert sum(count for _, count in kinds.values()) == len(every)
    assert "peran/x.html" in every
    found, narrower = scripts.evaluate(search, {"jenis": kinds["Peran"][0]})
    assert found == ["peran/x.html"]
    assert narrower["jenis"] == choices["jenis"]
    assert narrower["unit"] == []
    replaced, count = statuses["Diganti"]
    found, narrower = scripts.evaluate(search, {"status": replaced})
    assert found == [f"{BOALEMO}media-center-2017.html"]
    assert (count, narrower["status"]) == (1, choices["status"])
    assert sum(office[2] for office in narrower["unit"]) == 1


@pytest.mark.parametrize(
    ("text", "answered", "meant"),
    [
        ("surat masuk", True, []),
        ("xylofon", False, []),
        ("karpeg xylofon", False, ["karpeg"]),
        ("bendaharawanku xylofon", False, ["bendahara"]),
        ("alur surat masuk", True, []),
    ],
)
def test_likely_words_where_nothing_holds_all(
    scripts: Page, real: Catalogue, text: str, answered: bool, meant: list[str]
) -> None:
    asking(scripts, search_index(real, [], False))
    found = scripts.evaluate("(text) => engine.search(text)", text)
    assert (found["answered"], found["meant"][: len(meant)]) == (answered, meant)


def test_letters_that_stand_for_words_are_spelled_in_one_way(scripts: Page) -> None:
    records = [
        page_record("a.html", "SPD", "Surat Permintaan Dana"),
        page_record("b.html", "Formulir SPPD", ""),
    ]
    ask = asking(scripts, search_index(Catalogue(), records, False))
    assert [answer.location for answer in ask("sppd")] == ["b.html"]
    assert [answer.location for answer in ask("spd")] == ["a.html"]


def test_an_office_says_which_words_are_the_same_and_which_are_not(scripts: Page) -> None:
    records = [page_record("a.html", "Bantuan sosial", ""), page_record("b.html", "Izin", "")]
    catalogue = Catalogue(synonyms=Synonyms([("bansos", "bantuan sosial")], [("Ijin", "Izin")]))
    ask = asking(scripts, search_index(catalogue, records, False))
    assert [answer.location for answer in ask("bansos")] == ["a.html"]
    assert ask("ijin") == []
    assert ask("izin")


def test_the_legal_basis_of_something_is_a_regulation(scripts: Page, real: Catalogue) -> None:
    law = page_record("peraturan/uu.html", "UU 14 Tahun 2008", "Keterbukaan Informasi Publik")
    ask = asking(scripts, search_index(real, [law], False))
    assert first(ask, "dasar hukum keterbukaan informasi publik") == "peraturan/uu.html"


def test_examples_in_the_guide_are_about_no_sop_that_can_be_read(scripts: Page) -> None:
    docs = [{"location": "a.html", "title": "Menulis", "text": "<p>Begini:</p><pre>nama: ijazah</pre>"}]
    ask = asking(scripts, search_index(Catalogue(), page_records(docs), False))
    assert ask("ijazah") == []
    assert ask("begini")
