"""Who does a step, by its words: "Kasubbag mendisposisikan …" names the lane Kasub."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CALLED = (
    ("pimpinan", r"kepala\s+(?:dinas|badan|kantor|opd|skpd)|kadis|kadin|kaban|kakan|pimpinan"),
    ("sekretaris", r"sekretaris(?:\s+(?:dinas|badan))?|sekdis|sekdin|sekban|sekre\s?taris"),
    ("kabid", r"kepala\s+bidang|kabid"),
    ("kabag", r"kepala\s+bagian|kabag"),
    ("kasubbag", r"kepala\s+sub\s*bagian|kasubb?ag|kasub"),
    ("kasi", r"kepala\s+seksi|kasie?|seksi"),
    ("tata usaha", r"(?:kepala\s+)?tata\s+usaha|tu|ktu"),
    ("pengadministrasi", r"pengad\w*(?:\s+nitration)?(?:\s+umum)?|petugas\s+adm\w*"),
    ("staf", r"staff?"),
)
_PATTERNS = [(name, re.compile(rf"\b(?:{pattern})\b\.?", re.I)) for name, pattern in _CALLED]
_HEADS = re.compile(
    r"\b(?:(?:me|pe)?nan?da\s?tangan\w*|(?:di)?tanda\s?tangan\w*|mendisposisi\w*|mengesahkan|pengesahan|menyetujui)\b"
)
_HANDS = re.compile(r"(?:staf|pengadministrasi|petugas|operator|pelaksana|teknisi)\b")
_WITH = r"(?:\s+(?:bersama|beserta|dan)(?:\s+dengan)?\s+)"
_TO = r"\b(?:ke|kepada)\s+"


class Doers:
    def __init__(self, lanes: Sequence[str]) -> None:
        names = [_plain(name) for name in lanes]
        self._names = [(k, name) for k, name in enumerate(names) if name]
        first = [name.split()[0] for _, name in self._names]
        self._names += [
            (k, name.split()[0])
            for k, name in self._names
            if " " in name and first.count(name.split()[0]) == 1 and name.split()[0] in dict(_CALLED)
        ]
        self._names.sort(key=lambda one: -len(one[1]))

    def of(self, activity: str) -> tuple[int, ...]:
        """Who is its subject, or does it with him; or by whom it is done."""
        text = _plain(activity)
        if (first := self._at(text, "^")) is not None:
            lane, end = first
            other = self._at(text[end:], rf"^{_WITH}") if re.match(_WITH, text[end:]) else None
            return (lane, other[0]) if other and other[0] != lane else (lane,)
        by = self._at(text, r"\boleh\s+")
        return (by[0],) if by else ()

    def handed_to(self, activity: str) -> int | None:
        """To whom the work goes on, the last named."""
        text = _plain(activity)
        found = [
            (m.start(), k) for k, name in self._names for m in re.finditer(rf"{_TO}{re.escape(name)}\b", text)
        ]
        return max(found)[1] if found else None

    def by_kind(self, activity: str) -> int | None:
        """Who signs and decides is the head; other work is done by staff."""
        kind = ["pimpinan"] if _HEADS.match(_plain(activity)) else []
        head = next((k for k, name in self._names if name in kind), None)
        hands = [k for k, name in self._names if _HANDS.match(name)]
        return head if head is not None else max(hands, default=None)

    def _at(self, text: str, before: str) -> tuple[int, int] | None:
        for k, name in self._names:
            if match := re.search(rf"{before}{re.escape(name)}\b", text):
                return k, match.end()
        return None


def _plain(text: str) -> str:
    """In small letters, each office's names for one post made the same."""
    text = text.lower()
    for name, pattern in _PATTERNS:
        text = pattern.sub(name, text)
    return " ".join(re.sub(r"[^\w\s]", " ", text).split())
