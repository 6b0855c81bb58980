"""Dates as offices write them: "2 Januari 2018", "Januari 2022", "2018-01-02", "02/01/2018"."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from .findings import did_you_mean

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_SHORT = {
    "jan": 1,
    "feb": 2,
    "peb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "agu": 8,
    "agt": 8,
    "agust": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "nop": 11,
    "des": 12,
    "pebruari": 2,
    "nopember": 11,
}
_BY_NAME = {name.lower(): i for i, name in enumerate(MONTHS, 1)} | _SHORT
EXAMPLES = "2018-01-31, 31 Januari 2018, Januari 2018, atau 2018"


class DateFault(ValueError):
    """What is wrong with a date, with what to type instead."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


@dataclass(frozen=True, slots=True, order=True)
class Tanggal:
    """A date as far as it is known. `tahun` 0: nothing but the written sign, such as "-"."""

    tahun: int
    bulan: int = 0
    hari: int = 0
    teks: str = ""
    """As written, when it was written in words."""

    @property
    def tampil(self) -> str:
        """As people read it."""
        if self.teks:
            return self.teks
        parts = [str(self.hari) if self.hari else "", MONTHS[self.bulan - 1] if self.bulan else ""]
        return " ".join([*filter(None, parts), str(self.tahun)])

    @property
    def iso(self) -> str:
        """ISO 8601 as far as it goes; empty when no date is known."""
        if not self.tahun:
            return ""
        return "-".join(
            [
                f"{self.tahun:04}",
                *([f"{self.bulan:02}"] if self.bulan else []),
                *([f"{self.hari:02}"] if self.hari else []),
            ]
        )


_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_DMY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]+)\.?\s+(\d{4})$")


def read_date(text: str) -> Tanggal:
    """The date that `text` says; `DateFault` when it says none."""
    text = " ".join(text.split())
    if set(text) <= set("-–—."):
        return Tanggal(0, teks=text or "-")
    if m := _ISO.match(text):
        year, month, day = (int(g or 0) for g in m.groups())
        return _checked(year, month if m[2] else None, day if m[3] else None, "")
    if m := _DMY.match(text):
        return _checked(int(m[3]), int(m[2]), int(m[1]), text)
    if m := _WORDS.match(text):
        month = _BY_NAME.get(m[2].lower(), 0)
        if not month:
            raise DateFault(f"bulan '{m[2]}' tidak dikenal", did_you_mean(m[2], MONTHS))
        return _checked(int(m[3]), month, int(m[1]) if m[1] else None, text)
    raise DateFault("tanggal ini tidak terbaca", f"tulis seperti {EXAMPLES}; kosongkan bila tidak diketahui")


def _checked(year: int, month: int | None, day: int | None, text: str) -> Tanggal:
    if not 1900 <= year <= 2200:
        raise DateFault(f"tahun {year} di luar 1900–2200", "periksa angkanya")
    if month is not None and not 1 <= month <= 12:
        raise DateFault(
            f"bulan {month} tidak ada",
            "urutannya tahun-bulan-hari (2018-01-31) atau hari/bulan/tahun (31/01/2018)",
        )
    if day is not None and month is not None:
        last = calendar.monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise DateFault(f"{MONTHS[month - 1]} {year} hanya punya tanggal 1–{last}", "periksa angkanya")
    return Tanggal(year, month or 0, day or 0, text)


Day = tuple[int, int, int]


def first_day(date: Tanggal) -> Day:
    """The earliest that it can mean."""
    return date.tahun, date.bulan or 1, date.hari or 1


def last_day(date: Tanggal) -> Day:
    """The latest that it can mean."""
    month = date.bulan or 12
    return date.tahun, month, date.hari or calendar.monthrange(date.tahun, month)[1]


def surely_before(one: Tanggal, other: Tanggal) -> bool:
    """Whether every day that the one can mean lies before every day of the other."""
    return bool(one.iso and other.iso) and last_day(one) < first_day(other)
