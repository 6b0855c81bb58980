"""What a message advises takes its finding away, and brings no other."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_catalogue.definition.findings import Fault, Severity
from tests.definition.remedies import mended, resolved

CASES: dict[str, tuple[str, str]] = {
    "one of several that the step above leads to": (
        """
        pelaksana: [A, B]
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, pelaksana: A}
          - {kegiatan: c, simbol: [{di: A, ke: 4}, {di: B, ke: 4}]}
          - {kegiatan: d, pelaksana: A}
        """,
        "tidak ada panah yang sampai ke simbol 2 langkah 3 (kolom B)"
        " | tulis 'ke: [3 di A, 3 di B]' pada langkah 2",
    ),
    "one of several behind a branch": (
        """
        pelaksana: [A, B]
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, pelaksana: A, keputusan: {Ya: lanjut, Tidak: 1}}
          - {kegiatan: c, simbol: [{di: A, ke: 4}, {di: B, ke: 4}]}
          - {kegiatan: d, pelaksana: A}
        """,
        "tidak ada panah yang sampai ke simbol 2 langkah 3 (kolom B)"
        " | tulis 'Ya: [3 di A, 3 di B]' di bawah 'keputusan' pada langkah 2",
    ),
    "two of three, the lanes with names that need quotes": (
        """
        pelaksana: [A, "Seksi: Data", "Kasi, Kabid"]
        langkah:
          - {kegiatan: a, pelaksana: A, ke: [2]}
          - {kegiatan: b, simbol: [{di: A, ke: 3}, {di: "Seksi: Data", ke: 3}, {di: "Kasi, Kabid", ke: 3}]}
          - {kegiatan: c, pelaksana: A}
        """,
        "tidak ada panah yang sampai ke simbol 2 langkah 2 (kolom Seksi: Data)"
        """ | tulis 'ke: [2 di A, "2 di Seksi: Data", "2 di Kasi, Kabid"]' pada langkah 1""",
    ),
    "one above another in one lane has no name yet": (
        """
        pelaksana: [A, B]
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, simbol: [{di: A, ke: 3}, {di: A, ke: 3}]}
          - {kegiatan: c, pelaksana: B}
        """,
        "tidak ada panah yang sampai ke simbol 2 langkah 2 (kolom A)"
        " | tulis 'id: simbol-2-2' pada simbol 2 langkah 2 (kolom A); lalu tulis 'ke: [2 di A, simbol-2-2]' pada langkah 1",
    ),
    "one behind a decision of its own row": (
        """
        pelaksana: [A, B]
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, simbol: [{di: A, keputusan: {Ya: 3, Tidak: 1}}, {di: B, ke: 3}]}
          - {kegiatan: c, pelaksana: A}
        """,
        "tidak ada panah yang sampai ke simbol 2 langkah 2 (kolom B)"
        " | arahkan sebuah cabang simbol 1 langkah 2 (kolom A) ke '2 di B'"
        "; atau tulis 'bentuk: mulai' di sini bila alur lain dimulai di sini",
    ),
    "a step that is passed over": (
        """
        langkah:
          - {kegiatan: a, pelaksana: A, ke: 3}
          - {kegiatan: b, pelaksana: A, ke: 3}
          - {kegiatan: c, pelaksana: A}
        """,
        "tidak ada panah yang sampai ke langkah 2"
        " | tulis 'ke: [3, 2]' pada langkah 1; atau tulis 'bentuk: mulai' di sini bila alur lain dimulai di sini",
    ),
    "a step behind an end begins another flow": (
        """
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, pelaksana: A, bentuk: selesai}
          - {kegiatan: c, pelaksana: A}
          - {kegiatan: d, pelaksana: A}
        """,
        "tidak ada panah yang sampai ke langkah 3 | tulis 'bentuk: mulai' di sini bila alur lain dimulai di sini",
    ),
    "a decision behind an end begins nothing": (
        """
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, pelaksana: A, bentuk: selesai}
          - {kegiatan: c, pelaksana: A, keputusan: {Ya: lanjut, Tidak: 1}}
          - {kegiatan: d, pelaksana: A}
        """,
        "tidak ada panah yang sampai ke langkah 3 | tulis 'ke: 3' pada langkah 2 sebagai ganti 'bentuk'",
    ),
    "the next of those that are told": (
        """
        pelaksana: [A, B]
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, pelaksana: A, bentuk: selesai}
          - {kegiatan: c, pelaksana: B, bentuk: selesai}
        """,
        "tidak ada panah yang sampai ke langkah 3 | tulis 'ke: 3' pada langkah 2",
    ),
    "a decision behind ends that are told one after the other": (
        """
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, pelaksana: A, bentuk: selesai, ke: 3}
          - {kegiatan: c, pelaksana: A, bentuk: selesai}
          - {kegiatan: d, pelaksana: A, keputusan: {Ya: lanjut, Tidak: 1}}
          - {kegiatan: e, pelaksana: A}
        """,
        "tidak ada panah yang sampai ke langkah 4 | tulis 'ke: [2, 4]' pada langkah 1",
    ),
    "an end goes on": (
        """
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, pelaksana: A, ke: 4, bentuk: selesai}
          - {kegiatan: c, pelaksana: A, bentuk: mulai}
          - {kegiatan: d, pelaksana: A}
          - {kegiatan: e, pelaksana: A}
        """,
        "simbol selesai ini masih punya panah ke simbol yang bukan selesai | hapus 'ke'; atau hapus 'bentuk: selesai'",
    ),
    "a decision that goes round": (
        """
        langkah:
          - {kegiatan: a, pelaksana: A, keputusan: {Ya: 2, Tidak: 3}}
          - {kegiatan: b, pelaksana: A, ke: 1}
          - {kegiatan: c, pelaksana: A, ke: 1}
          - {kegiatan: d, pelaksana: A, bentuk: mulai}
          - {kegiatan: e, pelaksana: A}
        """,
        "dari langkah 1 alur tidak pernah selesai | tulis 'Selesai: selesai' di bawah 'keputusan' pada langkah 1",
    ),
    "steps that go round, and no end anywhere": (
        """
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, pelaksana: A, ke: 1}
        """,
        "dari langkah 2 alur tidak pernah selesai | tambahkan langkah penutup; lalu tulis"
        " 'keputusan: {Ulangi: 1, Selesai: selesai}' pada langkah 2, dan hapus 'ke'",
    ),
    "a decision with one branch": (
        """
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, pelaksana: A, keputusan: {Ya: lanjut}}
          - {kegiatan: c, pelaksana: A}
        """,
        "keputusan ini hanya punya satu cabang"
        " | tambahkan cabang yang lain; atau ganti 'keputusan' dengan 'ke' bila ini bukan pertanyaan",
    ),
    "a diamond that asks nothing": (
        """
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, pelaksana: A, bentuk: keputusan}
          - {kegiatan: c, pelaksana: A}
        """,
        "keputusan ini belum punya cabang"
        " | tambahkan cabangnya di bawah 'keputusan'; atau hapus 'bentuk: keputusan' bila ini bukan pertanyaan",
    ),
    "a symbol that only the one below it leads to": (
        """
        langkah:
          - {kegiatan: a, pelaksana: A}
          - {kegiatan: b, pelaksana: A, keputusan: {Ya: 1, Tidak: 4}}
          - {kegiatan: c, simbol: [{di: A}, {di: A, keputusan: {Ya: lanjut, Tidak: 3}}]}
          - {kegiatan: d, pelaksana: A}
        """,
        "tidak ada panah yang sampai ke simbol 1 langkah 3 (kolom A) | arahkan sebuah cabang langkah 2 ke '3 di A'",
    ),
    "a lane in which the step has no symbol": (
        """
        pelaksana: [A, B, "Seksi: Data"]
        langkah:
          - {kegiatan: a, pelaksana: A, ke: [2 di A, 2 di B]}
          - {kegiatan: b, simbol: [{di: A, ke: 3}, {di: B, ke: 3}]}
          - {kegiatan: c, pelaksana: A, keputusan: {Ya: lanjut, Tidak: "2 di Seksi: Data"}}
          - {kegiatan: d, pelaksana: A}
        """,
        "tidak ada simbol '2 di Seksi: Data' | tulis '2 di A' atau '2 di B'",
    ),
    "a misspelt target": (
        """
        langkah:
          - {kegiatan: a, pelaksana: A, ke: perisa}
          - {kegiatan: b, pelaksana: A, id: periksa}
        """,
        "tidak ada langkah 'perisa' | maksud Anda 'periksa'?",
    ),
}


def told(fault: Fault) -> tuple[object, ...]:
    return fault.code, fault.loc


@pytest.mark.parametrize("name", CASES)
def test_remedy(name: str) -> None:
    text, said = CASES[name]
    chart = yaml.safe_load(text)
    faults = resolved(chart).faults
    assert f"{faults[0].message} | {faults[0].remedy}" == said
    for better in mended(chart, faults[0]):
        assert {told(f) for f in resolved(better).faults} <= {told(f) for f in faults[1:]}


LANES = ["A", "B", "C"]
STEPS = 6
numbers = st.integers(1, STEPS)
targets = st.just("lanjut") | numbers | st.lists(numbers, min_size=2, max_size=2, unique=True)
ways_on = st.fixed_dictionaries(
    {},
    optional={
        "ke": targets | st.just("berhenti") | st.fixed_dictionaries({"Satu": numbers, "Dua": targets}),
        "bentuk": st.sampled_from(["mulai", "selesai", "proses"]),
    },
) | st.fixed_dictionaries({"keputusan": st.fixed_dictionaries({"Ya": targets, "Tidak": numbers})})
symbols = st.builds(lambda lane, way: {"di": lane, **way}, st.sampled_from(LANES), ways_on)
steps = st.builds(
    lambda lane, way: {"kegiatan": "a", "pelaksana": lane, **way}, st.sampled_from(LANES), ways_on
) | st.builds(lambda found: {"kegiatan": "a", "simbol": found}, st.lists(symbols, min_size=2, max_size=3))


@settings(max_examples=200)
@given(st.lists(steps, min_size=STEPS, max_size=STEPS))
def test_whatever_is_lost_is_found_by_doing_what_is_said(found: list[dict[str, Any]]) -> None:
    chart = {"pelaksana": LANES, "langkah": [{"kegiatan": "a", "pelaksana": "A"}, *found]}
    faults = resolved(chart).faults
    for fault in faults:
        if fault.code in ("tak-terjangkau", "tak-berakhir"):
            for better in mended(chart, fault):
                left = resolved(better).faults
                assert told(fault) not in map(told, left), fault.remedy
                assert not any(f.severity is Severity.ERROR for f in left), fault.remedy
