from __future__ import annotations

from sop_catalogue.definition.findings import Finding, Severity
from sop_catalogue.definition.reading.acknowledge import acknowledge
from sop_catalogue.definition.reading.reader import Definition, read_definition
from sop_catalogue.definition.sop import Sop
from tests.definition.golden import FILES, Case, read_all


def read_sop(text: str) -> tuple[Definition[Sop], list[Finding]]:
    data = text.encode()
    return read_definition("sop.yml", data, Sop), read_all("sop", data)[2]


def test_known_findings_become_notes_with_their_reason() -> None:
    case = Case.load(FILES["salah-nomor-ganda"])
    document, findings = read_sop(case.text)
    [note] = acknowledge(document, findings)
    assert note.severity is Severity.NOTE and not note.counts
    assert note.message.endswith("(diketahui: Demikian di dokumen asal)")


def test_a_declaration_that_nothing_answers_to_is_a_warning_at_its_line() -> None:
    text = "nama: Uji\nstatus: konsep\ndiketahui:\n  nomor-ganda: Memang demikian\n"
    document, findings = read_sop(text)
    [unused] = acknowledge(document, findings)
    assert (unused.code, unused.severity, unused.line, unused.column) == (
        "diketahui-tak-terpakai",
        Severity.WARNING,
        4,
        3,
    )
    assert unused.remedy == "hapus barisnya"


def test_a_misspelt_code_is_set_right() -> None:
    case = Case.load(FILES["salah-nomor-ganda"])
    document, findings = read_sop(case.text.replace("nomor-ganda", "nomer-ganda"))
    left, unused = acknowledge(document, findings)
    assert left.severity is Severity.WARNING
    assert unused.remedy == "maksud Anda 'nomor-ganda'?"
