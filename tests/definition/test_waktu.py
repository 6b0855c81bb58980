from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.definition.waktu import (
    UNITS,
    in_whole_hours,
    known_wording,
    length,
    read_waktu,
    say,
    total,
)

AMOUNTS = {
    "10 menit": ("10 menit", "10 menit"),
    "15 Menit.": ("15 menit", "15 menit"),
    "10menit": ("10 menit", "10 menit"),
    "2 jam": ("2 jam", "2 jam"),
    "1 hari kerja": ("1 hari kerja", "1 hari kerja"),
    "2 hari kalender": ("2 hari kalender", "2 hari kalender"),
    "120 hari": ("120 hari", "120 hari"),
    "1 Minggu": ("1 minggu", "1 minggu"),
    "5 bulan": ("5 bulan", "5 bulan"),
    "1 thn": ("1 tahun", "1 tahun"),
    "1–3 hari": ("1 hari", "3 hari"),
    "1-3 hari kerja": ("1 hari kerja", "3 hari kerja"),
    "1 s/d 3 hari": ("1 hari", "3 hari"),
    "1 s.d. 2 jam": ("1 jam", "2 jam"),
    "3 sampai dengan 1 hari": ("1 hari", "3 hari"),
    "30 menit - 1 jam": ("30 menit", "1 jam"),
    "2 jam 30 menit": ("2 jam 30 menit", "2 jam 30 menit"),
    "1 hari, 2 jam dan 5 menit": ("1 hari 2 jam 5 menit", "1 hari 2 jam 5 menit"),
    "90 menit": ("1 jam 30 menit", "1 jam 30 menit"),
    "1,5 jam": ("1 jam 30 menit", "1 jam 30 menit"),
    "1,5 hari": ("1,5 hari", "1,5 hari"),
    "1/2 jam": ("30 menit", "30 menit"),
    "½ jam": ("30 menit", "30 menit"),
    "setengah jam": ("30 menit", "30 menit"),
    "3 x 24 jam": ("72 jam", "72 jam"),
    "1.500 menit": ("25 jam", "25 jam"),
    "1 (satu) hari kerja": ("1 hari kerja", "1 hari kerja"),
    "± 15 menit": ("15 menit", "15 menit"),
    "maks. 3 hari": ("3 hari", "3 hari"),
    "paling lama 5 hari kerja": ("5 hari kerja", "5 hari kerja"),
    "7 hari kerja (setelah berkas lengkap)": ("7 hari kerja", "7 hari kerja"),
    "6 jam kerja": ("6 jam kerja", "6 jam kerja"),
    "sebulan": ("1 bulan", "1 bulan"),
    "Seminggu": ("1 minggu", "1 minggu"),
    "sehari kerja": ("1 hari kerja", "1 hari kerja"),
    "maksimal setahun": ("1 tahun", "1 tahun"),
    "sejam – 2 jam": ("1 jam", "2 jam"),
    "sejam 30 menit": ("1 jam 30 menit", "1 jam 30 menit"),
    "1 hari - 2 jam": ("2 jam", "1 hari"),
    "selambat-lambatnya 14 hari kalender": ("14 hari kalender", "14 hari kalender"),
}


@pytest.mark.parametrize("text", AMOUNTS)
def test_amounts(text: str) -> None:
    waktu = read_waktu(text)
    assert (say(waktu.paling_cepat), say(waktu.paling_lama)) == AMOUNTS[text]
    assert not waktu.tak_tentu and known_wording(waktu)


@pytest.mark.parametrize(
    "text",
    [
        "sesuai kebutuhan",
        "Sesuai kondisi lapangan",
        "Setiap hari",
        "10 menit per berkas",
        "5 menit/berkas",
        "sewaktu-waktu",
        "Triwulanan",
        "semesteran",
        "bulanan",
        "tahunan",
        "setiap 3 bulan",
        "setiap triwulan",
        "sebulan sekali",
        "1 bulan sekali",
        "sebulan dua kali",
        "2 kali seminggu",
        "2 jam harian",
        "segera",
    ],
)
def test_wordings_without_an_amount(text: str) -> None:
    waktu = read_waktu(text)
    assert waktu.tak_tentu and known_wording(waktu) and not waktu.paling_lama


@pytest.mark.parametrize("text", ["10 mneit", "2 jam 30 mneit", "menit", "sepuluh", "10", "sehari-hari"])
def test_what_nobody_can_count_is_told_apart(text: str) -> None:
    waktu = read_waktu(text)
    assert waktu.tak_tentu and not known_wording(waktu)


@pytest.mark.parametrize("text", ["-", "", "–"])
def test_a_dash_says_nothing(text: str) -> None:
    waktu = read_waktu(text)
    assert not waktu.tak_tentu and not waktu.paling_lama


def test_total_keeps_units_apart_and_says_what_it_leaves_out() -> None:
    sums = total(
        [*map(read_waktu, ["30 menit – 1 jam", "2 hari", "45 menit", "sesuai kebutuhan", "-"]), None]
    )
    assert sums.teks == "2 hari 1 jam 15 menit sampai 2 hari 1 jam 45 menit"
    assert (sums.tak_tentu, sums.tanpa_waktu) == (1, 2)
    assert total([]).teks == ""


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("maks. 3 hari", True),
        ("minimal 1 jam", True),
        ("< 5 menit", True),
        ("3 hari", False),
        ("maks. 1–3 hari", False),
    ],
)
def test_a_waktu_that_names_one_end_only_is_marked(text: str, bound: bool) -> None:
    assert read_waktu(text).batas is bound
    assert total([read_waktu(text)]).berbatas == bound


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["1–3 hari"], "1–3 hari"),
        (["1–3 hari", "2 hari"], "3–5 hari"),
        (["45–90 menit"], "45 menit sampai 1 jam 30 menit"),
        (["2 jam – 1 hari kerja"], "2 jam sampai 1 hari kerja"),
        (["1 hari kerja", "2 hari kalender", "3 hari"], "2 hari kalender + 1 hari kerja + 3 hari"),
    ],
)
def test_ranges_in_words(texts: list[str], said: str) -> None:
    assert total(map(read_waktu, texts)).teks == said


def test_sums_of_sums() -> None:
    parts = [["1 jam", "maks. 2 hari"], ["-", "30 menit", "segera"]]
    assert sum((total(map(read_waktu, part)) for part in parts), total(())) == total(
        read_waktu(text) for part in parts for text in part
    )


@given(st.text(max_size=40) | st.text("0123456789/.,x-–() jamhrsdtik", max_size=40))
def test_any_text_has_a_reading(text: str) -> None:
    waktu = read_waktu(text)
    assert bool(waktu.paling_lama) == bool(waktu.paling_cepat)
    say(waktu.paling_lama)
    assert length(waktu.paling_cepat) <= length(waktu.paling_lama)


def test_a_story_is_no_duration() -> None:
    assert read_waktu("1 jam " * 100_000).tak_tentu


@given(st.lists(st.tuples(st.sampled_from(UNITS), st.fractions(0, 500, max_denominator=60))))
def test_whole_hours_are_never_less_and_never_a_whole_hour_more(parts: list[tuple[str, Fraction]]) -> None:
    amounts = tuple(dict(parts).items())
    rounded = in_whole_hours(amounts)
    assert 0 <= length(rounded) - length(amounts) < 3600
    assert in_whole_hours(rounded) == rounded
    counted_in_days = {"tahun", "bulan", "minggu", "hari kalender", "hari kerja", "hari"}.intersection(
        dict(amounts)
    )
    assert (rounded == amounts) if not counted_in_days else not {"menit", "detik"}.intersection(dict(rounded))
