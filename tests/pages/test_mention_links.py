"""Names of SOPs in cells: only their words are a link, and nothing of a text is markup."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .parsed import Node, parse
from .sample import entry, page

OTHER = "nama: Surat Masuk\nlangkah: [{kegiatan: A, pelaksana: X}, {kegiatan: B, pelaksana: X}]\n"


def cell(folder: Path, text: object, name: str = "Surat Masuk") -> Node:
    steps = f"langkah:\n  - {{kegiatan: A, pelaksana: X, keterangan: {json.dumps(text)}}}\n  - {{kegiatan: B, pelaksana: X}}\n"
    sop = entry(folder, f"nama: Ini\n{steps}", lain=OTHER.replace("Surat Masuk", json.dumps(name)))
    return parse(page(sop).html).all("td", "keterangan")[0]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Lihat SOP Surat Masuk ya", []),
        ("Lihat SOP Surat Masuk.", ["SOP Surat Masuk"]),
        ("Lihat **SOP Surat Masuk**", ["SOP Surat Masuk"]),
        ("Lihat SOP *Surat* Masuk", ["SOP Surat Masuk"]),
        ("*Lihat SOP Surat* Masuk", []),
        ("- SOP Surat Masuk\n- SOP Surat Masuk", ["SOP Surat Masuk", "SOP Surat Masuk"]),
        (["1. SOP Surat Masuk", "Lain", "SOP Surat Masuk"], ["SOP Surat Masuk", "SOP Surat Masuk"]),
        ("<b>SOP Surat Masuk</b>", []),
        ("<b> (SOP Surat Masuk) & \"'", ["SOP Surat Masuk"]),
    ],
)
def test_the_words_of_the_name_are_the_link(tmp_path: Path, text: str | list[str], linked: list[str]) -> None:
    found = cell(tmp_path, text)
    assert [node.text for node in found.all("a")] == linked
    assert {node.attributes["href"] for node in found.all("a")} <= {"../lain/"}
    words = text if isinstance(text, str) else " ".join(text)
    for word in words.replace("*", " ").split():
        assert word.strip("-") in found.text
    assert not found.all("b")
    assert "\x02" not in found.text


def test_a_hostile_title(tmp_path: Path) -> None:
    found = cell(tmp_path, 'SOP A<img src=x>"&B', 'A<img src=x>"&B')
    assert not found.all("img")
    assert [node.text for node in found.all("a")] == ['SOP A<img src=x>"&B']


def test_words_that_mean_several_are_followed_by_a_link_to_each(tmp_path: Path) -> None:
    steps = "langkah: [{kegiatan: A, pelaksana: X, output: Lihat SOP surat-menyurat.}, {kegiatan: B, pelaksana: X}]\n"
    tied = "keterkaitan: {teks: SOP surat-menyurat, sop: [masuk, keluar]}\n"
    others = {name: OTHER.replace("Masuk", f"<{name}>") for name in ("masuk", "keluar")}
    found = parse(page(entry(tmp_path, f"nama: Ini\n{tied}{steps}", **others)).html).all("td", "output")[0]
    assert " ".join(found.text.split()) == "Lihat SOP surat-menyurat (Surat <masuk>; Surat <keluar>)."
    assert [node.attributes["href"] for node in found.all("a")] == ["../masuk/", "../keluar/"]
