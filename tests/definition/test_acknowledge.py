from __future__ import annotations

import pytest

from sop_catalogue.definition.findings import Finding, Severity
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.reading.acknowledge import acknowledge
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.sop import Sop
from tests.definition.golden import FILES, Case


def told(text: str) -> list[Finding]:
    definition = read_definition("sop.yml", text.encode(), Sop)
    assert definition.model, definition.findings
    charts = definition.model.semua_bagan
    faults = [fault for chart in charts for fault in resolve(chart).faults]
    return acknowledge(definition, faults)


def test_known_findings_become_notes_with_their_reason() -> None:
    [note] = told(Case.load(FILES["salah-nomor-ganda"]).text)
    assert note.severity is Severity.NOTE and not note.counts
    assert note.message.endswith("(diketahui: Demikian di dokumen asal)")


def test_a_declaration_that_nothing_answers_to_is_a_warning_at_its_line() -> None:
    [unused] = told("nama: Uji\nstatus: konsep\ndiketahui:\n  nomor-ganda: Memang demikian\n")
    assert (unused.code, unused.severity, unused.line, unused.column) == (
        "diketahui-tak-terpakai",
        Severity.WARNING,
        4,
        3,
    )
    assert unused.remedy == "hapus barisnya"


def test_a_misspelt_code_is_set_right() -> None:
    left, unused = told(Case.load(FILES["salah-nomor-ganda"]).text.replace("nomor-ganda", "nomer-ganda"))
    assert left.severity is Severity.WARNING
    assert unused.remedy == "maksud Anda 'nomor-ganda'?"


STEPS = """nama: Uji
langkah:
  - {kegiatan: a, pelaksana: A, ke: 4}
  - {kegiatan: b, pelaksana: A, ke: 4%s}
  - {kegiatan: c, simbol: [{di: A%s}, {di: B, ke: 4}]}
  - {kegiatan: d, pelaksana: A}
"""
KNOWN = ", diketahui: {tak-terjangkau: begitu gambarnya}"


@pytest.mark.parametrize(("step", "symbol"), [(KNOWN, ""), ("", KNOWN), (KNOWN, KNOWN)])
def test_of_one_place_only_what_is_found_there(step: str, symbol: str) -> None:
    found = told(STEPS % (step, symbol))
    kept = {(f.line, f.severity) for f in found if f.code == "tak-terjangkau" and f.line < 6}
    assert kept == {
        (4, Severity.NOTE if step else Severity.WARNING),
        (5, Severity.NOTE if symbol else Severity.WARNING),
    }
    assert not [f for f in found if f.code == "diketahui-tak-terpakai"]


def test_an_error_can_be_known_too() -> None:
    text = "nama: Uji\nlangkah:\n  - {kegiatan: a, pelaksana: A}\n  - {kegiatan: b, pelaksana: A, bentuk: keputusan, %s}\n"
    known = "ke: [1, 3], diketahui: {cabang-tanpa-label: tidak berlabel di dokumennya}"
    [note] = told(text % known + "  - {kegiatan: c, pelaksana: A}\n")
    assert (note.code, note.severity) == ("cabang-tanpa-label", Severity.NOTE)


def test_what_a_place_declares_in_vain_is_told_there() -> None:
    found = told(STEPS % (", diketahui: {nomor-ganda: a}", ""))
    [unused] = [f for f in found if f.code == "diketahui-tak-terpakai"]
    assert (unused.line, unused.message) == (4, "temuan 'nomor-ganda' tidak terjadi di sini")
