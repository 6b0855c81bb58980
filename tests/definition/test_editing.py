"""One field is edited: it says what was wanted, and every other letter of the file stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from sop_catalogue.definition.editing import NotEditable, with_field, with_item, without_field
from sop_catalogue.definition.reading.layout import laid_out
from sop_catalogue.definition.reading.source import read_yaml
from sop_catalogue.definition.yaml_text import UNWRITTEN

ORDER = ["nama", "judul", "nomor", "kode", "status", "langkah"]
FILE = """\
# yaml-language-server: $schema=../../.sop/sop.schema.json
nama: "Surat: masuk"   # seperti di dokumen
nomor: 000/1

# Tanggal dari lembar pertama
tanggal: {pembuatan: 2020-01-31, revisi: [2021-02-01]}  # 2022 belum
alamat_lama:
  # dulu Bagian Umum
  - a/umum/surat   # sampai 2023

catatan: |
  satu

  dua

# Alur
langkah:
  - kegiatan: Membaca
    pelaksana: Staf
"""


def kode(text: str) -> str:
    return with_field(text, "kode", "s-1", ORDER)


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (kode, "nomor: 000/1\n", "nomor: 000/1\nkode: s-1\n"),
        (lambda text: with_field(text, "nomor", "000/2: b"), "nomor: 000/1\n", 'nomor: "000/2: b"\n'),
        (lambda text: with_field(text, "nama", "Surat"), '"Surat: masuk"   #', "Surat   #"),
        (lambda text: with_field(text, "catatan", "satu"), "catatan: |\n  satu\n\n  dua\n", "catatan: satu\n"),
        (lambda text: with_field(text, "catatan", "a\nb"), "|\n  satu\n\n  dua\n", "|\n  a\n  b\n"),
        (
            lambda text: with_field(text, ("tanggal", "efektif"), "2022-03-01"),
            "revisi: [2021-02-01]}",
            "revisi: [2021-02-01], efektif: 2022-03-01}",
        ),
        (
            lambda text: with_item(text, ("tanggal", "revisi"), "2022-03-01"),
            "[2021-02-01]",
            "[2021-02-01, 2022-03-01]",
        ),
        (
            lambda text: with_item(text, "alamat_lama", "a/tu/surat"),
            "# sampai 2023\n",
            "# sampai 2023\n  - a/tu/surat\n",
        ),
        (
            lambda text: with_field(text, "alamat_lama", "a/tu/surat"),
            "alamat_lama:\n  # dulu Bagian Umum\n  - a/umum/surat   # sampai 2023\n",
            "alamat_lama: a/tu/surat\n  # dulu Bagian Umum\n",
        ),
        (lambda text: with_item(text, "nomor", "000/2"), "nomor: 000/1", "nomor: [000/1, 000/2]"),
        (
            lambda text: with_field(text, ("langkah", 0, "waktu"), "1 hari"),
            "pelaksana: Staf\n",
            "pelaksana: Staf\n    waktu: 1 hari\n",
        ),
        (
            lambda text: with_field(text, ("alamat_lama", 0), "a/b"),
            "- a/umum/surat   #",
            "- a/b   #",
        ),
        (
            lambda text: with_item(text, "langkah", {"kegiatan": "Menyimpan", "output": "k" * 50}),
            "pelaksana: Staf\n",
            f"pelaksana: Staf\n  - kegiatan: Menyimpan\n    output: {'k' * 50}\n",
        ),
        (lambda text: without_field(text, "nomor"), "nomor: 000/1\n", ""),
        (lambda text: without_field(text, ("tanggal", "revisi")), ", revisi: [2021-02-01]", ""),
        (lambda text: without_field(text, ("tanggal", "pembuatan")), "pembuatan: 2020-01-31, ", ""),
        (lambda text: without_field(text, ("langkah", 0, "kegiatan")), "kegiatan: Membaca\n    ", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_what_was_asked_for_changes(
    edit: Callable[[str], str], old: str, new: str, newline: str, mark: str
) -> None:
    assert FILE.count(old) == 1
    written = (mark + FILE).replace("\n", newline)
    assert edit(written) == (mark + FILE.replace(old, new)).replace("\n", newline)


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("nama: A", "nama: A\nkode: s-1"),
        ("nama: A\nkode:\nstatus: konsep\n", "nama: A\nkode: s-1\nstatus: konsep\n"),
        ("nama: A\nkode:   # belum\n", "nama: A\nkode: s-1   # belum\n"),
        ("nama: A\nkode:\n\n  lama\n", "nama: A\nkode: s-1\n\n"),
        ("{nama: A}\n", "{nama: A, kode: s-1}\n"),
        ("---\nnama: A\n...\n", "---\nnama: A\nkode: s-1\n...\n"),
        ("nama: >+\n  A\n\n# x\n", "nama: >+\n  A\n\nkode: s-1\n# x\n"),
        ("status: konsep\nnama: A\nlangkah: []\n", "status: konsep\nnama: A\nkode: s-1\nlangkah: []\n"),
        ("status: konsep\n", "status: konsep\nkode: s-1\n"),
        ("langkah: []\n", "langkah: []\nkode: s-1\n"),
    ],
)
def test_a_field_finds_its_place_in_any_layout(text: str, edited: str) -> None:
    assert kode(text) == edited


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nama: A\nnama: B\n", "di baris 2"),
        ("nama: &a A\nkode: *a\n", "di baris 1"),
        ("nama: [\n", "belum dapat dibaca"),
        ("", "belum dapat dibaca"),
        ("- nama\n", "belum dapat dibaca"),
    ],
)
def test_what_is_not_understood_is_not_touched(text: str, said: str) -> None:
    with pytest.raises(NotEditable, match=said):
        kode(text)


def test_a_field_of_what_is_a_text_is_refused_with_its_line() -> None:
    with pytest.raises(NotEditable, match=r"disahkan_oleh › nip.*baris 2"):
        with_field("nama: A\ndisahkan_oleh: Kadin\n", ("disahkan_oleh", "nip"), "1")
    with pytest.raises(NotEditable, match="langkah 3"):
        with_field("nama: A\nlangkah: [{}]\n", ("langkah", 2, "waktu"), "1")


def test_a_letter_that_no_definition_holds_is_refused() -> None:
    with pytest.raises(NotEditable):
        with_field(FILE, "nomor", "a\x00b")


SIGNS = st.sampled_from("aZ9 é–:#-,[]{}'\"\\|>&*!%@`?~\n\t")
LETTERS = st.characters(exclude_categories=["Cs"]).filter(
    lambda letter: not re.match(f"[{UNWRITTEN}]", letter)
)
WORDS = st.text(SIGNS, max_size=12) | st.text(LETTERS, max_size=8)
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcde"), inner, max_size=3),
    max_leaves=8,
)
FILES = st.dictionaries(
    st.sampled_from(["nama", "nomor", "kop", "tanggal", "langkah", "x y"]), VALUES, min_size=1
)


def _values(text: str) -> Any:
    source = read_yaml(text.encode())
    return None if source.broken else source.value


def _said(value: Any) -> Any:
    """As it is read: without the lines below a text, which no field keeps."""
    if isinstance(value, dict):
        return {key: _said(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_said(one) for one in value]
    return value and value.rstrip("\n")


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file as somebody may have written it, with comments where YAML has room for them."""
    flow = draw(st.sampled_from([None, False, True]))
    indent = draw(st.integers(1, 5))
    values = draw(FILES)
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, default_flow_style=flow, indent=indent)
    lines = text.splitlines(keepends=True)
    for number in reversed(range(len(lines))):
        commented = [*lines[:number], "# catatan\n", *lines[number:]]
        if draw(st.booleans()) and _values("".join(commented)) == _values(text):
            lines = commented
    return "".join(lines)


