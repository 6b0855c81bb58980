"""Texts that nobody wrote in good faith, or that a scan garbled: a sentence or a definition each, never a traceback."""

from __future__ import annotations

from pathlib import Path
from random import Random
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.intake.marked_up.reading import read_html, read_text
from sop_catalogue.intake.primitives import UnreadableError
from sop_catalogue.intake.wording.definition_text import definition_text

WHOLE = [path.read_bytes() for path in sorted((Path(__file__).parent / "pindai").glob("*.txt"))]
MANY, FEW = 2000, 100


def outcome(data: bytes) -> str:
    try:
        return "".join(definition_text(sop) for sop in read_text("x.txt", data))
    except UnreadableError as reason:
        return str(reason)


def test_bytes_gone_wrong(nightly: bool) -> None:
    """Tabs and ends of lines, too, that come and go."""
    for number in range(MANY if nightly else FEW):
        r = Random(number)
        start = r.randrange(60_000)
        data = bytearray(r.choice(WHOLE)[start if r.random() < 0.3 else 0 :][:9000])
        for _ in range(r.choice([1, 5, 50, 500])):
            if data:
                data[r.randrange(len(data))] = r.choice([9, 10, 124, 60, 62, 49, r.randrange(1, 256)])
        assert outcome(bytes(data)), number


PARTS = st.sampled_from(
    ["No", "Kegiatan", "Pelaksana", "Staf", "Mutu Baku", "Waktu", "Output", "1", "2.", "5 menit", "□ ↓", "Ya", "\t", "\n", "|",
     "<table>", "<tr>", "<td rowspan=9>", "<td colspan=300>", "</table>", "Nama SOP : ", "Dasar Hukum", "\n\n", "- a - b", "**"]
)  # fmt: skip


@given(st.lists(PARTS | st.text(max_size=9), max_size=80))
def test_anything_in_any_order(parts: list[str]) -> None:
    head = "No\tKegiatan\tKepala\tStaf\tWaktu\tOutput\n1\tMenerima\t\t□\t5 menit\tSurat\n"
    for text in ("".join(parts), head + "\t".join(parts), head + "".join(parts)):
        assert outcome(text.encode())
    try:
        assert read_html("x.html", "".join(parts).encode())
    except UnreadableError as reason:
        assert str(reason)


def test_a_long_one_takes_no_longer_than_it_is() -> None:
    """No text makes a pattern go back and forth over it."""
    row = "\t".join(["1", "Menerima " * 40, "□", "", "- a " * 200, "5 menit", "1. b " * 200])
    head = "No\tKegiatan\tKepala\tStaf\tKelengkapan\tWaktu\tOutput\n"
    began = process_time()
    for text in (
        head + f"{row}\n" * 300,
        "A" * 400_000,
        "1 " * 200_000,
        "- " * 200_000,
        "<p" * 200_000,
        "Nomor SOP " * 40_000,
    ):
        assert outcome(text.encode())
    assert process_time() - began < 20
