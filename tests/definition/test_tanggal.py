from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.definition.tanggal import DateFault, Tanggal, read_date

READ = {
    "2018-01-31": ("2018-01-31", "31 Januari 2018"),
    "2018-1-2": ("2018-01-02", "2 Januari 2018"),
    "2018-01": ("2018-01", "Januari 2018"),
    "2018": ("2018", "2018"),
    "31/01/2018": ("2018-01-31", "31/01/2018"),
    "31-1-2018": ("2018-01-31", "31-1-2018"),
    "02.01.2018": ("2018-01-02", "02.01.2018"),
    "01 Januari 2023": ("2023-01-01", "01 Januari 2023"),
    "2 januari 2018": ("2018-01-02", "2 januari 2018"),
    "17 Agt 2020": ("2020-08-17", "17 Agt 2020"),
    "10 Nopember 2019": ("2019-11-10", "10 Nopember 2019"),
    "Pebruari 2019": ("2019-02", "Pebruari 2019"),
    "29 Februari 2024": ("2024-02-29", "29 Februari 2024"),
    "-": ("", "-"),
    "–": ("", "–"),
}


@pytest.mark.parametrize("text", READ)
def test_read(text: str) -> None:
    found = read_date(text)
    assert (found.iso, found.tampil) == READ[text]


FAULTY = {
    "2018-13-01": ("bulan 13 tidak ada", "tahun-bulan-hari"),
    "2018-02-29": ("Februari 2018 hanya punya tanggal 1–28", "periksa"),
    "31 April 2018": ("April 2018 hanya punya tanggal 1–30", "periksa"),
    "13/13/2018": ("bulan 13 tidak ada", "hari/bulan/tahun"),
    "0/1/2018": ("hanya punya tanggal", "periksa"),
    "2 Janauri 2018": ("bulan 'Janauri' tidak dikenal", "Januari"),
    "1818-01-01": ("tahun 1818", "periksa"),
    "01/02/18": ("tidak terbaca", "tulis seperti"),
    "kemarin": ("tidak terbaca", "kosongkan"),
    "no": ("tidak terbaca", "tulis seperti"),
}


@pytest.mark.parametrize("text", FAULTY)
def test_faults(text: str) -> None:
    with pytest.raises(DateFault) as caught:
        read_date(text)
    message, remedy = FAULTY[text]
    assert message in str(caught.value)
    assert remedy in caught.value.remedy


@given(st.dates())
def test_every_day_reads_back(day: date) -> None:
    if not 1900 <= day.year <= 2200:
        return
    assert read_date(day.isoformat()).iso == day.isoformat()
    assert read_date(read_date(day.isoformat()).tampil).iso == day.isoformat()


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_date_fault(text: str) -> None:
    try:
        assert isinstance(read_date(text), Tanggal)
    except DateFault as fault:
        assert str(fault)


def test_dates_order_by_time() -> None:
    assert read_date("Januari 2018") < read_date("2 Januari 2018") < read_date("2018-02")
