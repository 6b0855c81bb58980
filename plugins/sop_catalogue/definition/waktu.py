"""Waktu of the mutu baku: "10 menit", "1–3 hari kerja", "sesuai kebutuhan".

Minutes and hours add up; days, working days, weeks, months do not turn into hours, because no office's
form says how long its day is. So a total is kept per unit, and what has no number is counted as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

UNITS = ("tahun", "bulan", "minggu", "hari kalender", "hari kerja", "hari", "jam", "menit", "detik")
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
_Amounts = tuple[tuple[str, Fraction], ...]

_UNIT = r"(hari\s+kerja|hari\s+kalender|[a-z]+)"
_SPELLED = r"(?:\s*\(\s*[a-z\s]+\))?"
_NUMBER = (
    r"(\d+\s*/\s*[1-9]\d*|\d+(?:\.\d{3})*(?:[.,]\d+)?(?:\s*x\s*\d+)?|" + "|".join(_WORDS) + ")" + _SPELLED
)
_TO = r"(?:-|–|—|s\s*\.?\s*/?\s*d\s*\.?|sampai(?:\s+dengan)?|hingga)"
_PART = re.compile(rf"{_NUMBER}(?:\s*{_TO}\s*{_NUMBER})?\s*{_UNIT}")
_RANGE_OF_UNITS = re.compile(rf"{_NUMBER}\s*{_UNIT}\s*{_TO}\s*{_NUMBER}\s*{_UNIT}$")
_JOINERS = re.compile(
    r"[\s,;+]*(?:dan\s+)?(?:(?:maks(?:imal|imum)?|min(?:imal|imum)?|paling\s+(?:lama|lambat|cepat)|selama|sekitar|kurang\s+lebih|"
    r"±|\+/-|<|≤)\.?\s*)*"
)
_PER = re.compile(r"[\s.]*(?:/|@|per\b|(?:se)?tiap\b)")
_OPEN = re.compile(
    r"kebutuhan|kondisi|tiap|tentatif|insident|menyesuaikan|sewaktu|tergantung|sesuai|jadwal|\bper\b|/|seketika|segera|langsung"
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


@lru_cache(maxsize=4096)
def read_waktu(text: str) -> Waktu:
    """What `text` says of time; an unknown wording is `tak_tentu`, never an error."""
    text = " ".join(text.split())
    rest = text.lower()
    if set(rest) <= set("-–—."):
        return Waktu(text)
    if len(rest) > _LONGEST:
        return Waktu(text, tak_tentu=True)
    if found := _range_of_units(rest):
        return Waktu(text, *found)
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
    return Waktu(text, _sorted(low), _sorted(high))


def _range_of_units(text: str) -> tuple[_Amounts, _Amounts] | None:
    """`30 menit – 1 jam`: each end with a unit of its own."""
    m = _RANGE_OF_UNITS.match(text[_match_end(_JOINERS, text) :])
    if not m or not (first := _unit(m[2])) or not (last := _unit(m[4])):
        return None
    return ((first, _amount(m[1])),), ((last, _amount(m[3])),)


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

    @property
    def teks(self) -> str:
        low, high = say(self.paling_cepat), say(self.paling_lama)
        if not high:
            return ""
        return low if low == high else f"{low or '0'} sampai {high}"


def total(waktus: Iterable[Waktu | None]) -> TotalWaktu:
    low: dict[str, Fraction] = {}
    high: dict[str, Fraction] = {}
    open_ended = silent = 0
    for waktu in waktus:
        if waktu is None or not (waktu.paling_lama or waktu.tak_tentu):
            silent += 1
            continue
        open_ended += waktu.tak_tentu
        for sums, amounts in ((low, waktu.paling_cepat), (high, waktu.paling_lama)):
            for unit, amount in amounts:
                sums[unit] = sums.get(unit, Fraction(0)) + amount
    return TotalWaktu(_sorted(low), _sorted(high), open_ended, silent)


def say(amounts: Iterable[tuple[str, Fraction]]) -> str:
    """Amounts in words, hours and minutes carried over: 1 hari 2 jam 30 menit."""
    sums = dict(amounts)
    seconds = sum(int(sums.pop(unit, Fraction(0)) * size) for unit, size in _SECONDS.items())
    for unit, size in _SECONDS.items():
        count, seconds = divmod(seconds, size)
        sums[unit] = Fraction(count)
    return " ".join(f"{_number(sums[unit])} {unit}" for unit in UNITS if sums.get(unit))


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


def _match_end(pattern: re.Pattern[str], text: str) -> int:
    m = pattern.match(text)
    return m.end() if m else 0
