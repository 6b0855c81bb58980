"""Waktu of the mutu baku: "10 menit", "1–3 hari kerja", "sesuai kebutuhan".

Minutes and hours add up; days, working days, weeks, months do not turn into hours, because no office's
form says how long its day is. So a total is kept per unit, and what has no number is counted as such.
Working time (hari kerja, jam kerja) and elapsed time (hari kalender) are units of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil

UNITS = (
    "tahun",
    "bulan",
    "minggu",
    "hari kalender",
    "hari kerja",
    "hari",
    "jam kerja",
    "jam",
    "menit",
    "detik",
)
_ALIAS = {
    "thn": "tahun",
    "th": "tahun",
    "bln": "bulan",
    "mgg": "minggu",
    "hr": "hari",
    "j": "jam",
    "mnt": "menit",
    "mn": "menit",
    "dtk": "detik",
}
_WORDS: dict[str, int | Fraction] = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "setengah": Fraction(1, 2),
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
}
_SECONDS = {"jam": 3600, "menit": 60, "detik": 1}
_DAY = 86400
_DAYS = ("hari kalender", "hari kerja", "hari")
"""Days of different kinds, which make no one number."""
_COARSE = ("tahun", "bulan", "minggu", *_DAYS)
_LENGTHS = {"tahun": 365 * _DAY, "bulan": 30 * _DAY, "minggu": 7 * _DAY, "hari kalender": _DAY, "hari kerja": _DAY,
            "hari": _DAY, "jam kerja": 3600, **_SECONDS}  # fmt: skip
Amounts = tuple[tuple[str, Fraction], ...]
"""Amount per unit, the largest unit first."""

_UNIT = r"(hari\s+kerja|hari\s+kalender|jam\s+kerja|[a-z]+)"
_SPELLED = r"(?:\s*\(\s*[a-z\s]+\))?"
_NUMBER = (
    r"(\d+\s*/\s*[1-9]\d*|\d+(?:\.\d{3})*(?:[.,]\d+)?(?:\s*x\s*\d+)?|" + "|".join(_WORDS) + ")" + _SPELLED
)
_TO = r"(?:-|–|—|s\s*\.?\s*/?\s*d\s*\.?|sampai(?:\s+dengan)?|hingga)"
_PART = re.compile(rf"{_NUMBER}(?:\s*{_TO}\s*{_NUMBER})?\s*{_UNIT}")
_RANGE_OF_UNITS = re.compile(rf"{_NUMBER}\s*{_UNIT}\s*{_TO}\s*{_NUMBER}\s*{_UNIT}$")
_AT_MOST = r"maks(?:imal|imum)?|paling\s+(?:lama|lambat)|selambat[\s-]+lambatnya|selama[\s-]+lamanya|kurang\s+dari|<|≤"
_AT_LEAST = r"min(?:imal|imum)?|paling\s+(?:cepat|sedikit)|sekurang[\s-]+kurangnya|lebih\s+dari|>|≥"
_BOUND = re.compile(rf"\s*(?:(?P<most>{_AT_MOST})|{_AT_LEAST})")
_JOINERS = re.compile(
    rf"[\s,;+]*(?:dan\s+)?(?:(?:{_AT_MOST}|{_AT_LEAST}|selama|sekitar|kurang\s+lebih|±|\+/-)\.?\s*)*"
)
_ONE = re.compile(r"\bse(?=(?:tahun|bulan|minggu|hari|jam|menit|detik)\b(?!-))")
"""`sebulan`: one month, before "bulan"."""
_PERIOD = r"(?:tahun|semester|caturwulan|triwulan|bulan|minggu|hari)an\b"
_OFTEN = rf"sekali\b|(?:\w+\s+)?kali\b|{_PERIOD}"
"""How often something is done, which says nothing of how long it takes."""
_PER = re.compile(rf"[\s.]*(?:/|@|per\b|(?:se)?tiap\b|{_OFTEN})")
_OPEN = re.compile(
    rf"\b(?:{_OFTEN})|kebutuhan|kondisi|tiap|tentatif|insident|menyesuaikan|sewaktu|tergantung|sesuai|jadwal|\bper\b|/|seketika|segera|langsung"
)


_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}\b)")
_LONGEST = 200
"""A longer text is a story, not a duration."""
_COUNTS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Waktu:
    teks: str
    """As written."""
    paling_cepat: tuple[tuple[str, Fraction], ...] = ()
    """Amount per unit, the lower end of a range."""
    paling_lama: tuple[tuple[str, Fraction], ...] = ()
    """Amount per unit, the upper end of a range."""
    tak_tentu: bool = False
    """Says something, but no amount: "sesuai kebutuhan"."""
    batas: bool = False
    """Names one end only ("maks. 3 hari", "minimal 1 jam"); that end then stands for both."""


@lru_cache(maxsize=4096)
def read_waktu(text: str) -> Waktu:
    """What `text` says of time; an unknown wording is `tak_tentu`, never an error."""
    text = " ".join(text.split())
    rest = _ONE.sub("satu ", text.lower())
    if set(rest) <= set("-–—."):
        return Waktu(text)
    if len(rest) > _LONGEST:
        return Waktu(text, tak_tentu=True)
    if found := _range_of_units(rest):
        return Waktu(text, *found)
    bound = bool(_BOUND.match(rest))
    low: dict[str, Fraction] = {}
    high: dict[str, Fraction] = {}
    while rest := rest[_match_end(_JOINERS, rest) :].strip(" ."):
        m = _PART.match(rest)
        unit = _unit(m[3]) if m else ""
        if not m or not unit:
            if low and not _COUNTS.search(rest) and not _PER.match(rest):
                break  # a remark: "2 hari sejak berkas lengkap"
            return Waktu(text, tak_tentu=True)
        first = _amount(m[1])
        last = _amount(m[2]) if m[2] else first
        low[unit] = low.get(unit, Fraction(0)) + min(first, last)
        high[unit] = high.get(unit, Fraction(0)) + max(first, last)
        rest = rest[m.end() :]
    return Waktu(text, _sorted(low), _sorted(high), batas=bound and low == high)


def _range_of_units(text: str) -> tuple[Amounts, Amounts] | None:
    """`30 menit – 1 jam`: each end with a unit of its own."""
    m = _RANGE_OF_UNITS.match(text[_match_end(_JOINERS, text) :])
    if not m or not (first := _unit(m[2])) or not (last := _unit(m[4])):
        return None
    ends: list[Amounts] = [((first, _amount(m[1])),), ((last, _amount(m[3])),)]
    shorter, longer = sorted(ends, key=length)
    return shorter, longer


def length(amounts: Amounts) -> Fraction:
    """Seconds, for telling what is longer, and for nothing that is shown: a day is held to be 24 hours."""
    return sum((amount * _LENGTHS[unit] for unit, amount in amounts), Fraction(0))


def known_wording(waktu: Waktu) -> bool:
    """Whether a waktu without an amount uses one of the wordings that say so on purpose."""
    return not waktu.tak_tentu or bool(_OPEN.search(waktu.teks.lower()))


@dataclass(frozen=True, slots=True)
class TotalWaktu:
    """The sum over steps, honest about what it leaves out."""

    paling_cepat: tuple[tuple[str, Fraction], ...]
    paling_lama: tuple[tuple[str, Fraction], ...]
    tak_tentu: int
    """Steps whose waktu has no amount."""
    tanpa_waktu: int
    """Steps that say nothing."""
    berbatas: int = 0
    """Steps that name one end only, counted as that end."""

    @property
    def teks(self) -> str:
        return say_range(self.paling_cepat, self.paling_lama)

    def __add__(self, other: TotalWaktu) -> TotalWaktu:
        return TotalWaktu(
            _added(self.paling_cepat, other.paling_cepat),
            _added(self.paling_lama, other.paling_lama),
            self.tak_tentu + other.tak_tentu,
            self.tanpa_waktu + other.tanpa_waktu,
            self.berbatas + other.berbatas,
        )


def total(waktus: Iterable[Waktu | None]) -> TotalWaktu:
    low: dict[str, Fraction] = {}
    high: dict[str, Fraction] = {}
    open_ended = silent = bounded = 0
    for waktu in waktus:
        if waktu is None or not (waktu.paling_lama or waktu.tak_tentu):
            silent += 1
            continue
        open_ended += waktu.tak_tentu
        bounded += waktu.batas
        for sums, amounts in ((low, waktu.paling_cepat), (high, waktu.paling_lama)):
            for unit, amount in amounts:
                sums[unit] = sums.get(unit, Fraction(0)) + amount
    return TotalWaktu(_sorted(low), _sorted(high), open_ended, silent, bounded)


def say_range(low: Amounts, high: Amounts) -> str:
    """Both ends in words: `1–3 hari`, `30 menit sampai 1 jam`; one alone when they are the same."""
    shortest, longest = say(low), say(high)
    if shortest == longest or not high:
        return longest
    if len(low) == len(high) == 1 and shortest.split(" ", 1)[1:] == longest.split(" ", 1)[1:]:
        return f"{shortest.split(' ', 1)[0]}–{longest}"
    return f"{shortest or '0'} sampai {longest}"


def say(amounts: Iterable[tuple[str, Fraction]]) -> str:
    """Amounts in words, hours and minutes carried over: 1 hari 2 jam 30 menit, 1 hari kerja + 2 hari."""
    sums = dict(amounts)
    seconds = 0
    for unit, size in _SECONDS.items():
        amount = sums.pop(unit, Fraction(0))
        seconds += amount.numerator * size // amount.denominator
    for unit, size in _SECONDS.items():
        count, seconds = divmod(seconds, size)
        sums[unit] = Fraction(count)
    said = ""
    before = ""
    for unit in (unit for unit in UNITS if sums.get(unit)):
        joint = " + " if unit in _DAYS and before in _DAYS else " " if said else ""
        said += f"{joint}{_number(sums[unit])} {unit}"
        before = unit
    return said


def in_whole_hours(amounts: Amounts) -> Amounts:
    """Minutes rounded up to an hour where it takes days, which nobody counts by the minute."""
    if not any(unit in _COARSE for unit, _ in amounts):
        return amounts
    clock = sum((amount * _SECONDS.get(unit, 0) for unit, amount in amounts), Fraction(0))
    sums = {unit: amount for unit, amount in amounts if unit not in _SECONDS}
    if clock:
        sums["jam"] = Fraction(ceil(clock / _SECONDS["jam"]))
    return _sorted(sums)


def _number(amount: Fraction) -> str:
    return str(amount) if amount.denominator == 1 else f"{float(amount):.2f}".rstrip("0").replace(".", ",")


def _amount(text: str) -> Fraction:
    if text in _WORDS:
        return Fraction(_WORDS[text])
    text = _THOUSANDS.sub("", text).replace(" ", "").replace(",", ".")
    if "/" in text:
        over, under = text.split("/")
        return Fraction(int(over), int(under))
    amount = Fraction(1)
    for factor in text.split("x"):
        amount *= Fraction(factor)
    return amount


def _unit(text: str) -> str:
    unit = " ".join(text.split())
    unit = _ALIAS.get(unit, unit)
    return unit if unit in UNITS else ""


def _sorted(amounts: dict[str, Fraction]) -> tuple[tuple[str, Fraction], ...]:
    return tuple(sorted(amounts.items(), key=lambda item: UNITS.index(item[0])))


def _added(first: Amounts, second: Amounts) -> Amounts:
    sums = dict(first)
    for unit, amount in second:
        sums[unit] = sums.get(unit, Fraction(0)) + amount
    return _sorted(sums)


def _match_end(pattern: re.Pattern[str], text: str) -> int:
    m = pattern.match(text)
    return m.end() if m else 0
