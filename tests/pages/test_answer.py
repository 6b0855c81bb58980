"""The answer first: what the head of an SOP's page says of it, against what its steps say."""

from __future__ import annotations

from pathlib import Path

import pytest

from .parsed import Node
from .parsed import parse as parsed
from .sample import entry, page

HEAD = "nama: Legalisasi\npelaksana: [Pemohon, Loket, Kasubbag]\n"
WHOLE = (
    HEAD
    + """
peralatan_perlengkapan: [Stempel basah]
langkah:
  - {kegiatan: Menyerahkan, pelaksana: Pemohon, waktu: 1–2 hari kerja, kelengkapan: [1. Ijazah asli, 2. Pulpen, Stempel basah], output: Berkas}
  - {kegiatan: Memeriksa, pelaksana: Loket, waktu: 1 hari kerja, kelengkapan: Daftar hadir, keputusan: {Ya: lanjut, Tidak: 1}, output: Berkas diperiksa}
  - {kegiatan: Menyetujui, pelaksana: Kasubbag, waktu: 3–5 hari kerja, keputusan: {Ya: lanjut, Tidak: 2}, output: Ijazah dilegalisasi}
  - {kegiatan: Menyimpan, pelaksana: Loket, tafsiran: pelaksana}
"""
)
CHARTS = """
nama: Belanja
bagan:
  - judul: Tunai
    pelaksana: [Staf]
    langkah: [{kegiatan: a, pelaksana: Staf, waktu: 10 menit, output: Kuitansi}]
  - judul: Bank
    pelaksana: [Bendahara]
    langkah: [{kegiatan: b, pelaksana: Bendahara, waktu: 2 hari, output: Bukti transfer}, {kegiatan: c, pelaksana: Bendahara, waktu: segera}]
"""


def head(folder: Path, text: str, edit: str = "") -> Node:
    return parsed(page(entry(folder, text), edit=edit).html).one("header", "sop-kepala")


def told(folder: Path, text: str) -> dict[str, str]:
    pairs = head(folder, text).one("dl", "sop-jawaban").all("div")
    return {pair.one("dt").text: pair.one("dd").text for pair in pairs}


def test_time_people_needs_and_result(tmp_path: Path) -> None:
    assert told(tmp_path, WHOLE) == {
        "Waktu": "5–8 hari kerja , dengan pengembalian s.d. 17, belum termasuk 1 langkah",
        "Dimulai oleh": "Pemohon",
        "Diputuskan oleh": "Loket, Kasubbag",
        "Perlu disiapkan": "Ijazah asli",
        "Hasil akhir": "Ijazah dilegalisasi",
    }


def test_several_charts_are_several_cases(tmp_path: Path) -> None:
    assert told(tmp_path, CHARTS) == {
        "Waktu": "10 menit sampai 2 hari , menurut alurnya, belum termasuk 1 langkah",
        "Dimulai oleh": "Staf, Bendahara",
        "Diselesaikan oleh": "Staf, Bendahara",
        "Hasil akhir": "Kuitansi, Bukti transfer",
    }


@pytest.mark.parametrize(
    ("waktu", "said"),
    [
        (["30 menit", "45 menit"], "1 jam 15 menit"),
        (["2 hari", "40 menit", "30 menit"], "sekitar 2 hari 2 jam"),
        (["2 hari", "90 menit", "30 menit"], "2 hari 2 jam"),
        (["sesuai kebutuhan"], "“sesuai kebutuhan”"),
        (["segera", "setiap hari"], "tidak dapat dijumlahkan"),
        (["-"], "tidak disebutkan"),
    ],
)
def test_time_that_does_not_add_up_is_no_figure(tmp_path: Path, waktu: list[str], said: str) -> None:
    steps = "".join(f"  - {{kegiatan: a, pelaksana: Loket, waktu: {text}}}\n" for text in waktu)
    assert told(tmp_path, f"{HEAD}langkah:\n{steps}")["Waktu"] == said


@pytest.mark.parametrize(
    ("step", "marked"),
    [
        ("tafsiran: pelaksana", ["Dimulai oleh", "Diselesaikan oleh"]),
        ("tafsiran: [simbol, panah]", []),
        ("keputusan: {Ya: lanjut, Tidak: 1}, tafsiran: simbol", ["Diputuskan oleh"]),
    ],
)
def test_what_was_concluded_is_marked(tmp_path: Path, step: str, marked: list[str]) -> None:
    """A step's shape says nothing of who starts it."""
    text = f"{HEAD}langkah:\n  - {{kegiatan: a, pelaksana: Loket, {step}}}\n"
    if "keputusan" in step:
        text += "  - {kegiatan: b, pelaksana: Loket}\n"
    found = head(tmp_path, text)
    pairs = [pair for pair in found.all("div") if pair.all("span", "sop-tanda")]
    assert [pair.one("dt").text for pair in pairs] == marked
    assert [note.text for note in found.all("p", "sop-jawaban-tanda")] == [
        "* Disimpulkan; tidak tergambar di dokumen asal."
    ] * bool(marked)


def test_of_many_the_first_needs_and_the_last_deciders(tmp_path: Path) -> None:
    steps = "".join(
        f"  - {{kegiatan: a, pelaksana: P{n}, keputusan: {{Ya: lanjut, Tidak: 1}}, kelengkapan: [Map {n}, Nota {n}, Peta {n}, Sketsa {n}]}}\n"
        for n in range(1, 6)
    )
    found = told(
        tmp_path,
        f"nama: x\npelaksana: [P1, P2, P3, P4, P5]\nlangkah:\n{steps}  - {{kegiatan: z, pelaksana: P1}}\n",
    )
    assert found["Diputuskan oleh"] == "…, P3, P4, P5"
    assert found["Perlu disiapkan"] == "Map 1, Nota 1, Peta 1 dan 1 lainnya"


def test_an_sop_without_steps_answers_nothing(tmp_path: Path) -> None:
    assert not head(tmp_path, "nama: x\nstatus: konsep\n").all("dl")


def test_printing_first_and_all_data_in_one_menu(tmp_path: Path) -> None:
    """It opens without a script, by mouse and keyboard: a `details`."""
    first, menu, steps, edit = [
        item for item in head(tmp_path, CHARTS, edit="https://contoh.go.id/ini.yml").one("ul", "sop-tindakan").children
        if isinstance(item, Node)
    ]  # fmt: skip
    assert (first.text, steps.text, edit.text) == ("Cetak", "Langkah", "Sunting")
    assert [link.text for link in menu.one("details").all("a")] == [
        "Bagan 1 gambar SVG",
        "Bagan 2 gambar SVG",
        "Data terbuka JSON",
        "Berkas definisi YAML",
    ]
    assert all("download" in link.attributes for link in menu.all("a"))
