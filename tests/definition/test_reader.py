"""Bytes that are no definition: each has one clear answer, and none takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_catalogue.definition.findings import Severity
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.reading.source import MAX_FAULTS, read_yaml
from sop_catalogue.definition.sop import Sop
from tests.definition.faulty_bytes import BYTES, GOOD, findings
from tests.definition.golden import FILES, Case, read_all


@pytest.mark.parametrize(
    "data", [GOOD.encode(), GOOD.encode("utf-8-sig"), GOOD.replace("\n", "\r\n").encode()]
)
def test_what_windows_editors_write_is_read(data: bytes) -> None:
    document = read_definition("sop.yml", data, Sop)
    assert document.findings == []
    assert document.model and document.model.nama == "Pelayanan é"


@pytest.mark.parametrize("name", BYTES)
def test_bytes(name: str) -> None:
    data, place, said = BYTES[name]
    started = time.process_time()
    found = findings(data)
    assert time.process_time() - started < 2
    first = found[0]
    assert (first.line, first.column, first.code) == place
    assert said in first.message
    assert first.remedy


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("nama: “Uji: satu”", "Uji: satu"),
        ('nama: "Uji”', "Uji"),
        ('nama: “Uji"  # catatan', "Uji"),
        ('nama: "Uji"', "Uji"),
        ("nama: “Uji” kedua", "“Uji” kedua"),
        ("nama: Uji “satu”", "Uji “satu”"),
    ],
)
def test_curly_quotes_around_a_value_are_quotes(line: str, name: str) -> None:
    source = read_yaml(line.encode())
    assert (source.value, source.faults) == ({"nama": name}, [])


def test_what_looks_like_a_bullet_inside_a_text_is_text() -> None:
    text = "catatan: Teks\n  1. lanjutan\nperingatan: |\n  • satu\n\n  • dua\nnama: >-\n  - x\n"
    source = read_yaml(text.encode())
    assert source.faults == []
    assert source.value == {"catatan": "Teks 1. lanjutan", "peringatan": "• satu\n\n• dua\n", "nama": "- x"}


def test_an_alias_bomb_expands_nothing() -> None:
    text = "a0: &a0 [x, x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10)
    )
    assert read_yaml(text.encode()).broken
    assert {f.code for f in findings(text.encode())} == {"tanda-khusus", "kunci-asing", "wajib"}


@pytest.mark.parametrize(
    "piece",
    [
        "- {kegiatan: Satu, pelaksana: Asing}",
        "- {kegiatan: Satu, pelaksna: Satu}",
        "- {kegiatan: Satu, pelaksana: Satu, ke: asing}",
        "- {kegiatan: Satu, kegiatan: Satu, pelaksana: Satu}",
        "- {kegiatan: Satu, pelaksana: Satu, waktu: {teks: a, sampai: asing}}",
        "- kegiatan: Satu: dua",
        "\t- kegiatan: Satu",
        "- kegiatan: *",
        "- kegiatan: 'a' b",
    ],
)
def test_thousands_of_faults_take_no_longer_than_they_must(piece: str) -> None:
    text = "nama: Uji\npelaksana: [Satu, Dua]\nlangkah:\n" + f"  {piece}\n" * 4000
    started = time.process_time()
    found = findings(text.encode())
    assert time.process_time() - started < 20
    assert len(found) >= 40


LONG = 900_000


@pytest.mark.parametrize(
    "line",
    [
        "catatan: @" + " " * LONG + "x",
        "catatan: @ " + "# " * (LONG // 2),
        "catatan: 'a' " + "' " * (LONG // 2) + "b",
        "catatan: a: " + " " * LONG + "b",
        "catatan:" + " " * LONG + "*x) y",
        "nama:" + "x" * LONG + "\nb: c",
        "tanggal: {pembuatan: " + "1 " * (LONG // 2) + "}",
        "diganti_oleh: " + "*a " * (LONG // 3),
        " " * LONG + "a: b",
        "- " * 20 + " " * LONG + "a",
        "status: " + "k" * LONG,
        "k" * LONG + ": a",
        "catatan: x" + " #y" * (LONG // 3),
        "langkah: {kegiatan: a, pelaksana: " + "b " * (LONG // 2) + ", ke: " + "c " * 9 + "}",
    ],
    ids=range(14),
)
def test_no_line_is_too_long_to_be_read(line: str) -> None:
    started = time.process_time()
    findings(f"nama: Uji\n{line}\n".encode())
    assert time.process_time() - started < 5


def test_faults_of_one_file_are_counted_not_listed_for_ever() -> None:
    text = "nama: Uji\nlangkah:\n" + "  - {kegiatan: Satu, pelaksana: A, b: c}\n" * 500
    found = read_definition("sop.yml", text.encode(), Sop).findings
    assert len(found) == MAX_FAULTS + 1
    assert "400 temuan lain" in found[-1].message


def test_a_warning_of_the_text_does_not_keep_the_model_back() -> None:
    document = read_definition("sop.yml", b"nama: Ruang #2\nstatus: konsep\n", Sop)
    assert document.model is not None
    assert [f.severity for f in document.findings] == [Severity.WARNING]


def test_every_finding_says_where_what_and_how() -> None:
    for case in (Case.load(file) for name, file in FILES.items() if name.startswith("salah-")):
        for finding in read_all(case.kind, case.text.encode())[2]:
            assert finding.message and finding.remedy and finding.path and finding.line > 0
            assert finding.line <= case.text.count("\n") + 1
            assert set(finding.record()) >= {
                "berkas",
                "baris",
                "kolom",
                "isian",
                "tertulis",
                "mestinya",
                "perbaikan",
            }


TEXTS = [case.text for file in FILES.values() if (case := Case.load(file)).kind == "sop"]
PIECES = st.sampled_from(
    [
        *":-{}[]\"'*&!|>#%@`,?\t\n ",
        ": ",
        "- ",
        "\n  ",
        "---\n",
        "\x00",
        "\u2028",
        "é",
        "<<",
        "\\",
        "ke: ",
        "{",
    ]
)


@settings(max_examples=500)
@given(st.data())
def test_no_change_to_a_definition_raises(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        match data.draw(st.sampled_from(["insert", "delete", "copy", "move"])):
            case "insert":
                text = text[:at] + data.draw(PIECES) + text[at:]
            case "delete":
                text = text[:at] + text[at + data.draw(st.integers(1, 8)) :]
            case "copy":
                text = text[:at] + text[max(0, at - 40) : at] + text[at:]
            case _:
                text = text[at:] + text[:at]
    document, _, found = read_all("sop", text.encode("utf-8", "surrogatepass"))
    assert document.model is not None or found
    assert all(1 <= f.line <= text.count("\n") + text.count("\r") + 1 for f in found)


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    document, _, found = read_all("sop", data)
    assert document.model is not None or found