def _kept(old: str, new: str) -> bool:
    """Whether all lines are still there, in their order."""
    lines = iter(new.split("\n"))
    return all(line in lines for line in old.rstrip("\n").split("\n"))


@given(files(), VALUES)
def test_any_field_is_set_added_to_and_taken_away_in_any_file(text: str, value: Any) -> None:
    before = _values(text)
    assume(before is not None)
    edited = with_field(text, "kode", value, ORDER)
    assert _said(_values(edited)) == _said({**before, "kode": value})
    again = with_field(edited, "kode", "lain", ORDER)
    assert _said(_values(again)) == _said({**before, "kode": "lain"})
    listed = with_item(again, "kode", value)
    assert _said(_values(listed)) == _said({**before, "kode": ["lain", value]})
    longer = with_item(listed, "kode", "akhir")
    assert _said(_values(longer)) == _said({**before, "kode": ["lain", value, "akhir"]})
    if not laid_out(text).in_flow:
        assert all(_kept(text, one) for one in (edited, again, listed, longer))
        assert {without_field(one, "kode") for one in (edited, again, listed, longer)} == {text}


@given(files(), st.data())
def test_any_field_that_stands_there_is_replaced(text: str, data: st.DataObject) -> None:
    before = _values(text)
    assume(before)
    key = data.draw(st.sampled_from(sorted(before)))
    value = data.draw(VALUES)
    assert _said(_values(with_field(text, key, value))) == _said({**before, key: value})
