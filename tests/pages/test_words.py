"""What a symbol says, against flows written as definitions."""

from __future__ import annotations

import pytest
import yaml

from sop_catalogue.definition.flow.model import Arrow, Flow, Lane, Row, Shape, Symbol
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.sop import Sop
from sop_catalogue.pages.form.words import FlowWords, Jump, as_html, as_text, lane_names, row_anchors


def flow(text: str) -> Flow:
    sop = Sop.model_validate({"nama": "X", **yaml.load(text, yaml.BaseLoader)})
    return resolve(sop.semua_bagan[0]).flow


def said(text: str) -> dict[str, str]:
    """Row and lane → words."""
    words = FlowWords(flow(text))
    return {
        f"{words.flow.rows[s.row].number} {words.lanes[lane]}": as_text(words.say(s, lane))
        for s in words.flow.symbols
        for lane in s.lanes
    }


PLAIN = """
langkah:
  - {kegiatan: a, pelaksana: A}
  - {kegiatan: b, pelaksana: B}
  - {kegiatan: c, pelaksana: A}
"""


def test_a_plain_flow_says_where_it_goes() -> None:
    assert said(PLAIN) == {
        "1 A": "Mulai. Ke langkah 2.",
        "2 B": "Proses. Ke langkah 3.",
        "3 A": "Selesai.",
    }


TO_AND_FRO = """
langkah:
  - {kegiatan: a, pelaksana: A}
  - {kegiatan: b, pelaksana: B, ke: 1, bolak_balik: ya}
  - {kegiatan: c, simbol: [{di: A, ke: B}, {di: B, ke: A}]}
  - {no: "", kegiatan: d, pelaksana: A}
"""


def test_work_that_goes_to_and_fro_is_told_at_both_ends() -> None:
    assert said(TO_AND_FRO) == {
        "1 A": "Mulai. Bolak-balik dengan langkah 2.",
        "2 B": "Proses. Bolak-balik dengan langkah 1.",
        "3 A": "Proses. Bolak-balik dengan B pada langkah ini.",
        "3 B": "Proses. Bolak-balik dengan A pada langkah ini.",
        " A": "Selesai.",
    }
    words = FlowWords(flow(TO_AND_FRO))
    assert [words.next_of(row) for row in range(4)] == [None] * 4


def test_a_row_without_a_number_is_called_by_its_place() -> None:
    text = TO_AND_FRO.replace("ke: 1, bolak_balik: ya", "ke: empat").replace('no: ""', 'no: "", id: empat')
    assert said(text)["2 B"] == "Proses. Ke baris ke-4."
    assert row_anchors(flow(text)) == ("langkah-1", "langkah-2", "langkah-3", "baris-4")


CASES = {
    "a decision names its exits, and which of them go back": (
        """
pelaksana: [A, B]
langkah:
  - {kegiatan: a, pelaksana: A}
  - {kegiatan: b, pelaksana: B, teks: "Sah?", keputusan: {Ya: 3, Tidak: 1}}
  - {kegiatan: c, pelaksana: A}
""",
        "2 B",
        "Keputusan “Sah?”. Ya: ke langkah 3. Tidak: kembali ke langkah 1.",
    ),
    "one exit forks to two": (
        """
pelaksana: [A, B]
langkah:
  - {kegiatan: a, pelaksana: A, keputusan: {Ya: [2, 3], Tidak: 4}}
  - {kegiatan: b, pelaksana: B, ke: 4}
  - {kegiatan: c, pelaksana: A}
  - {kegiatan: d, pelaksana: A}
""",
        "1 A",
        "Keputusan. Ya: ke langkah 2 dan ke langkah 3. Tidak: ke langkah 4.",
    ),
    "a row of several symbols is entered in a lane": (
        """
pelaksana: [A, B]
langkah:
  - {kegiatan: a, pelaksana: A}
  - kegiatan: b
    simbol: [{di: A, ke: B}, {di: B, bentuk: selesai}]
""",
        "1 A",
        "Mulai. Ke langkah 2 (A).",
    ),
    "a target in the same row": (
        """
pelaksana: [A, B]
langkah:
  - {kegiatan: a, pelaksana: A}
  - kegiatan: b
    simbol: [{di: A, ke: B}, {di: B, bentuk: selesai}]
""",
        "2 A",
        "Proses. Ke B pada langkah ini.",
    ),
    "joint work by a line": (
        """
langkah:
  - {kegiatan: a, pelaksana: A}
  - {kegiatan: b, pelaksana: [A, B, C]}
  - {kegiatan: c, pelaksana: A}
""",
        "2 C",
        "Proses bersama B dan A.",
    ),
    "joint work in one box": (
        """
langkah:
  - {kegiatan: a, pelaksana: A}
  - {kegiatan: b, pelaksana: [A, B], kerja_sama: kotak}
  - {kegiatan: c, pelaksana: A}
""",
        "2 B",
        "Proses bersama A. Ke langkah 3.",
    ),
    "a hand-given number": (
        """
langkah:
  - {kegiatan: a, pelaksana: A}
  - {kegiatan: b, pelaksana: A, no: 2a}
  - {kegiatan: c, pelaksana: A}
""",
        "1 A",
        "Mulai. Ke langkah 2a.",
    ),
}


@pytest.mark.parametrize(("text", "cell", "words"), CASES.values(), ids=CASES)
def test_words(text: str, cell: str, words: str) -> None:
    assert said(text)[cell] == words


def test_an_arrow_to_its_own_symbol() -> None:
    again = Symbol("s1_1", 0, (0,), Shape.DECISION)
    alone = Flow((Lane(0, "A"),), (Row(0, "1"),), (again,), (Arrow("s1_1", "s1_1", "Belum"),))
    assert as_text(FlowWords(alone).say(again, 0)) == "Keputusan. Belum: kembali ke langkah ini."


def test_lanes_are_told_apart() -> None:
    found = flow("""
pelaksana:
  - kelompok: Pengirim
    pelaksana: [{nama: Operator, id: satu}]
  - kelompok: Penerima
    pelaksana: [{nama: Operator, id: dua}, {nama: "", id: tiga}]
langkah:
  - {kegiatan: a, pelaksana: satu}
  - {kegiatan: b, pelaksana: dua}
  - {kegiatan: c, pelaksana: tiga}
""")
    assert lane_names(found) == ("Operator (Pengirim)", "Operator (Penerima)", "kolom pelaksana ke-3")


def test_anchors_follow_the_numbers_and_stay_unique() -> None:
    found = flow("""
langkah:
  - {kegiatan: a, pelaksana: A, no: 1}
  - {kegiatan: b, pelaksana: A, no: 5}
  - {kegiatan: c, pelaksana: A, no: 5}
  - {kegiatan: d, pelaksana: A, no: "①/*"}
  - {kegiatan: e, pelaksana: A, no: "…"}
""")
    anchors = row_anchors(found)
    assert anchors[:3] == ("langkah-1", "langkah-5", "baris-3")
    assert len(set(anchors)) == 5
    assert row_anchors(found, 2)[0] == "bagan-2-langkah-1"
    assert not set(anchors) & set(row_anchors(found, 2))


def test_the_next_row_is_told_only_when_there_is_one() -> None:
    words = FlowWords(flow(PLAIN))
    assert words.next_of(0) == Jump("langkah 2", "langkah-2")
    assert words.next_of(2) is None


def test_words_are_escaped() -> None:
    html = as_html(["<b>", Jump("langkah <1>", "langkah-1")])
    assert html == '&lt;b&gt;<a href="#langkah-1">langkah &lt;1&gt;</a>'
