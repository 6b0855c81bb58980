"""Which regulation a citation names, however it is written.

Abbreviations are written out, noise is dropped, and what remains is kind, issuer, number, year and, for what every
region or office numbers anew, the region or office. Where a citation leaves room for doubt, two regulations stay two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ...definition.daftar import Peraturan
from ...definition.fields import slug
from ...definition.markup import plain
from .words import BODIES, INSTRUMENTS, MINISTRIES, OFFICES, ONLY_PROVINCES, PROVINCES


class LawKey(NamedTuple):
    """What makes two citations one regulation."""

    kind: str
    """With its issuer: `undang-undang`, `peraturan menteri dalam negeri`."""
    number: str
    year: str
    region: str = ""
    """For regulations that every region numbers anew; with the office, for what every office does."""

    @property
    def id(self) -> str:
        return slug(" ".join((self.kind, self.region, self.number, self.year)))


class Region(NamedTuple):
    """A region as citations name it: `kabupaten`, `blitar`."""

    level: str = ""
    name: str = ""
    office: str = ""
    """The one of its offices that cites."""

    @property
    def key(self) -> str:
        return " ".join(filter(None, (self.level, self.name)))

    def is_same(self, other: Region) -> bool:
        """Where one of them leaves the level out, the name decides."""
        return self.name == other.name and (self.level == other.level or "" in (self.level, other.level))


NOWHERE = Region()

_ENOUGH = 500
"""Characters within which a citation has named its regulation."""

_INSTRUMENT = re.compile(r"undang-undang|peraturan|keputusan|instruksi|surat edaran|ketetapan|qanun")
_CONSTITUTION = "undang-undang dasar"
_LEVELS = ("kabupaten", "kota", "provinsi")
_LEVEL_OF = {"bupati": "kabupaten", "walikota": "kota", "gubernur": "provinsi"}
_MINISTER = re.compile(
    r"(peraturan|keputusan|instruksi|surat edaran)(?: bersama)? (?:menteri\b ?|men(?=[a-z]))"
)
_HEAD_OF_OFFICE = re.compile(
    r"\b(?:kepala (?:dinas|kantor|bagian|bidang|seksi|satuan|sekolah|puskesmas|upt\w*)|camat|lurah|direktur"
    r"|inspektur|ketua|sekretaris(?! (?:daerah|jenderal|kabinet))|kepala badan$)\b"
)
_LOCAL = re.compile(
    r"\b(?:qanun|(?:kepala|sekretaris|badan [\w ]+?) daerah|daerah|bupati|walikota|gubernur|desa)\b"
)
_TITLES = re.compile(r"\b(?:kepala|badan|lembaga|dan|negara (?=pendayagunaan|lingkungan))\b")
_MERE = re.compile(
    r"(?:peraturan|keputusan|instruksi|surat edaran|ketetapan)(?: bersama)?(?: menteri| kepala)?"
)

_YEAR = r"(?:\s*/\s*|\s*,?\s*\b(?:tahun|thn|th)[.\s]*)((?:19|20)\d\d)\b"
_NUMBER = r"(?:[a-z]+[./-])*\d[\w.]*?(?:\s?[/-]\s?[\w.]+?)*?|[ivxlc]+(?:/mpr)?"
_MORE = r"(?:\s*(?:dan|&|,)\s*\d{1,4})*"
"""Further numbers of the same year, which only the first is taken of."""
_NUMBERED = re.compile(rf"\b(?:nomor|nomer|nmr|no)(?![a-z])[\s.:]*({_NUMBER}){_MORE}{_YEAR}")
_BARE = re.compile(rf"(?<![\d/.-])(\d{{1,3}}[a-z]?(?:/[a-z][\w.]*)*){_YEAR}")
_YEAR_FIRST = re.compile(
    r"\b(?P<t>tahun|thn|th)[.\s]*(?P<y>(?:19|20)\d\d),?\s*(?:nomor|no)[\s.:]*(?P<n>\d+)\b"
)

_SHORT = {
    short: full
    for names in (MINISTRIES, BODIES)
    for full, shorts in names.items()
    for short in shorts.split()
}


@lru_cache(maxsize=512)
def region_of(name: str, office: str = "") -> Region:
    """`Pemerintah Kabupaten Blitar` → kabupaten, blitar."""
    words = _spaced(_long(plain(name).casefold(), OFFICES))
    level = next((w for w in words.split() if w in _LEVELS), "")
    bare = _spaced(
        re.sub(r"\b(?:pemerintah|daerah(?! (?:khusus|istimewa))|kabupaten|kota|provinsi)\b", " ", words)
    )
    bare = PROVINCES.get(bare, bare)
    return Region(level or ("provinsi" if bare in ONLY_PROVINCES else ""), bare, slug(office))


@lru_cache(maxsize=8192)
def law_key(text: str, region: Region = NOWHERE) -> LawKey | None:
    """The regulation that `text` begins with; None when it names none by kind, number and year.

    `region` is the one the citing SOP belongs to: what a region issues and does not name is its own.
    """
    words = _words(text)
    start, number, year = _number(words)
    head = _long(_long(words[:start], INSTRUMENTS), OFFICES)
    instrument = _INSTRUMENT.search(head)
    if not instrument or "tentang" in head[: instrument.start()]:
        return None
    kind = _spaced(head[instrument.start() :].partition("tentang")[0])
    if kind.startswith(_CONSTITUTION):
        return LawKey(_CONSTITUTION, "", "1945")
    if not number:
        return None
    kind, place = _issuer(kind, region)
    return (
        None
        if _MERE.fullmatch(kind) and not place
        else LawKey(kind, _plain_number(number, kind), year, place)
    )


def regulation_key(law: Peraturan, region: Region = NOWHERE) -> LawKey | None:
    if law.jenis and law.nomor and law.tahun:
        return law_key(f"{law.jenis} nomor {law.nomor} tahun {law.tahun}", region)
    return law_key(law.judul, region)


def _words(text: str) -> str:
    return " ".join(re.sub("[–—‑]", "-", plain(text[:_ENOUGH]).casefold()).split())


def _number(words: str) -> tuple[int, str, str]:
    """Where the number begins, the number and the year; the whole length and nothing where there is none."""
    found = [m for pattern in (_NUMBERED, _BARE) if (m := pattern.search(words))]
    if found:
        first = min(found, key=lambda m: m.start())
        return first.start(), first[1], first[2]
    if turned := _YEAR_FIRST.search(words):
        return turned.start(), turned["n"], turned["y"]
    return len(words), "", ""


def _long(words: str, forms: tuple[tuple[str, str], ...]) -> str:
    for pattern, long in forms:
        words = re.sub(pattern, long, words)
    return words


def _issuer(kind: str, own: Region) -> tuple[str, str]:
    """The kind without the name of a region, and that region."""
    if minister := _MINISTER.match(kind):
        return _spaced(f"{minister[1]} menteri {_known(kind[minister.end() :])}"), ""
    if office := _HEAD_OF_OFFICE.search(kind):
        return _of_office(kind, office.end(), own)
    if not (local := _LOCAL.search(kind)):
        instrument = _INSTRUMENT.match(kind)
        assert instrument
        return _spaced(f"{instrument[0]} {_known(kind[instrument.end() :])}"), ""
    named = region_of(kind[local.end() :])
    if not named.name:
        return kind[: local.end()], own.key
    named = named._replace(level=named.level or _LEVEL_OF.get(local[0], ""))
    return kind[: local.end()], own.key if named.is_same(own) else named.key


def _of_office(kind: str, end: int, own: Region) -> tuple[str, str]:
    """What the head of an office issues: `kepala dinas` alone is the head of the citing office."""
    name, place = kind[end:], own.key
    if level := re.search(rf"\b(?:{'|'.join(_LEVELS)})\b", name):
        named = region_of(name[level.start() :])
        name, place = name[: level.start()], place if named.is_same(own) else named.key
    name = name.strip().removesuffix(own.name).strip()
    return f"{kind[:end]} {name}".strip(), place if name else f"{place} {own.office}".strip()


def _known(issuer: str) -> str:
    """A ministry or another body of the state by its full name."""
    name = _spaced(_TITLES.sub(" ", issuer))
    if name.startswith("pendayagunaan aparatur"):
        name = "panrb"
    return _SHORT.get(name.replace(" ", ""), name)


def _spaced(words: str) -> str:
    """Only words, one blank between; what stands in brackets only repeats them."""
    return " ".join(re.sub(r"\([^)]*\)?|[^\w-]|(?<!g)-", " ", words).split())


def _plain_number(number: str, kind: str) -> str:
    """Ministries count on through the codes around their numbers: `113/PMK.05`, `PER/21/M.PAN/11`."""
    number = re.sub(r"\s", "", number).strip(".")
    parts = number.removesuffix("/mpr").split("/")
    if re.match(r"(?:peraturan|keputusan) menteri", kind) and any(re.search("[a-z]", part) for part in parts):
        parts = [next((part for part in parts if part.isdigit()), number)]
    number = "/".join(parts)
    return (number.lstrip("0") or "0") if number.isdigit() else number
