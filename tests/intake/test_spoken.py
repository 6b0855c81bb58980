"""Exits of decisions that only the words of a step name."""

from __future__ import annotations

import pytest

from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.intake.drawing.symbols import Form
from sop_catalogue.intake.marked_up.reading import read_text
from sop_catalogue.intake.spoken import spoken
from sop_catalogue.intake.wording.definition_text import definition_text
from tests.intake.flows import drawn, sop_of
from tests.intake.xlsx.small import Small, read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Memeriksa. Jika lengkap, lanjut ke langkah 5, jika tidak lengkap dikembalikan ke langkah 2.",
            [("Lengkap", "5", False), ("Tidak lengkap", "2", True)],
        ),
        ("Ya: ke no. 4; Tidak: kembali ke no 2", [("Ya", "4", None), ("Tidak", "2", True)]),
        ("Ya → langkah ke-5 / Tidak → langkah ke-2", [("Ya", "5", None), ("Tidak", "2", None)]),
        (
            "Mengecek data, jika telah selesai maka dilanjutkan ke proses berikut, jika belum maka laporan dikembalikan",
            [("Telah selesai", "", False), ("Belum", "", True)],
        ),
        ("Melanjutkan, jika perlu", []),
        ("Apabila setuju maka ditandatangani", []),
        ("Berkas tidak: lengkap", []),
        ("Jika ya lanjut; jika ya kembali", []),
        ("Jika tidak selesai dalam 2 hari, kembali ke langkah 1", []),
    ],
)
def test_what_a_sentence_says(text: str, found: list[tuple[str, str, bool | None]]) -> None:
    assert [(one.answer, one.number, one.back) for one in spoken(text)] == found


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Jika ya, lanjut", "Tidak"),
        ("Jika tidak, kembali", "Ya"),
        ("Jika belum, kembali", "Sudah"),
        ("Jika tidak lengkap, kembali", "Lengkap"),
        ("Jika sudah lengkap, lanjut", "Belum lengkap"),
        ("Jika ACC, lanjut", "Tidak ACC"),
        ("Jika Disetujui, lanjut", "Tidak disetujui"),
    ],
)
def test_what_the_other_exit_is_called(text: str, other: str) -> None:
    (one,) = spoken(text)
    assert one.otherwise == other


@pytest.mark.parametrize(
    ("remark", "labels"),
    [
        ("Jika ya, lanjut ke langkah 3; jika tidak, kembali ke langkah 1", ["Tidak", "Ya"]),
        ("Jika tidak lengkap, dikembalikan", ["Tidak lengkap", "Lengkap"]),
        ("Jika tidak, kembali ke langkah 9", ["", ""]),
        ("asli", ["", ""]),
    ],
)
def test_exits_that_the_drawing_leaves_bare(remark: str, labels: list[str]) -> None:
    """Of the decision of the second step, which leads back to the first and on to the third."""
    small = Small()
    small.cell(1, 1, f"Memeriksa. {remark}")
    first, choice, last = (
        small.symbol(0, 0),
        small.symbol(1, 1, "flowChartDecision"),
        small.symbol(2, 2),
    )
    small.arrow(first, choice, "right", "top")
    small.arrow(choice, first, "left", "bottom")
    small.arrow(choice, last, "right", "top")
    (sop,) = read(small.sheet)
    (chart,) = sop.charts
    assert [edge.label for edge in sorted(chart.edges, key=lambda e: e.target) if edge.source == 1] == labels
    text = definition_text(sop)
    assert ("diambil dari kalimatnya" in text) == bool(labels[0])
    assert ("ada cabang keputusan yang tidak berlabel" in text) != bool(labels[0])


TABLE = """| No | Kegiatan | Kepala | Staf | Waktu | Keterangan |
|---|---|---|---|---|---|
| 1 | Staf menerima berkas | | | 5 menit | |
| 2 | Staf mencatat berkas | | | 5 menit | |
| 3 | Kepala memeriksa berkas{said} | | {sign} | 5 menit | {remark} |
| 4 | Kepala menandatangani | | | 5 menit | |
| 5 | Staf mengarsipkan | | | 5 menit | |
"""


@pytest.mark.parametrize(
    ("said", "remark", "exits"),
    [
        (
            "",
            "Ya: lanjut ke langkah 4; Tidak: kembali ke langkah 1",
            {(0, "Tidak"), (3, "Ya")},
        ),
        (", jika tidak lengkap kembali ke langkah 1", "", {(0, "Tidak lengkap"), (3, "Lengkap")}),
        ("", "Jika lengkap ke langkah 5, jika tidak ke langkah 2", {(1, "Tidak"), (4, "Lengkap")}),
        ("", "Jika lengkap ke langkah 4, jika tidak ke langkah 9", {(3, "")}),
        ("", "Jika tidak lengkap, dikembalikan ke Staf", {(3, "")}),
    ],
)
def test_a_table_without_a_drawing(said: str, remark: str, exits: set[tuple[int, str]]) -> None:
    """A decision that is said whole becomes one; of another the author is told."""
    (found,) = read_text("x.md", TABLE.format(said=said, remark=remark, sign="").encode())
    text = definition_text(found)
    (chart,) = sop_of(text).semua_bagan
    leaving = {(arrow[1][0], arrow[2]) for arrow in drawn(resolve(chart).flow)["arrows"] if arrow[0][0] == 2}
    assert leaving == exits
    assert (found.charts[0].nodes[2].form is Form.DIAMOND) == (len(exits) == 2)
    assert ("cabang keputusannya diambil dari kalimatnya" in text) == (len(exits) == 2)


def test_a_box_that_is_drawn_decides_nothing() -> None:
    remark = "Ya: lanjut ke langkah 4; Tidak: kembali ke langkah 1"
    (found,) = read_text("x.md", TABLE.format(said="", remark=remark, sign="□").encode())
    assert [edge.target for edge in found.charts[0].edges if edge.source == 2] == [3]
