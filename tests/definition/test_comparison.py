"""What two definitions of one SOP say differently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.definition.comparison import differences
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.sop import Sop

BEFORE = """\
nama: Surat Masuk
nomor: 1/2024
dasar_hukum: [UU 25/2009]
langkah:
  - {kegiatan: Menerima surat, pelaksana: Staf, waktu: 5 menit}
  - {kegiatan: Memeriksa surat, pelaksana: Kepala, output: Paraf}
  - {kegiatan: Memutuskan, pelaksana: Kepala, keputusan: {Ya: lanjut, Tidak: 2}}
  - {kegiatan: Mengirim surat, pelaksana: Staf}
"""


def read(text: str) -> Sop:
    definition = read_definition("x.yml", text.encode(), Sop)
    assert definition.model, definition.findings
    return definition.model


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", []),
        ("nomor: 1/2024", "nomor: 2/2026", ["Nomor SOP"]),
        ("[UU 25/2009]", "[UU 25/2009, PP 96/2012]", ["Dasar Hukum"]),
        ("5 menit", "1 jam", ["langkah 1: waktu"]),
        ("output: Paraf", "output: Paraf, kelengkapan: Surat", ["langkah 2: kelengkapan"]),
        ("Memeriksa surat", "Meneliti surat", ["langkah 2: kegiatan"]),
        ("Memeriksa surat, pelaksana: Kepala", "Memeriksa surat, pelaksana: Staf", ["langkah 2: simbol"]),
        ("Tidak: 2", "Tidak: 1", ["langkah 3: panah"]),
        ("Ya: lanjut", "Setuju: lanjut", ["langkah 3: panah"]),
        ("nama: Surat Masuk", "nama: Surat Masuk\ncatatan_kaki: Lihat lampiran", ["catatan kaki"]),
        ("nama: Surat Masuk", "nama: Surat Masuk\njudul_bagan: Alur", ["judul bagan"]),
        ("nama: Surat Masuk", "nama: Surat Masuk\npelaksana: [Staf, Kepala, Camat]", ["kolom pelaksana"]),
        (
            "  - {kegiatan: Mengirim surat",
            "  - {kegiatan: Mencatat, pelaksana: Staf}\n  - {kegiatan: Mengirim surat",
            ["langkah 3: panah", "langkah 4 baru"],
        ),
        (
            "  - {kegiatan: Memeriksa surat, pelaksana: Kepala, output: Paraf}\n",
            "",
            ["langkah 1: panah", "langkah 2 (yang lama) tidak ada lagi", "langkah 2: panah"],
        ),
        ("nama: Surat Masuk", "nama: Surat Masuk\nsumber: Arsip\ntafsiran: semua panah", []),
    ],
)  # fmt: skip
def test_what_is_told(old: str, new: str, said: list[str]) -> None:
    assert sorted(differences(read(BEFORE), read(BEFORE.replace(old, new)))) == sorted(said)


def test_steps_further_down_do_not_change_with_one_that_is_new() -> None:
    steps = "".join(
        f"  - {{kegiatan: Langkah {k}, pelaksana: Staf, waktu: {k} menit}}\n" for k in range(1, 9)
    )
    new = "  - {kegiatan: Baru, pelaksana: Staf}\n"
    first, rest = steps.split("\n", 1)
    one, other = (read(f"nama: Uji\nlangkah:\n{text}") for text in (steps, f"{first}\n{new}{rest}"))
    assert differences(one, other) == ["langkah 1: panah", "langkah 2 baru"]


@given(st.lists(st.sampled_from("ABCD"), min_size=1, max_size=6), st.sampled_from(["Staf", "Kepala"]))
def test_the_same_is_not_different(acts: list[str], lane: str) -> None:
    text = "nama: Uji\nlangkah:\n" + "".join(f"  - {{kegiatan: {a}, pelaksana: {lane}}}\n" for a in acts)
    assert differences(read(text), read(text)) == []
