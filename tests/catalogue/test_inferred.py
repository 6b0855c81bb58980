"""What an SOP calls concluded: said once, in one of three places, and of something that is there."""

from __future__ import annotations

import pytest

from sop_catalogue.definition.tafsiran import Tafsiran
from tests.catalogue.folder import Folder, entry

STEPS = """
langkah:
  - {kegiatan: Menerima, pelaksana: Loket, tafsiran: FIRST}
  - {kegiatan: Menyimpan, pelaksana: Kepala Dinas, tafsiran: LAST}
"""


def told(folder: Folder, text: str) -> list[str]:
    folder.places("kab/dinas").write({"kab/dinas/a.yml": f"nama: Arsip\n{text}"})
    return [
        f"{finding.line} {finding.code} {finding.message}; {finding.remedy}"
        for finding in entry(folder.build(), "kab/dinas/a").findings
        if finding.code.startswith("tafsiran")
    ]


def steps(first: str = "[]", last: str = "[]") -> str:
    return STEPS.replace("FIRST", first).replace("LAST", last)


def test_what_is_said_of_all_steps_holds_for_each() -> None:
    found = Tafsiran.of(["status", "semua panah"], [["pelaksana"], ["panah", "simbol"], []])
    assert found.everywhere == ("panah",)
    assert found.steps == (("pelaksana",), ("simbol",), ())
    assert [found.at(row) for row in range(3)] == [("pelaksana", "panah"), ("simbol", "panah"), ("panah",)]
    assert found.parts == ("pelaksana", "simbol", "panah")


def test_what_is_said_of_the_sop_holds_for_all_its_charts(folder: Folder) -> None:
    chart = "\n".join(f"  {line}" for line in steps()[1:].splitlines())
    text = f"tafsiran: semua panah\nbagan:\n-\n{chart}\n- tafsiran: semua simbol\n{chart}\n"
    folder.places("kab/dinas").write({"kab/dinas/a.yml": f"nama: Arsip\n{text}"})
    charts = entry(folder.build(), "kab/dinas/a").charts
    assert [chart.inferred.everywhere for chart in charts] == [("panah",), ("simbol", "panah")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "tafsiran: status" + steps(),
            "2 tafsiran-keliru 'status' disebut tafsiran, padahal SOP ini tidak menyebut status; "
            "tulis statusnya di 'status', atau hapus 'status' dari 'tafsiran' di sini",
        ),
        (
            "tafsiran: [formulir]\nnomor: 1/2020\nperingatan: Segera" + steps(),
            "2 tafsiran-keliru 'formulir' disebut tafsiran, padahal blok identitasnya berisi nomor, peringatan; "
            "hapus 'formulir' dari 'tafsiran' di sini",
        ),
        (
            steps(last="panah"),
            "5 tafsiran-keliru 'panah' disebut tafsiran, padahal tidak ada panah yang keluar dari langkah ini; "
            "hapus 'panah' dari 'tafsiran' di sini",
        ),
        (
            "tafsiran: semua panah" + steps("[simbol, panah]"),
            "4 tafsiran-ganda 'panah' sudah disebut untuk semua langkah bagan ini; "
            "hapus 'panah' dari 'tafsiran' di sini",
        ),
        (
            "tafsiran: semua panah\nbagan:\n- tafsiran: semua panah\n  langkah:\n"
            "  - {kegiatan: Menerima, pelaksana: Loket}\n",
            "4 tafsiran-ganda 'semua panah' sudah disebut untuk semua bagan; "
            "hapus 'semua panah' dari 'tafsiran' di sini",
        ),
    ],
)
def test_what_cannot_be_so_is_told(folder: Folder, text: str, said: str) -> None:
    assert told(folder, text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "diganti_oleh: Arsip Baru\ntafsiran: status" + steps(),
        "tafsiran: formulir\ntanda_tangan: {nama: Budi}" + steps(),
        "tafsiran: [semua panah, semua simbol]" + steps("pelaksana"),
        steps("[panah, simbol, pelaksana]", "simbol"),
    ],
)
def test_what_can_be_so_is_let_be(folder: Folder, text: str) -> None:
    assert not told(folder, text)
