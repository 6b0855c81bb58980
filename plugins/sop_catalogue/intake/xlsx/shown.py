"""Numbers as their cell shows them: dates, durations, `0 "hari"`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from math import isfinite

from ...definition.tanggal import MONTHS

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "dd/mm/yyyy",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss", 49: "@",
}  # fmt: skip
"""Formats that a workbook only counts; short dates are as Indonesian machines write them."""
_TOKEN = re.compile(
    r'"([^"]*)"?|\\(.)|(_.)|(\*.)|(\[[^\]]*\])|(am/pm|a/p|general)|(y+|m+|d+|h+|s+)|([0#?][0#?.,]*|\.[0#?]+)|(%)|(e[+-]0+)|(@)|(.)',
    re.I | re.S,
)
_TEXT, _ESCAPED, _ROOM, _FILL, _BRACKET, _WORD, _TIME, _DIGITS, _PERCENT, _POWER, _AT, _OTHER = range(12)
_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LAST_DAY = 2_958_465
Token = tuple[int, str]


def shown(text: str, code: str, from_1904: bool = False) -> str:
    """A number's text in a format, or the text itself where it is none."""
    try:
        value = float(text)
    except ValueError:
        return text
    if not isfinite(value):
        return text
    tokens, value = _section(code, value)
    if any(_tells_time(kind, text) for kind, text in tokens):
        days = value + (1462 if from_1904 else 0)
        return _dated(tokens, days, english="[$-409" in code) if 0 <= days <= _LAST_DAY else _general(value)
    return _numbered(tokens, value)


def _section(code: str, value: float) -> tuple[list[Token], float]:
    """Formats may have one for what is below 0, and one for 0; there the sign is written by the format."""
    sections = [
        list(_tokens(part)) for part in re.findall(r'(?:"[^"]*"?|\\.|\[[^\]]*\]|[^;"])+|(?<=;)(?=;|$)', code)
    ]
    sections = sections or [[(_WORD, "general")]]
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _tokens(code: str) -> Sequence[Token]:
    found = []
    for match in _TOKEN.finditer(code[:255]):
        kind = (match.lastindex or 1) - 1
        found.append((kind, match[kind + 1] or ""))
    return found


def _numbered(tokens: Sequence[Token], value: float) -> str:
    value *= 100 ** sum(kind == _PERCENT for kind, _ in tokens)
    digits = [text for kind, text in tokens if kind == _DIGITS]
    power = next((text for kind, text in tokens if kind == _POWER), "")
    out, written = "", False
    for kind, text in tokens:
        if kind == _DIGITS and not written:
            out, written = out + _digits(text, value, power), True
        elif (kind == _WORD and text.lower() == "general") or kind == _AT:
            out += _general(value)
        elif kind == _ROOM:
            out += " "
        elif kind in (_TEXT, _ESCAPED, _OTHER, _PERCENT):
            out += text
        elif kind == _BRACKET and (currency := re.match(r"\[\$([^-\]]+)", text)):
            out += currency[1]
    return out.strip() if digits or out.strip() else out


def _digits(pattern: str, value: float, power: str) -> str:
    whole, _, part = pattern.partition(".")
    places = min(30, sum(letter in "0#?" for letter in part))
    needed = sum(letter == "0" for letter in part)
    if power:
        return f"{value:.{places}E}".replace(".", ",")
    while whole.endswith(","):
        whole, value = whole[:-1], value / 1000
    text = f"{abs(value):.{places}f}"
    before, _, after = text.partition(".")
    while len(after) > needed and after.endswith("0"):
        after = after[:-1]
    before = before.zfill(min(30, whole.count("0")))
    if "," in whole:
        before = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", before)
    elif before == "0" and "0" not in whole and after:
        before = ""
    sign = "-" if value < 0 and re.search("[1-9]", text) else ""
    return f"{sign}{before}{',' if after else ''}{after}"


def _general(value: float) -> str:
    if value == int(value) and abs(value) < 1e11:
        return str(int(value))
    return f"{value:.10g}".replace(".", ",").replace("e+", "E+").replace("e-", "E-")


def _dated(tokens: Sequence[Token], days: float, *, english: bool) -> str:
    when = _moment(days)
    half = any(kind == _WORD and "/" in text for kind, text in tokens)
    times = [(k, text.lower().strip("[")) for k, (kind, text) in enumerate(tokens) if _tells_time(kind, text)]
    out = ""
    for k, (kind, text) in enumerate(tokens):
        if kind == _TIME:
            out += _time(text.lower(), when, half, _is_minute(k, times), english)
        elif kind == _BRACKET and re.fullmatch(r"\[(h+|m+|s+)\]", text, re.I):
            out += str(int(days * {"h": 24, "m": 1440, "s": 86400}[text[1].lower()] + 1e-6))
        elif kind == _WORD and "/" in text:
            out += "AM" if when.hour < 12 else "PM"
        elif kind in (_TEXT, _ESCAPED, _OTHER):
            out += text
        elif kind == _ROOM:
            out += " "
    return out.strip()


def _tells_time(kind: int, text: str) -> bool:
    return kind == _TIME or (kind == _BRACKET and text[1:2].lower() in ("h", "m", "s"))


def _moment(days: float) -> datetime:
    """The 29th of February 1900, which was none, counts as a day there."""
    seconds = round(days * 86400)
    return datetime(1899, 12, 31 if days < 60 else 30) + timedelta(seconds=seconds)


def _is_minute(k: int, times: Sequence[tuple[int, str]]) -> bool:
    place = next(n for n, (at, _) in enumerate(times) if at == k)
    before = times[place - 1][1] if place else ""
    after = times[place + 1][1] if place + 1 < len(times) else ""
    return times[place][1] in ("m", "mm") and (before.startswith("h") or after.startswith("s"))


def _time(text: str, when: datetime, half: bool, minute: bool, english: bool) -> str:
    letter, many = text[0], len(text)
    if letter == "y":
        return f"{when.year:04}" if many > 2 else f"{when.year % 100:02}"
    if letter == "m" and not minute and many > 2:
        name = (_ENGLISH if english else MONTHS)[when.month - 1]
        return name if many == 4 else name[:1] if many == 5 else name[:3]
    if letter == "d" and many > 2:
        name = (_ENGLISH_DAYS if english else _DAYS)[when.weekday()]
        return name if many > 3 else name[:3]
    value = {
        "m": when.minute if minute else when.month,
        "d": when.day,
        "h": (when.hour + 11) % 12 + 1 if half else when.hour,
        "s": when.second,
    }[letter]
    return f"{value:0{min(many, 2)}}"
